"""Figures of single librarians in a whole report: true, and only for those who may see them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from imref.desk.agreement import Agreement, Desk, PerPerson, StaffMember
from imref.desk.effects import Keep, KeepPatron, KeepSession
from imref.desk.figures.disclosure import HOUSE
from imref.desk.model import Patron, Session, SessionState
from imref.desk.records import Engagement, FollowUp, Promise, Stint
from imref.report.compose import report
from imref.report.model import By, Person, Promises, Report
from imref.report.period import Period
from imref.store.evidence import Evidence
from imref.store.journal import Journal

MONDAY = datetime(2026, 11, 23, tzinfo=UTC).timestamp()
HOUR = 3600.0
WEEK = Period.of_days(date(2026, 11, 23), date(2026, 11, 29), UTC)
STAFF = ("ana", "ben", "cleo")
AGREED = Agreement(
    "ref.library.example",
    {
        "ask": Desk("ask", "Reference", (("ana", "ben"),), supervisors=("cleo",)),
        "law": Desk("law", "Law", (("ana", "cleo"),)),
    },
    {f"{n}@staff.example": StaffMember(n, f"{n}@staff.example", n) for n in STAFF},
)
ANA = Person(
    "ana",
    answered=2,
    minutes=180.0,
    median_wait=30.0,
    promises=Promises(kept=1),
    ratings=(0, 0, 0, 0, 1),
    walk_ins=3,
)


def session(number: int, owner: str, wait: float, **more: Any) -> list[Any]:
    """A question of Monday at nine that somebody answered after so many seconds."""
    opened = MONDAY + 9 * HOUR
    patron = Patron(1000 + number, f"p{number}@home.example", "ask")
    kept = Session(
        number, patron, "ask", opened, SessionState.CLOSED, owner, closed=opened + 900.0,
        first_answer=opened + wait, outcome="answered", **more,
    )  # fmt: skip
    return [KeepPatron(patron), KeepSession(kept)]


async def fill(journal: Journal) -> None:
    nine = MONDAY + 9 * HOUR
    journal.add(
        [
            *session(1, "ana", 30.0, rating=5),
            *session(2, "ana", 60.0),
            *session(3, "ben", 500.0),
            Keep(Stint(1, "", "", MONDAY, WEEK.end, open=False)),
            Keep(Stint(2, "ask", "ana", nine, nine + 2 * HOUR, open=False)),
            Keep(Stint(3, "law", "ana", nine + HOUR, nine + 3 * HOUR, open=False)),
            Keep(FollowUp(4, 1, 1001, "ana", "", nine, nine + HOUR, Promise.KEPT)),
            Keep(Engagement(5, "ana", "walk_in", "", nine, 0.0, nine + 60.0)),
            Keep(Engagement(6, "ana", "walk_in", "", nine, 0.0, nine, count=2)),
        ]
    )
    await journal.commit()


def seen(
    path: Path,
    per_person: PerPerson,
    viewer: str | None,
    by: Sequence[By] = (),
    desks: Sequence[str] = (),
) -> Report:
    agreed = replace(AGREED, per_person=per_person)
    with Evidence(path) as evidence:
        return report(evidence, agreed, WEEK, desks, now=WEEK.end, by=by, viewer=viewer)


async def test_somebodys_figures_are_what_they_did(journal: Journal, path: Path) -> None:
    await fill(journal)
    assert seen(path, PerPerson.SELF, "ana").people == (ANA,)


@pytest.mark.parametrize(
    ("per_person", "viewer", "names"),
    [
        (PerPerson.SELF, "ben", ["ben"]),
        (PerPerson.SELF, "cleo", ["cleo"]),
        (PerPerson.SELF, HOUSE, []),
        (PerPerson.SUPERVISORS, HOUSE, ["ana", "ben", "cleo"]),
        (PerPerson.SUPERVISORS, "cleo", ["ana", "ben", "cleo"]),
        (PerPerson.SUPERVISORS, "ben", ["ben"]),
        (PerPerson.SUPERVISORS, None, []),
        (PerPerson.NOBODY, "ana", []),
        (PerPerson.NOBODY, HOUSE, []),
    ],
)
async def test_others_are_seen_as_agreed(
    journal: Journal, path: Path, per_person: PerPerson, viewer: str | None, names: list[str]
) -> None:
    await fill(journal)
    found = seen(path, per_person, viewer, [By.STAFF, By.DESK])
    assert [each.name for each in found.people] == names
    everybody = len(names) == len(STAFF)
    assert (found.by(By.STAFF) is not None) == everybody
    assert found.by(By.DESK) is not None


async def test_a_report_of_a_desk_has_its_staff(journal: Journal, path: Path) -> None:
    await fill(journal)
    at_law = seen(path, PerPerson.SUPERVISORS, HOUSE, desks=["law"])
    assert [(each.name, each.minutes) for each in at_law.people] == [("ana", 120.0), ("cleo", 0.0)]
