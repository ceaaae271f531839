"""`metaseoul verify FILE`: says whether a document is genuine; exit code 0 only when it is."""

import argparse
import sys
from pathlib import Path

import msgspec

GENUINE, NOT_GENUINE = 0, 1


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help='a PDF, or the text of a sheet\'s QR code ("SEOUL1:...")')
    parser.add_argument("--json", action="store_true", help="for a program: verdict, reasons, as_of")
    parser.add_argument(
        "--trust",
        metavar="PEM",
        type=Path,
        action="append",
        help="believe this certificate, and not those in the trust folder; may be given again",
    )


def run(arguments: argparse.Namespace) -> int:
    """Prints the verdict and its reasons. Raises Refusal verify.no-certificate."""
    from metaseoul.clock import now
    from metaseoul.faults import Refusal
    from metaseoul.texts import texts_of
    from metaseoul.verify import trusted, verify, verify_code
    from worlds.civic.documents.seal import PREFIX

    try:
        believed = tuple(file.read_bytes() for file in arguments.trust) if arguments.trust else trusted()
    except OSError as error:
        raise Refusal("verify.no-certificate", file=str(error.filename)) from error
    is_code = arguments.file.startswith(PREFIX)
    verdict = (
        verify_code(arguments.file, believed, now())
        if is_code
        else verify(Path(arguments.file).expanduser(), believed, now())
    )
    texts = texts_of(arguments)
    if arguments.json:
        sentences = [
            {"key": why.key, "values": why.values, "text": str(texts(why.key, **why.values))} for why in verdict.reasons
        ]
        value = {"verdict": verdict.verdict, "reasons": sentences, "as_of": verdict.as_of}
        sys.stdout.write(msgspec.json.encode(value).decode() + "\n")
    else:
        print(texts(f"verify.{verdict.verdict}"))
        for why in verdict.reasons:
            print(f"- {texts(why.key, **why.values)}")
        print(texts("verify.as-of", moment=verdict.as_of))
    return GENUINE if verdict.verdict == "genuine" else NOT_GENUINE
