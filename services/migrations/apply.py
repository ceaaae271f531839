"""Brings a database up to date: all steps it lacks, in one transaction, so a step that fails leaves it as it was."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script.revision import ResolutionError
from alembic.util import CommandError
from sqlalchemy import Connection


class NewerDatabase(Exception):
    """The database knows steps that this release does not."""


def apply_all(connection: Connection, until: str = "head") -> None:
    """Apply every step up to and with `until`. Raises NewerDatabase."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    try:
        with connection.begin():
            command.upgrade(config, until)
    except (CommandError, ResolutionError) as error:
        if "locate revision" in str(error):
            raise NewerDatabase from None
        raise
