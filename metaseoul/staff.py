"""`metaseoul staff`: who of the office's staff may sign in at its pages; an invitation is a link that works once."""

import argparse
import sys
from pathlib import Path

from metaseoul.archive import DATA, add_database

WISHES = ("add", "list", "remove")
ROLES = ("agent", "officer", "moderator", "operator")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `metaseoul staff`."""
    parser.add_argument("wish", choices=WISHES, help="invite somebody, or show or remove one of the staff")
    parser.add_argument("name", nargs="?", default="", help="who")
    parser.add_argument("--role", choices=ROLES, default="moderator", help="what they do (moderator)")
    parser.add_argument("--department", default="", help="where an officer works")
    parser.add_argument("--url", default="http://localhost:8417", help="where the office's pages are")
    parser.add_argument("--data", type=Path, default=Path(DATA), metavar="FOLDER", help="the office's data folder")
    add_database(parser)


def run(arguments: argparse.Namespace) -> int:
    """Does it, and says so. Exit code 1: nobody has that name; 2: a name is lacking."""
    from metaseoul.local import invited_staff, listed_staff, removed_staff
    from metaseoul.texts import texts_of

    texts, name = texts_of(arguments), arguments.name.strip()
    if arguments.wish == "list":
        for one, role, passkeys in listed_staff(arguments.data, arguments.database):
            print(f"{one}  {texts(f'staff.role.{role}')}  {texts('staff.passkeys', count=passkeys)}")
        return 0
    if not name or len(name) > 40:
        print(texts("staff.name"), file=sys.stderr)
        return 2
    if arguments.wish == "add":
        word = invited_staff(arguments.data, arguments.database, name, arguments.role, arguments.department)
        print(texts("staff.invited", name=name, role=texts(f"staff.role.{arguments.role}")))
        print(f"{arguments.url.rstrip('/')}/staff/invitations/{word}")
        return 0
    if not removed_staff(arguments.data, arguments.database, name):
        print(texts("staff.nobody", name=name), file=sys.stderr)
        return 1
    print(texts("staff.removed", name=name))
    return 0
