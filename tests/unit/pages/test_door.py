"""What a desk's door says, as data for the widget and for the library's own pages."""

from dataclasses import replace
from xml.etree import ElementTree

from imref.desk.events import AgreementChanged
from imref.desk.talk.file_rules import FilePolicy, FileRules

from .conftest import HERE, SITE, MakeVisitor

SVG = "{http://www.w3.org/2000/svg}"


async def test_the_widget_is_told_everything(visit: MakeVisitor) -> None:
    visitor = await visit()
    told = await (await visitor.get("/desk.json?desk=ask")).json()
    words = told.pop("words")
    assert told == {
        "desk": "ask",
        "title": "Ask a librarian",
        "state": "open",
        "says": "Open now. A librarian is here to answer you.",
        "address": "ask@ref.library.example",
        "language": "en",
        "direction": "ltr",
        "websocket": "wss://ask.library.example/xmpp-websocket",
        "guest": f"{HERE}/guest",
        "about": f"{HERE}/kept?lang=en",
        "limits": {"length": 16_000, "file": 10_485_760},
        "files": True,
    }
    assert words["ask"] == "Send the question"
    assert words["with"] == "You are talking with {name}"


async def test_the_first_desk_is_meant_where_none_is_named(visit: MakeVisitor) -> None:
    visitor = await visit()
    assert (await (await visitor.get("/desk.json")).json())["desk"] == "ask"
    assert (await (await visitor.get("/presence.json?desk=law")).json())["state"] == "unstaffed"
    assert (await visitor.get("/desk.json?desk=cellar")).status == 404


async def test_languages_are_taken_by_preference(visit: MakeVisitor) -> None:
    visitor = await visit()

    async def spoken(asked: str, **headers: str) -> str:
        answer = await visitor.get(f"/desk.json?lang={asked}", **headers)
        return str((await answer.json())["language"])

    assert await spoken("de-AT,en;q=0.5") == "de"
    assert await spoken("en;q=0.3,fr;q=0.7") == "fr"
    assert await spoken("nl,es") == "es"
    assert await spoken("tlh") == "en"
    assert await spoken("") == "en"
    assert await spoken("", Accept_Language="es-MX,es;q=0.9") == "es"
    assert await spoken("de", Accept_Language="es") == "de"
    assert await spoken("de;q=x,*;q=0.1") == "en"


async def test_a_door_is_asked_again_soon_and_cheaply(visit: MakeVisitor) -> None:
    visitor = await visit()
    first = await visitor.get("/presence.json")
    assert first.headers["Cache-Control"] == "public, max-age=15"
    same = await visitor.get("/presence.json", If_None_Match=first.headers["ETag"])
    assert same.status == 304
    for name in ("ana", "ben"):
        visitor.scene.staff(name).shows("unavailable")
    other = await visitor.get("/presence.json", If_None_Match=first.headers["ETag"])
    assert (await other.json())["state"] == "unstaffed"


async def test_configured_sites_may_read_it(visit: MakeVisitor) -> None:
    visitor = await visit()
    for path in ("/desk.json", "/presence.json"):
        ours = await visitor.get(path, Origin=SITE)
        assert ours.headers["Access-Control-Allow-Origin"] == SITE
        assert "Access-Control-Allow-Credentials" not in ours.headers
        assert "Origin" in ours.headers["Vary"]
        other = await visitor.get(path, Origin="https://elsewhere.example")
        assert "Access-Control-Allow-Origin" not in other.headers


async def test_the_picture_says_it_too(visit: MakeVisitor) -> None:
    visitor = await visit()
    answer = await visitor.get("/presence.svg?lang=de")
    assert answer.content_type == "image/svg+xml"
    assert answer.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    drawn = ElementTree.fromstring(await answer.text())
    assert drawn.get("aria-label") == "Ask a librarian: Geöffnet"
    assert [part.text for part in drawn.iter(f"{SVG}text")] == ["Ask a librarian", "Geöffnet"]


async def test_files_are_offered_as_the_library_has_agreed(visit: MakeVisitor) -> None:
    visitor = await visit()

    async def told(policy: str) -> tuple[bool, int]:
        rules = FileRules(FilePolicy(policy), 2_000_000)
        agreed = replace(visitor.scene.room.agreement, files=rules)
        visitor.scene.happens(AgreementChanged(agreed))
        answer = await (await visitor.get("/desk.json")).json()
        return answer["files"], answer["limits"]["file"]

    assert await told("allow") == (True, 10_485_760)
    assert await told("re-upload") == (True, 2_000_000)
    assert (await told("refuse"))[0] is False
    assert "under an address that nobody can guess" not in await (await visitor.get("/kept")).text()
