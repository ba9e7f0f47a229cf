"""What one person said and saw over XMPP, line by line, and the means to wait for a line."""

import asyncio
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from enum import StrEnum


class Kind(StrEnum):
    """What a line is about."""

    TEXT = "text"
    CORRECTION = "correction"  # XEP-0308; `refers` is the id of what it corrects
    REACTION = "reaction"  # XEP-0444; `text` are all there are, `refers` what they are to
    RETRACTION = "retraction"  # XEP-0424; `refers` is the id of what was taken back
    MARKER = "marker"  # XEP-0333; `refers` is the id of what was looked at
    RECEIPT = "receipt"  # XEP-0184; `refers` is the id of what arrived
    STATE = "state"  # XEP-0085; `text` is the state
    PRESENCE = "presence"  # `text` is the show, or the type where there is one
    BOUNCE = "bounce"  # `text` is the error condition, `refers` the id of what came back
    LINK = "link"  # the person's own connection


@dataclass(slots=True)
class Line:
    """One thing that was said or seen.

    `peer` is the other side's bare JID, `at` Unix seconds by the script's clock, `devices` the
    resources on which it was seen: the same stanza on two devices is one line, twice on one device
    is two. `refers` of a text is what it answers (XEP-0461).
    """

    kind: Kind
    peer: str
    text: str
    id: str = ""
    refers: str = ""
    outgoing: bool = False
    delayed: bool = False
    nick: str = ""
    note: str = ""
    devices: set[str] = field(default_factory=set)
    noticed: bool = False
    at: float = 0.0

    @property
    def stanza(self) -> tuple[object, ...]:
        """What two lines share when they are one stanza on two devices (copies, or carbons)."""
        return (self.kind, self.peer, self.id, self.text, self.outgoing)


class NotSeenError(AssertionError):
    """Somebody waited in vain; the message holds what they saw instead."""


Matcher = Callable[[Line], bool]


class Script:
    """The lines of one person, oldest first; `clock` says when they are added."""

    def __init__(self, name: str, clock: Callable[[], float] = time.time) -> None:
        self.name = name
        self._clock = clock
        self.lines: list[Line] = []
        self._news = asyncio.Event()
        self._newest: dict[tuple[object, ...], Line] = {}

    def add(self, line: Line) -> None:
        """Keep a line and wake up whoever waits."""
        line.at = self._clock()
        known = self._newest.get(line.stanza) if line.id else None
        if known is not None and not known.devices & line.devices:
            known.devices |= line.devices
            return
        self._newest[line.stanza] = line
        self.lines.append(line)
        news, self._news = self._news, asyncio.Event()
        news.set()

    def find(self, matches: Matcher) -> Line | None:
        """The oldest incoming line that matches and was not noticed before, or None."""
        fresh = (line for line in self.lines if not line.outgoing and not line.noticed)
        return next((line for line in fresh if matches(line)), None)

    async def notice(self, what: str, matches: Matcher, within: float) -> Line:
        """Wait for an incoming line that matches, and take it so that it is not found again.

        `within` is in seconds. Raises `NotSeenError`, which quotes `what` and the whole script.
        """
        try:
            async with asyncio.timeout(within):
                while (line := self.find(matches)) is None:
                    await self._news.wait()
        except TimeoutError:
            raise NotSeenError(self.complaint(f"waited {within:g} s for {what}")) from None
        line.noticed = True
        return line

    def last(self, *kinds: Kind, outgoing: bool) -> Line | None:
        """The newest line of these kinds in one direction, or None."""
        wanted = (line for line in reversed(self.lines) if line.outgoing == outgoing)
        return next((line for line in wanted if line.kind in kinds), None)

    def complaint(self, trouble: str) -> str:
        """`trouble`, followed by everything that this person said and saw."""
        seen = play([self]) or "  (nothing)"
        return f"{self.name} {trouble}; {self.name} said and saw:\n{seen}"


def play(
    scripts: Iterable["Script"],
    *,
    kinds: Iterable[Kind] = tuple(Kind),
    zone: tzinfo | None = None,
) -> str:
    """Several people's lines in order of time, one a row: time, who, arrow, peer, words.

    The time is that of `zone`, of this machine without one.
    """
    shown = frozenset(kinds)
    rows = [
        (line.at, script.name, line)
        for script in scripts
        for line in script.lines
        if line.kind in shown
    ]
    rows.sort(key=lambda row: row[0])
    widest = max((len(name) for _, name, _ in rows), default=0)
    return "\n".join(_row(_time(at, zone), name.ljust(widest), line) for at, name, line in rows)


def _time(at: float, zone: tzinfo | None) -> str:
    moment = datetime.fromtimestamp(at, zone)
    day = f"{moment:%a} " if zone else ""  # A scene with a zone of its own may last for days.
    return f"{day}{moment:%H:%M:%S}.{moment.microsecond // 1000:03d}"


def _row(clock: str, name: str, line: Line) -> str:
    arrow = "→" if line.outgoing else "←"
    return f"  {clock}  {name} {arrow} {line.peer}  {_words(line)}".rstrip()


def _words(line: Line) -> str:
    match line.kind:
        case Kind.TEXT:
            return f"{line.text}  (delayed)" if line.delayed else line.text
        case Kind.CORRECTION:
            return f"[corrects] {line.text}"
        case Kind.RECEIPT:
            return "[received]"
        case _:
            return f"[{line.kind}: {line.text}{', ' + line.note if line.note else ''}]"
