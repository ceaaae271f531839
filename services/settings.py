"""What an operator may set: by argument, or by the environment as METASEOUL_<NAME>. The argument wins."""

import argparse
import os
import re
from collections.abc import Mapping, Sequence
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import msgspec
import platformdirs
from yarl import URL

RECORDS = "sqlite:///FILE or postgresql://USER@HOST:PORT/NAME (default: office.db in the data folder)"
PORT = 8417
"""Where an office listens that was not told otherwise."""

SSL_MODES = frozenset({"disable", "allow", "prefer", "require", "verify-ca", "verify-full"})
"""How a PostgreSQL's certificate is looked at (https://www.postgresql.org/docs/current/libpq-ssl.html)."""


class Settings(msgspec.Struct, frozen=True):
    """The office's settings, read once at start.

    `issuer` empty: identity comes from the embedded sample provider. A real OpenID provider is these four values.
    """

    data: Path
    """Folder of everything the office keeps: database, keys, log."""
    database: str = ""
    """An SQLAlchemy URL; empty: office.db in the data folder."""
    bus: str = ""
    """redis://HOST:PORT that several offices of one city share; empty: this office is the whole city."""
    node: str = ""
    """This office's name among them, by which a proxy finds it; empty: a new one at each start."""
    host: str = "127.0.0.1"
    port: int = 0
    """0: any free one, as an office on a citizen's own machine takes; a command line asks for PORT."""
    url: str = ""
    """How citizens reach the office from outside (behind a proxy); empty: the address they connected to."""
    issuer: str = ""
    client: str = "metaseoul"
    secret: str = ""
    provider: str = ""
    """The provider's name as citizens know it."""
    capacity: int = 500
    """People in one live copy of a place; the next one opens another."""
    traces: str = ""
    """Where an OpenTelemetry collector listens (OTLP over HTTP); empty: nothing is traced."""
    log: Path | None = None
    """File of the log; none: standard error."""

    @property
    def store(self) -> str:
        return self.database or f"sqlite:///{self.data / 'office.db'}"


def port(text: str) -> int:
    """A port number, 0 to 65535."""
    number = int(text)
    if not 0 <= number <= 65535:
        raise argparse.ArgumentTypeError(f"{text}: 0-65535")
    return number


def people(text: str) -> int:
    """How many fit in a copy of a place, 1 to 10000."""
    number = int(text)
    if not 1 <= number <= 10_000:
        raise argparse.ArgumentTypeError(f"{text}: 1-10000")
    return number


def secure(text: str) -> str:
    """A provider's address: https, or this very machine (OpenID Connect Discovery 1.0, section 4)."""
    if text and not is_secure(text):
        raise argparse.ArgumentTypeError(f"{text}: https://...")
    return text.rstrip("/")


def is_secure(text: str) -> bool:
    """Nobody between here and there can read along: https, or http within this machine."""
    url = URL(text)
    return url.scheme == "https" or (url.scheme == "http" and _is_this_machine(url.host or ""))


def database(text: str) -> str:
    """A database this release can keep its records in. What is wrong is told without the address: it has a secret."""
    postgresql = text.startswith("postgresql://")
    if text and not postgresql and not text.startswith("sqlite:///"):
        raise argparse.ArgumentTypeError("sqlite:///FILE, postgresql://USER@HOST:PORT/NAME")
    asked = parse_qs(urlsplit(text).query, keep_blank_values=True) if postgresql else {}
    if set(asked) - {"sslmode"} or not set(asked.get("sslmode", ())) <= SSL_MODES:
        raise argparse.ArgumentTypeError(f"postgresql://...?sslmode={'|'.join(sorted(SSL_MODES))}")
    return text


def redis(text: str) -> str:
    """A Redis that offices share."""
    if text and not text.startswith(("redis://", "rediss://", "unix://")):
        raise argparse.ArgumentTypeError(f"{text}: redis://HOST:PORT")
    return text


def collector(text: str) -> str:
    """Where a collector listens."""
    if text and (URL(text).scheme not in ("http", "https") or not URL(text).host):
        raise argparse.ArgumentTypeError(f"{text}: http://HOST:4318")
    return text


def name(text: str) -> str:
    """An office's name: it stands in addresses and in a proxy's settings."""
    if text and not re.fullmatch(r"[a-z0-9-]{1,32}", text):
        raise argparse.ArgumentTypeError(f"{text}: a-z 0-9 -")
    return text


def add_arguments(parser: argparse.ArgumentParser, environment: Mapping[str, str] = os.environ) -> None:
    """Give a command line the office's settings, so that every command that opens an office has the same ones."""

    def setting(called: str, default: str, **more: object) -> None:
        # A default given as text passes through `type` too, so a bad environment is told like a bad argument.
        value = environment.get(f"METASEOUL_{called.upper()}", default)
        parser.add_argument(f"--{called}", default=value, **more)  # type: ignore[arg-type]

    setting("data", platformdirs.user_data_dir("metaseoul"), type=Path, metavar="FOLDER", help="database, keys and log")
    setting(
        "database",
        "",
        type=database,
        metavar="URL",
        help="sqlite:///FILE or postgresql://USER@HOST/NAME; default: office.db in the data folder",
    )
    setting("bus", "", type=redis, metavar="URL", help="redis://HOST:PORT that the offices of one city share")
    setting("node", "", type=name, metavar="NAME", help="this office's name among them; default: a new one each time")
    setting("host", "127.0.0.1", help="address to listen on (default: %(default)s)")
    setting("port", str(PORT), type=port, help="port to listen on; 0: any free one (default: %(default)s)")
    setting("url", "", help="how citizens reach the office from outside, behind a proxy")
    setting("issuer", "", type=secure, metavar="URL", help="OpenID provider; default: the embedded sample provider")
    setting("client", "metaseoul", help="our client id at the provider")
    setting("provider", "", metavar="NAME", help="the provider's name as citizens know it")
    setting("capacity", "500", type=people, metavar="N", help="people in one copy of a place (default: %(default)s)")
    setting("traces", "", type=collector, metavar="URL", help="an OpenTelemetry collector (OTLP over HTTP)")
    setting("log", "", type=lambda text: Path(text) if text else None, metavar="FILE", help="default: standard error")


def chosen(arguments: argparse.Namespace, environment: Mapping[str, str] = os.environ) -> Settings:
    """The settings out of parsed arguments; the secret by the environment only, as process lists show arguments."""
    values = {name: getattr(arguments, name) for name in Settings.__struct_fields__ if hasattr(arguments, name)}
    return Settings(**values, secret=environment.get("METASEOUL_SECRET", ""))


def settings(arguments: Sequence[str] | None = None, environment: Mapping[str, str] = os.environ) -> Settings:
    """Read them; a wrong value ends the program with exit code 2 and says which."""
    parser = argparse.ArgumentParser(prog="python -m services", description="The office of Metaverse Seoul, alone.")
    add_arguments(parser, environment)
    return chosen(parser.parse_args(arguments), environment)


def _is_this_machine(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
