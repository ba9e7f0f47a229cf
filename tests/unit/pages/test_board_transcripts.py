"""Who may read what was said: by config, by desk, and noted; patrons by number alone."""

import logging
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from imref.desk.model import Speaker

from .conftest import HERE, MakeVisitor
from .kept import conversation, keep
from .staff import OURS, Librarian, backstage

NOW = 1_000_000.0
PATRON, STAFF, NOTE = Speaker.PATRON, Speaker.STAFF, Speaker.NOTE


@pytest.fixture
async def library(database: Path) -> Path:
    """A store in which somebody asked at each of two desks."""
    ask = conversation(
        1, "ask", NOW - 5000,
        (PATRON, "", "Where is the café <map>?"),
        (STAFF, "ana", "In the map room."),
        (NOTE, "ana", "Comes again for the map on Friday"),
    )  # fmt: skip
    law = conversation(2, "law", NOW - 4000, (PATRON, "", "A map of the court"))
    await keep(database, ask, law)
    return database


@dataclass
class Reader:
    """Somebody who searches."""

    who: Librarian

    async def searches(self, words: str = "", **more: str) -> str:
        """The page of what was found."""
        answer = await self.posts({"words": words, **more})
        assert answer.status == 200
        return str(await answer.text())

    async def posts(self, form: dict[str, str], **headers: str) -> Any:
        said = {**OURS, "Cookie": self.who.cookie, **headers}
        named = {name.replace("_", "-"): value for name, value in said.items()}
        http = self.who.visitor.http
        async with http.post("/dashboard/transcripts", data=form, headers=named) as answer:
            await answer.read()
            return answer


@pytest.fixture
async def readers(visit: MakeVisitor, library: Path) -> dict[str, Librarian]:
    """Ana and Cleo may read, each at their own desk; Ben may not."""
    visitor = await visit(backstage=backstage(library, transcripts=["ana", "cleo"]))
    return {name: await Librarian(visitor, name).logs_in() for name in ("ana", "ben", "cleo")}


async def test_by_default_nobody_reads(visit: MakeVisitor, library: Path) -> None:
    visitor = await visit(backstage=backstage(library))
    ana = await Librarian(visitor, "ana").logs_in()
    page = await ana.reads("/dashboard/transcripts")
    assert "Nobody may read conversations here." in page
    assert "dashboard.transcripts" in page
    assert "<input" not in page
    assert (await ana.opens("/dashboard/transcripts/1")).status == 404
    assert "map" not in await Reader(ana).searches("map")


async def test_who_is_not_named_reads_nothing(readers: dict[str, Librarian]) -> None:
    ben = readers["ben"]
    assert "You are not among those who may read" in await ben.reads("/dashboard/transcripts")
    assert (await ben.opens("/dashboard/transcripts/1")).status == 404
    assert "map" not in await Reader(ben).searches("map")


async def test_everybody_reads_their_own_desk(readers: dict[str, Librarian]) -> None:
    ana, cleo = readers["ana"], readers["cleo"]
    assert (await ana.opens("/dashboard/transcripts/1")).status == 200
    assert (await ana.opens("/dashboard/transcripts/2")).status == 404
    assert (await cleo.opens("/dashboard/transcripts/1")).status == 404
    assert "court" in await cleo.reads("/dashboard/transcripts/2")
    hers = await Reader(cleo).searches("map", desk="ask")
    assert "court" in hers
    assert "café" not in hers
    assert "1 message</h2>" in hers


@pytest.mark.parametrize("number", ["3", "0", "-1", "x", "9" * 40, "١", "1%20OR%201"])
async def test_what_does_not_exist_looks_the_same(
    readers: dict[str, Librarian], number: str
) -> None:
    assert (await readers["ana"].opens(f"/dashboard/transcripts/{number}")).status == 404


async def test_a_conversation(readers: dict[str, Librarian]) -> None:
    page = await readers["ana"].reads("/dashboard/transcripts/1")
    assert "<h1>patron-1001</h1>" in page
    assert "home.example" not in page
    assert "Where is the café &lt;map&gt;?" in page
    said = re.findall(r'<span class="by">(.*?)</span>', page)
    assert said == ["patron-1001", "Ana", "Note by Ana, which the patron never saw"]


async def test_what_was_found(readers: dict[str, Librarian]) -> None:
    page = await Reader(readers["ana"]).searches("CAFE map")
    assert "1 message</h2>" in page
    assert "3 messages of that time were searched." in page
    assert "Where is the <mark>café</mark> &lt;<mark>map</mark>&gt;?" in page
    assert 'href="../dashboard/transcripts/1">patron-1001</a>' in page
    assert 'value="CAFE map"' in page
    notes = await Reader(readers["ana"]).searches("friday")
    assert "Note by Ana, which the patron never saw" in notes


async def test_without_words_the_latest(readers: dict[str, Librarian]) -> None:
    page = await Reader(readers["ana"]).searches()
    assert "Latest conversations" in page
    assert page.count("patron-1001</a>") == 1
    assert "patron-1002" not in page
    assert "café" not in page


async def test_other_days(readers: dict[str, Librarian]) -> None:
    reader = Reader(readers["ana"])
    assert "Nothing was found" in await reader.searches(
        "map", first="1970-01-01", last="1970-01-02"
    )
    assert "2 messages" not in await reader.searches("map", first="nonsense", last="x", page="y")
    assert "3 messages" in await reader.searches("map", first="nonsense", last="x", page="y")


async def test_pages(visit: MakeVisitor, database: Path) -> None:
    said = [(PATRON, "", f"lamp {number}") for number in range(45)]
    await keep(database, conversation(1, "ask", NOW - 5000, *said))
    visitor = await visit(backstage=backstage(database, transcripts=["ana"]))
    reader = Reader(await Librarian(visitor, "ana").logs_in())
    first, last = await reader.searches("lamp"), await reader.searches("lamp", page="2")
    assert 'name="page" value="1">Older' in first
    assert ">Newer" not in first
    assert 'name="page" value="1">Newer' in last
    assert ">Older" not in last
    assert last.count("<mark>") == 5
    assert '<ol class="found" start="41">' in last


async def test_readings_are_noted_without_a_word_of_it(
    readers: dict[str, Librarian], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    await Reader(readers["ana"]).searches("café")
    await readers["ana"].reads("/dashboard/transcripts/1")
    await readers["ben"].opens("/dashboard/transcripts/1")
    noted = [vars(each) for each in caplog.records if each.name.endswith("transcripts")]
    assert [(each["message"], each["staff"], each.get("session")) for each in noted] == [
        ("transcripts searched", "ana", None),
        ("transcript read", "ana", 1),
    ]
    assert "café" not in repr([vars(each) for each in caplog.records])


async def test_a_search_comes_from_a_form_of_ours(readers: dict[str, Librarian]) -> None:
    for origin in ("https://elsewhere.example", ""):
        answer = await Reader(readers["ana"]).posts({"words": "map"}, Origin=origin)
        assert answer.status == 403
    answer = await Reader(readers["ana"]).posts({"words": "map"}, Origin=HERE)
    assert answer.status == 200


async def test_somebody_logged_out_finds_nothing(readers: dict[str, Librarian]) -> None:
    await readers["ana"].leaves()
    answer = await Reader(readers["ana"]).posts({"words": "map"})
    assert answer.status == 403
    assert "map" not in await answer.text()
