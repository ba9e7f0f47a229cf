"""The metrics as Prometheus reads them, in a registry of their own."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

from prometheus_client import CollectorRegistry, ProcessCollector
from prometheus_client.core import (
    CounterMetricFamily,
    GaugeMetricFamily,
    HistogramMetricFamily,
)
from prometheus_client.core import (
    Metric as Family,
)
from prometheus_client.exposition import choose_encoder
from prometheus_client.registry import Collector

from imref.desk.model import Channel
from imref.meters.catalogue import OURS, Kind, Metric
from imref.meters.counts import DIRECTIONS, Counts, Histogram
from imref.meters.readings import Reading, readings
from imref.meters.watched import Watched

STARTS: Final[Mapping[str, tuple[tuple[str, ...], ...]]] = {
    "imref_batches_failed_total": (("store",), ("rule",)),
    "imref_bounces_total": ((),),
    "imref_messages_total": tuple((each,) for each in DIRECTIONS.values()),
    "imref_sessions_opened_total": tuple((each.value,) for each in Channel),
    "imref_sessions_claimed_total": ((),),
    "imref_web_guests_total": (("let in",), ("turned away",)),
    "imref_canaries_total": (("answered",), ("failed",)),
}
"""The labels, beside the desk, under which something is counted from the start."""

_FAMILIES: Final = {
    Kind.GAUGE: GaugeMetricFamily,
    Kind.COUNTER: CounterMetricFamily,
    Kind.HISTOGRAM: HistogramMetricFamily,
}


class Exposition(Collector):
    """Collects what was counted and what is true now, whenever somebody asks."""

    def __init__(
        self, counts: Counts, service: Callable[[], Watched], clock: Callable[[], float]
    ) -> None:
        self._counts = counts
        self._service = service
        self._clock = clock
        self._registry = CollectorRegistry()
        self._registry.register(self)
        ProcessCollector(registry=self._registry)

    def written(self, accept: str) -> tuple[bytes, str]:
        """The text in a format that the header ``accept`` allows, and its content type."""
        encode, content_type = choose_encoder(accept)
        return encode(self._registry), content_type

    def describe(self) -> Iterator[Family]:
        """All families, without values."""
        return iter([_family(metric) for metric in OURS.values()])

    def collect(self) -> Iterator[Family]:
        """All families, with the values of this moment."""
        values = defaultdict(list)
        for reading in self._readings():
            values[reading.name].append(reading)
        histograms = self._histograms
        for metric in OURS.values():
            family = _family(metric)
            for reading in values[metric.name]:
                family.add_metric(reading.labels, reading.value)
            for labels, histogram in histograms.get(metric.name, ()):
                family.add_metric(labels, histogram.buckets, histogram.total)
            yield family

    @property
    def _histograms(self) -> dict[str, list[tuple[tuple[str, ...], Histogram]]]:
        answers = self._counts.first_answers.items()
        return {
            "imref_commit_seconds": [((), self._counts.commits)],
            "imref_first_answer_seconds": [((desk,), histogram) for desk, histogram in answers],
        }

    def _readings(self) -> Iterator[Reading]:
        service, counts = self._service(), self._counts
        room = service.switchboard.room
        yield Reading("imref_link_up", service.linked)
        yield Reading("imref_store_ailing", service.ailing)
        yield Reading("imref_loop_turns", service.keeps_up)
        yield Reading("imref_outbox_owed", counts.owed)
        yield from counted(counts.totals, room.agreement.desks)
        check = room.agreement.canary
        if check is not None and check.desk in counts.canary_answered:
            answered = counts.canary_answered[check.desk]
            yield Reading("imref_canary_answered_timestamp_seconds", answered, (check.desk,))
        yield from readings(room, self._clock())


def counted(
    many: Mapping[str, Mapping[tuple[str, ...], int]], desks: Iterable[str]
) -> Iterator[Reading]:
    """What was counted, and nought for what has not happened yet: a rule that asks for an increase
    would miss the first time otherwise.
    """
    for metric in OURS.values():
        if metric.kind is not Kind.COUNTER or metric.name not in (*many, *STARTS):
            continue
        starts = STARTS.get(metric.name, ())
        per_desk = [(desk, *start) for desk in desks for start in starts]
        nought = per_desk if "desk" in metric.labels else starts
        values = {**dict.fromkeys(nought, 0), **many.get(metric.name, {})}
        for labels, count in values.items():
            yield Reading(metric.name, count, labels)


def _family(metric: Metric) -> Any:
    """An empty family of the right kind."""
    return _FAMILIES[metric.kind](metric.name, metric.about, labels=metric.labels)
