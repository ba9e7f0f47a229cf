"""The pages that people read: the one to ask on, with its QR code, and the one of what is kept."""

import io
from functools import cache
from math import ceil
from urllib.parse import urlencode

from aiohttp import web
from babel import Locale
from jinja2 import Environment, PackageLoader, StrictUndefined

from imref.desk import phrases
from imref.desk.agreement import Desk
from imref.desk.phrases import Text
from imref.desk.roster.doorplate import plate_of
from imref.desk.talk.file_rules import FilePolicy
from imref.desk.wording import ENGLISH, Wording
from imref.web.manners import ASSET, FRESH, tagged
from imref.web.site import SITE, Site
from imref.web.tongues import asked, direction, tongue

DAY = 86_400.0


async def ready(request: web.Request) -> web.StreamResponse:
    """A page with the chat opened in it, for libraries that want just a link."""
    site, desk, language = _asked(request)
    room = site.room()
    plate = plate_of(room, desk, site.clock())
    others = [each for each in room.agreement.desks.values() if each is not desk]
    return _page(
        request,
        "ready.html",
        language,
        desk=desk,
        says=plate.says,
        others={each.title: _link("", desk=each.name, lang=language) for each in others},
        address=f"{desk.name}@{room.agreement.domain}",
        here=_here(site, desk),
        kept=_link("kept", desk=desk.name, lang=language),
    )


async def kept(request: web.Request) -> web.StreamResponse:
    """What is kept of a conversation, where, for how long, and how to be forgotten."""
    site, desk, language = _asked(request)
    archive = _days(site.settings.archive)
    policy = desk.files or site.room().agreement.files.policy
    return _page(
        request,
        "kept.html",
        language,
        desk=desk,
        archive=archive if site.settings.archive else None,
        files=policy is not FilePolicy.REFUSE,
        lifetime=_days(site.settings.lifetime),
        back=_link("", desk=desk.name, lang=language),
    )


async def code(request: web.Request) -> web.StreamResponse:
    """The address of the page as a QR code."""
    import segno

    site, desk, _ = _asked(request)
    drawn = io.BytesIO()
    segno.make(_here(site, desk), error="m").save(
        drawn, kind="svg", border=2, scale=4, dark="#000", light="#fff", xmldecl=False
    )
    return tagged(request, drawn.getvalue(), "image/svg+xml", ASSET)


def _asked(request: web.Request) -> tuple[Site, Desk, str]:
    site = request.app[SITE]
    language = tongue(site.room().agreement.wording, asked(request))
    return site, site.desk(request.query.get("desk", "")), language


def _page(request: web.Request, template: str, language: str, **told: object) -> web.Response:
    site = request.app[SITE]
    wording, now = site.room().agreement.wording, site.clock()

    def say(text: Text) -> str:
        return wording.render(text, language, now)

    desk = told["desk"]
    html = (
        templates()
        .get_template(template)
        .render(
            p=phrases,
            say=say,
            language=language,
            direction=direction(language),
            languages=_languages(wording, request, desk.name if isinstance(desk, Desk) else ""),
            **told,
        )
    )
    response = tagged(request, html.encode(), "text/html", FRESH)
    response.headers["Vary"] = "Accept-Language"
    return response


@cache
def templates() -> Environment:
    """What every page is made from."""
    return Environment(
        loader=PackageLoader("imref.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _languages(wording: Wording, request: web.Request, desk: str) -> dict[str, tuple[str, str]]:
    """Each language that we speak: its tag, its own name for itself, and this page in it."""
    tags = dict.fromkeys((wording.language(""), ENGLISH, *sorted(wording.catalogues)))
    path = request.path.lstrip("/")
    return {tag: (_own_name(tag), _link(path, desk=desk, lang=tag)) for tag in tags}


def _own_name(tag: str) -> str:
    locale = Locale.parse(tag, sep="-")
    return (locale.get_language_name(locale) or tag).capitalize()


def _link(path: str, **query: str) -> str:
    return f"{path or './'}?{urlencode(query)}"


def _here(site: Site, desk: Desk) -> str:
    """The public address of the page of a desk; the first desk's is the page's own."""
    first = next(iter(site.room().agreement.desks))
    return f"{site.settings.address}/" + (f"?desk={desk.name}" if desk.name != first else "")


def _days(seconds: float) -> Text:
    return phrases.DAYS(count=ceil(seconds / DAY))
