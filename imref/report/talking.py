"""Conversations: how long they were, how much was said, how many there were at once."""

from array import array
from collections import Counter
from dataclasses import dataclass, field
from itertools import compress
from operator import add, lt, sub

from imref.desk.figures.nearest_rank import quantile
from imref.report.judging import Judged
from imref.report.lengths import begun_seconds
from imref.report.model import Conversations


def _moments() -> "array[float]":
    return array("d")


@dataclass(slots=True)
class Talking:
    """Collects the sessions in which a human answered: when each began and ended, how many lines.

    It begins with the first answer and ends with the last words, not with the close, which
    often comes by itself minutes later. An answer that came after the close, as one that was
    promised, is no conversation.
    """

    starts: "array[float]" = field(default_factory=_moments)
    ends: "array[float]" = field(default_factory=_moments)
    lines: Counter[int] = field(default_factory=Counter)
    asked_lines: int = 0
    answer_lines: int = 0

    def add(self, batch: Judged) -> None:
        """Take in a batch."""
        cases = batch.cases
        talked = [
            kind.talked and (start <= closed or not closed)
            for kind, start, closed in zip(
                batch.kinds, cases.first_answer, cases.closed, strict=True
            )
        ]
        starts = list(compress(cases.first_answer, talked))
        asked = list(compress(cases.asked_lines, talked))
        answers = list(compress(cases.answer_lines, talked))
        over = [
            closed if 0 < closed < last else last
            for last, closed in compress(zip(cases.last_words, cases.closed, strict=True), talked)
        ]
        self.starts.extend(starts)
        self.ends.extend(map(max, starts, over))
        self.lines.update(map(add, asked, answers))
        self.asked_lines += sum(asked)
        self.answer_lines += sum(answers)

    def merge(self, other: "Talking") -> None:
        """Take in what was collected of other sessions."""
        self.starts.extend(other.starts)
        self.ends.extend(other.ends)
        self.lines.update(other.lines)
        self.asked_lines += other.asked_lines
        self.answer_lines += other.answer_lines

    def result(self) -> Conversations:
        """What these conversations amount to."""
        lengths = begun_seconds(map(sub, self.ends, self.starts))
        busy = together(self.starts, self.ends)
        return Conversations(
            count=len(self.starts),
            median_length=quantile(lengths, 0.5),
            p90_length=quantile(lengths, 0.9),
            median_messages=quantile(self.lines, 0.5),
            p90_messages=quantile(self.lines, 0.9),
            asked_lines=self.asked_lines,
            answer_lines=self.answer_lines,
            peak=busy.peak,
            peak_at=busy.peak_at,
            at_once=busy.seconds,
        )


@dataclass(frozen=True, slots=True)
class Together:
    """The most at once, the moment at which it was first so, and the seconds with 1, 2, … there."""

    peak: int
    peak_at: float
    seconds: tuple[float, ...]


def together(starts: "array[float]", ends: "array[float]") -> Together:
    """How many stretches of time there are at once, from when each starts and when each ends.

    One that ends as another starts is not there with it. One of no length has no part in it.
    """
    lasting = list(map(lt, starts, ends))
    begun, ended = sorted(compress(starts, lasting)), sorted(compress(ends, lasting))
    if not begun:
        return Together(0, 0.0, ())
    seconds = [0.0]
    number = over = 0
    peak_at = before = begun[0]
    for start in begun:
        while ended[over] <= start:
            seconds[number] += ended[over] - before
            before, number, over = ended[over], number - 1, over + 1
        seconds[number] += start - before
        before, number = start, number + 1
        if number == len(seconds):
            seconds.append(0.0)
            peak_at = start
    for end in ended[over:]:
        seconds[number] += end - before
        before, number = end, number - 1
    return Together(len(seconds) - 1, peak_at, tuple(seconds[1:]))
