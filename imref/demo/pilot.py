"""A made-up pilot in a made-up store: how it stood half way, and its verdict (docs/pilot.md).

    python -m imref.demo.pilot -c docs/library.yaml

The store is made in a folder that is gone afterwards; everybody in it is invented.
"""

from argparse import ArgumentParser
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

from imref import config
from imref.demo.year import Year, fill_year
from imref.desk.agreement import Agreement
from imref.pilot.agreed import Pilot, agree, read
from imref.pilot.page import page
from imref.pilot.plain import plain
from imref.pilot.printed import printed
from imref.pilot.reckoning import reckon, titles
from imref.pilot.targets import parse_all
from imref.store.pilots import add_pilot

ZONE = ZoneInfo("Europe/Berlin")
MADE = datetime(2026, 10, 2, 16, 12, tzinfo=ZONE).timestamp()
FIRST = datetime(2026, 10, 5, tzinfo=ZONE).timestamp()
HALF_WAY = datetime(2026, 10, 17, 9, 0, tzinfo=ZONE).timestamp()
OVER = datetime(2026, 10, 31, tzinfo=ZONE).timestamp()
AFTER = datetime(2026, 11, 2, tzinfo=ZONE).timestamp()

TARGETS = (
    "asked >= 150",
    "answered within 60 s >= 80 %",
    "closed-hours share < 30 %",
    "follow-ups kept share >= 90 %",
    "coverage >= 95 %",
    "median wait <= 30 s",
)


def made_up(database: Path, agreement: Agreement) -> Pilot:
    """Fill a database with some weeks, and a pilot at the first desk that is over by then."""
    fill_year(database, agreement, Year(AFTER, weeks=6))
    desk = next(iter(agreement.desks))
    row = add_pilot(
        database,
        lambda kept: agree(
            kept, parse_all(TARGETS), desk=desk, made=MADE, started=FIRST, until=OVER
        ),
    )
    return read(row)


def main() -> None:
    """Print the two pages; with ``--html FILE`` write the verdict there, too."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("-c", "--config", type=Path, required=True)
    parser.add_argument("--html", type=Path)
    asked = parser.parse_args()
    agreement = config.read(asked.config, secret=False).agreement()
    with TemporaryDirectory() as folder:
        database = Path(folder) / "imref.sqlite"
        pilot = made_up(database, agreement)
        so_far = page(reckon(pilot, database, agreement, HALF_WAY), titles(agreement))
        verdict = page(reckon(pilot, database, agreement, AFTER), titles(agreement))
    print(plain(so_far))
    print(plain(verdict), end="")
    if asked.html:
        asked.html.write_text(printed(verdict), encoding="utf-8")


if __name__ == "__main__":
    main()
