"""The widget itself, and the style of the pages that we serve ourselves."""

from functools import cache
from pathlib import Path

from aiohttp import web

from imref.web.manners import ASSET, tagged

_FOLDER = Path(__file__).with_name("static")


async def widget(request: web.Request) -> web.StreamResponse:
    """The one script that a library puts on its pages; everybody may load it."""
    response = tagged(request, content("ask.js"), "text/javascript", ASSET)
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response


async def style(request: web.Request) -> web.StreamResponse:
    """How our own pages look."""
    return tagged(request, content("page.css"), "text/css", ASSET)


@cache
def content(name: str) -> bytes:
    """What a file holds, read once. Raises FileNotFoundError."""
    return (_FOLDER / name).read_bytes()
