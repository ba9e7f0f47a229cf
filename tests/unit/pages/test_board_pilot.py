"""The page of the pilot: as `imref pilot` has it, at the desks that somebody sees."""

from pathlib import Path

import pytest
from desk.scene import Scene, agreement, desk, week

from imref.demo.year import Year, fill_year
from imref.desk.events import AgreementChanged
from imref.pilot.agreed import agree
from imref.pilot.reckoning import pilots, reckon
from imref.pilot.targets import parse_all
from imref.store.pilots import add_pilot

from .conftest import MakeVisitor
from .staff import Librarian, backstage

NOW = 1_000_000.0
START = NOW - 7 * 86_400.0
OPEN = week("mon-fri", "9:00-17:00")
BOTH = agreement(
    desk("ask", ("ana",), hours=OPEN, supervisors=("cleo",), title="Ask a librarian"),
    desk("law", ("cleo",), hours=OPEN, title="Law library"),
)


@pytest.fixture(params=["law", ""])
def store(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """A fortnight of made-up questions, and a pilot of one desk or of all."""
    path = tmp_path / "imref.sqlite"
    fill_year(path, BOTH, Year(NOW, weeks=2))
    span = {"made": START, "started": START, "until": NOW + 86_400}
    targets = parse_all(["asked >= 10"])
    add_pilot(path, lambda kept: agree(kept, targets, desk=request.param, **span))
    return path


async def test_it_stands_as_on_the_command_line(
    visit: MakeVisitor, scene: Scene, store: Path
) -> None:
    scene.happens(AgreementChanged(BOTH))
    cleo = await Librarian(await visit(backstage=backstage(store)), "cleo").logs_in()
    page = await cleo.reads("/dashboard/pilot")
    (pilot,) = pilots(store)
    figure = reckon(pilot, store, BOTH, scene.now).judgements[0].figure
    assert figure is not None
    assert pilot.row.digest in page
    assert f"<strong>{figure.value:.0f}" in page
    assert f"Pilot of {'Law library' if pilot.row.desk else 'all desks'}: so far" in page
    assert "asked &gt;=\N{NO-BREAK SPACE}10" in page


async def test_who_sees_one_desk_sees_no_pilot_of_others(
    visit: MakeVisitor, scene: Scene, store: Path
) -> None:
    scene.happens(AgreementChanged(BOTH))
    ana = await Librarian(await visit(backstage=backstage(store)), "ana").logs_in()
    assert "There is no pilot at your desks." in await ana.reads("/dashboard/pilot")
