"""Conversations: how long they were, how much was said, how many there were at once."""

from array import array
from collections import Counter
from dataclasses import dataclass, field
from itertools import compress
from operator import add, sub

from imref.report.judging import Judged
from imref.report.model import Conversations
from imref.report.quantiles import begun_seconds, quantile


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
            kind.answered and kind.asked and (start <= closed or not closed)
            for kind, start, closed in zip(
                batch.kinds, cases.first_answer, cases.closed, strict=True
            )
        ]
        starts = list(compress(cases.first_answer, talked))
        asked = list(compress(cases.asked_lines, talked))
        answers = list(compress(cases.answer_lines, talked))
        over = compress(zip(cases.last_words, cases.closed, strict=True), talked)
        self.starts.extend(starts)
        self.ends.extend(
            max(start, min(last, closed) if closed else last)
            for start, (last, closed) in zip(starts, over, strict=True)
        )
        self.lines.update(map(add, asked, answers))
        self.asked_lines += sum(asked)
        self.answer_lines += sum(answers)

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
    lasting = [(start, end) for start, end in zip(starts, ends, strict=True) if start < end]
    if not lasting:
        return Together(0, 0.0, ())
    begun, ended = sorted(start for start, _ in lasting), sorted(end for _, end in lasting)
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
