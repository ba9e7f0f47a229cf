"""What `imref check` finds: how bad it is, what it is, what to do; and the sentence at the end."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Mark(StrEnum):
    """How good or bad a finding is."""

    FINE = "ok"
    NOTE = "note"
    WARNING = "warning"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was found out, and what to do about it ("" when nothing is to be done).

    ``fatal`` marks a mistake in the file itself, which keeps everything else from being tried.
    """

    mark: Mark
    text: str
    advice: str = ""
    fatal: bool = False


def verdict(findings: Sequence[Finding]) -> str:
    """The one sentence at the end."""
    marks = [finding.mark for finding in findings]
    problems, warnings = marks.count(Mark.PROBLEM), marks.count(Mark.WARNING)
    if problems:
        return f"imref cannot work like this: {number_of(problems, 'problem')} to mend."
    if warnings:
        return f"imref can run; {number_of(warnings, 'thing')} to look at."
    return "All is well."


def number_of(count: int, thing: str) -> str:
    """A number with its noun: ``1 desk``, ``3 desks``."""
    return f"{count} {thing}{'' if count == 1 else 's'}"
