"""The city's keys: made at first start, kept in data/keys for this user alone (folder 0700, file 0600).

city.key holds the key that signs sheets and seals, the root key that signs only certificates, and both certificates.
city.pem holds the two certificates: it is public, and made anew from city.key at every start.
"""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from cryptography.x509.oid import NameOID

from services.civic.documents.rules import ISSUER
from services.keyfile import kept_secret
from services.unopened import StartFault

ROOT_LIFE, CITY_LIFE = timedelta(days=7_305), timedelta(days=1_826)
"""Twenty years and five: a root outlives every sheet, a signing key is renewed."""
EARLY = timedelta(days=1)
"""Certificates begin a day early: a checker's clock may be behind ours."""
SECRET, PUBLIC = "city.key", "city.pem"
_KEY = re.compile(rb"-----BEGIN PRIVATE KEY-----.+?-----END PRIVATE KEY-----", re.DOTALL)


@dataclass(frozen=True)
class Keys:
    """The signing key, its certificate, and the root's certificate; the root's own key stays in its file."""

    signing: ec.EllipticCurvePrivateKey
    city: x509.Certificate
    root: x509.Certificate

    @property
    def public_pem(self) -> str:
        """Both certificates, the city's first: what a checker's program trusts."""
        return "".join(certificate.public_bytes(Encoding.PEM).decode() for certificate in (self.city, self.root))


def open_keys(folder: Path, now: datetime) -> Keys:
    """The keys in this folder, made first when there are none. Blocks; raises StartFault keys.damaged."""
    bundle = kept_secret(folder / SECRET, lambda: _make(now))
    try:
        signing, _, city, root = _read(bundle)
        city.verify_directly_issued_by(root)
        if signing.public_key() != city.public_key():
            raise ValueError("another key's certificate")
    except (ValueError, TypeError, InvalidSignature) as error:
        raise StartFault("keys.damaged", path=str(folder / SECRET)) from error
    keys = Keys(signing, city, root)
    (folder / PUBLIC).write_text(keys.public_pem)
    return keys


def _make(now: datetime) -> bytes:
    """One file for all that belongs together, so that it is whole or not there."""
    root_key, city_key = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
    root = _certificate("뿌리", root_key.public_key(), root_key, None, now + ROOT_LIFE, now)
    city = _certificate("서명", city_key.public_key(), root_key, root, now + CITY_LIFE, now)
    return _private(city_key) + _private(root_key) + city.public_bytes(Encoding.PEM) + root.public_bytes(Encoding.PEM)


def _read(
    bundle: bytes,
) -> tuple[ec.EllipticCurvePrivateKey, ec.EllipticCurvePrivateKey, x509.Certificate, x509.Certificate]:
    """(signing key, root key, city's certificate, root's certificate). Raises ValueError, TypeError."""
    keys = [load_pem_private_key(block, None) for block in _KEY.findall(bundle)]
    certificates = x509.load_pem_x509_certificates(bundle)
    match keys, certificates:
        case [ec.EllipticCurvePrivateKey() as signing, ec.EllipticCurvePrivateKey() as root_key], [city, root]:
            return signing, root_key, city, root
    raise ValueError("not two keys and two certificates")


def _certificate(
    part: str,
    public: ec.EllipticCurvePublicKey,
    signer: ec.EllipticCurvePrivateKey,
    root: x509.Certificate | None,
    until: datetime,
    now: datetime,
) -> x509.Certificate:
    """RFC 5280; `root` None makes the root itself."""
    name = x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "KR"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, f"{ISSUER} (법적 효력 없음)"),
            x509.NameAttribute(NameOID.COMMON_NAME, f"{ISSUER} {part}"),
        ]
    )
    issuer_key = root.public_key() if root else public
    assert isinstance(issuer_key, ec.EllipticCurvePublicKey)
    return (
        x509.CertificateBuilder(issuer_name=root.subject if root else name, subject_name=name)
        .public_key(public)
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - EARLY)
        .not_valid_after(until)
        .add_extension(x509.BasicConstraints(ca=root is None, path_length=None if root else 0), critical=True)
        .add_extension(_usage(certificates=root is None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key), critical=False)
        .sign(signer, hashes.SHA256())
    )


def _usage(certificates: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not certificates,
        content_commitment=not certificates,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=certificates,
        crl_sign=certificates,
        encipher_only=False,
        decipher_only=False,
    )


def _private(key: ec.EllipticCurvePrivateKey) -> bytes:
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
