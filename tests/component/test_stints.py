"""What the real service keeps of who was there, and what a report makes of it."""

import time
from collections.abc import AsyncIterator
from datetime import UTC
from pathlib import Path

import pytest

from imref.report.attendance import attendance
from imref.report.period import Period
from imref.store.evidence import Evidence

from .house import AGREEMENT, House, patron_says, staff_shows, words
from .server import PlayedServer


@pytest.fixture
async def house(server: PlayedServer, tmp_path: Path) -> AsyncIterator[House]:
    made = House(server, tmp_path / "imref.sqlite")
    yield made
    if made.runs:
        await made.closes()


async def stay_a_while(house: House) -> None:
    """Ana comes, and some minutes later somebody asks, of whom she hears."""
    link = await house.opens()
    staff_shows(link, "ana")
    patron_says(link, "Where is the map?", "q1")
    await words(link, "ana@", "Where is the map?")
    house.passes(290.0)
    patron_says(link, "Are you there?", "q2", sender="quinn")
    await words(link, "ana@", "Are you there?")
    staff_shows(link, "ana", "away")
    patron_says(link, "Hello?", "q3", sender="robin")
    await words(link, "robin@", "Nobody is at the desk")


async def test_a_report_has_the_minutes_of_duty_that_there_were(house: House) -> None:
    begun = time.time()
    await stay_a_while(house)
    await house.closes()
    with Evidence(house.database) as evidence, evidence.looked_at() as view:
        period = Period(begun - 60.0, begun + 3600.0, UTC)
        found = attendance(view, AGREEMENT, period, ["ask"], time.time() + 290.0)["ask"]
    on_duty = sum(each.length for each in found.staffed)
    promised = sum(each.length for each in found.promised)
    assert 290.0 <= on_duty <= promised
    assert found.kept == found.staffed
    assert set(found.duty) == {"ana"}
