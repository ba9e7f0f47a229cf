"""The rows that the scene left in the store, shown as a table."""

from datetime import datetime
from pathlib import Path

from rich.console import Console
from rich.table import Table

from imref.store.archive import Archive, Happened, Spoken


def print_rows(database: Path, console: Console) -> None:
    """Print every session in the database with what was said and done in it."""
    with Archive(database) as archive:
        for summary in reversed(archive.sessions()):
            table = Table("time", "what", "who", "words", "fate", box=None, padding=(0, 2, 0, 0))
            table.title = f"What is kept: session {summary.number}, {summary.alias}"
            table.title_justify = "left"
            transcript = archive.transcript(summary.number)
            for line in transcript.lines if transcript else ():
                table.add_row(_clock(line.at), *_cells(line))
            console.print()
            console.print(table)


def _cells(line: Spoken | Happened) -> tuple[str, str, str, str]:
    if isinstance(line, Spoken):
        who = line.staff or "patron"
        return line.speaker.value, who, line.body, line.fate.value if line.fate else "kept"
    return line.what.value, line.staff, line.detail, ""


def _clock(at: float) -> str:
    return datetime.fromtimestamp(at).astimezone().strftime("%H:%M:%S.%f")[:-3]
