"""Traces in the form of OpenTelemetry, for who asks for them: `--traces URL` of a collector (OTLP over HTTP).

Off by default, and then nothing of it is loaded. A span is one request by its pattern, and one piece of work on the
records by its name; nothing in it tells who or what for (https://opentelemetry.io/docs/specs/semconv/http/).
"""

import contextlib
import logging
from collections.abc import Awaitable, Callable
from contextlib import AbstractContextManager
from typing import Any

from aiohttp import web

from services.logs import Server
from services.unopened import StartFault

PATIENCE = 3.0
"""Seconds that a collector may take."""
UNTRACED = frozenset({"/live", "/health", "/ready", "/metrics"})
"""Lines that last for hours, and what machines ask all the time."""


class Traces:
    """Where spans go. Sent in batches by a thread; a collector that is away costs spans and nothing else."""

    def __init__(self, url: str, node: str, log: Any) -> None:
        """Raises traces.missing where the extra `traces` is not installed."""
        try:
            from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
            from opentelemetry.sdk.resources import Resource
            from opentelemetry.sdk.trace import TracerProvider
            from opentelemetry.sdk.trace.export import BatchSpanProcessor
            from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator
        except ImportError:
            raise StartFault("traces.missing") from None
        speaks = logging.getLogger("opentelemetry")
        speaks.handlers, speaks.propagate = [Server(log)], False
        resource = Resource({"service.name": "metaseoul", "service.instance.id": node})
        self._provider = TracerProvider(resource=resource, shutdown_on_exit=False)
        exporter = OTLPSpanExporter(endpoint=f"{url.rstrip('/')}/v1/traces", timeout=PATIENCE)
        self._provider.add_span_processor(BatchSpanProcessor(exporter))
        self._tracer = self._provider.get_tracer("metaseoul")
        self._before = TraceContextTextMapPropagator()

    @contextlib.contextmanager
    def request(self, request: web.Request, path: str) -> Any:
        """One request, after the span of whoever sent it (W3C Trace Context)."""
        from opentelemetry.trace import SpanKind

        after = self._before.extract(request.headers)
        about = {"http.request.method": request.method, "http.route": path}
        with self._tracer.start_as_current_span(
            f"{request.method} {path}", after, SpanKind.SERVER, about, record_exception=False
        ) as span:
            yield span

    def work(self, name: str) -> AbstractContextManager[Any]:
        """A piece of work within the request that is being answered."""
        return self._tracer.start_as_current_span(name, record_exception=False)

    def close(self) -> None:
        """Sends what is left. Blocks for PATIENCE at most."""
        self._provider.shutdown()


TRACES = web.AppKey("traces", Traces)


@web.middleware
async def traced(
    request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
) -> web.StreamResponse:
    """A span for each request, where an operator asked for them."""
    route = request.match_info.route.resource
    path = route.canonical if route else "?"
    if TRACES not in request.app or path in UNTRACED:
        return await handler(request)
    with request.app[TRACES].request(request, path) as span:
        response = await handler(request)
        span.set_attribute("http.response.status_code", response.status)
        return response


def work(app: web.Application, name: str) -> AbstractContextManager[Any]:
    """A span for a piece of work, where an operator asked for them."""
    return app[TRACES].work(name) if TRACES in app else contextlib.nullcontext()
