"""The pages about commands and phrases say what the registries say, and leave nothing out."""

from collections.abc import Callable
from pathlib import Path

import pytest

from imref.desk.commands import COMMANDS, Command
from imref.desk.manual import commands, phrases
from imref.desk.phrases import PHRASES
from imref.manual import FILES, main

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(("file", "text"), FILES.items(), ids=FILES)
def test_the_generated_file_is_up_to_date(file: str, text: Callable[[], str]) -> None:
    assert (ROOT / file).read_text(encoding="utf-8") == text()


def test_one_command_writes_them_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    main()
    assert {str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*.*")} == {*FILES}


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_command_is_documented(command: Command) -> None:
    usage = command.usage.replace("|", "\\|")
    row = next(line for line in commands().splitlines() if line.startswith(f"| `{usage}` |"))
    assert command.about.text in row
    assert all(f"`{word}`" in row for word in command.words[1:])


def test_every_phrase_is_documented() -> None:
    rows = {line.split("`")[1]: line for line in phrases().splitlines() if line.startswith("| `")}
    assert rows.keys() == PHRASES.keys()
    for key, row in rows.items():
        assert PHRASES[key].about in row
        assert PHRASES[key].text.splitlines()[0].replace("|", "\\|") in row


def test_no_table_row_has_a_stray_bar() -> None:
    for page in (commands(), phrases()):
        rows = [line for line in page.splitlines() if line.startswith("| ")]
        assert rows
        assert {row.replace("\\|", "").count("|") for row in rows} == {4}
