"""What a patron is told, and when: each occasion, with the sentence as it would be said."""

from collections.abc import Iterator

from imref.desk import phrases
from imref.desk.agreement import Agreement, Desk
from imref.desk.phrases import Text, Words
from imref.paper.exact import exactly


def occasions(agreement: Agreement, desk: Desk) -> Iterator[tuple[Words, Text]]:
    """When, and what: with this desk's title and the names of its own people."""
    title, place, timings = desk.title, phrases.PLACE(place=2), agreement.timings
    name, colleague = _two_names(agreement, desk)
    yield (
        phrases.PAPER_WHEN_STAFFED(),
        phrases.RECEIVED(desk=title, place=phrases.PLACE_NEXT()),
    )
    yield phrases.PAPER_WHEN_BUSY(), phrases.RECEIVED_BUSY(desk=title, place=place)
    yield phrases.PAPER_WHEN_NOBODY(), phrases.RECEIVED_NOBODY(desk=title, place=place)
    yield (
        phrases.PAPER_WHEN_WAITING(time=exactly(timings.reassure)),
        phrases.STILL_LOOKING(place=place),
    )
    yield (
        phrases.PAPER_WHEN_NOBODY_COMES(time=exactly(timings.choice)),
        phrases.STILL_NOBODY(place=place),
    )
    yield phrases.PAPER_WHEN_CLAIMED(), phrases.JOINED(name=name)
    yield (
        phrases.PAPER_WHEN_PASSED_ON(),
        phrases.PASSED_TO_PERSON(name=name, colleague=colleague),
    )
    yield phrases.PAPER_WHEN_SILENT(), phrases.OWNER_SILENT(name=name)
    yield phrases.PAPER_WHEN_LOST(), phrases.OWNER_LOST(name=name)
    yield (
        phrases.PAPER_WHEN_IDLE(time=exactly(timings.remind_idle)),
        phrases.IDLE_REMINDER(name=name),
    )
    yield (
        phrases.PAPER_WHEN_IDLE_CLOSED(time=exactly(timings.close_idle)),
        phrases.CLOSED_IDLE(),
    )
    yield phrases.PAPER_WHEN_CLOSED(), phrases.CLOSED_BY_STAFF(name=name)


def _two_names(agreement: Agreement, desk: Desk) -> tuple[str, str]:
    members = [member for name in desk.staff if (member := agreement.member(name)) is not None]
    names = [member.screen_name for member in members] or [""]
    return names[0], names[-1]
