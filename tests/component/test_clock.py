"""A clock that is set back while people wait."""

from pathlib import Path

from imref.service import Service
from imref.store.journal import Journal

from .house import AGREEMENT


async def test_time_goes_on_when_the_clock_is_set_back(tmp_path: Path) -> None:
    wall = [1_000_000.0]
    journal = await Journal.open(tmp_path / "imref.sqlite")
    service = Service(AGREEMENT, journal, clock=lambda: wall[0])
    before = service._tell_time()
    wall[0] -= 3600
    after = service._tell_time()
    later = service._tell_time()
    assert before < after < later < before + 60
    wall[0] += 7200
    assert service._tell_time() == 1_003_600.0
    await journal.close()
