"""The weekly report, made from a real store and handed to a real mail server."""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from imref.config import Config, read
from imref.demo.year import Year, fill_year
from imref.desk.errands import MailReport, WriteReport
from imref.weekly import WeeklyReports

from .post_office import HOST, PostOffice, post_office

CONFIG = """\
component: {{domain: ref.library.example, host: 127.0.0.1, port: 1, secret: open sesame}}
database: {database}
hours: {{zone: Europe/Berlin, weekly: {{mon-fri: "9:00-18:00"}}}}
desks:
  ask: {{title: Ask a librarian, tiers: [[ana, ben]]}}
staff:
  ana: {{address: ana@library.example}}
  ben: {{address: ben@library.example}}
mail: {{server: {host}, port: {port}, tls: none, sender: ask@library.example}}
reports: {{day: fri, time: "7:30", staff: [ana], mail: [head@library.example]}}
"""
UNTIL = datetime(2026, 3, 2, tzinfo=ZoneInfo("Europe/Berlin")).timestamp()
SINCE = UNTIL - 7 * 86_400
READERS = ("head@library.example", "dean@library.example")
LETTER = MailReport(7, READERS, "Reference by chat", "Last week …", SINCE, UNTIL)


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with two weeks in it."""
    folder = tmp_path_factory.mktemp("year")
    settings = library(folder, folder / "imref.sqlite", PostOffice())
    fill_year(settings.database, settings.agreement(), Year(UNTIL, 2, 80.0, 1923))
    return settings.database


def library(folder: Path, database: Path, office: PostOffice) -> Config:
    path = folder / "config.yaml"
    path.touch(0o600)
    text = CONFIG.format(host=HOST, port=office.port or 25, database=database)
    path.write_text(text, encoding="utf-8")
    return read(path)


async def test_the_week_and_the_one_before_are_counted(tmp_path: Path, year: Path) -> None:
    async with post_office() as office:
        settings = library(tmp_path, year, office)
        told = await WeeklyReports(settings).write(WriteReport(7, SINCE, UNTIL))
    inside, outside = told.inside, told.outside
    assert told.number == 7
    assert inside.asked
    assert inside.before
    assert inside.asked == sum(
        number or 0
        for number in (
            inside.answered, inside.lost, inside.unanswered, inside.held, inside.referred
        )
    )  # fmt: skip
    assert inside.promised == 45 * 60
    assert 0 < inside.staffed <= inside.promised
    small = (outside.answered, outside.lost, outside.unanswered, outside.held, outside.referred)
    assert not [number for number in small if number is not None and 0 < number < 5]


async def test_each_reader_gets_a_mail_with_the_page(tmp_path: Path, year: Path) -> None:
    async with post_office() as office:
        told = await WeeklyReports(library(tmp_path, year, office)).mail(LETTER)
    assert (told.arrived, told.refused) == (READERS, ())
    assert office.recipients == list(READERS)
    first, second = office.taken
    assert first["To"] == "head@library.example"
    assert first["Subject"] == "Reference by chat"
    assert first["Message-ID"] == second["Message-ID"]
    body = first.get_body(("plain",))
    assert body is not None
    assert body.get_content().strip() == "Last week …"
    (page,) = first.iter_attachments()
    assert page.get_filename() == "report-2026-02-23.html"
    assert page.get_content_type() == "text/html"
    text = page.get_content()
    assert "Ask a librarian" in text
    assert "This copy may leave the house" in text


async def test_what_the_server_refuses_for_good_is_told_apart(tmp_path: Path, year: Path) -> None:
    async with post_office() as office:
        reports = WeeklyReports(library(tmp_path, year, office))
        office.at_recipient = "550 no such user"
        refused = await reports.mail(LETTER)
        office.at_recipient = "451 later"
        later = await reports.mail(LETTER)
    assert (refused.arrived, refused.refused) == ((), READERS)
    assert "no such user" in refused.detail
    assert (later.arrived, later.refused) == ((), ())


async def test_without_plots_the_words_go_alone(
    tmp_path: Path, year: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "matplotlib", None)
    async with post_office() as office:
        await WeeklyReports(library(tmp_path, year, office)).mail(LETTER)
    assert not list(office.taken[0].iter_attachments())


async def test_the_config_says_who_reads_it(tmp_path: Path, year: Path) -> None:
    async with post_office() as office:
        plan = library(tmp_path, year, office).agreement().weekly_report
    assert plan is not None
    assert (plan.day, plan.minutes) == (4, 450)
    assert (plan.staff, plan.mail) == (("ana",), ("head@library.example",))
