"""What a desk's door says, as data and as a picture: /desk.json, /presence.json, /presence.svg."""

import json
from typing import Any

from aiohttp import web

from imref.desk.agreement import Desk
from imref.desk.phrases import PHRASES
from imref.desk.roster.doorplate import Plate, plate_of
from imref.desk.talk.file_rules import FilePolicy
from imref.web.badge import badge
from imref.web.manners import FRESH, may_read, tagged
from imref.web.site import SITE, Site
from imref.web.tongues import asked, direction, tongue

WORD_PREFIX = "web_"
"""Begins the key of each phrase that the widget says."""

LARGEST_FILE = 10 * 1024 * 1024
"""Bytes of a file that somebody may send where no rule of ours says; the server may allow less."""


async def desk(request: web.Request) -> web.StreamResponse:
    """Everything that the widget needs to know before somebody opens it."""
    site = request.app[SITE]
    desk, plate, language = _asked(request, site)
    says = _said(site, plate, language)
    agreed = site.room().agreement
    policy = desk.files or agreed.files.policy
    told = {
        **_presence(desk, plate, says),
        "address": f"{desk.name}@{agreed.domain}",
        "language": language,
        "direction": direction(language),
        "words": _words(site, language),
        "websocket": site.settings.websocket_address,
        "guest": f"{site.settings.address}/guest",
        "about": f"{site.settings.address}/kept?lang={language}",
        "limits": {
            "length": agreed.bounds.message_length,
            "file": agreed.files.largest if policy is FilePolicy.RE_UPLOAD else LARGEST_FILE,
        },
        "files": policy is not FilePolicy.REFUSE,
    }
    return _answer(request, told)


async def presence(request: web.Request) -> web.StreamResponse:
    """A desk's state and what its door says, for the library's own pages."""
    site = request.app[SITE]
    desk, plate, language = _asked(request, site)
    return _answer(request, _presence(desk, plate, _said(site, plate, language)))


async def picture(request: web.Request) -> web.StreamResponse:
    """The same as a small picture."""
    site = request.app[SITE]
    desk, plate, language = _asked(request, site)
    label = site.room().agreement.wording.render(plate.label, language)
    drawn = badge(desk.title, label, plate.state, direction(language)).encode()
    response = tagged(request, drawn, "image/svg+xml", FRESH)
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    response.headers["Vary"] = "Accept-Language"
    return response


def _asked(request: web.Request, site: Site) -> tuple[Desk, Plate, str]:
    """The desk that is asked for, its plate now, and the language to read it in."""
    desk = site.desk(request.query.get("desk", ""))
    room = site.room()
    return desk, plate_of(room, desk, site.clock()), tongue(room.agreement.wording, asked(request))


def _said(site: Site, plate: Plate, language: str) -> str:
    return site.room().agreement.wording.render(plate.says, language, site.clock())


def _presence(desk: Desk, plate: Plate, says: str) -> dict[str, Any]:
    return {"desk": desk.name, "title": desk.title, "state": plate.state.value, "says": says}


def _words(site: Site, language: str) -> dict[str, str]:
    """What the widget says, with its gaps, by the name of the phrase without its prefix."""
    wording = site.room().agreement.wording
    return {
        key.removeprefix(WORD_PREFIX): wording.template(phrase, language)
        for key, phrase in PHRASES.items()
        if key.startswith(WORD_PREFIX)
    }


def _answer(request: web.Request, told: dict[str, Any]) -> web.StreamResponse:
    body = json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()
    response = tagged(request, body, "application/json", FRESH)
    may_read(request, response)
    response.headers["Vary"] = "Origin, Accept-Language"
    return response
