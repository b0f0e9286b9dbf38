"""`atazan run`: set up, load the record, open the portal. `atazan users`: the demo sign-ins."""

from __future__ import annotations

import argparse
import os
import secrets
import sys

from atazan.cli.setup import django_ready

DEMO = {"keeper": "curator", "chief": "chief_curator", "registry": "registry", "auditor": "auditor"}


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


def prepare() -> int:
    """Make the tables, load the record where it is not there yet. The exit code of loading."""
    django_ready()
    from django.core.management import call_command

    from atazan.cli.main import main

    call_command("migrate", verbosity=0)
    return main(["load"])


def demo_users() -> list[tuple[str, str, str]]:
    """Make one user for each demo role, with a new password: `(name, password, role)`."""
    from django.contrib.auth.models import Group, User

    made = []
    for name, role in DEMO.items():
        group, _ = Group.objects.get_or_create(name=role)
        user, _ = User.objects.get_or_create(username=name)
        password = "-".join(secrets.choice(_SYLLABLES) for _ in range(4))
        user.set_password(password)
        user.save()
        user.groups.set([group])
        made.append((name, password, role))
    return made


_SYLLABLES = [a + b + c for a in "bdgkmnrst" for b in "aeiou" for c in "lmnrs"]


def _users(args: argparse.Namespace) -> int:
    django_ready()
    _print_users()
    return 0


def _print_users() -> None:
    print("Demo sign-ins (new passwords; those printed earlier no longer work):")
    for name, password, role in demo_users():
        print(f"  {name:<10} {password:<18} {role}")


def _run(args: argparse.Namespace) -> int:
    code = prepare()
    if code or args.prepare:
        return code
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
