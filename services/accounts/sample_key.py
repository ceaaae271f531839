"""The sample provider's signing key: made at first start, kept for its owner only."""

import hashlib
import json
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, load_pem_private_key
from jwt.algorithms import ECAlgorithm

from services.keyfile import kept_secret


class SampleKey:
    """An ES256 key: `private` signs, `public` is what the provider publishes (RFC 7517)."""

    def __init__(self, file: Path) -> None:
        private = load_pem_private_key(kept_secret(file, _new), password=None)
        assert isinstance(private, ec.EllipticCurvePrivateKey)
        self.private = private
        bare = json.loads(ECAlgorithm.to_jwk(private.public_key()))
        self.public: dict[str, object] = bare | {"kid": _name(bare), "use": "sig", "alg": "ES256"}


def _new() -> bytes:
    key = ec.generate_private_key(ec.SECP256R1())
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def _name(public: dict[str, object]) -> str:
    """A short name that follows from the key itself (RFC 7638)."""
    members = json.dumps({name: public[name] for name in ("crv", "kty", "x", "y")}, separators=(",", ":"))
    return hashlib.sha256(members.encode()).hexdigest()[:16]
