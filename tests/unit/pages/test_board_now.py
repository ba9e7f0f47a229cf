"""The page of now: who waits, who is on duty, what is wrong; by desk, and as it changes."""

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from desk.scene import Scene, agreement, desk, week

from imref.desk.effects import Say
from imref.desk.events import AgreementChanged
from imref.store.journal import Journal
from imref.web.board import live

from .conftest import MakeVisitor, Visitor
from .staff import Librarian, backstage


@pytest.fixture
async def visitor(visit: MakeVisitor, database: Path) -> Visitor:
    made: Visitor = await visit(backstage=backstage(database))
    return made


@pytest.fixture
async def ana(visitor: Visitor) -> Librarian:
    """Ana, of the desk ask, logged in."""
    return await Librarian(visitor, "ana").logs_in()


@pytest.fixture
async def cleo(visitor: Visitor) -> Librarian:
    """Cleo, of the desk law."""
    return await Librarian(visitor, "cleo").logs_in()


async def test_nobody_waits(ana: Librarian) -> None:
    page = await ana.reads()
    assert "Nobody is waiting." in page
    assert "Patrons read: “Open now. A librarian is here to answer you.”" in page
    assert "What is wrong" not in page


async def test_who_waits_and_for_how_long(scene: Scene, ana: Librarian) -> None:
    for name in ("pat", "lee"):
        scene.patron(name).says("A very private question")
        scene.passes(90)
    page = await ana.reads()
    assert "2 people are waiting, the first of them for 3 min." in page
    assert '<th scope="row">patron-1001</th><td>3 min</td>' in page
    assert '<th scope="row">patron-1002</th><td>1 min</td>' in page
    assert "private" not in page
    assert "home.example" not in page


async def test_of_many_who_wait_the_first_are_shown(scene: Scene, ana: Librarian) -> None:
    for number in range(12):
        scene.patron(f"p{number}").says("Hello?")
    page = await ana.reads()
    assert "12 people are waiting" in page
    assert page.count(">patron-") == 10
    assert "And 2 more." in page


async def test_who_is_on_duty_and_with_how_many(scene: Scene, ana: Librarian) -> None:
    pat = scene.patron("pat")
    pat.says("Hello?")
    scene.staff("ana").replies("Hello", to=pat)
    scene.staff("ben").shows("away")
    page = await ana.reads()
    assert '<th scope="row">Ana</th><td>on duty</td><td>1 of 2</td>' in page
    assert '<th scope="row">Ben</th><td>not available</td><td>–</td>' in page
    assert "1 conversation is under way." in page


async def test_a_desk_is_seen_by_those_who_serve_or_supervise_it(
    scene: Scene, ana: Librarian, cleo: Librarian
) -> None:
    scene.patron("pat").says("Mine")
    scene.patron("lee", "law").says("Yours")
    hers, theirs = await ana.reads(), await cleo.reads()
    assert "Ask a librarian" in hers
    assert "The law desk" not in hers
    assert "patron-1002" not in hers
    assert "The law desk" in theirs
    assert "Ask a librarian" not in theirs
    desks = [desk("ask", ("ana", "ben"), supervisors=("cleo",)), desk("law", ("cleo",))]
    scene.happens(AgreementChanged(agreement(*desks)))
    both = await cleo.reads()
    assert "The ask desk" in both
    assert "The law desk" in both


async def test_alarms(visit: MakeVisitor, scene: Scene, database: Path) -> None:
    behind = backstage(database)
    visitor = await visit(backstage=behind)
    ana = await Librarian(visitor, "ana").logs_in()
    for name in ("ana", "ben"):
        scene.staff(name).shows("unavailable")
    assert "Ask a librarian is open, and nobody is on duty." in await ana.reads()
    scene.link_is_lost()
    behind.ailing = lambda: True
    page = await ana.reads()
    assert "There is no connection to the chat server." in page
    assert "Nothing can be kept at the moment" in page
    assert "nobody is on duty." not in page


async def test_a_closed_desk_without_anybody_is_no_alarm(scene: Scene, ana: Librarian) -> None:
    at_night = desk("ask", ("ana",), hours=week("mon-fri", "20:00-22:00"))
    scene.happens(AgreementChanged(agreement(at_night)))
    scene.staff("ana").shows("unavailable")
    page = await ana.reads()
    assert "What is wrong" not in page
    assert "we open today at 20:00" in page


async def test_what_waits_to_be_sent_is_an_alarm(
    visit: MakeVisitor, scene: Scene, database: Path
) -> None:
    journal = await Journal.open(database)
    journal.add(
        [Say(n, "ask", "pat@home.example", "…", f"im-{n}", scene.now - 240) for n in (1, 2)]
    )
    await journal.commit()
    await journal.close()
    visitor = await visit(backstage=backstage(database))
    ana = await Librarian(visitor, "ana").logs_in()
    page = await ana.reads()
    assert "2 messages wait to be sent, the first of them for 4 min." in page


