"""The first screen: true sentences, in the order of their weight."""

from dataclasses import replace
from datetime import date

import pytest

from imref.report import spelling
from imref.report.essentials import essentials
from imref.report.model import Fates, Report, Waits
from imref.report.period import Period

from .made_up import BERLIN, HIDDEN, QUIET, REPORT, TITLES, counts


def said(report: Report) -> list[str]:
    return list(essentials(report, TITLES))


def test_a_month() -> None:
    assert said(REPORT) == [
        "412 questions were asked from 26 October to 22 November 2026.",
        "331 (80 %) were answered and 12 (3 %) were referred to others.",
        "41 (10 %) were lost: the patron left before a word from anybody; 20 (5 %) were never "
        "answered though the patron stayed.",
        "8 questions were still kept for later.",
        "117 questions (28 %) came while the desk was closed.",
        "9 questions came while it was promised to be open and nobody was there.",
        "Of those answered while the desk was open, half had the first words of a librarian "
        "within 34 s, nine of ten within 3 min.",
        "70 % of all who asked then were answered within 60 s.",
        "Ask a librarian: of 180 promised hours 171 (95 %) were staffed; 2 times nobody was "
        "there for five minutes or more, the longest for 1 h 20 min on Tuesday, 3 November at "
        "12:00.",
        "Law library: of 8 promised hours 0 (0 %) were staffed.",
        "The busiest hour of the week was Sunday from 20:00: 281 questions in 4 weeks.",
        "Of 22 promised answers that are settled, 19 came in time, 2 late, 1 never.",
        "Not counted here: 38 rehearsals and 3 pieces of spam.",
    ]


def test_nothing_was_asked() -> None:
    assert said(QUIET) == ["Nobody asked anything from 26 October to 22 November 2026."]


def test_of_few_no_percentages_are_made() -> None:
    few = replace(
        QUIET,
        period=Period.of_days(date(2026, 11, 3), date(2026, 11, 3), BERLIN),
        fates=Fates(asked=3, answered=1, lost=2),
        demand=replace(QUIET.demand, asked=counts(tue9=3), closed=counts(tue9=1)),
        waits=Waits(3, 1, 2, 40.0, 40.0, {20.0: 0, 60.0: 1, 90.0: 1}),
    )
    assert said(few) == [
        "3 questions were asked on Tuesday, 3 November 2026.",
        "1 was answered.",
        "2 were lost: the patron left before a word from anybody; 0 were never answered though "
        "the patron stayed.",
        "1 question (1 of 3) came while the desk was closed.",
        "Of those answered while the desk was open, half had the first words of a librarian "
        "within 40 s, nine of ten within 40 s.",
        "1 of 3 of all who asked then was answered within 60 s.",
    ]


def test_what_is_hidden_stays_hidden() -> None:
    found = said(HIDDEN)
    assert "Few questions were still kept for later." in found
    assert "Not counted here: few pieces of spam." not in said(REPORT)
    assert not [sentence for sentence in found if "None" in sentence]


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (None, "–"), (0.2, "0 s"), (59.4, "59 s"), (59.6, "1 min"), (130, "2 min 10 s"),
        (601, "10 min"), (3599, "1 h"), (3900, "1 h 5 min"), (172_800, "2 days"),
        (200_000, "2 days 8 h"),
    ],
)  # fmt: skip
def test_lengths_of_time(seconds: float | None, words: str) -> None:
    assert spelling.length(seconds) == words


@pytest.mark.parametrize(
    ("share", "words"),
    [(None, "–"), (0.0, "0 %"), (0.001, "< 1 %"), (0.5, "50 %"), (0.999, "> 99 %"), (1.0, "100 %")],
)
def test_nearly_all_is_not_all(share: float | None, words: str) -> None:
    assert spelling.percent(share) == words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2026, 11, 3), date(2026, 11, 3), "Tuesday, 3 November 2026"),
        (date(2026, 11, 2), date(2026, 11, 8), "2 to 8 November 2026"),
        (date(2026, 10, 26), date(2026, 11, 22), "26 October to 22 November 2026"),
        (date(2025, 12, 29), date(2026, 1, 4), "29 December 2025 to 4 January 2026"),
    ],
)
def test_days(first: date, last: date, words: str) -> None:
    assert spelling.days(Period.of_days(first, last, BERLIN)) == words


def test_a_row_of_a_breakdown_is_called_as_people_call_it() -> None:
    keys = [("hour", "9"), ("weekday", "0"), ("week", "2026-11-02"), ("staff", ""), ("channel", "")]
    assert [spelling.key_of(by, key) for by, key in keys] == [
        "9:00", "Monday", "week of 2 November 2026", "no librarian", "not known",
    ]  # fmt: skip
