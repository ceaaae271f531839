"""What an operator watches: GET /metrics, in the text format of Prometheus (https://prometheus.io/docs/instrumenting/).

Counts only, never who. Told to programs on this machine alone: what came through a proxy is refused. The hub is not
slowed by it: it keeps plain numbers, which are read when somebody asks.
"""

from collections.abc import Iterator

from aiohttp import web
from prometheus_client import CollectorRegistry, Counter, Histogram, ProcessCollector, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric

from services.office import Desk, kept
from services.openapi import wire
from services.sessions.hub import HUB, Hub

TEXT = "text/plain; version=0.0.4; charset=utf-8"

routes = web.RouteTableDef()


class Metrics:
    """The counts of one office: those of its requests, and, once it is open, those it reads from its hub."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.requests = Counter(
            "metaseoul_requests", "Requests that were answered", ["path", "method", "status"], registry=self.registry
        )
        self.seconds = Histogram(
            "metaseoul_request_seconds", "Seconds until a request was answered", ["path"], registry=self.registry
        )
        ProcessCollector(registry=self.registry)

    def watch(self, hub: Hub) -> None:
        """Tells of this hub from now on."""
        self.registry.register(_OfHub(hub))

    def answered(self, path: str, method: str, status: int, seconds: float) -> None:
        """One request, by its path's pattern."""
        self.requests.labels(path, method, str(status)).inc()
        if status != 101:  # a live line lasts for hours
            self.seconds.labels(path).observe(seconds)


METRICS = web.AppKey("metrics", Metrics)


class _OfHub:
    """The hub's own numbers, at the moment they are asked for."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub

    def collect(self) -> Iterator[Metric]:
        hub = self._hub
        people = GaugeMetricFamily("metaseoul_people", "People on a line of this node, by place", labels=["place"])
        for place, count in hub.zones.presence().items():
            people.add_metric([place], count)
        yield people
        yield GaugeMetricFamily("metaseoul_zones", "Copies of places that this node owns", sum(1 for _ in hub.zones))
        yield CounterMetricFamily("metaseoul_ticks", "Ticks of the hub", hub.ticks)
        yield CounterMetricFamily("metaseoul_ticks_late", "Ticks that began over half a tick late", hub.late)
        yield GaugeMetricFamily("metaseoul_ticks_missed_at_once", "Ticks that went by at once, at most", hub.missed)
        yield CounterMetricFamily("metaseoul_tick_seconds", "Seconds spent in ticks", hub.spent)
        yield CounterMetricFamily("metaseoul_lines_of_chat", "Lines of chat that were told", hub.talk.told)


@routes.get("/metrics")
@wire(gives="text/plain")
async def metrics(request: web.Request) -> web.Response:
    """Everything, for a scrape."""
    return web.Response(body=generate_latest(request.app[METRICS].registry), headers={"Content-Type": TEXT})


async def _open(app: web.Application) -> None:
    app[METRICS].watch(kept(app, HUB))


DESK = Desk("metrics", routes, opening=_open)