async def test_a_name_of_a_desk_is_no_markup(scene: Scene, ana: Librarian) -> None:
    scene.happens(AgreementChanged(agreement(desk("ask", ("ana",), title="<b>Q & A</b>"))))
    assert "&lt;b&gt;Q &amp; A&lt;/b&gt;" in await ana.reads()


# The stream.


class Stream:
    """What a browser hears that keeps the page up to date."""

    def __init__(self, answer: Any) -> None:
        self.answer = answer

    async def hears(self) -> tuple[str, dict[str, Any]]:
        """The next event: its name, and what it says."""
        name, data = "", ""
        async with asyncio.timeout(10):
            while True:
                line = (await self.answer.content.readline()).decode()
                if line.startswith("event: "):
                    name = line[7:].strip()
                elif line.startswith("data:"):
                    data = line[5:].strip()
                elif line == "\n" and name:
                    return name, json.loads(data) if data else {}
                elif not line:
                    raise EOFError

    async def hears_of(self, words: str) -> dict[str, Any]:
        """The next event with these words."""
        while True:
            _, told = await self.hears()
            if words in told["html"]:
                return told


@pytest.fixture
async def watch(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Any]:
    """Watch the page of now as somebody; looks at the room are quick here."""
    monkeypatch.setattr(live, "TICK", 0.01)
    streams = []

    async def watched(who: Librarian) -> Stream:
        answer = await who.starts_to_watch()
        assert answer.status == 200, answer.status
        streams.append(answer)
        return Stream(answer)

    yield watched
    for answer in streams:
        answer.close()


async def test_it_is_told_as_soon_as_somebody_asks(
    scene: Scene, ana: Librarian, watch: Any
) -> None:
    stream = await watch(ana)
    assert stream.answer.content_type == "text/event-stream"
    assert stream.answer.headers["Cache-Control"] == "no-store"
    name, told = await stream.hears()
    assert (name, told["waits"]) == ("now", 0)
    scene.patron("pat").says("Hello?")
    told = await stream.hears_of("1 person is waiting")
    assert told["waits"] == 1
    assert "patron-1001" in told["html"]
    assert "\n" not in json.dumps(told)


async def test_nothing_is_told_while_nothing_happens(ana: Librarian, watch: Any) -> None:
    stream = await watch(ana)
    await stream.hears()
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.2):
            await stream.hears()


async def test_now_and_then_it_is_told_anew(
    ana: Librarian, watch: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live, "REDRAWN", 0.05)
    stream = await watch(ana)
    for _ in range(3):
        assert (await stream.hears())[0] == "now"


async def test_another_desk_is_none_of_theirs(scene: Scene, cleo: Librarian, watch: Any) -> None:
    stream = await watch(cleo)
    await stream.hears()
    scene.patron("pat").says("Hello?")
    scene.patron("lee", "law").says("Hello?")
    told = await stream.hears_of("patron-1002")
    assert told["waits"] == 1
    assert "patron-1001" not in told["html"]


async def test_it_ends_with_the_log_in(scene: Scene, ana: Librarian, watch: Any) -> None:
    stream = await watch(ana)
    await stream.hears()
    await ana.leaves()
    assert await stream.hears() == ("end", {})
    with pytest.raises(EOFError):
        await stream.hears()


async def test_it_ends_for_somebody_who_leaves(scene: Scene, ana: Librarian, watch: Any) -> None:
    stream = await watch(ana)
    await stream.hears()
    scene.happens(AgreementChanged(agreement(desk("law", ("cleo",)))))
    assert (await stream.hears())[0] == "end"


async def test_watching_is_no_use_of_the_page(scene: Scene, ana: Librarian, watch: Any) -> None:
    stream = await watch(ana)
    await stream.hears()
    scene.passes(3601)
    assert (await stream.hears())[0] == "end"
    assert (await ana.opens()).status == 403


async def test_there_are_not_too_many_streams(
    ana: Librarian, cleo: Librarian, watch: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live, "STREAMS_EACH", 2)
    monkeypatch.setattr(live, "STREAMS", 3)
    for who in (ana, ana, cleo):
        await watch(who)
    assert (await ana.opens("/dashboard/live")).status == 503
    assert (await cleo.opens("/dashboard/live")).status == 503


async def test_a_stream_that_is_over_makes_room(
    ana: Librarian, watch: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live, "STREAMS_EACH", 1)
    monkeypatch.setattr(live, "REDRAWN", 0.01)
    first = await watch(ana)
    await first.hears()
    first.answer.close()
    async with asyncio.timeout(10):
        while True:
            answer = await ana.starts_to_watch()
            answer.close()
            if answer.status == 200:
                return
            await asyncio.sleep(0.01)
