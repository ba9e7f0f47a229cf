"""Searching what was said: found by desk and time, and gone when it is to be gone."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

import pytest

from imref.desk.effects import Effect
from imref.desk.model import Speaker
from imref.store.journal import Journal
from imref.store.search import PAGE, Found, Wanted, query_of, search

from .scenes import OPENED, Scene

FOREVER = (0.0, 1e11)


async def keep(journal: Journal, *effects: Iterable[Effect]) -> None:
    for some in effects:
        journal.add(some)
    await journal.commit()


@pytest.fixture
async def kept(journal: Journal) -> Scene:
    """Two patrons at one desk, and one at another."""
    scene = Scene()
    pat, kim, lee = (
        scene.patron("pat@home.example"),
        scene.patron("kim@home.example"),
        scene.patron("lee@home.example", "law"),
    )
    await keep(journal, scene.opens(pat), scene.opens(kim, OPENED + 1000), scene.opens(lee))
    await keep(
        journal,
        scene.says_patron(pat, "Where is the café map of Łódź?", "a", OPENED + 1),
        scene.says_staff(pat, "anna", "In the map room <b>upstairs</b>.", "b", OPENED + 2),
        scene.notes(pat, "anna", "Wants the map for a lawsuit", OPENED + 3),
        scene.says_patron(kim, "Maps, please", "c", OPENED + 1001),
        scene.says_patron(lee, "A map of the court", "d", OPENED + 4),
    )
    return scene


def found(path: Path, words: str, desks: tuple[str, ...] = ("ask",), **more: object) -> Found:
    since, until = FOREVER
    wanted = Wanted(words, desks, since, until)
    return search(path, wanted, **more)  # type: ignore[arg-type]


def texts(what: Found) -> list[str]:
    return ["".join(text for text, _ in each.parts) for each in what.passages]


async def test_passages_newest_first(kept: Scene, path: Path) -> None:
    what = found(path, "map")
    assert (what.count, what.searched, what.cut) == (3, 4, False)
    assert [each.speaker for each in what.passages] == [
        Speaker.NOTE, Speaker.STAFF, Speaker.PATRON,
    ]  # fmt: skip
    first = what.passages[-1]
    assert (first.session, first.alias, first.desk) == (1, "patron-1001", "ask")
    assert (first.at, first.staff) == (OPENED + 1, "")
    assert first.parts == (("Where is the café ", False), ("map", True), (" of Łódź?", False))


async def test_by_desk(kept: Scene, path: Path) -> None:
    assert texts(found(path, "map", ("law",))) == ["A map of the court"]
    assert found(path, "map", ("ask", "law")).count == 4
    assert found(path, "map", ()) == Found((), 0, 0, cut=False)
    assert found(path, "map", ("nowhere",)).count == 0


async def test_by_time(kept: Scene, path: Path) -> None:
    early = search(path, Wanted("map*", ("ask",), 0.0, OPENED + 500))
    late = search(path, Wanted("map*", ("ask",), OPENED + 500, 1e11))
    assert (early.count, early.searched) == (3, 3)
    assert texts(late) == ["Maps, please"]


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("CAFE", 1),
        ("café", 1),
        ("łodz", 1),
        ("lodz", 0),  # ł is a letter of its own, and no l with a mark
        ("map", 3),
        ("map*", 4),
        ("map room", 1),
        ("room map", 1),
        ('"map room"', 1),
        ('"room map"', 0),
        ("map -room", 1),
        ("map OR room", 0),
        ('"', 0),
        ('map"', 3),
        ("* - ( ) :", 0),
        ("body:map", 0),
        ("map)", 3),
        ("", 0),
        ("nothing", 0),
    ],
)
async def test_what_can_be_written(kept: Scene, path: Path, words: str, count: int) -> None:
    assert found(path, words).count == count


def test_a_query_has_an_end() -> None:
    assert query_of("a " * 500).count('"') == 24
    assert query_of("a" * 500) == f'"{"a" * 200}"'


async def test_pages(kept: Scene, journal: Journal, path: Path) -> None:
    pat = kept.patron("many@home.example")
    await keep(journal, kept.opens(pat, OPENED + 50))
    for number in range(PAGE + 5):
        said = kept.says_patron(pat, f"lamp {number}", f"l{number}", OPENED + 60 + number)
        await keep(journal, said)
    first = search(path, Wanted("lamp", ("ask",), *FOREVER))
    second = search(path, Wanted("lamp", ("ask",), *FOREVER, page=1))
    assert first.count == second.count == PAGE + 5
    assert texts(first)[0] == f"lamp {PAGE + 4}"
    assert texts(second) == [f"lamp {number}" for number in (4, 3, 2, 1, 0)]


async def test_only_the_newest_are_searched(kept: Scene, path: Path) -> None:
    what = found(path, "map*", newest=2)
    assert (what.count, what.searched, what.cut) == (2, 2, True)
    assert texts(what) == ["Maps, please", "Wants the map for a lawsuit"]


async def test_what_is_forgotten_is_not_found(kept: Scene, journal: Journal, path: Path) -> None:
    assert found(path, "map").count == 3
    with closing(sqlite3.connect(path)) as other:
        other.execute("UPDATE messages SET body = '' WHERE patron = 1001")
        other.execute("UPDATE messages SET retracted = 1 WHERE patron = 1002")
        other.commit()
    assert found(path, "map*").count == 0


async def test_nothing_is_written(kept: Scene, journal: Journal, path: Path) -> None:
    await journal.close()
    before = content(path.parent)
    found(path, "map")
    after = content(path.parent)
    assert after[path.name] == before[path.name]
    assert [name for name, text in after.items() if b"map" in text] == [path.name]


def content(folder: Path) -> dict[str, bytes]:
    """Every file in a folder."""
    return {each.name: each.read_bytes() for each in folder.iterdir()}
