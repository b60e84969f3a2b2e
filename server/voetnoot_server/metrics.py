"""What the server counts, for Prometheus."""

from __future__ import annotations

from flask import Blueprint, Response
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from voetnoot_server.pool import Pool
from voetnoot_server.shelf import Shelf

_SECONDS = (0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30)
_ROWS = (0, 1, 10, 100, 1000, 10_000, 100_000, 1_000_000)


class Metrics:
    """The counters of one application."""

    def __init__(self, pool: Pool, shelf: Shelf) -> None:
        self.registry = CollectorRegistry()
        self.requests = Counter(
            "voetnoot_requests",
            "Requests by method and status.",
            ["method", "status"],
            registry=self.registry,
        )
        self.queries = Counter("voetnoot_queries", "Queries by outcome.", ["outcome"], registry=self.registry)
        self.query_seconds = Histogram(
            "voetnoot_query_seconds", "Seconds that a query worked.", buckets=_SECONDS, registry=self.registry
        )
        self.query_rows = Histogram(
            "voetnoot_query_rows", "Rows of an answer.", buckets=_ROWS, registry=self.registry
        )
        self._counts: dict[tuple[str, int, str], tuple[Counter, ...]] = {}
        self.registry.register(_State(pool, shelf))

    def count(self, method: str, status: int, outcome: str) -> None:
        """Count a request, and what became of its query if it had one."""
        counts = self._counts.get((method, status, outcome))
        if counts is None:
            request = self.requests.labels(method, str(status))
            counts = (request, self.queries.labels(outcome)) if outcome else (request,)
            self._counts[method, status, outcome] = counts
        for count in counts:
            count.inc()


class _State(Collector):
    """Reads what is the case when it is asked."""

    def __init__(self, pool: Pool, shelf: Shelf) -> None:
        self._pool = pool
        self._shelf = shelf

    def collect(self) -> list[Metric]:
        generation, shelf = self._pool.generation, self._shelf
        build = GaugeMetricFamily(
            "voetnoot_build_quads", "Quads of the build that answers.", labels=["version"]
        )
        build.add_metric([generation.build.version], generation.build.quads)
        running = len(self._pool.running())
        return [
            build,
            GaugeMetricFamily("voetnoot_queries_running", "Queries under way, waiting ones too.", running),
            GaugeMetricFamily(
                "voetnoot_queries_waiting", "Queries that wait for their turn.", self._pool.waiting
            ),
            CounterMetricFamily("voetnoot_evaluators_ended", "Evaluators that ended.", generation.ended),
            CounterMetricFamily("voetnoot_host_restarts", "Restarts of the query host.", generation.restarts),
            GaugeMetricFamily("voetnoot_cache_bytes", "Bytes of kept answers.", shelf.bytes),
            CounterMetricFamily("voetnoot_cache_hits", "Requests answered from the cache.", shelf.hits),
            CounterMetricFamily(
                "voetnoot_cache_misses", "Requests that the cache had no answer to.", shelf.misses
            ),
        ]


def metrics_page(metrics: Metrics) -> Blueprint:
    """Return the blueprint that shows these metrics."""
    blueprint = Blueprint("metrics", __name__)

    @blueprint.get("/metrics")
    def show() -> Response:
        """Show every metric in Prometheus' text format."""
        return Response(
            generate_latest(metrics.registry),
            content_type=CONTENT_TYPE_LATEST,
            headers={"Cache-Control": "no-store"},
        )

    return blueprint
