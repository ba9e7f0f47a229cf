"""Hours in the config: what people write, and what they are told when it cannot be read."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import ClassVar
from zoneinfo import ZoneInfo

import pytest
from pydantic import ValidationError

from imref.config import inspect
from imref.config.hours import Hours, lacks_zone
from imref.config.problems import explain, key_of
from imref.config.weekly import parse_dated, parse_dates, parse_days, parse_spans, spell_span
from imref.desk.calendar.hours import ALWAYS, ROUND_THE_CLOCK, Dated, Span

BERLIN = ZoneInfo("Europe/Berlin")


def read(folder: Path | None = None, **keys: object) -> Hours:
    return Hours.model_validate(keys, context={"folder": folder or Path()})


def complaint(folder: Path | None = None, **keys: object) -> str:
    """``key: text`` of the one thing that is wrong."""
    with pytest.raises(ValidationError) as caught:
        read(folder, **keys)
    [error] = caught.value.errors(include_url=False)
    return f"{'.'.join(key_of(error))}: {explain(error, Hours)}"


def at(text: str, zone: ZoneInfo = BERLIN) -> float:
    return datetime.fromisoformat(text).replace(tzinfo=zone).timestamp()


class TestDays:
    @pytest.mark.parametrize(
        ("text", "days"),
        [
            ("mon", (0,)),
            ("Mon-Thu", (0, 1, 2, 3)),
            ("sat, sun", (5, 6)),
            ("tue, thu-fri", (1, 3, 4)),
            ("sat-mon", (5, 6, 0)),
            ("wednesday", (2,)),
            ("mon – sun", (0, 1, 2, 3, 4, 5, 6)),
        ],
    )
    def test_days(self, text: str, days: tuple[int, ...]) -> None:
        assert parse_days(text) == days

    @pytest.mark.parametrize("text", ["", "mo", "mon-", "mon fri", "8", "mon-fri-sun"])
    def test_no_days(self, text: str) -> None:
        with pytest.raises(ValueError, match="is not a day"):
            parse_days(text)


class TestSpans:
    @pytest.mark.parametrize(
        ("text", "spans"),
        [
            ("9:00-12:30, 14:00-18:00", (Span(540, 750), Span(840, 1080))),
            ("14-18,9-12:30", (Span(540, 750), Span(840, 1080))),
            ("22:00-02:00", (Span(1320, 1560),)),
            ("09:00 – 24:00", (Span(540, 1440),)),
            ("18:00-0:00", (Span(1080, 1440),)),
            ("9am-5:30 pm", (Span(540, 1050),)),
            ("12 am - 12 pm", (Span(0, 720),)),
            ("closed", ()),
            ("24 h", ROUND_THE_CLOCK),
            ("24h", ROUND_THE_CLOCK),
            ("0:00-24:00", ROUND_THE_CLOCK),
        ],
    )
    def test_hours_of_a_day(self, text: str, spans: tuple[Span, ...]) -> None:
        assert parse_spans(text) == spans

    @pytest.mark.parametrize(
        ("value", "expected"),
        [
            ("9:00", 'must be hours such as "9:00-12:30, 14:00-18:00"'),
            ("9:00-25:00", '"25:00" is not a time'),
            ("9:60-10:00", '"9:60" is not a time'),
            ("24:30-25:00", "is not a time"),
            ("13 pm-14 pm", '"13 pm" is not a time'),
            ("0 am-1 am", '"0 am" is not a time'),
            ("nine-five", '"nine" is not a time'),
            ("9:00-9:00", "begins when it ends"),
            ("24:00-2:00", "begins when the day is over"),
            ("9:00-12:00, 11:00-14:00", "9:00-12:00 and 11:00-14:00 overlap"),
            ("9:00-12:00,", "must be hours"),
            (540, "put it in quotes"),
            (False, "put it in quotes"),
        ],
    )
    def test_no_hours(self, value: object, expected: str) -> None:
        with pytest.raises(ValueError, match=expected.replace("(", r"\(")):
            parse_spans(value)

    def test_spelt(self) -> None:
        assert spell_span(Span(540, 750)) == "9:00-12:30"
        assert spell_span(Span(1320, 1560)) == "22:00-2:00"


class TestDated:
    def test_hours_with_a_reason(self) -> None:
        assert parse_dated("closed (stocktaking)") == Dated((), "stocktaking")
        assert parse_dated("10:00-14:00 (Open day)") == Dated((Span(600, 840),), "Open day")
        assert parse_dated("closed") == Dated()

    def test_dates(self) -> None:
        assert parse_dates("2026-12-24") == (date(2026, 12, 24),)
        assert len(parse_dates("2026-12-24..2027-01-01")) == 9

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("24.12.2026", "is not a date such as"),
            ("2026-02-30", "is not a date such as"),
            ("20261224", "is not a date such as"),
            ("2027-01-01..2026-12-24", "ends before it begins"),
            ("2026-01-01..2226-01-01", "longer than ten years"),
        ],
    )
    def test_no_dates(self, text: str, expected: str) -> None:
        with pytest.raises(ValueError, match=expected):
            parse_dates(text)


class TestTheSection:
    def test_nothing_said_is_always_open(self) -> None:
        assert read().agreed() == ALWAYS

    def test_a_week(self) -> None:
        hours = read(
            zone="Europe/Berlin", weekly={"mon-thu": "9:00-18:00", "fri": "22:00-2:00"}
        ).agreed()
        assert hours.closes(at("2026-11-23 10:00")) == at("2026-11-23 18:00")
        assert hours.opens(at("2026-11-28 02:00")) == at("2026-11-30 09:00")

    def test_the_shorter_range_of_exceptions_holds(self) -> None:
        hours = read(
            zone="Europe/Berlin",
            weekly={"mon-sun": "9:00-18:00"},
            exceptions={
                "2026-12-30": "10:00-12:00",
                "2026-12-24..2027-01-01": "closed (winter break)",
            },
        ).agreed()
        assert hours.opens(at("2026-12-24 00:00")) == at("2026-12-30 10:00")
        assert hours.opens(at("2026-12-30 12:00")) == at("2027-01-02 09:00")
        assert hours.day(date(2026, 12, 28)).name == "winter break"

    @pytest.mark.parametrize(
        ("keys", "expected"),
        [
            ({"zone": "Europe/Berlim"}, 'zone: "Europe/Berlim" is not a time zone such as'),
            ({"zone": "/etc/passwd"}, 'zone: "/etc/passwd" is not a time zone'),
            ({"zone": "Europe"}, 'zone: "Europe" is not a time zone'),
            ({"weekly": {"mon-fry": "9-17"}}, 'weekly.mon-fry: "fry" is not a day'),
            ({"weekly": {"mon": "nine"}}, 'weekly.mon: "nine" must be hours such as'),
            ({"weekly": {"mon-fri": "9-17", "wed": "9-12"}}, "weekly: gives hours twice for wed"),
            ({"weekly": "9-17"}, "weekly: must be a section of keys and values, not text"),
            ({"exceptions": {"soon": "closed"}}, 'exceptions.soon: "soon" is not a date'),
            (
                {
                    "exceptions": {
                        "2026-12-24..2026-12-25": "closed",
                        "2026-12-25..2026-12-26": "9-12",
                    }
                },
                "exceptions: gives hours twice for 2026-12-25, in ranges of the same length",
            ),
            ({"holidays": {"country": "XX"}}, 'holidays.country: no holidays are known of "XX"'),
            ({"holidays": {}}, "holidays.country: is missing: The country, by its code"),
            (
                {"holidays": {"country": "DE", "subdivision": "XX"}},
                'holidays.subdivision: "XX" is no part of DE with holidays of its own; known are',
            ),
            (
                {"holidays": {"country": "DE", "leave_out": ["Karfreitg"]}},
                'holidays.leave_out: no holiday is called "Karfreitg"; did you mean "Karfreitag"?',
            ),
            ({"open": "9-17"}, "open: there is no such key"),
            ({"calendars": [{"means": "closed"}]}, "calendars.0.file: is missing: The file"),
            ({"calendars": [{"file": 5, "means": "closed"}]}, "calendars.0.file: must be the path"),
        ],
    )
    def test_what_cannot_be_read(self, keys: Mapping[str, object], expected: str) -> None:
        assert complaint(**keys).startswith(expected)

    def test_a_near_miss_of_a_zone(self) -> None:
        assert complaint(zone="Europe/Berlim").endswith('did you mean "Europe/Berlin"?')

    def test_hours_need_a_zone(self) -> None:
        week = {"weekly": {"mon": "9-17"}}
        assert lacks_zone({}, week)
        assert not lacks_zone({"zone": "UTC"}, week)
        assert not lacks_zone({}, {"zone": "UTC", **week})
        assert not lacks_zone({}, {})


class TestInheriting:
    LIBRARY: ClassVar[dict[str, object]] = {
        "zone": "Europe/Berlin",
        "weekly": {"mon-fri": "9-17"},
        "exceptions": {"2026-11-24": "closed"},
        "holidays": {"country": "DE"},
    }

    def test_a_desk_says_what_differs(self) -> None:
        desk = read(weekly={"mon-fri": "10-14"}).inheriting(read(**self.LIBRARY)).agreed()
        assert desk.opens(at("2026-11-23 00:00")) == at("2026-11-23 10:00")
        assert desk.day(date(2026, 11, 24)).open == ()
        assert desk.day(date(2026, 12, 25)).open == ()

    def test_a_desk_may_have_less(self) -> None:
        own = read(exceptions={}, holidays={"country": "none"})
        desk = own.inheriting(read(**self.LIBRARY)).agreed()
        assert desk.day(date(2026, 11, 24)).open != ()
        assert desk.day(date(2026, 12, 25)).open != ()


def holidays_in_2026(**keys: object) -> dict[date, str]:
    hours = read(zone="Europe/Berlin", holidays=keys).agreed()
    days = (hours.day(date.fromordinal(date(2026, 1, 1).toordinal() + n)) for n in range(365))
    return {day.on: day.name for day in days if not day.open}


class TestHolidays:
    def test_by_subdivision(self) -> None:
        corpus_christi, reformation = date(2026, 6, 4), date(2026, 10, 31)
        bavaria = holidays_in_2026(country="de", subdivision="by")
        brandenburg = holidays_in_2026(country="DE", subdivision="BB")
        assert corpus_christi in bavaria
        assert corpus_christi not in brandenburg
        assert reformation in brandenburg
        assert reformation not in bavaria
        assert bavaria[date(2026, 4, 3)] == "Karfreitag"

    def test_in_the_language_of_the_country_on_any_machine(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("LANGUAGE", "en_US")
        assert "Christi Himmelfahrt" in holidays_in_2026(country="DE").values()
        assert "Independence Day (observed)" in holidays_in_2026(country="US").values()

    def test_left_out(self) -> None:
        usual = holidays_in_2026(country="US")
        kept = holidays_in_2026(country="US", leave_out=["Independence Day", "Columbus Day"])
        gone = set(usual.values()) - set(kept.values())
        assert gone == {"Independence Day", "Independence Day (observed)", "Columbus Day"}


def calendar(*events: str, head: str = "") -> str:
    """A calendar of events, each given as its own lines."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Library//Days//EN", *head.splitlines()]
    for number, event in enumerate(events):
        stamp = [f"UID:{number}@library.example", "DTSTAMP:20260101T000000Z"]
        lines += ["BEGIN:VEVENT", *stamp, *event.strip().splitlines(), "END:VEVENT"]
    return "\r\n".join([*(line.strip() for line in lines), "END:VCALENDAR", ""])


