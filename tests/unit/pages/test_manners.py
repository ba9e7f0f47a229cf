"""Headers, languages and truth of the pages that imref serves."""

import pytest

from .conftest import SITE, MakeVisitor

EVERY = ["/", "/kept", "/desk.json", "/presence.json", "/presence.svg", "/qr.svg", "/ask.js"]


@pytest.mark.parametrize("path", [*EVERY, "/page.css", "/guest", "/nowhere"])
async def test_everything_is_guarded(visit: MakeVisitor, path: str) -> None:
    visitor = await visit(websocket="wss://xmpp.library.example:5281/ws")
    answer = await visitor.get(path)
    policy = answer.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'; ")
    assert "connect-src 'self' wss://xmpp.library.example:5281;" in policy
    assert policy.endswith("frame-ancestors 'none'")
    assert "unsafe" not in policy
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert answer.headers["Server"] == "imref"


async def test_who_may_frame_the_page_is_said(visit: MakeVisitor) -> None:
    visitor = await visit(frames=[SITE], uploads=["https://upload.library.example"])
    policy = (await visitor.get("/")).headers["Content-Security-Policy"]
    assert policy.endswith(f"frame-ancestors {SITE}")
    assert policy.count("https://upload.library.example") == 2


async def test_everybody_may_load_the_widget(visit: MakeVisitor) -> None:
    visitor = await visit()
    answer = await visitor.get("/ask.js", Origin="https://elsewhere.example")
    assert answer.content_type == "text/javascript"
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert "max-age=3600" in answer.headers["Cache-Control"]
    again = await visitor.get("/ask.js", If_None_Match=answer.headers["ETag"])
    assert again.status == 304
    assert again.headers["Access-Control-Allow-Origin"] == "*"


async def test_the_page_stands_in_four_languages(visit: MakeVisitor) -> None:
    visitor = await visit()
    for language, kept in {
        "en": "What is kept of a conversation",
        "de": "Was von einem Gespräch aufbewahrt wird",
        "es": "Qué se guarda de una conversación",
        "fr": "Ce qui est gardé d’une conversation",
    }.items():
        page = await (await visitor.get("/", Accept_Language=language)).text()
        assert f'<html lang="{language}" dir="ltr">' in page
        assert kept in page
        assert f'<imref-ask desk="ask" language="{language}"' in page
        assert "style=" not in page


async def test_what_is_kept_follows_the_config(visit: MakeVisitor) -> None:
    visitor = await visit(archive="3 d", lifetime="10 d")
    page = await (await visitor.get("/kept")).text()
    assert "keeps the messages of a guest for 3 days" in page
    assert "a random guest name for 10 days" in page
    assert "stays there for 3 days at most" in page
    none = await (await (await visit(archive=0)).get("/kept")).text()
    assert "passes messages on and keeps none of them" in none
    assert "days at most" not in none


async def test_a_title_cannot_break_the_page(visit: MakeVisitor, scene: object) -> None:
    visitor = await visit()
    title = '"><script>alert(1)</script>'
    desks = visitor.scene.room.agreement.desks
    object.__setattr__(desks["ask"], "title", title)
    for path in ("/", "/kept", "/presence.svg"):
        assert "<script>alert" not in await (await visitor.get(path)).text()


async def test_other_methods_and_large_bodies_are_refused(visit: MakeVisitor) -> None:
    visitor = await visit()
    assert (await visitor.post("/desk.json")).status == 405
    async with visitor.http.post("/guest", data=b"x" * 100_000) as answer:
        assert answer.status in (200, 413)
