"""The city's signature: on a sheet (PAdES baseline B, ETSI EN 319 142-1) and on the seal in its QR (ES256).

pyHanko writes the signature field and the byte range. The CMS object around a signature is the same for every sheet
but for two values, the sheet's digest and the signature itself; building it anew took 8 of 12 ms a sheet, so pyHanko
builds it once and it is a mould from then on (docs/decisions/0041-signing-with-a-mould.md).
"""

import hashlib
import io
from datetime import datetime
from typing import Any

from asn1crypto import cms  # type: ignore[import-untyped]
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

from services.civic.documents.keys import Keys
from services.civic.documents.rules import ISSUER, MARK
from worlds.civic.documents.envelope import envelope
from worlds.civic.documents.seal import ISSUER_BYTES, SIGNATURE_BYTES, Seal, code, packed

FIELD = "Seoul"
RESERVED = 4096
"""Hexadecimal digits kept free for the CMS object; ours has about 3,000."""
_DUMMY = hashlib.sha256(b"mould").digest()


class Signature:
    """What the city's key does. Safe to use from several threads."""

    def __init__(self, keys: Keys) -> None:
        """Loads pyHanko and makes the mould: about a second. Blocks."""
        self._key = keys.signing
        public = keys.city.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
        self.issuer = hashlib.sha256(public).digest()[:ISSUER_BYTES]
        """The key's short name in a seal."""
        self._mould = _Mould(_cms_by_pyhanko(keys), keys.city.public_bytes(Encoding.DER))

    def seal(self, seal: Seal) -> str:
        """The text of the QR: the seal and the city's signature on it."""
        r, s = decode_dss_signature(self._sign(packed(seal)))
        half = SIGNATURE_BYTES // 2
        return code(seal, r.to_bytes(half, "big") + s.to_bytes(half, "big"))

    def sheet(self, pdf: bytes, at: datetime) -> tuple[bytes, int]:
        """(the same PDF signed as a whole, so that no change is allowed after it; how many pages it has)"""
        from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
        from pyhanko.sign.fields import InvisSigSettings, MDPPerm, SigFieldSpec, SigSeedSubFilter
        from pyhanko.sign.signers import cms_embedder
        from pyhanko.sign.signers.pdf_byterange import SignatureObject

        writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
        unseen = InvisSigSettings(set_print_flag=False, set_hidden_flag=True)  # nothing for a screen reader to name
        field = SigFieldSpec(FIELD, invis_sig_settings=unseen)
        steps: Any = cms_embedder.PdfCMSEmbedder(field).write_cms(FIELD, writer)
        next(steps)
        entry = SignatureObject(
            subfilter=SigSeedSubFilter.PADES, timestamp=at, name=ISSUER, reason=MARK, bytes_reserved=RESERVED
        )
        lock = cms_embedder.SigMDPSetup("sha256", certify=True, docmdp_perms=MDPPerm.NO_CHANGES)
        steps.send(cms_embedder.SigObjSetup(entry, lock))
        digest, output = steps.send(cms_embedder.SigIOSetup("sha256"))
        attributes = self._mould.attributes(digest.document_digest)
        steps.send(self._mould.cast(attributes, self._sign(attributes)))
        return output.getvalue(), int(writer.root["/Pages"]["/Count"])

    def _sign(self, data: bytes) -> bytes:
        return self._key.sign(data, ec.ECDSA(hashes.SHA256()))


class _Mould:
    """What pyHanko would sign and where it would say whose it is, with a hole for the digest."""

    def __init__(self, example: bytes, certificate: bytes) -> None:
        (signer,) = cms.ContentInfo.load(example)["content"]["signer_infos"]
        self._certificate, self._signer = certificate, signer["sid"].dump()
        self._before, self._after = signer["signed_attrs"].untag().dump().split(_DUMMY)

    def attributes(self, digest: bytes) -> bytes:
        """What is signed: the attributes as a SET (RFC 5652 5.4)."""
        return b"".join((self._before, digest, self._after))

    def cast(self, attributes: bytes, signature: bytes) -> bytes:
        return envelope(self._certificate, self._signer, attributes, signature)


def _cms_by_pyhanko(keys: Keys) -> bytes:
    import asyncio

    from asn1crypto import keys as asn1_keys
    from asn1crypto import x509
    from pyhanko.sign.ades.api import CAdESSignedAttrSpec
    from pyhanko.sign.signers import SimpleSigner
    from pyhanko.sign.signers.pdf_cms import PdfCMSSignedAttributes
    from pyhanko_certvalidator.registry import SimpleCertificateStore

    none = SimpleCertificateStore()  # type: ignore[no-untyped-call]  # the root stays outside: nothing would cover it
    private = keys.signing.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    signer = SimpleSigner(
        signing_cert=x509.Certificate.load(keys.city.public_bytes(Encoding.DER)),
        signing_key=asn1_keys.PrivateKeyInfo.load(private),
        cert_registry=none,
    )
    attributes = PdfCMSSignedAttributes(cades_signed_attrs=CAdESSignedAttrSpec())
    made = asyncio.run(signer.async_sign(_DUMMY, "sha256", use_pades=True, signed_attr_settings=attributes))
    example: bytes = made.dump()
    return example
