"""An authenticator of a few lines (Web Authentication Level 3): what a browser sends, true or deliberately not."""

import hashlib
import json
import secrets
import struct
from base64 import urlsafe_b64encode
from typing import Any

import cbor2
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec

PRESENT, VERIFIED, ATTESTED = 1, 4, 64


class Authenticator:
    """Holds one passkey. `uses` is its counter."""

    def __init__(self, origin: str) -> None:
        self.origin, self.uses = origin, 0
        self._key, self._id = ec.generate_private_key(ec.SECP256R1()), secrets.token_bytes(16)

    def registers(self, question: dict[str, Any], **otherwise: Any) -> dict[str, Any]:
        """An answer to PublicKeyCredentialCreationOptions. `otherwise`: origin, party, flags, challenge."""
        point = self._key.public_key().public_numbers()
        key = cbor2.dumps({1: 2, 3: -7, -1: 1, -2: point.x.to_bytes(32, "big"), -3: point.y.to_bytes(32, "big")})
        data = self._data(question["rp"]["id"], otherwise, ATTESTED)
        data += bytes(16) + struct.pack(">H", len(self._id)) + self._id + key
        client = self._client("webauthn.create", question, otherwise)
        attestation = cbor2.dumps({"fmt": "none", "attStmt": {}, "authData": data})
        return self._credential({"clientDataJSON": _b64(client), "attestationObject": _b64(attestation)})

    def signs(self, question: dict[str, Any], **otherwise: Any) -> dict[str, Any]:
        """An answer to PublicKeyCredentialRequestOptions."""
        self.uses += 1
        data = self._data(question["rpId"], otherwise, 0)
        client = self._client("webauthn.get", question, otherwise)
        signed = self._key.sign(data + hashlib.sha256(client).digest(), ec.ECDSA(hashes.SHA256()))
        answer = {"clientDataJSON": _b64(client), "authenticatorData": _b64(data), "signature": _b64(signed)}
        return self._credential(answer | {"userHandle": None})

    def _data(self, party: str, otherwise: dict[str, Any], more: int) -> bytes:
        flags = otherwise.get("flags", PRESENT | VERIFIED) | more
        named = hashlib.sha256(otherwise.get("party", party).encode()).digest()
        return named + struct.pack(">BI", flags, otherwise.get("uses", self.uses))

    def _client(self, kind: str, question: dict[str, Any], otherwise: dict[str, Any]) -> bytes:
        challenge = otherwise.get("challenge", question["challenge"])
        told = {"type": kind, "challenge": challenge, "origin": otherwise.get("origin", self.origin)}
        return json.dumps(told).encode()

    def _credential(self, response: dict[str, Any]) -> dict[str, Any]:
        number = _b64(self._id)
        return {"id": number, "rawId": number, "type": "public-key", "response": response, "clientExtensionResults": {}}


def _b64(data: bytes) -> str:
    return urlsafe_b64encode(data).rstrip(b"=").decode()
