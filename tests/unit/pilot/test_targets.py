"""The language of targets: what is understood, what is not, and that there is one way to write."""

import pytest

from imref.pilot.measures import MEASURES, Kind
from imref.pilot.targets import Comparison, NotATarget, parse, parse_all


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("asked >= 40", "asked >= 40"),
        ("  Asked>=40 ", "asked >= 40"),
        ("asked at least 40", "asked >= 40"),
        ("asked ≥ 40", "asked >= 40"),
        ("answered within 60 s >= 80 %", "answered within 60 s >= 80 %"),
        ("answered within 60s >= 80%", "answered within 60 s >= 80 %"),
        ("answered within 1 min at least 80 %", "answered within 60 s >= 80 %"),
        ("closed-hours share < 30 %", "closed-hours share < 30 %"),
        ("closed hours share under 30%", "closed-hours share < 30 %"),
        ("closed-hours < 30 %", "closed-hours share < 30 %"),
        ("answered >= 80", "answered >= 80"),
        ("answered share >= 82,5 %", "answered share >= 82.5 %"),
        ("median wait at most 1.5 min", "median wait <= 90 s"),
        ("p90 wait <= 2 min", "p90 wait <= 120 s"),
        ("coverage > 95 %", "coverage > 95 %"),
        ("follow-ups kept >= 90 %", "follow-ups kept share >= 90 %"),
        ("read 3+ share >= 20 %", "READ 3+ share >= 20 %"),
    ],
)
def test_what_is_written_is_kept_in_one_form(written: str, kept: str) -> None:
    target = parse(written)
    assert str(target) == kept
    assert parse(str(target)) == target


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ("asked", "Write a measure, a comparison"),
        ("", "is no target"),
        ("asked >= many", "is no target"),
        ("smiles >= 40", 'no measure "smiles". There are: asked, answered'),
        ("answered within 45 s >= 80 %", "answered within 60 s"),
        ("asked >= 40 %", "asked is written with no unit"),
        ("asked >= 4.5", "whole numbers"),
        ("answered within 60 s >= 0.8", "written with per cent, as in 80 %"),
        ("median wait <= 60", "written with s, min or h"),
        ("coverage >= 120 %", "between 0 % and 100 %"),
        ("coverage >= 0 %", "always met"),
        ("asked >= 0", "always met"),
        ("coverage <= 100 %", "always met"),
        ("asked < 0", "never be met"),
        ("coverage > 100 %", "never be met"),
    ],
)
def test_what_is_not_understood_says_what_would_be(written: str, says: str) -> None:
    with pytest.raises(NotATarget, match="(?s)" + _literally(says)):
        parse(written)


def _literally(text: str) -> str:
    import re

    return re.escape(text)


def test_every_measure_can_be_a_target_by_its_own_name() -> None:
    units = {Kind.COUNT: "5", Kind.SHARE: "5 %", Kind.TIME: "5 s"}
    for name, measure in MEASURES.items():
        target = parse(f"{name} >= {units[measure.kind]}")
        assert target.measure is measure
        assert measure.about.endswith(".")


def test_no_target_twice_and_never_none() -> None:
    with pytest.raises(NotATarget, match="twice"):
        parse_all(["asked >= 40", "Asked at least 40"])
    with pytest.raises(NotATarget, match="needs a target"):
        parse_all([])


@pytest.mark.parametrize(
    ("written", "of", "edge"),
    [
        ("answered within 60 s >= 80 %", 40, 32),
        ("answered within 60 s >= 80 %", 41, 33),
        ("answered within 60 s > 80 %", 40, 33),
        ("closed-hours share < 30 %", 40, 11),
        ("closed-hours share <= 30 %", 40, 12),
        ("closed-hours share < 30 %", 41, 12),
        ("coverage >= 0.1 %", 1000, 1),
    ],
)
def test_how_many_just_meet_it(written: str, of: int, edge: int) -> None:
    target = parse(written)
    step = -1 if target.comparison.wants_much else 1
    assert target.edge(of) == edge
    assert target.is_met_by(edge / of)
    assert not target.is_met_by((edge + step) / of)


def test_comparisons_at_the_very_number() -> None:
    assert Comparison.AT_LEAST.holds(40, 40)
    assert Comparison.AT_MOST.holds(40, 40)
    assert not Comparison.MORE.holds(40, 40)
    assert not Comparison.LESS.holds(40, 40)
