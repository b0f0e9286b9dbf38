"""The WSGI application that a web server runs."""

import logging
import os
from threading import Thread

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "atazan.config.settings")
application = get_wsgi_application()


def _ready_to_search() -> None:
    """Read the words and open the index beside the first requests, not within the first search."""
    from django.db import connections

    from atazan.search.asking import Asked
    from atazan.search.record import answer

    try:
        answer(Asked(words="сот право court", most=1))
    except Exception:  # a search that cannot be opened says so to whoever asks it
        logging.getLogger(__name__).exception("the search index could not be opened at the start")
    finally:
        connections.close_all()


Thread(target=_ready_to_search, name="search", daemon=True).start()
