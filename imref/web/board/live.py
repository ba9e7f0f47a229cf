"""The page of now, and the stream that keeps it up to date (server-sent events, HTML standard)."""

import asyncio
import json
from contextlib import suppress
from typing import Final

from aiohttp import web

from imref.web.board.gate import backstage_of, guarded, recognised, still_here
from imref.web.board.now import Now, now_of
from imref.web.board.sheet import HEADERS, part, written
from imref.web.board.visitor import Visitor

TICK: Final = 1.0
"""Seconds between two looks at the room for somebody who watches."""

REDRAWN: Final = 15.0
"""Seconds after which the page is sent again though nothing has happened: waits have grown, and a
connection that is lost is noticed."""

STREAMS: Final = 60
STREAMS_EACH: Final = 6
"""Streams that are open at once: in all, and of one visit."""

RETRY: Final = 3000
"""Milliseconds after which a browser tries again that was cut off."""


@guarded
async def page(request: web.Request, who: Visitor) -> web.StreamResponse:
    """What is going on, as of now."""
    return part(request, who, "dashboard", now=await _look(who))


async def live(request: web.Request) -> web.StreamResponse:
    """The same as a stream. It is no use of the visit: a page left open logs out in its time."""
    who, streams = recognised(request), backstage_of(request).streams
    if who is None:
        return web.Response(status=403)
    if len(streams) >= STREAMS or streams.count(who.visit) >= STREAMS_EACH:
        return web.Response(status=503, headers={"Retry-After": "60"})
    response = web.StreamResponse(headers={**HEADERS, "Content-Type": "text/event-stream"})
    response.headers["X-Accel-Buffering"] = "no"  # nginx would keep events until it has a page
    streams.append(who.visit)
    try:
        await response.prepare(request)
        await response.write(f"retry: {RETRY}\n\n".encode())
        await _follow(who, response)
    except ConnectionError:
        pass  # They have gone.
    finally:
        streams.remove(who.visit)
    return response


async def _follow(who: Visitor, response: web.StreamResponse) -> None:
    """Send what is going on whenever it has changed, for as long as they are logged in."""
    seen, drawn, watched = None, 0.0, asyncio.get_running_loop().time
    looker: Visitor | None = who
    while looker is not None:
        now = await _look(looker)
        if now != seen or watched() - drawn >= REDRAWN:
            seen, drawn = now, watched()
            await response.write(_event("now", _drawn(looker, now)))
        with suppress(TimeoutError):
            await asyncio.wait_for(who.visit.ended.wait(), TICK)
        looker = still_here(who.site, who.backstage, who.visit)
    await response.write(_event("end", ""))


async def _look(who: Visitor) -> Now:
    site, backstage = who.site, who.backstage
    return now_of(
        site.room(),
        who.rights.sees,
        site.clock(),
        ailing=backstage.ailing(),
        owed=await backstage.owed(site.clock()),
    )


def _drawn(who: Visitor, now: Now) -> str:
    html = written(who.site, "board_now.html", who.language, now=now, who=who)
    return json.dumps({"waits": now.waits, "html": html})


def _event(name: str, data: str) -> bytes:
    return f"event: {name}\ndata: {data}\n\n".encode()
