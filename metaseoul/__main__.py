"""The `metaseoul` command: each part of it is a module with `add_arguments` and `run`, imported only when asked for."""

import argparse
import importlib
import os
import signal
import sys
from collections.abc import Sequence
from typing import NamedTuple

FAILED, USAGE, ACCIDENT, INTERRUPTED = 1, 2, 70, 130


class Command(NamedTuple):
    """Where a command is kept, and what it does in one line."""

    module: str
    does: str
    everyones: bool = False
    """The machine is everyone's: nothing that was written on it may stay there."""


WINDOW = Command("metaseoul.window", "the city in a window, with its office in this very program")
COMMANDS = {
    "text": Command("metaseoul.text_twin", "the text twin: words and numbers, for a screen reader or a pipe"),
    "kiosk": Command(
        "metaseoul.kiosk.command", "full screen, by touch, for who has no phone; nobody leaves a trace", True
    ),
    "serve": Command("metaseoul.serve", "the office alone"),
    "notice": Command("metaseoul.notice", "a word of the operator to everyone in the city"),
    "archive": Command("metaseoul.archive", "the whole city in one file, while its office runs"),
    "restore": Command("metaseoul.restore", "an archived city, brought back"),
    "audit": Command("metaseoul.audit", "is the log of who looked at citizens' files whole?"),
    "rekey": Command("metaseoul.rekey", "another key for what is known of citizens; the office may run"),
    "staff": Command("metaseoul.staff", "who of the staff may sign in at the office's pages"),
    "shot": Command("metaseoul.shot", "a picture of a place"),
    "world": Command("metaseoul.world", "the world descriptions: list, digest, check"),
    "verify": Command("metaseoul.verify", "is this document genuine? with no network"),
    "bench": Command("metaseoul.bench", "what the city costs: frames, counts, memory, beside the budgets"),
    "journey": Command("metaseoul.journeys", "walk the scripted journeys, count steps and seconds"),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; every refusal is one clear message and an exit code, never a traceback."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    for library in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS"):
        os.environ.setdefault(library, "1")  # numpy's own threads would only take the frames' cores away
    if "--language" in words:  # wherever it is said, it counts for the command
        at = words.index("--language")
        said, others = words[at : at + 2], words[:at] + words[at + 2 :]
        named = 1 if others and not others[0].startswith("-") else 0
        words = [*others[:named], *said, *others[named:]]
    if words and not words[0].startswith("-"):
        name = words.pop(0)
        if name not in COMMANDS:
            print(f"metaseoul: {name}? {', '.join(COMMANDS)}", file=sys.stderr)
            return USAGE
        return _run(COMMANDS[name], f"metaseoul {name}", words)
    return _run(WINDOW, "metaseoul", words)


def _run(command: Command, name: str, words: list[str]) -> int:
    others = "" if command is not WINDOW else "\n".join(f"  {key:8} {other.does}" for key, other in COMMANDS.items())
    parser = argparse.ArgumentParser(
        prog=name,
        description=command.does,
        epilog=f"commands:\n{others}" if others else None,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--language", choices=("ko", "en", "zh", "ja"), help="default: the system's, else ko")
    module = importlib.import_module(command.module)
    module.add_arguments(parser)
    chosen = parser.parse_args(words)

    from metaseoul.faults import Refusal
    from metaseoul.texts import texts_of

    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        # whoever is told to end leaves as at Ctrl-C: with a goodbye
        signal.signal(signal.SIGTERM, lambda *_: signal.raise_signal(signal.SIGINT))
    try:
        return int(module.run(chosen))
    except Refusal as refusal:
        print(texts_of(chosen).fault(refusal.code, **refusal.values), file=sys.stderr)
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception:
        from metaseoul.accident import noted

        print(texts_of(chosen).fault("client.accident", file=noted(words=not command.everyones)), file=sys.stderr)
        return ACCIDENT


if __name__ == "__main__":
    sys.exit(main())
