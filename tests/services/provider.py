"""A provider elsewhere, written apart from our own: it can be told to lie in each way a provider should not."""

import json
import time
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

import jwt
from aiohttp import web
from aiohttp.test_utils import TestServer
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from jwt.algorithms import ECAlgorithm, RSAAlgorithm

KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)
OTHER = ec.generate_private_key(ec.SECP256R1())


@dataclass
class Elsewhere:
    """`lies` are put into the identity token; `now` is its clock."""

    now: float = field(default_factory=time.time)
    lies: dict[str, Any] = field(default_factory=dict)
    secret: str = "between us"
    algorithm: str = "RS256"
    key: Any = KEY
    kid: str = "one"
    claims_in_token: bool = True
    person: str = "sub-77"
    nonce: str = ""
    url: str = ""

    def app(self) -> web.Application:
        app = web.Application()
        app.router.add_get("/.well-known/openid-configuration", self._configuration)
        app.router.add_get("/keys", self._keys)
        app.router.add_post("/token", self._token)
        app.router.add_get("/me", self._me)
        return app

    async def serve(self) -> TestServer:
        server = TestServer(self.app())
        await server.start_server()
        self.url = str(server.make_url("")).rstrip("/")
        return server

    def sent_back(self, url: str, **more: str) -> str:
        """The query a citizen comes back with after saying yes at `url`."""
        asked = dict(parse_qsl(urlsplit(url).query))
        self.nonce = asked["nonce"]
        return urlencode({"code": "yes", "state": asked["state"], "iss": self.url} | more)

    async def _configuration(self, request: web.Request) -> web.Response:
        return web.json_response(
            {
                "issuer": self.url,
                "authorization_endpoint": f"{self.url}/auth?tenant=1",
                "token_endpoint": f"{self.url}/token",
                "jwks_uri": f"{self.url}/keys",
                "userinfo_endpoint": f"{self.url}/me",
            }
        )

    async def _keys(self, request: web.Request) -> web.Response:
        keys = [
            json.loads(RSAAlgorithm.to_jwk(KEY.public_key())) | {"kid": "one"},
            json.loads(ECAlgorithm.to_jwk(OTHER.public_key())) | {"kid": "two"},
        ]
        return web.json_response({"keys": keys})

    async def _token(self, request: web.Request) -> web.Response:
        form = await request.post()
        if request.headers.get("Authorization") != "Basic Y2l0eTpiZXR3ZWVuJTIwdXM=" or form["code"] != "yes":
            return web.json_response({"error": "invalid_grant"}, status=400)
        claims = {"iss": self.url, "sub": "sub-77", "aud": "city", "iat": self.now, "exp": self.now + 300}
        claims |= {"nonce": self.nonce} | ({"name": "Kim", "birthdate": "1988"} if self.claims_in_token else {})
        token = jwt.encode(claims | self.lies, self.key, algorithm=self.algorithm, headers={"kid": self.kid})
        return web.json_response({"id_token": token, "access_token": "a", "token_type": "Bearer"})

    async def _me(self, request: web.Request) -> web.Response:
        return web.json_response({"sub": self.person, "name": "Kim", "birthdate": "1988-02-03"})
