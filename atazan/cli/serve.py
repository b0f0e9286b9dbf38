"""`atazan run`: set up, load the record, open the portal. `atazan users`: who may sign in."""

from __future__ import annotations

import argparse
import os
import sys

from atazan.cli.setup import django_ready, now, refuse


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the commands that open the portal."""
    run = subparsers.add_parser("run", help="open the portal on this machine")
    run.add_argument("--port", type=int, default=8000)
    run.add_argument("--address", default="127.0.0.1")
    run.add_argument("--prepare", action="store_true", help="set up and load, do not serve")
    run.set_defaults(run=_run)
    users = subparsers.add_parser(
        "users",
        help="give the demo sign-ins new passwords; earlier ones stop working",
    )
    users.set_defaults(run=_users)
    more = users.add_subparsers(metavar="add|token")
    _add_users_add(more)
    _add_users_token(more)


def _add_users_add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    add = subparsers.add_parser("add", help="make an account of staff; prints its first sign-in")
    add.add_argument("name", help="user name; stands in the journal under the acts")
    add.add_argument("--role", action="append", required=True, help="may be given again")
    add.add_argument("--person", help="the person of the record, such as a judge: azimova")
    add.add_argument("--email", default="", help="for letters and for recovering the sign-in")
    add.add_argument("--language", choices=("kk", "ru", "en"), default="kk")
    add.set_defaults(run=_users_add)


def _add_users_token(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    token = subparsers.add_parser("token", help="make a key of the API for an account; shown once")
    token.add_argument("name", help="user name of the account")
    token.add_argument("--role", required=True, help="the one role the key acts in")
    token.add_argument("--label", default="", help="what the key is for")
    token.add_argument("--days", type=int, default=90, help="how long it opens (90)")
    token.add_argument("--end", action="store_true", help="end the account's keys of this role")
    token.set_defaults(run=_users_token)


def prepare() -> int:
    """Make the tables, load the record and texts that are not there yet, index them for search. The
    exit code."""
    django_ready()
    from django.core.management import call_command

    from atazan.cli.main import main

    call_command("migrate", verbosity=0)
    return main(["load"]) or _texts() or _made_up_petitions() or _search_index()


def _texts() -> int:
    """Import the texts of the law from the folder the settings name, where it is there."""
    from django.conf import settings

    from atazan.cli.law_import import import_folder

    if not settings.ATAZAN_TEXTS.is_dir():
        print("no texts of laws here: `atazan law import FOLDER` brings them (or set ATAZAN_TEXTS)")
        return 0
    return import_folder(settings.ATAZAN_TEXTS)


def _made_up_petitions() -> int:
    """On a demo database some petitions in every state, so that each desk has work to do."""
    from django.conf import settings

    if settings.ATAZAN_DEMO:
        from atazan.decisions.simulated.few import few
        from atazan.journal.verify import checkpoint

        moment = now()
        if made := few(moment):
            checkpoint(moment)
            print(f"{made} made-up petitions filed and led through every state: this is a demo")
    return 0


def _search_index() -> int:
    """Bring the search index of each audience up to the record, so that no reader waits for it."""
    from atazan.rules.words import phrase
    from atazan.search.freshness import kept

    for audience in ("public", "court"):
        done = kept(audience).refresh()
        if done.put or done.dropped:
            told = {"audience": audience, "n": done.put, "seconds": f"{done.seconds:.1f}"}
            print(phrase("search.built", "en", told))
    return 0


def demo_of_its_own() -> None:
    """A database of this machine alone is a demo, unless ATAZAN_DEMO says what it is."""
    if not os.environ.get("ATAZAN_DATABASE"):
        os.environ.setdefault("ATAZAN_DEMO", "1")


def demo_users() -> list[tuple[str, str, str]]:
    """Make the demo accounts, with new passwords: `(name, password, role)`."""
    from atazan.portal.accounts import demo
    from atazan.portal.day import today

    return demo.make(today())


def _users(args: argparse.Namespace) -> int:
    demo_of_its_own()
    django_ready()
    from django.conf import settings

    if not settings.ATAZAN_DEMO:
        return refuse("this is no demo: make accounts with `atazan users add NAME --role ROLE`")
    _print_users()
    return 0


def _users_add(args: argparse.Namespace) -> int:
    django_ready()
    from atazan.portal.accounts import staff

    try:
        path = staff.add(args.name, args.role, args.person, args.email, args.language)
    except staff.NoAccount as wrong:
        return refuse(wrong)
    print(f"'{args.name}' sets a password on this page of the portal; it opens once, for 3 days:")
    print(f"  {path}")
    return 0


def _users_token(args: argparse.Namespace) -> int:
    django_ready()
    from datetime import timedelta

    from django.contrib.auth.models import User

    from atazan.api import models
    from atazan.cli.setup import now

    user = User.objects.filter(username=args.name).first()
    if user is None:
        return refuse(f"there is no account '{args.name}'")
    if args.end:
        print(f"{models.end_tokens(user, args.role, now())} keys ended")
        return 0
    try:
        ends = now() + timedelta(days=args.days)
        print(models.make_token(user, args.role, now(), args.label[:80], ends))
    except models.NoSuchRole as wrong:
        return refuse(wrong)
    return 0


def _print_users() -> None:
    print("Demo sign-ins (new passwords; those printed earlier no longer work):")
    for name, password, role in demo_users():
        print(f"  {name:<10} {password:<18} {role}")


def _run(args: argparse.Namespace) -> int:
    demo_of_its_own()
    if args.port != 8000:  # links in feeds, papers and letters lead to where the portal is
        os.environ.setdefault("ATAZAN_SITE", f"http://localhost:{args.port}")
    code = prepare()
    if code or args.prepare:
        return code
    from django.conf import settings

    if settings.ATAZAN_DEMO:
        _print_users()
    print(f"Ata Zañ is open at http://{args.address}:{args.port}/  (Ctrl-C closes it)", flush=True)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "atazan.config.settings")
    os.execv(
        sys.executable,
        [
            *(sys.executable, "-m", "granian", "--interface", "wsgi", "--workers", "1"),
            *("--blocking-threads", "4", "--no-access-log", "--log-level", "warning"),
            *("--host", args.address, "--port", str(args.port), "atazan.config.wsgi:application"),
        ],
    )
