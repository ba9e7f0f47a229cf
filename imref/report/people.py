"""The figures of single librarians, for those who may see them."""

from collections.abc import Collection, Mapping, Sequence

from imref.desk.duty.order import Channel
from imref.desk.intervals import joined
from imref.report.attendance import Attendance
from imref.report.ledger import kept_promises, rated
from imref.report.model import Person, Row
from imref.report.period import Period
from imref.store import daybook
from imref.store.daybook import Span
from imref.store.evidence import View


class People:
    """What a view says of librarians in a period, at these desks (none named: all)."""

    def __init__(
        self,
        view: View,
        period: Period,
        desks: Collection[str],
        attended: Mapping[str, Attendance],
    ) -> None:
        span = Span(period.start, period.end, desks)
        self._attended = attended
        self._promises = daybook.promises(view.connection, span)
        self._ratings = daybook.ratings(view.connection, span)
        self._served = daybook.served(view.connection, period.start, period.end)

    def figures(self, names: Sequence[str], rows: Sequence[Row]) -> tuple[Person, ...]:
        """The figures of those with these staff names; ``rows`` is the breakdown by staff."""
        by_name = {row.key: row for row in rows}
        return tuple(self._person(name, by_name.get(name)) for name in names)

    def _person(self, name: str, row: Row | None) -> Person:
        return Person(
            name,
            answered=(row.fates.answered or 0) if row else 0,
            minutes=self._on_duty(name),
            median_wait=row.waits.median if row else None,
            promises=kept_promises(self._promises, lambda owner: owner == name),
            ratings=rated(self._ratings, lambda owner: owner == name),
            walk_ins=self._served.get((name, Channel.WALK_IN), 0),
            calls=self._served.get((name, Channel.PHONE), 0),
        )

    def _on_duty(self, name: str) -> float:
        """Minutes on duty; at two desks at once they count once."""
        times = (each.duty.get(name, ()) for each in self._attended.values())
        return sum(each.length for each in joined(one for time in times for one in time)) / 60.0
