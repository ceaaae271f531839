"""How fast the document desk is: `python tests/bench/documents.py [--rate 100] [--seconds 10]`, JSON on one line.

A real office in a process of its own, asked over loopback by a client in this one. Two figures of it:
`p99_ms`, of requests that come at a steady rate (whether or not the last is answered), and `documents_per_second`,
of as many as it can when eight are always waiting. `bare_signs_per_second` is how often the same key, by the same
code, signs a sheet that is already drawn, and `library_signs_per_second` how often pyHanko's own signer does.
"""

import argparse
import asyncio
import io
import json
import sys
import tempfile
import time
from datetime import datetime
from pathlib import Path

import aiohttp
import numpy as np

sys.path.insert(0, str(Path(__file__).parents[2]))

from services.civic.documents.keys import open_keys
from services.civic.documents.signature import Signature
from services.clock import SEOUL
from tests.services.civic.test_documents_crash import an_office, citizens

WAITING = 8


async def steady(url: str, tokens: list[str], rate: int, seconds: float) -> list[float]:
    """Milliseconds of each request, at `rate` a second."""
    taken: list[float] = []
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as http:
        asking, start = [], time.perf_counter()
        for index in range(int(rate * seconds)):
            await asyncio.sleep(max(0, start + index / rate - time.perf_counter()))
            asking.append(asyncio.create_task(_one(http, url, tokens, f"steady-{index:06}", taken)))
        await asyncio.gather(*asking)
    return taken


async def most(url: str, tokens: list[str], seconds: float) -> float:
    """Documents a second with WAITING requests always open."""
    taken: list[float] = []
    async with aiohttp.ClientSession() as http:
        start = time.perf_counter()

        async def keep_asking(who: int) -> None:
            index = 0
            while time.perf_counter() < start + seconds:
                await _one(http, url, tokens, f"most-{who}-{index:06}", taken)
                index += 1

        await asyncio.gather(*(keep_asking(who) for who in range(WAITING)))
        return len(taken) / (time.perf_counter() - start)


def signs(data: Path, pdf: bytes, seconds: float) -> tuple[float, float]:
    """(by our signature, by pyHanko's own signer) signatures a second of one drawn sheet, on one thread."""
    from asn1crypto import keys as asn1_keys
    from asn1crypto import x509
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign import signers
    from pyhanko.sign.fields import SigSeedSubFilter
    from pyhanko_certvalidator.registry import SimpleCertificateStore

    keys = open_keys(data / "keys", datetime.now(SEOUL))
    ours = Signature(keys)
    private = keys.signing.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    theirs = signers.SimpleSigner(
        x509.Certificate.load(keys.city.public_bytes(Encoding.DER)),
        asn1_keys.PrivateKeyInfo.load(private),
        SimpleCertificateStore(),
    )
    meta = signers.PdfSignatureMetadata("Seoul", md_algorithm="sha256", subfilter=SigSeedSubFilter.PADES)

    def library() -> None:
        writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
        signers.PdfSigner(meta, theirs).sign_pdf(writer, output=io.BytesIO(), bytes_reserved=4096)

    return _rate(lambda: ours.sheet(pdf, datetime.now(SEOUL)), seconds), _rate(library, seconds)


def _rate(act, seconds: float) -> float:
    act()
    count, start = 0, time.perf_counter()
    while time.perf_counter() < start + seconds:
        act()
        count += 1
    return count / (time.perf_counter() - start)


async def _one(http: aiohttp.ClientSession, url: str, tokens: list[str], key: str, taken: list[float]) -> None:
    start = time.perf_counter()
    bearer = {"Authorization": f"Bearer {tokens[len(taken) % len(tokens)]}"}
    wish = {"kind": "resident-register", "key": key}
    async with http.post(f"{url}/documents", json=wish, headers=bearer) as answer:
        assert answer.status == 201, await answer.text()
        await answer.read()
    taken.append((time.perf_counter() - start) * 1000)


async def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rate", type=int, default=100)
    parser.add_argument("--seconds", type=float, default=10)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        tokens = await citizens(data)
        with an_office(data) as (url, _):
            await most(url, tokens, 1)
            taken = await steady(url, tokens, chosen.rate, chosen.seconds)
            rate = await most(url, tokens, chosen.seconds)
        bare, library = await asyncio.to_thread(signs, data, _drawn(), chosen.seconds / 3)
    p50, p95, p99 = (round(float(value), 1) for value in np.percentile(taken, (50, 95, 99)))
    figures = {
        "documents_per_second": round(rate, 1),
        "bare_signs_per_second": round(bare, 1),
        "ratio": round(rate / bare, 3),
        "library_signs_per_second": round(library, 1),
        "rate": chosen.rate,
        "p50_ms": p50,
        "p95_ms": p95,
        "p99_ms": p99,
    }
    print(json.dumps(figures))


def _drawn() -> bytes:
    """An unsigned sheet of a household of six."""
    from services.civic.documents import rules
    from services.civic.documents.sheet import facts_file, sheet
    from services.registry.sample import SampleRegistry
    from worlds.civic.documents.number import number_of
    from worlds.civic.documents.wire import RegisterOptions

    household, now = SampleRegistry().household_of("sample-003-01"), datetime.now(SEOUL)
    who = rules.applicant("sample-003-01", household)
    facts = rules.facts(number_of(1), household, who, RegisterOptions(), "제출용", now.date(), True)
    return sheet(facts_file(facts), "SEOUL1:" + "A" * 200, now)


if __name__ == "__main__":
    asyncio.run(main())
