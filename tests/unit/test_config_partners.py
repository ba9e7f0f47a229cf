"""Partners in the config: what can be written, what is refused, and what the rules get of it."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from imref.config import inspect, read
from imref.desk.agreement import Partner

GOOD = """\
component: {domain: ref.library.example, secret: open sesame}
database: imref.sqlite
hours: {zone: America/New_York, weekly: {mon-fri: "8:00-22:00"}}
staff:
  ana: {address: ana@library.example}
desks:
  ask:
    title: Ask a librarian
    tiers: [[ana]]
    partners:
      - {address: Ask@ref.other.example, title: Other City Library, when: "22:00-8:00"}
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "config.yaml"
    file.touch(0o600)
    return file


def problems(file: Path, text: str) -> list[str]:
    """What is wrong with ``text``, as `imref check` prints it, without the folder."""
    file.write_text(text, encoding="utf-8")
    return [str(problem).removeprefix(f"{file.parent}/") for problem in inspect(file)[1]]


def partner(file: Path, when: str) -> Partner:
    assert problems(file, GOOD.replace('"22:00-8:00"', when)) == []
    return read(file).agreement().desks["ask"].partners[0]


def covers(partner: Partner, when: str) -> bool:
    return partner.when.is_open(datetime.fromisoformat(when).replace(tzinfo=UTC).timestamp())


def test_a_partner_covers_every_night_in_the_desks_zone(file: Path) -> None:
    found = partner(file, '"22:00-8:00"')
    assert (found.address, found.title) == ("ask@ref.other.example", "Other City Library")
    assert not covers(found, "2026-03-03 02:59")
    assert covers(found, "2026-03-03 03:00")  # 22:00 in New York
    assert covers(found, "2026-03-03 12:59")
    assert not covers(found, "2026-03-03 13:00")


def test_a_partner_may_cover_some_days_only(file: Path) -> None:
    found = partner(file, '{mon-fri: "22:00-8:00", "sat, sun": "24 h"}')
    assert covers(found, "2026-03-07 17:00")
    assert not covers(found, "2026-03-09 17:00")


@pytest.mark.parametrize(
    ("when", "problem"),
    [
        ('"late"', '"late" must be hours such as "9:00-12:30, 14:00-18:00", "24 h" or "closed"'),
        ("8", 'must be hours such as "9:00-12:30, 14:00-18:00", "24 h" or "closed"; put it in '),
        ('{mon-fri: "22:00-8:00", fri: "24 h"}', "gives hours twice for fri"),
        ('{moon: "24 h"}', '"moon" is not a day'),
    ],
)
def test_hours_that_nobody_understands_are_named(file: Path, when: str, problem: str) -> None:
    (found,) = problems(file, GOOD.replace('"22:00-8:00"', when))
    assert found.startswith(f"config.yaml:11: desks.ask.partners.0.when: {problem}")


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (
            "Ask@ref.other.example",
            "ask@ref.library.example",
            "config.yaml:11: desks.ask.partners.0.address: is at ref.library.example, imref's own "
            "domain; a partner is another library",
        ),
        (
            "Ask@ref.other.example",
            "ana@library.example",
            'config.yaml:11: desks.ask.partners.0.address: is the address of "ana", who is on the '
            "staff here",
        ),
        (
            "    partners:\n",
            "    partners:\n"
            '      - {address: ask@ref.other.example, title: Other, when: "20:00-22:00"}\n',
            "config.yaml:12: desks.ask.partners.1.address: is a partner of this desk already; one "
            "`when` can hold all hours",
        ),
        (
            'hours: {zone: America/New_York, weekly: {mon-fri: "8:00-22:00"}}\n',
            "",
            "config.yaml:9: desks.ask.partners: hours.zone is missing: the time zone that the "
            'hours are meant in, such as "Europe/Berlin"',
        ),
    ],
)
def test_a_partner_that_cannot_be_meant_is_refused(
    file: Path, old: str, new: str, problem: str
) -> None:
    assert problems(file, GOOD.replace(old, new)) == [problem]
