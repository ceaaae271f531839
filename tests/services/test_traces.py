"""Traces go to a collector where an operator asks for them: patterns and names of functions, never who."""

import sys

import msgspec
import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from opentelemetry.proto.trace.v1.trace_pb2 import Span

from services.app import make_app
from services.doors import DOORS
from services.settings import Settings
from services.traces import TRACES
from services.unopened import StartFault
from tests.services.conftest import CITY, HandSet, Office

CALLER = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"


class Collector:
    """Takes what OpenTelemetry's exporter sends, by OpenTelemetry's own definition of it."""

    def __init__(self) -> None:
        self.spans: list[Span] = []
        self.raw = b""

    async def took(self, request: web.Request) -> web.Response:
        body = await request.read()
        if request.headers.get("Content-Encoding") == "gzip":
            raise web.HTTPUnsupportedMediaType
        self.raw += body
        for resource in ExportTraceServiceRequest.FromString(body).resource_spans:
            for scope in resource.scope_spans:
                self.spans += scope.spans
        return web.Response()


async def test_a_request_and_its_work_are_one_trace_that_names_nobody(alone: Settings, today: HandSet) -> None:
    collector, app = Collector(), web.Application()
    app.router.add_post("/v1/traces", collector.took)
    async with TestServer(app) as server:
        traced = msgspec.structs.replace(alone, traces=str(server.make_url("")).rstrip("/"), node="a")
        office = make_app(traced, today, city=CITY)
        async with TestClient(TestServer(office)) as client:
            await office[DOORS].opened
            await client.post("/sessions", data='{"name": "가람이름"}'.encode(), headers={"traceparent": CALLER})
            await client.get("/documents/secret-number")
            await client.get("/health")
    by_name = {span.name: span for span in collector.spans}
    asked, wrote = by_name["POST /sessions"], by_name["write come_in"]
    assert asked.trace_id.hex() == wrote.trace_id.hex() == CALLER.split("-")[1]
    assert asked.parent_span_id.hex() == CALLER.split("-")[2]
    assert wrote.parent_span_id == asked.span_id
    told = {one.key: one.value.int_value or one.value.string_value for one in asked.attributes}
    assert told == {"http.request.method": "POST", "http.route": "/sessions", "http.response.status_code": 201}
    assert not any("health" in name for name in by_name)
    for private in ("가람이름", "secret-number", "127.0.0.1"):
        assert private.encode() not in collector.raw


async def test_a_collector_that_is_away_costs_spans_and_nothing_else(alone: Settings, today: HandSet) -> None:
    office = make_app(msgspec.structs.replace(alone, traces="http://127.0.0.1:9"), today, city=CITY)
    async with TestClient(TestServer(office)) as client:
        await office[DOORS].opened
        assert (await client.post("/sessions", data=b"{}")).status == 201


async def test_nothing_is_traced_unless_somebody_asks(office: Office) -> None:
    assert TRACES not in office.client.app


def test_without_the_extra_the_office_says_what_is_missing(alone: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "opentelemetry.sdk.trace", None)
    with pytest.raises(StartFault) as fault:
        make_app(msgspec.structs.replace(alone, traces="http://127.0.0.1:9"))
    assert fault.value.code == "traces.missing"
