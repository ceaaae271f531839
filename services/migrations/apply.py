"""Brings a database up to date: all steps it lacks, in one transaction, so a step that fails leaves it as it was."""

from pathlib import Path

from sqlalchemy import Connection, inspect, text

NEWEST = max(file.name[:4] for file in (Path(__file__).parent / "versions").glob("[0-9]*.py"))
"""The number of the last step."""


class NewerDatabase(Exception):
    """The database knows steps that this release does not."""


def apply_all(connection: Connection, until: str = "head") -> None:
    """Apply every step up to and with `until`. Raises NewerDatabase."""
    with connection.begin():
        version = _version(connection)
        if version is not None and version > NEWEST:
            raise NewerDatabase
        if version != NEWEST:
            _upgrade(connection, until)


def _version(connection: Connection) -> str | None:
    """The last step this database has seen; None: none yet."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    version: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return version


def _upgrade(connection: Connection, until: str) -> None:
    # Loaded only when there is something to do: an office that was open yesterday opens without it.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, until)