class TestCalendars:
    def hours(self, folder: Path, text: str, means: str = "closed", zone: str = "Europe/Berlin"):
        (folder / "days.ics").write_text(text, encoding="utf-8", newline="")
        section = read(
            folder,
            zone=zone,
            weekly={"mon-sun": "9:00-17:00"},
            calendars=[{"file": "days.ics", "means": means}],
        )
        return section.agreed()

    def test_an_event_of_whole_days(self, tmp_path: Path) -> None:
        hours = self.hours(
            tmp_path,
            calendar(
                """DTSTART;VALUE=DATE:20261223
                DTEND;VALUE=DATE:20261226
                SUMMARY:Winter break"""
            ),
        )
        assert hours.closes(at("2026-12-22 10:00")) == at("2026-12-22 17:00")
        assert hours.opens(at("2026-12-22 17:00")) == at("2026-12-26 09:00")
        assert hours.day(date(2026, 12, 25)).name == "Winter break"

    def test_a_series_with_a_date_left_out_and_one_moved(self, tmp_path: Path) -> None:
        """A staff meeting on Mondays: not on the 16th, and later on the 23rd."""
        text = calendar(
            """DTSTART;TZID=Europe/Berlin:20261102T090000
            DTEND;TZID=Europe/Berlin:20261102T110000
            RRULE:FREQ=WEEKLY;UNTIL=20261130T080000Z
            EXDATE;TZID=Europe/Berlin:20261116T090000
            SUMMARY:Staff meeting""",
            """RECURRENCE-ID;TZID=Europe/Berlin:20261123T090000
            DTSTART;TZID=Europe/Berlin:20261123T150000
            DTEND;TZID=Europe/Berlin:20261123T160000
            SUMMARY:Staff meeting, late""",
        ).replace("UID:1@", "UID:0@")
        hours = self.hours(tmp_path, text)
        assert hours.opens(at("2026-11-09 08:00")) == at("2026-11-09 11:00")
        assert hours.opens(at("2026-11-16 08:00")) == at("2026-11-16 09:00")
        assert hours.opens(at("2026-11-23 08:00")) == at("2026-11-23 09:00")
        assert hours.opens(at("2026-11-23 15:00")) == at("2026-11-23 16:00")
        assert hours.opens(at("2026-11-30 08:00")) == at("2026-11-30 11:00")
        assert hours.opens(at("2026-12-07 08:00")) == at("2026-12-07 09:00")

    def test_a_series_keeps_its_time_on_the_wall(self, tmp_path: Path) -> None:
        text = calendar(
            """DTSTART;TZID=Europe/Berlin:20260301T090000
            DTEND;TZID=Europe/Berlin:20260301T100000
            RRULE:FREQ=DAILY"""
        )
        hours = self.hours(tmp_path, text)
        for day in ("2026-03-28", "2026-03-29", "2026-10-24", "2026-10-25"):
            assert hours.opens(at(f"{day} 08:00")) == at(f"{day} 10:00")

    def test_an_event_in_another_zone_and_one_in_none(self, tmp_path: Path) -> None:
        text = calendar(
            """DTSTART;TZID=America/New_York:20261123T200000
            DTEND;TZID=America/New_York:20261123T233000""",
            """DTSTART:20261125T100000
            DTEND:20261125T110000""",
            """DTSTART:20261126T100000Z
            DTEND:20261126T110000Z""",
        )
        hours = self.hours(tmp_path, text, means="open")
        open_at_night = hours.day(date(2026, 11, 24)).open[0]
        assert open_at_night.start == at("2026-11-24 02:00")
        assert open_at_night.end == at("2026-11-24 05:30")
        closed = self.hours(tmp_path, text)
        assert closed.closes(at("2026-11-25 09:30")) == at("2026-11-25 10:00")
        assert closed.closes(at("2026-11-26 09:30")) == at("2026-11-26 11:00")

    def test_an_event_far_from_the_zone_of_the_desk(self, tmp_path: Path) -> None:
        """Kiritimati is a day ahead of Honolulu: the same moment has other dates."""
        text = calendar(
            """DTSTART;TZID=Pacific/Kiritimati:20261125T110000
            DTEND;TZID=Pacific/Kiritimati:20261125T120000"""
        )
        hours = self.hours(tmp_path, text, zone="Pacific/Honolulu")
        honolulu = ZoneInfo("Pacific/Honolulu")
        assert hours.closes(at("2026-11-24 09:30", honolulu)) == at("2026-11-24 11:00", honolulu)

    def test_a_zone_that_the_file_defines_itself(self, tmp_path: Path) -> None:
        zone = """BEGIN:VTIMEZONE
        TZID:Library time
        BEGIN:STANDARD
        DTSTART:19700101T000000
        TZOFFSETFROM:+0300
        TZOFFSETTO:+0300
        END:STANDARD
        END:VTIMEZONE"""
        text = calendar(
            """DTSTART;TZID=Library time:20261124T130000
            DTEND;TZID=Library time:20261124T140000""",
            head=zone,
        )
        assert self.hours(tmp_path, text).closes(at("2026-11-24 09:00")) == at("2026-11-24 11:00")

    def test_cancelled_and_momentary_events_change_nothing(self, tmp_path: Path) -> None:
        text = calendar(
            """DTSTART:20261124T090000Z
            DTEND:20261124T100000Z
            STATUS:CANCELLED""",
            "DTSTART:20261124T120000Z",
        )
        assert self.hours(tmp_path, text).closes(at("2026-11-24 09:00")) == at("2026-11-24 17:00")

    def test_open_on_a_holiday(self, tmp_path: Path) -> None:
        (tmp_path / "open.ics").write_text(
            calendar(
                """DTSTART;TZID=Europe/Berlin:20261225T100000
                DTEND;TZID=Europe/Berlin:20261225T120000
                SUMMARY:Carols"""
            )
        )
        hours = read(
            tmp_path,
            zone="Europe/Berlin",
            weekly={"mon-sun": "9-17"},
            holidays={"country": "DE"},
            calendars=[{"file": "open.ics", "means": "open"}],
        ).agreed()
        assert hours.opens(at("2026-12-24 18:00")) == at("2026-12-25 10:00")
        assert hours.day(date(2026, 12, 25)).name == "Erster Weihnachtstag, Carols"

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("", "days.ics: is not a calendar"),
            ("<html>", "days.ics: is not a calendar"),
            ("BEGIN:VEVENT\r\nDTSTART:20261124T090000Z\r\nEND:VEVENT\r\n", "is not a calendar"),
            (calendar("DTSTART:20261124T090000Z")[:-20], "is not a calendar"),
            (
                calendar("DTSTART:20261124T090000Z", "DTSTART;VALUE=DATE:2026-12-24"),
                "days.ics:12: DTSTART cannot be read",
            ),
            (calendar("SUMMARY:Some day"), "days.ics:4: an event has no DTSTART"),
            (
                calendar("DTSTART;TZID=Nowhere/City:20261124T090000"),
                'days.ics:7: DTSTART is in an unknown time zone, "Nowhere/City"',
            ),
            (
                calendar("DTSTART:20261124T090000Z\nRRULE:FREQ=SOMETIMES"),
                "days.ics:8: RRULE cannot be read",
            ),
            (
                calendar("DTSTART:20261124T090000Z\nRRULE:FREQ=SECONDLY"),
                "days.ics:8: RRULE must have a FREQ of DAILY or rarer",
            ),
            (calendar("DTSTART:20261124T090000Z\nRRULE:BYDAY=MO"), "days.ics:8: RRULE must have"),
            (calendar("DTSTART:20261124T090000Z\nnonsense"), "days.ics:4: a line cannot be read"),
            (
                calendar("DTSTART;VALUE=DATE:20261124\nRRULE:FREQ=DAILY;UNTIL=junk"),
                "days.ics:8: RRULE cannot be read",
            ),
        ],
    )
    def test_a_file_that_cannot_be_used(self, tmp_path: Path, text: str, expected: str) -> None:
        (tmp_path / "days.ics").write_text(text, newline="")
        said = complaint(tmp_path, calendars=[{"file": "days.ics", "means": "closed"}])
        assert said.startswith("calendars.0.file: ")
        assert expected in said

    def test_a_file_that_is_not_there_not_text_or_too_large(self, tmp_path: Path) -> None:
        keys = {"calendars": [{"file": "days.ics", "means": "closed"}]}
        assert "days.ics cannot be read: No such file" in complaint(tmp_path, **keys)
        (tmp_path / "days.ics").write_bytes(b"BEGIN:VCALENDAR\xff\xfe")
        assert "is not text in UTF-8" in complaint(tmp_path, **keys)
        (tmp_path / "days.ics").write_bytes(b"x" * 5_000_001)
        assert "is larger than 5 MB" in complaint(tmp_path, **keys)

    def test_a_file_with_a_byte_order_mark_and_two_calendars(self, tmp_path: Path) -> None:
        one = calendar("DTSTART;VALUE=DATE:20261124")
        other = calendar("DTSTART;VALUE=DATE:20261125")
        hours = self.hours(tmp_path, "\N{ZERO WIDTH NO-BREAK SPACE}" + one + other)
        assert hours.opens(at("2026-11-23 18:00")) == at("2026-11-26 09:00")


