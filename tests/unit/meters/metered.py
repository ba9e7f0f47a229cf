"""A scene with meters on it, read as Prometheus reads them."""

from collections.abc import Sequence
from typing import Any

from desk.scene import Scene
from prometheus_client.parser import text_string_to_metric_families

from imref.desk.effects import Effect
from imref.desk.events import Event
from imref.desk.ledger import Ledger
from imref.meters import Meters


class MeteredScene(Scene):
    """A scene whose steps are counted; it says of itself what a service does."""

    linked = True
    ailing = False
    keeps_up = True

    def __init__(self, *args: Any, **more: Any) -> None:
        self.meters = Meters(lambda: self, lambda: self.now)
        super().__init__(*args, **more)
        self.meters.counts.loaded(Ledger())

    def happens(self, event: Event, after: float = 1.0) -> list[Effect]:
        """One step, counted."""
        return self._counted([event], super().happens(event, after))

    def passes(self, seconds: float) -> list[Effect]:
        """Time passes; what it brings about is counted."""
        return self._counted([], super().passes(seconds))

    def _counted(self, batch: Sequence[Event], effects: list[Effect]) -> list[Effect]:
        self.meters.counts.turned(batch, effects)
        return effects

    def samples(self) -> dict[tuple[str, frozenset[tuple[str, str]]], float]:
        """Everything that Prometheus gets, by name and labels."""
        text = self.meters.exposition("")[0].decode()
        return {
            (sample.name, frozenset(sample.labels.items())): sample.value
            for family in text_string_to_metric_families(text)
            for sample in family.samples
        }

    def value(self, name: str, **labels: str) -> float | None:
        """One value; None where there is none."""
        return self.samples().get((f"imref_{name}", frozenset(labels.items())))
