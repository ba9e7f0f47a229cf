"""The routes of the dashboard."""

from aiohttp import web

from imref.web.board import figures, gate, live, pilot, promises, transcripts
from imref.web.manners import ASSET, tagged
from imref.web.scripts import content
from imref.web.site import SITE

ROUTES = (
    web.get("/dashboard", live.page),
    web.get("/dashboard/live", live.live),
    web.get("/dashboard/figures", figures.page),
    web.get("/dashboard/promises", promises.page),
    web.get("/dashboard/pilot", pilot.show),
    web.get("/dashboard/transcripts", transcripts.page),
    web.post("/dashboard/transcripts", transcripts.page),
    web.get("/dashboard/transcripts/{number}", transcripts.one),
    web.get("/dashboard/enter/{key}", gate.knock),
    web.post("/dashboard/enter/{key}", gate.enter),
    web.post("/dashboard/leave", gate.leave),
)


async def style(request: web.Request) -> web.StreamResponse:
    """How the dashboard looks."""
    return tagged(request, content("board.css"), "text/css", ASSET)


async def script(request: web.Request) -> web.StreamResponse:
    """What keeps the page of now up to date."""
    return tagged(request, content("board.js"), "text/javascript", ASSET)


async def end_all(app: web.Application) -> None:
    """End what is being streamed, as the server stops."""
    backstage = app[SITE].backstage
    if backstage is not None:
        backstage.keys.end_all()


def add_to(app: web.Application) -> None:
    """Give a web server its dashboard."""
    app.add_routes([*ROUTES, web.get("/board.css", style), web.get("/board.js", script)])
    app.on_shutdown.append(end_all)