CONFIG = """\
component: {domain: ref.library.example, secret: open sesame}
database: imref.sqlite
hours:
  zone: Europe/Berlin
  weekly:
    mon-fri: 9:00-17:00
desks:
  ask: {title: Ask, tiers: [[ana]], supervisors: [ana]}
  law:
    title: Law
    tiers: [[ana]]
    hours:
      weekly: {mon-fri: 10:00-12:00}
staff:
  ana: {address: ana@library.example}
"""


class TestInTheFile:
    @pytest.fixture
    def problems(self, tmp_path: Path) -> Callable[[str, str], list[str]]:
        """What is said of the config above when some of it is replaced."""
        file = tmp_path / "config.yaml"
        file.touch(0o600)

        def inspected(old: str, new: str) -> list[str]:
            assert CONFIG.count(old) == 1
            file.write_text(CONFIG.replace(old, new))
            return [str(each).removeprefix(f"{file}:") for each in inspect(file)[1]]

        return inspected

    def test_each_desk_has_its_hours(self, tmp_path: Path) -> None:
        file = tmp_path / "config.yaml"
        file.write_text(CONFIG)
        config, _ = inspect(file)
        assert config is not None
        desks = config.agreement().desks
        assert desks["ask"].hours.opens(at("2026-11-23 00:00")) == at("2026-11-23 09:00")
        assert desks["law"].hours.opens(at("2026-11-23 00:00")) == at("2026-11-23 10:00")
        assert desks["ask"].supervisors == ("ana",)

    @pytest.mark.parametrize(
        ("old", "new", "expected"),
        [
            (
                "9:00-17:00",
                "9:00-25:00",
                '6: hours.weekly.mon-fri: "25:00" is not a time such as "9:00"',
            ),
            ("  zone: Europe/Berlin\n", "", "3: hours: zone is missing: the time zone"),
            (
                "10:00-12:00",
                "ten",
                '13: desks.law.hours.weekly.mon-fri: "ten" must be hours such as',
            ),
            (
                "      weekly: {mon",
                "      calendars: [{file: x.ics, means: shut}]\n      weekly: {mon",
                "13: desks.law.hours.calendars.0.file: ",
            ),
            ("supervisors: [ana]", "supervisors: [ann]", "8: desks.ask.supervisors.0: no staff"),
            ("9:00-17:00", "closed", "3: warning: hours: the desk ask does not open in the next"),
            ("10:00-12:00", "closed", "12: warning: desks.law.hours: the desk law does not open"),
            (
                "  weekly:\n",
                "  exceptions: {2020-01-01: closed}\n  weekly:\n",
                "5: warning: hours.exceptions: are all over",
            ),
        ],
    )
    def test_what_is_wrong_has_its_line(
        self, problems: Callable[[str, str], list[str]], old: str, new: str, expected: str
    ) -> None:
        assert problems(old, new)[0].startswith(expected)

    def test_an_old_calendar_is_doubted(
        self, tmp_path: Path, problems: Callable[[str, str], list[str]]
    ) -> None:
        (tmp_path / "old.ics").write_text(calendar("DTSTART;VALUE=DATE:20201224"), newline="")
        [said] = problems(
            "  weekly:\n", "  calendars: [{file: old.ics, means: closed}]\n  weekly:\n"
        )
        assert said.startswith("5: warning: hours.calendars.0.file: nothing in ")
