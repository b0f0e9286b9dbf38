"""Loaded before settings: tests keep their files in a temporary folder, never in the user's."""

import os
import tempfile
from pathlib import Path

os.environ["ATAZAN_HOME"] = tempfile.mkdtemp(prefix="atazan-tests-")
os.environ.setdefault("ATAZAN_SECRET", "only for tests")
os.environ.setdefault("ATAZAN_DEMO", "1")
if not os.environ.get("ATAZAN_DATABASE"):
    home = Path(os.environ["ATAZAN_HOME"])
    os.environ["ATAZAN_DATABASE"] = f"sqlite:///{home / 'tests.sqlite3'}"
