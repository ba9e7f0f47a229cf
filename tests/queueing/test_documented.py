"""The table in docs/simulate.md is of the settings that are tested, and of their theory."""

from pathlib import Path

from .measured import expected
from .settings import SETTINGS

PAGE = Path(__file__).parents[2] / "docs" / "simulate.md"


def test_the_table_has_the_settings_that_are_tested_and_their_theory() -> None:
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    cells = [line.strip("| ").split(" | ") for line in lines if line.startswith("| Erlang ")]
    documented = [(name, wait, left, busy) for name, wait, _, left, _, busy, _ in cells]
    theory = [(setting, expected(setting)) for setting in SETTINGS]
    assert documented == [
        (f"{setting}, {setting.strategy}", f"{by.wait:.3f}", f"{by.left:.3f}", f"{by.busy:.3f}")
        for setting, by in theory
    ]
