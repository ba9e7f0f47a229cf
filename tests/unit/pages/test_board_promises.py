"""The page of follow-ups: one's own, and those of the desks that one supervises."""

from pathlib import Path

import pytest
from desk.scene import agreement, desk

from imref.desk.events import AgreementChanged

from .conftest import MakeVisitor, Visitor
from .kept import conversation, keep, promise
from .staff import Librarian, backstage

NOW = 1_000_000.0
HOUR = 3600.0


@pytest.fixture
async def visitor(visit: MakeVisitor, database: Path) -> Visitor:
    await keep(
        database,
        conversation(1, "ask", NOW - 9000),
        conversation(2, "ask", NOW - 8000),
        conversation(3, "law", NOW - 7000),
        promise(1, 1, "ana", "the <map> of 1923", NOW + HOUR),
        promise(2, 2, "ben", "a lamp", NOW - HOUR),
        promise(3, 3, "cleo", "a ruling", NOW + 2 * HOUR),
    )
    made: Visitor = await visit(backstage=backstage(database))
    return made


async def test_ones_own(visitor: Visitor) -> None:
    page = await (await Librarian(visitor, "ana").logs_in()).reads("/dashboard/promises")
    assert "patron-1001" in page
    assert "the &lt;map&gt; of 1923" in page
    assert "today at 14:46" in page
    assert "overdue" not in page
    assert "lamp" not in page
    assert "Your colleagues" not in page


async def test_somebody_else_has_none_of_these(visitor: Visitor) -> None:
    page = await (await Librarian(visitor, "ben").logs_in()).reads("/dashboard/promises")
    assert "a lamp" in page
    assert "overdue" in page
    assert "1923" not in page


async def test_a_supervisor_sees_their_desk_and_no_other(visitor: Visitor) -> None:
    desks = [
        desk("ask", ("ana", "ben"), supervisors=("cleo",)),
        desk("law", ("cleo", "dan"), supervisors=("dan",)),
    ]
    visitor.scene.happens(AgreementChanged(agreement(*desks)))
    cleo = await (await Librarian(visitor, "cleo").logs_in()).reads("/dashboard/promises")
    mine, _, others = cleo.partition("Your colleagues")
    assert "a ruling" in mine
    assert "a lamp" in others
    assert "1923" in others
    assert others.index("a lamp") < others.index("1923")
    dan = await (await Librarian(visitor, "dan").logs_in()).reads("/dashboard/promises")
    assert "You have promised nobody an answer." in dan
    assert "a ruling" in dan
    assert "a lamp" not in dan
