"""The daily check takes the real path: to the server and back, whoever answers."""

import pytest

from imref.desk.rehearsal.canary import CALM, last_of

from .clocked import ClockedLibrary

BY_SERVICE = {"at": "14:00"}
BY_STAFF = {"at": "14:00", "answered_by": "staff", "within": "2 min"}
SUPERVISED = {"ask": {"supervisors": ["ben"]}}
HOURS = {"zone": "Europe/Berlin"}


@pytest.mark.settings(canary=BY_SERVICE, desks=SUPERVISED, hours=HOURS)
async def test_imref_answers_itself_over_the_server(clocked: ClockedLibrary) -> None:
    ana, ben = await clocked.cast("ana", "ben")
    await clocked.until("14:01")
    check = last_of(clocked.room, "ask")
    assert check is not None
    assert 0 < check.asked < check.kept < check.heard < check.answered
    assert not check.failed
    assert not clocked.room.rehearsals
    await ana.hears_nothing()
    await ben.hears_nothing()


@pytest.mark.settings(canary=BY_STAFF, desks=SUPERVISED, hours=HOURS)
async def test_a_librarian_answers(clocked: ClockedLibrary) -> None:
    ana, ben = await clocked.cast("ana", "ben")
    await clocked.until("14:00")
    await ana.hears("Daily check, nobody real", by="patron-")
    await ana.replies("Yes, it does.")
    await ana.hears("Thank you. That was the daily check")
    check = last_of(clocked.room, "ask")
    assert check is not None
    assert check.answered > check.kept > 0
    await ben.hears_nothing(containing="failed")


@pytest.mark.settings(canary=BY_STAFF, desks=SUPERVISED, hours=HOURS)
async def test_nobody_answers_and_the_supervisor_hears_once(clocked: ClockedLibrary) -> None:
    ana, ben = await clocked.cast("ana", "ben")
    await clocked.until("14:00")
    await ana.hears("Daily check, nobody real")
    await clocked.passes(minutes=3)
    await ben.hears("The daily check of Ask a librarian failed", by="ask@")
    await clocked.passes(hours=2)
    assert len(ben.heard("The daily check of Ask a librarian failed")) == 1


@pytest.mark.settings(canary=BY_STAFF, desks=SUPERVISED, hours=HOURS)
async def test_one_that_a_stop_cut_off_is_made_again(clocked: ClockedLibrary) -> None:
    ana, ben = await clocked.cast("ana", "ben")
    await clocked.until("14:00")
    await ana.hears("Daily check, nobody real")
    await clocked.dies()
    await clocked.opens()
    await clocked.passes(seconds=CALM + 1)
    windows = {line.peer for line in ana.heard("Daily check, nobody real")}
    assert len(windows) == 2  # what had just been sent may have been sent once more
    (running,) = clocked.room.rehearsals.values()
    assert running.canary is not None
    assert not running.canary.failed
    await ben.hears_nothing(containing="failed")
