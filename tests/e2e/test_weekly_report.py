"""The weekly report on real servers: to whom it goes, what it hides, and that it comes once."""

import asyncio
import re
import time
from collections.abc import AsyncIterator, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import pytest_asyncio
from component.post_office import HOST, PostOffice, post_office

from imref.config import read
from imref.demo.running import RunningService
from imref.demo.server import PrivateServer
from imref.demo.year import Year, fill_year
from imref.desk.calendar.wallclock import date_at, midnight
from imref.desk.effects import Keep
from imref.desk.errands import MailReport, WriteReport
from imref.desk.records import Edition
from imref.store.journal import Journal

from .cast import Cast
from .clocked import PATIENCE, ClockedLibrary
from .conftest import stopped_in_the_end
from .sample import write_config

BERLIN = ZoneInfo("Europe/Berlin")
WEEK = 7 * 86_400.0
LATEST = 1_000_000
"""The number of a record that is later than any of the made-up weeks."""
HEAD = "head@library.example"
HOURS: Mapping[str, Any] = {"hours": {"zone": "Europe/Berlin", "weekly": {"mon-fri": "9:00-18:00"}}}


@pytest_asyncio.fixture
async def office() -> AsyncIterator[PostOffice]:
    """A real mail server."""
    async with post_office() as opened:
        yield opened


def settings(office: PostOffice, at: str) -> Mapping[str, Any]:
    """A library that tells Cleo of the week on Monday, and mails its report by this server."""
    mail = {"server": HOST, "port": office.port, "tls": "none", "sender": "ask@library.example"}
    reports = {"day": "mon", "time": at, "staff": ["cleo"], "mail": [HEAD]}
    return {**HOURS, "mail": mail, "reports": reports}


async def next_mail(office: PostOffice) -> tuple[str, str]:
    """The lines and the enclosed page of the mail that comes next, or has come."""
    async with asyncio.timeout(PATIENCE):
        await office.arrived.wait()
    office.arrived.clear()
    mail = office.taken[-1]
    body, (page,) = mail.get_body(("plain",)), mail.iter_attachments()
    assert mail["To"] == HEAD
    assert body is not None
    lines = body.get_content()
    assert not [count for count in re.findall(r"[:,] (\d+)\b", lines) if 0 < int(count) < 5], lines
    return lines, page.get_content()


async def shut_until(library: ClockedLibrary, when: str) -> None:
    """Stop imref in good order, and start it again at a later time."""
    await library.closes()
    library.clock.set_forward(library.clock.next(when))
    await library.opens()


async def test_a_quiet_week_and_the_next(
    clocked: ClockedLibrary, office: PostOffice, prosody: PrivateServer
) -> None:
    write_config(prosody, clocked.config.parent, settings(office, "8:00"))
    await clocked.restarts()
    pat, ana, ben, cleo = await clocked.cast("pat", "ana", "ben", "cleo")
    await pat.says("ask", "Where is the 1923 map?")
    await ana.hears("1923 map", by="patron-")
    await ana.replies("In the map room.")
    await pat.hears("In the map room.")
    await ana.replies("!close answered")
    await ana.hears("Closed")

    await shut_until(clocked, "Monday 07:59")
    await cleo.hears_nothing(containing="Last week")
    await clocked.until("08:00")
    told = await cleo.hears("Last week 1 question was asked.", by="ask@")
    assert "Answered: 1; left before a word: 0" in told.text
    lines, page = await next_mail(office)
    assert "Last week fewer than 5 questions were asked." in lines
    assert "1 question" not in lines
    assert "This copy may leave the house" in page
    for secret in ("1923 map", "map room", "patron-", pat.address, "Ana"):
        assert secret not in lines + page

    await clocked.restarts()
    await clocked.passes(hours=1)
    assert [type(each) for each in clocked.errands] == [WriteReport, MailReport]

    await shut_until(clocked, "Monday 07:59")
    await clocked.until("08:00")
    told = await cleo.hears("Last week nobody asked anything.")
    assert "The week before: 1." in told.text
    lines, _ = await next_mail(office)
    assert "Last week nobody asked anything." in lines
    assert "The week before" not in lines
    assert len(cleo.heard("Last week")) == len(office.taken) == 2
    await ben.hears_nothing(containing="Last week")
    await ana.hears_nothing(containing="Last week")


@pytest.fixture
def fallen_due(server: PrivateServer, tmp_path: Path) -> None:
    """A library that has told of the week before the last, and has been down since."""
    agreed = read(write_config(server, tmp_path, HOURS)).agreement()
    database, today = tmp_path / "imref.sqlite", date_at(BERLIN, time.time())
    fill_year(database, agreed, Year(time.time(), weeks=3))
    monday = today - timedelta(days=today.weekday() + 7)
    ended = midnight(BERLIN, monday)
    asyncio.run(_keep(database, Edition(LATEST, ended - WEEK, ended, ended, told=ended)))


async def _keep(database: Path, edition: Edition) -> None:
    journal = await Journal.open(database)
    journal.add([Keep(edition)])
    await journal.commit()
    await journal.mark_clean()
    await journal.close()


async def test_a_crash_between_the_word_and_the_mail(
    fallen_due: None, server: PrivateServer, cast: Cast, office: PostOffice, tmp_path: Path
) -> None:
    config = write_config(server, tmp_path, settings(office, "0:00"))
    (cleo,) = await cast("cleo")
    office.at_recipient = "451 come back later"
    async with stopped_in_the_end(RunningService(config)) as service:
        await service.start()
        told = await cleo.hears("Last week ", by="ask@")
        assert "questions were asked." in told.text
        await service.kill()

        office.at_recipient = ""
        await service.start()
        lines, page = await next_mail(office)
        assert "questions were asked." in lines
        assert "This copy may leave the house" in page
        assert re.search(r"\bguest-|\breader-|patron-|\bAna\b|\bBen\b", lines + page) is None
        await cleo.settles()
        assert {line.id for line in cleo.heard("Last week ")} == {told.id}
        assert await service.stop() == 0
    assert len(office.taken) == 1
