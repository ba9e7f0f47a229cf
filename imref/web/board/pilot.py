"""The page of the pilot: how it stands so far, or its verdict, at the desks that somebody sees."""

from pathlib import Path

from aiohttp import web

from imref.desk.agreement import Agreement
from imref.pilot.agreed import NotAgreed, Pilot
from imref.pilot.judging import Mark
from imref.pilot.page import Page, page
from imref.pilot.reckoning import last_of, pilots, reckon, titles
from imref.report.spelling import unbroken
from imref.web.board.gate import guarded
from imref.web.board.rights import Rights
from imref.web.board.sheet import part
from imref.web.board.visitor import Visitor

CLASSES = {Mark.MET: "good", Mark.MISSED: "bad"}


@guarded
async def show(request: web.Request, who: Visitor) -> web.StreamResponse:
    """The pilot that runs, or else the last one, of each of their desks."""
    agreement, now = who.site.room().agreement, who.site.clock()
    pages = await who.backstage.read(_pages, agreement, theirs(agreement, who.rights), now)
    told = {"pages": pages, "classes": CLASSES, "unbroken": unbroken}
    return part(request, who, "dashboard/pilot", **told)


def theirs(agreement: Agreement, rights: Rights) -> tuple[str, ...]:
    """The desks whose pilots somebody sees: "", which is all together, if they see them all."""
    sees_all = rights.sees == tuple(agreement.desks)
    return ("", *rights.sees) if sees_all else rights.sees


def _pages(
    path: Path, agreement: Agreement, desks: tuple[str, ...], now: float
) -> list[Page] | None:
    """A page for each of these desks that has a pilot; None where one cannot be read."""
    try:
        found: list[Pilot] = pilots(path)
    except NotAgreed:
        return None
    chosen = (last_of(found, now, desk) for desk in desks)
    return [
        page(reckon(each, path, agreement, now), titles(agreement))
        for each in chosen
        if each is not None
    ]
