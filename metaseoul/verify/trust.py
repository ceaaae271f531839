"""Whom this client believes: certificates of cities, and the lists of keys a city has taken back (RFC 5280)."""

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from worlds.civic.documents.seal import ISSUER_BYTES

_BLOCK = re.compile(rb"-----BEGIN (CERTIFICATE|X509 CRL)-----.+?-----END \1-----", re.DOTALL)


@dataclass(frozen=True)
class Trust:
    """Roots that are believed, the signing keys they vouch for, and what they took back."""

    roots: tuple[x509.Certificate, ...]
    cities: tuple[x509.Certificate, ...]
    lists: tuple[x509.CertificateRevocationList, ...]

    def city(self, issuer: bytes) -> x509.Certificate | None:
        """The certificate of the key that a seal names."""
        return next((certificate for certificate in self.cities if key_name(certificate) == issuer), None)

    def is_revoked(self, certificate: x509.Certificate) -> bool:
        return any(
            crl.issuer == certificate.issuer
            and crl.get_revoked_certificate_by_serial_number(certificate.serial_number) is not None
            for crl in self.lists
        )

    def as_of(self, now: datetime) -> datetime:
        """The day of the newest revocation list; now, where a city has published none."""
        days = [crl.last_update_utc for crl in self.lists]
        return max(days).astimezone(now.tzinfo) if days else now


def trust_in(files: Iterable[bytes]) -> Trust:
    """What PEM files say. A self-signed certificate is a root; others count only if a root vouches for them.

    What cannot be read is left out: it adds no trust.
    """
    certificates, lists = _read(files)
    roots = [certificate for certificate in certificates if certificate.issuer == certificate.subject]
    roots = [root for root in roots if issued_by(root, root)]
    cities = [
        certificate
        for certificate in certificates
        if certificate not in roots and any(issued_by(certificate, root) for root in roots)
    ]
    sound = [crl for crl in lists if any(_listed_by(crl, root) for root in roots)]
    return Trust(tuple(roots), tuple(cities), tuple(sound))


def key_name(certificate: x509.Certificate) -> bytes:
    """The short name of a certificate's key in a seal."""
    public = certificate.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    return hashlib.sha256(public).digest()[:ISSUER_BYTES]


def issued_by(certificate: x509.Certificate, root: x509.Certificate) -> bool:
    """Whether this root signed that certificate."""
    try:
        certificate.verify_directly_issued_by(root)
    except (ValueError, TypeError, InvalidSignature):
        return False
    return True


def _listed_by(crl: x509.CertificateRevocationList, root: x509.Certificate) -> bool:
    key = root.public_key()
    return isinstance(key, ec.EllipticCurvePublicKey) and crl.issuer == root.subject and crl.is_signature_valid(key)


def _read(files: Iterable[bytes]) -> tuple[Sequence[x509.Certificate], Sequence[x509.CertificateRevocationList]]:
    certificates: list[x509.Certificate] = []
    lists: list[x509.CertificateRevocationList] = []
    for block in (match for file in files for match in _BLOCK.finditer(file)):
        try:
            if block[1] == b"CERTIFICATE":
                certificates.append(x509.load_pem_x509_certificate(block[0]))
            else:
                lists.append(x509.load_pem_x509_crl(block[0]))
        except ValueError:
            continue
    return certificates, lists
