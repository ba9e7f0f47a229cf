"""The pages of what was said: searching it, and reading one conversation, for those who may.

What is searched for comes in the body of a form: a proxy would keep it in its log with an address.
"""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from aiohttp import web

from imref.desk.calendar.wallclock import date_at, midnight
from imref.desk.effects import Fate
from imref.desk.model import DIGITS, Speaker
from imref.store.archive import Archive, SessionSummary, Spoken, Transcript
from imref.store.search import PAGE, Found, Wanted, search
from imref.web.board.gate import guarded, is_our_form, not_yours
from imref.web.board.sheet import part
from imref.web.board.visitor import Visitor

log = logging.getLogger(__name__)

DAYS: Final = 90
"""Days that are searched where nobody says which."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A search as it stands in the form: ``desk`` is one of theirs, or "" for all of these."""

    words: str
    desk: str
    first: date
    last: date
    page: int

    def wanted(self, who: Visitor) -> Wanted:
        """The same as the store takes it, by the visitor's clock; never another's desk."""
        zone = ZoneInfo(who.zone)
        desks = tuple(name for name in who.rights.reads if self.desk in ("", name))
        until = midnight(zone, self.last + timedelta(days=1))
        return Wanted(self.words, desks, midnight(zone, self.first), until, self.page)


@dataclass(frozen=True, slots=True)
class Result:
    """What is shown of a search: passages where words were given, else whole conversations."""

    found: Found | None = None
    sessions: tuple[SessionSummary, ...] = ()
    more: bool = False


@guarded
async def page(request: web.Request, who: Visitor) -> web.StreamResponse:
    """The form, and by POST what was found; for somebody who may read nothing, why."""
    if not who.rights.reads:
        return part(request, who, "dashboard/transcripts", asked=None, result=None)
    given: Mapping[str, object] = {}
    if request.method == "POST":
        if not is_our_form(request):
            raise web.HTTPForbidden(text="this form is not ours")
        given = await request.post()
    asked = _asked(who, given)
    result = await _result(who, asked) if given else None
    return part(request, who, "dashboard/transcripts", asked=asked, result=result)


@guarded
async def one(request: web.Request, who: Visitor) -> web.StreamResponse:
    """One conversation, if it is of a desk whose conversations they may read."""
    digits = request.match_info["number"]
    known = digits.isascii() and digits.isdigit() and len(digits) <= DIGITS
    if not known or not who.rights.reads:
        return not_yours(request, who)
    transcript = await who.backstage.read(_transcript, int(digits))
    if transcript is None or transcript.session.desk not in who.rights.reads:
        return not_yours(request, who)
    log.info("transcript read", extra={"session": int(digits), "staff": who.rights.name})
    lines = [line for line in transcript.lines if isinstance(line, Spoken)]
    replaced = {(line.speaker, line.replaces) for line in lines if line.replaces}
    return part(
        request,
        who,
        "dashboard/transcripts/one",
        session=transcript.session,
        lines=[_line(who, transcript, each, replaced) for each in lines],
    )


@dataclass(frozen=True, slots=True)
class Line:
    """One message as it is shown: ``author`` as staff read it, "" of a patron."""

    said: Spoken
    author: str
    note: bool
    corrected: bool
    undelivered: bool


def _line(
    who: Visitor, transcript: Transcript, said: Spoken, replaced: set[tuple[Speaker, str]]
) -> Line:
    patron = said.speaker is Speaker.PATRON
    return Line(
        said,
        transcript.session.alias if patron else who.site.room().colleague(said.staff),
        said.speaker is Speaker.NOTE,
        (said.speaker, said.id) in replaced,
        said.fate is Fate.UNDELIVERABLE,
    )


def _transcript(path: Path, number: int) -> Transcript | None:
    with Archive(path) as archive:
        return archive.transcript(number)


def _sessions(path: Path, wanted: Wanted) -> list[SessionSummary]:
    with Archive(path) as archive:
        span = wanted.since, wanted.until
        return archive.sessions_at(wanted.desks, span, limit=PAGE + 1, skip=wanted.page * PAGE)


async def _result(who: Visitor, asked: Asked) -> Result:
    wanted = asked.wanted(who)
    log.info("transcripts searched", extra={"staff": who.rights.name})
    if asked.words:
        found = await who.backstage.read(search, wanted)
        return Result(found=found, more=found.count > (asked.page + 1) * PAGE)
    sessions = await who.backstage.read(_sessions, wanted)
    return Result(sessions=tuple(sessions[:PAGE]), more=len(sessions) > PAGE)


def _asked(who: Visitor, given: Mapping[str, object]) -> Asked:
    """What a form holds; what cannot be meant is left out."""
    words, desk, number = (str(given.get(name, "")) for name in ("words", "desk", "page"))
    today = date_at(ZoneInfo(who.zone), who.site.clock())
    last = _day(given.get("last"), today)
    first = min(_day(given.get("first"), last - timedelta(days=DAYS)), last)
    page = int(number) if number.isascii() and number.isdigit() and len(number) < DIGITS else 0
    return Asked(words.strip(), desk if desk in who.rights.reads else "", first, last, page)


def _day(text: object, otherwise: date) -> date:
    try:
        found = datetime.strptime(str(text), "%Y-%m-%d").date()  # noqa: DTZ007  (a day has no zone)
    except ValueError:
        return otherwise
    return found if 1970 <= found.year < 9999 else otherwise
