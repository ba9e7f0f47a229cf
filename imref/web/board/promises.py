"""The page of follow-ups: one's own, and those of the desks that one supervises."""

from dataclasses import dataclass

from aiohttp import web

from imref.store.promises import DuePromise, due
from imref.web.board.gate import guarded
from imref.web.board.sheet import part
from imref.web.board.visitor import Visitor


@dataclass(frozen=True, slots=True)
class Line:
    """A follow-up as it stands in the table; ``late`` if its time is over."""

    promise: DuePromise
    owner: str
    desk: str
    late: bool


@guarded
async def page(request: web.Request, who: Visitor) -> web.StreamResponse:
    """What is promised, the most pressing first."""
    rights = who.rights
    found = await who.backstage.read(due, rights.name, rights.supervises)
    lines = [_line(who, each) for each in found]
    mine = [each for each in lines if each.promise.owner == rights.name]
    others = [each for each in lines if each.promise.owner != rights.name]
    return part(request, who, "dashboard/promises", mine=mine, others=others)


def _line(who: Visitor, promise: DuePromise) -> Line:
    room = who.site.room()
    return Line(
        promise,
        room.colleague(promise.owner),
        room.desk_title(promise.desk),
        promise.due < who.site.clock(),
    )
