"""The scene on the terminal: the patron's window on the left, the librarians' on the right."""

import shutil
from collections.abc import Iterable, Sequence
from textwrap import shorten, wrap

from rich.console import Console
from rich.text import Text

from imref.demo.people import Person
from imref.demo.script import Kind, Line

WIDEST = 112
HIDDEN = frozenset({Kind.PRESENCE, Kind.LINK})
COLOURS = ("cyan", "green", "magenta", "yellow", "blue")


class Stage:
    """Prints what people say and see, each line once, in the order of time."""

    def __init__(self, patron: Person, staff: Sequence[Person], console: Console) -> None:
        self._console = console
        self._patron = patron
        self._people = (patron, *staff)
        self._shown: dict[str, int] = {}
        self._colours = {p.name: c for p, c in zip(self._people, COLOURS, strict=False)}
        width = min(WIDEST, shutil.get_terminal_size((100, 24)).columns)
        self._column = (width - 3) // 2

    def raise_curtain(self, right: str) -> None:
        """Print the heads of the two columns."""
        left = f"{self._patron.name.capitalize()}, a patron"
        self._console.print()
        self._row(Text(left, "bold"), Text(right, "bold"))
        self._console.print("─" * (self._column + 1) + "┼" + "─" * (self._column + 1), style="dim")

    def direct(self, words: str) -> None:
        """Print a stage direction across both columns."""
        self.catch_up()
        self._console.print(f"· {words}", style="dim italic")

    def catch_up(self) -> None:
        """Print what has happened since the last call."""
        news = []
        for person in self._people:
            lines = person.script.lines
            news += [(line.at, person, line) for line in lines[self._shown.get(person.name, 0) :]]
            self._shown[person.name] = len(lines)
        for _, person, line in sorted(news, key=lambda one: one[0]):
            if line.kind not in HIDDEN and not (line.outgoing and line.kind is Kind.STATE):
                self._print(person, line)

    def _print(self, person: Person, line: Line) -> None:
        own_side = person is self._patron
        rows = self._wrapped(person, line)
        blank = Text("")
        for row in rows:
            self._row(row if own_side else blank, blank if own_side else row)

    def _wrapped(self, person: Person, line: Line) -> Iterable[Text]:
        """The line in pieces of one column's width; what people write themselves stands out."""
        colour = self._colours[person.name]
        head = f"{person.name.capitalize()} {'→' if line.outgoing else '←'} "
        quiet = line.kind in (Kind.RECEIPT, Kind.STATE)
        indent = " " * len(head)
        first = True
        for paragraph in _words(person, line).splitlines():
            for piece in wrap(paragraph, max(20, self._column - len(head))) or [""]:
                text = Text(head if first else indent, f"bold {colour}")
                text.append(piece, "dim" if quiet else "bold" if line.outgoing else "")
                yield text
                first = False

    def _row(self, left: Text, right: Text) -> None:
        row = left.copy()
        row.append(" " * max(0, self._column - row.cell_len) + " ")
        row.append("│ ", "dim")
        row.append_text(right)
        self._console.print(row, soft_wrap=True)


def _words(person: Person, line: Line) -> str:
    peer = line.peer.partition("@")[0]
    match line.kind:
        case Kind.RECEIPT:
            said = next((one for one in person.script.lines if one.id == line.refers), None)
            return f"✓ {shorten(said.text, 36, placeholder=' …') if said else ''}".rstrip()
        case Kind.STATE:
            return f"{peer} is typing …" if line.text == "composing" else f"{peer}: {line.text}"
        case Kind.CORRECTION:
            return f"[corrected] {line.text}"
        case _:
            return line.text if line.outgoing else f"{peer}: {line.text}"
