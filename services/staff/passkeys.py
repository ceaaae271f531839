"""Passkeys (Web Authentication Level 3): the questions put to an authenticator, and whether its answers are true.

A question is kept for two minutes, and answers once. The authenticator must have seen the person (user verification),
and finds the passkey by itself (discoverable credential), so nobody types a name.
"""

import secrets
from typing import Any
from urllib.parse import urlsplit

import msgspec
from aiohttp import web
from webauthn import (
    generate_authentication_options,
    generate_registration_options,
    options_to_json,
    verify_authentication_response,
    verify_registration_response,
)
from webauthn.helpers import base64url_to_bytes
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from services.bus import Away
from services.faults import Refusal
from services.office import BUS, SETTINGS, kept
from services.staff.store import Passkey, Staff

ASKED = 120.0
"""Seconds in which a question may be answered."""
NAME = "메타버스 서울"


def origin(request: web.Request) -> str:
    """Where the staff's pages are, as a browser names it: an address in figures has no passkeys (Web Authentication,
    5.1.2, effective domain), so on this machine it is localhost."""
    settings = request.app[SETTINGS]
    if settings.url:
        return settings.url.rstrip("/")
    port = request.get_extra_info("sockname", ("", settings.port))[1]
    return f"http://localhost:{port}"


async def ask_to_register(request: web.Request, who: Staff) -> str:
    """The question to a new authenticator, as JSON. Raises sessions.away."""
    challenge = await _asked(request)
    options = generate_registration_options(
        rp_id=_party(request),
        rp_name=NAME,
        user_id=who.handle,
        user_name=who.name,
        challenge=challenge,
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.REQUIRED, user_verification=UserVerificationRequirement.REQUIRED
        ),
    )
    return options_to_json(options)


async def registered(request: web.Request, credential: dict[str, Any], who: str) -> Passkey:
    """The new passkey. Raises staff.not-believed."""
    challenge = await _answered(request, credential)
    try:
        seen = verify_registration_response(
            credential=credential,
            expected_challenge=challenge,
            expected_rp_id=_party(request),
            expected_origin=origin(request),
            require_user_verification=True,
        )
    except (WebAuthnException, ValueError, TypeError, KeyError):
        raise Refusal("staff.not-believed", 401) from None
    return Passkey(seen.credential_id, who, seen.credential_public_key, seen.sign_count)


async def ask_to_sign_in(request: web.Request) -> str:
    """The question to any authenticator, as JSON. Raises sessions.away."""
    options = generate_authentication_options(
        rp_id=_party(request),
        challenge=await _asked(request),
        user_verification=UserVerificationRequirement.REQUIRED,
    )
    return options_to_json(options)


async def believed(request: web.Request, credential: dict[str, Any], key: Passkey) -> int:
    """How often the passkey was used, as its authenticator counts. Raises staff.not-believed: also a passkey that was
    copied, whose count goes back."""
    challenge = await _answered(request, credential)
    try:
        seen = verify_authentication_response(
            credential=credential,
            expected_challenge=challenge,
            expected_rp_id=_party(request),
            expected_origin=origin(request),
            credential_public_key=key.public_key,
            credential_current_sign_count=key.uses,
            require_user_verification=True,
        )
    except (WebAuthnException, ValueError, TypeError, KeyError):
        raise Refusal("staff.not-believed", 401) from None
    return seen.new_sign_count


def number_of(told: str) -> bytes:
    """A passkey's number, as an answer tells it. Raises staff.not-believed."""
    try:
        return base64url_to_bytes(told)
    except ValueError:
        raise Refusal("staff.not-believed", 401) from None


def _party(request: web.Request) -> str:
    return urlsplit(origin(request)).hostname or "localhost"


async def _asked(request: web.Request) -> bytes:
    challenge = secrets.token_bytes(32)
    try:
        await kept(request.app, BUS).put(f"passkey:{challenge.hex()}", b"1", ASKED)
    except Away:
        raise Refusal("sessions.away", 503) from None
    return challenge


class _ClientData(msgspec.Struct):
    challenge: str


async def _answered(request: web.Request, credential: dict[str, Any]) -> bytes:
    """The question that an answer says it answers, if we put it and nobody answered it yet. Raises staff.not-believed,
    sessions.away."""
    try:
        told = base64url_to_bytes(credential["response"]["clientDataJSON"])
        challenge = base64url_to_bytes(msgspec.json.decode(told, type=_ClientData).challenge)
    except (KeyError, TypeError, ValueError):
        raise Refusal("staff.not-believed", 401) from None
    name, bus = f"passkey:{challenge.hex()[:128]}", kept(request.app, BUS)
    try:
        if await bus.note(name) is None or not await bus.put(f"{name}:answered", b"1", ASKED, new=True):
            raise Refusal("staff.not-believed", 401)
    except Away:
        raise Refusal("sessions.away", 503) from None
    return challenge
