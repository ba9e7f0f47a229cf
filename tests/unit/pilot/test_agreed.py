"""What was agreed on stays what it was, or everybody sees that it did not."""

import json
from dataclasses import replace
from hashlib import sha256

import pytest

from imref.pilot.agreed import NotAgreed, agree, digest, read
from imref.pilot.targets import parse_all
from imref.store.pilots import PilotRow

MADE, STARTED, UNTIL = 1_790_000_000.0, 1_790_050_000.0, 1_792_000_000.0
TARGETS = parse_all(["asked >= 40", "answered within 60 s >= 80 %"])


def made(kept: tuple[PilotRow, ...] = (), desk: str = "ask", **times: float) -> PilotRow:
    moments = {"made": MADE, "started": STARTED, "until": UNTIL, **times}
    return agree(kept, TARGETS, desk=desk, **moments)


def test_the_digest_is_one_that_anybody_can_compute() -> None:
    row = made()
    agreed = {
        "desk": "ask",
        "made": 1790000000,
        "started": 1790050000,
        "targets": json.loads(row.targets),
        "until": 1792000000,
    }
    text = json.dumps(agreed, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert row.digest == sha256(text.encode()).hexdigest()
    assert [each["target"] for each in json.loads(row.targets)] == [str(each) for each in TARGETS]
    assert read(row).stands


@pytest.mark.parametrize(
    "change",
    [
        {"desk": "law"},
        {"made": MADE - 1},
        {"started": STARTED + 1},
        {"until": UNTIL + 86400},
    ],
)
def test_any_change_is_seen(change: dict[str, object]) -> None:
    assert not read(replace(made(), **change)).stands  # type: ignore[arg-type]


def test_a_changed_target_is_seen_and_so_is_a_changed_meaning() -> None:
    row = made()
    assert not read(replace(row, targets=row.targets.replace("40", "30"))).stands
    assert not read(replace(row, targets=row.targets.replace("at all hours", "by day"))).stands


def test_how_it_ended_changes_nothing_that_was_agreed_on() -> None:
    row = replace(made(), stopped=UNTIL - 5, why="moving house")
    assert digest(row) == row.digest
    assert read(row).end == UNTIL - 5


def test_a_meaning_that_the_program_has_changed_since_is_known() -> None:
    row = made()
    other = replace(row, targets=row.targets.replace("at all hours", "by day"))
    first, second = read(other).pledges
    assert not first.still_means_that
    assert second.still_means_that


def test_no_second_pilot_while_one_runs_there() -> None:
    running = replace(made(), number=7)
    for desk in ("ask", ""):
        with pytest.raises(NotAgreed, match="Pilot 7 runs already at the desk ask"):
            made((running,), desk)
    assert made((running,), "law").desk == "law"
    everywhere = replace(made(desk=""), number=8)
    with pytest.raises(NotAgreed, match="Pilot 8 runs already at all desks"):
        made((everywhere,), "law")


def test_another_may_follow_one_that_is_over_or_was_stopped() -> None:
    over = replace(made(), number=1)
    later = {"made": UNTIL, "started": UNTIL + 1, "until": UNTIL + 86400}
    assert made((over,), **later).desk == "ask"
    stopped = replace(made(), number=2, stopped=MADE - 10, why="too few told")
    assert made((stopped,)).desk == "ask"


@pytest.mark.parametrize(
    ("times", "says"),
    [
        ({"started": MADE - 1}, "cannot begin in the past"),
        ({"until": STARTED}, "must end after"),
    ],
)
def test_times_that_do_not_fit(times: dict[str, float], says: str) -> None:
    with pytest.raises(NotAgreed, match=says):
        made(**times)


def test_targets_that_cannot_be_read() -> None:
    with pytest.raises(NotAgreed, match="The targets of pilot 0 cannot be read"):
        read(replace(made(), targets='[{"target": "smiles >= 4", "means": ""}]'))
