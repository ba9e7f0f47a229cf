"""The language of targets: a measure, a comparison, a number with its unit.

    asked >= 40
    answered within 60 s >= 80 %
    median wait at most 1 min

Read once and written in one way only, since it is the written form that is kept and hashed.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from math import ceil, floor

from imref.pilot.measures import MEASURES, Kind, Measure


class Comparison(StrEnum):
    """How a figure is to stand to the number."""

    AT_LEAST = ">="
    AT_MOST = "<="
    MORE = ">"
    LESS = "<"

    @property
    def wants_much(self) -> bool:
        """Whether more is better."""
        return self in (Comparison.AT_LEAST, Comparison.MORE)

    def holds(self, value: float, number: float) -> bool:
        """Whether a value stands so to the number."""
        match self:
            case Comparison.AT_LEAST:
                return value >= number
            case Comparison.AT_MOST:
                return value <= number
            case Comparison.MORE:
                return value > number
            case Comparison.LESS:
                return value < number


class NotATarget(ValueError):  # noqa: N818 - a thing that was written, not a fault of ours
    """What was written is no target; the sentence says what would be one."""


@dataclass(frozen=True, slots=True)
class Target:
    """A figure that is to be reached.

    ``number`` is in the unit of its measure: things, parts of 1, or seconds. Shares are compared in
    whole thousandths of what was written, so that 80 % of 40 is 32 and not a rounding more.
    """

    measure: Measure
    comparison: Comparison
    number: float

    def __str__(self) -> str:
        return f"{self.measure.name} {self.comparison} {self.spell(self.number)}"

    def is_met_by(self, value: float) -> bool:
        """Whether a value of the measure meets it."""
        return self.comparison.holds(round(value, 9), self.number)

    def spell(self, value: float) -> str:
        """A value of the measure with its unit."""
        match self.measure.kind:
            case Kind.SHARE:
                return f"{round(100 * value, 1):g} %"
            case Kind.TIME:
                return f"{round(value, 1):g} s"
            case Kind.COUNT:
                return f"{value:g}"

    def edge(self, of: float = 1.0) -> int:
        """The whole number of things, out of ``of``, that just meets it."""
        exact = round(self.number * of, 9)
        match self.comparison:
            case Comparison.AT_LEAST:
                return ceil(exact)
            case Comparison.AT_MOST:
                return floor(exact)
            case Comparison.MORE:
                return floor(exact) + 1
            case Comparison.LESS:
                return ceil(exact) - 1


_WORDS = {
    ">=": Comparison.AT_LEAST,
    "≥": Comparison.AT_LEAST,
    "at least": Comparison.AT_LEAST,
    "<=": Comparison.AT_MOST,
    "≤": Comparison.AT_MOST,
    "at most": Comparison.AT_MOST,
    ">": Comparison.MORE,
    "more than": Comparison.MORE,
    "over": Comparison.MORE,
    "<": Comparison.LESS,
    "less than": Comparison.LESS,
    "under": Comparison.LESS,
}
_COMPARISON = "|".join(map(re.escape, sorted(_WORDS, key=len, reverse=True)))
_TARGET = re.compile(
    rf"(?P<name>.+?)\s*(?P<how>{_COMPARISON})\s*(?P<number>\d+(?:[.,]\d+)?)\s*(?P<unit>\S*)",
    re.IGNORECASE,
)
_SECONDS = {"s": 1, "sec": 1, "seconds": 1, "min": 60, "minutes": 60, "minute": 60, "h": 3600}
_UNITS = {Kind.COUNT: "no unit", Kind.SHARE: "per cent, as in 80 %", Kind.TIME: "s, min or h"}
_BY_NAME = {name.lower(): measure for name, measure in MEASURES.items()}

LEAST, MOST = 0.0, 1e9
"""Between these lies every number that is worth a target."""


def parse(text: str) -> Target:
    """The target that is written. Raises NotATarget with what is understood."""
    match = _TARGET.fullmatch(" ".join(text.split()))
    if match is None:
        raise NotATarget(
            f'"{text}" is no target. Write a measure, a comparison (>=, <=, > or <) and a number, '
            'such as "asked >= 40" or "answered within 60 s >= 80 %". '
            f"Measures: {_named()}."
        )
    measure = _measure(match["name"], text)
    number = _number(measure, float(match["number"].replace(",", ".")), match["unit"].lower(), text)
    target = Target(measure, _WORDS[match["how"].lower()], number)
    if measure.kind is Kind.SHARE and not LEAST <= number <= 1.0:
        raise NotATarget(f'"{text}": a share lies between 0 % and 100 %.')
    if _says_nothing(target):
        raise NotATarget(f'"{text}" is always met; a target must be one that can be missed.')
    if _cannot_be_met(target):
        raise NotATarget(f'"{text}" can never be met.')
    return target


def parse_all(texts: Iterable[str]) -> tuple[Target, ...]:
    """Several targets, none twice. Raises NotATarget."""
    targets: list[Target] = []
    for target in map(parse, texts):
        if any(other == target for other in targets):
            raise NotATarget(f'"{target}" is there twice.')
        targets.append(target)
    if not targets:
        raise NotATarget("A pilot needs a target; without one nothing can be said at its end.")
    return tuple(targets)


def _measure(name: str, text: str) -> Measure:
    plain = re.sub(r"(?<=\d)\s*(?:s|secs?|seconds)\b", " s", name.lower().strip(" ,:"))
    plain = re.sub(r"\b1\s*(?:min|minute)\b", "60 s", plain)
    for tried in (plain, plain.replace("closed hours", "closed-hours"), f"{plain} share"):
        if tried in _BY_NAME:
            return _BY_NAME[tried]
    raise NotATarget(f'"{text}": there is no measure "{name}". There are: {_named()}.')


def _named() -> str:
    return ", ".join(MEASURES)


def _number(measure: Measure, number: float, unit: str, text: str) -> float:
    match measure.kind:
        case Kind.SHARE if unit in ("%", "percent", "per cent"):
            return round(number / 100, 6)
        case Kind.TIME if unit in _SECONDS:
            return number * _SECONDS[unit]
        case Kind.COUNT if not unit:
            if number != int(number) or number > MOST:
                raise NotATarget(f'"{text}": {measure.name} is counted in whole numbers.')
            return number
        case _:
            wanted = _UNITS[measure.kind]
            raise NotATarget(f'"{text}": {measure.name} is written with {wanted}.')


def _says_nothing(target: Target) -> bool:
    """Whether every figure there can be would meet it."""
    lowest = target.is_met_by(0.0)
    highest = target.is_met_by(1.0 if target.measure.kind is Kind.SHARE else MOST + 1)
    return lowest and highest


def _cannot_be_met(target: Target) -> bool:
    lowest = target.is_met_by(0.0)
    highest = target.is_met_by(1.0 if target.measure.kind is Kind.SHARE else MOST + 1)
    return not lowest and not highest
