"""The page of figures: those of the report, by desk, of nobody in particular."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from desk.scene import Scene, agreement, desk, week

from imref.demo.year import Year, fill_year
from imref.desk.agreement import Desk, PerPerson
from imref.desk.events import AgreementChanged
from imref.desk.intervals import Interval
from imref.report.compose import report
from imref.report.model import (
    NO_COUNTS,
    NO_MINUTES,
    Coverage,
    Demand,
    Report,
    WeekCounts,
    WeekMinutes,
    total,
)
from imref.report.period import Period
from imref.store.evidence import Evidence
from imref.web.board import figures
from imref.web.board.weekmap import percent, week_map

from .conftest import MakeVisitor
from .kept import keep
from .staff import Librarian, backstage

OPEN = week("mon-fri", "9:00-17:00")
DESKS = (
    desk("ask", ("ana", "ben"), hours=OPEN, title="Ask a librarian"),
    desk("law", ("cleo",), hours=OPEN),
)


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four made-up weeks that end when a scene begins."""
    path = tmp_path_factory.mktemp("year") / "imref.sqlite"
    fill_year(path, agreement(*DESKS), Year(1_000_000.0, weeks=4))
    return path


@pytest.fixture
async def ana(visit: MakeVisitor, scene: Scene, year: Path) -> Librarian:
    scene.happens(AgreementChanged(agreement(*DESKS)))
    visitor = await visit(backstage=backstage(year))
    return await Librarian(visitor, "ana").logs_in()


def of_weeks(path: Path, desks: tuple[str, ...], now: float) -> Report:
    """The report that the page is to show: four weeks back from today."""
    today = datetime.fromtimestamp(now, UTC).date()
    first = datetime.fromtimestamp(now - 27 * 86400, UTC).date()
    with Evidence(path) as evidence:
        return report(
            evidence, agreement(*DESKS), Period.of_days(first, today, UTC), desks, now=now
        )


async def test_the_figures_are_those_of_the_report(ana: Librarian, year: Path) -> None:
    page = await ana.reads("/dashboard/figures")
    made = of_weeks(year, ("ask",), ana.visitor.scene.now)
    asked = made.fates.asked
    assert asked
    assert f"{asked} questions came in the last 28 days." in page
    assert f"{total(made.demand.closed)} of them came while the desk was closed" in page
    rows = re.findall(r'<th scope="row">[a-z ,]+</th><td class="number">(\d+)</td>', page)
    assert [int(row) for row in rows] == [number or 0 for number in made.fates.parts.values()]
    cells = re.findall(r'<td class="heat-\d[^"]*"><b>(\d+)</b>', page)
    assert sum(map(int, cells)) == asked
    assert len(cells) % 7 == 0


async def test_another_desk_is_not_shown(ana: Librarian) -> None:
    assert (await ana.opens("/dashboard/figures?desk=law")).status == 404
    page = await ana.reads("/dashboard/figures")
    assert "law" not in page
    assert page == await ana.reads("/dashboard/figures?desk=ask")


async def test_a_supervisor_sees_both_together_and_each(
    visit: MakeVisitor, scene: Scene, year: Path
) -> None:
    both = replace(DESKS[0], supervisors=("cleo",)), DESKS[1]
    scene.happens(AgreementChanged(agreement(*both)))
    cleo = await Librarian(await visit(backstage=backstage(year)), "cleo").logs_in()
    found = {}
    for query in ("", "?desk=ask", "?desk=law"):
        page = await cleo.reads(f"/dashboard/figures{query}")
        (asked,) = re.findall(r"Asked in all</th><td class=\"number\">(\d+)<", page)
        found[query] = int(asked)
    assert found[""] == found["?desk=ask"] + found["?desk=law"]
    assert '<option value="law" selected>' in page


def named_under(heading: str, page: str) -> list[str]:
    """The librarians in the section with a heading."""
    section = page.partition(f"{heading}</h2>")[2].partition("</section>")[0]
    return re.findall(r'<th scope="row">(\w+)</th>', section)


async def test_no_colleague_is_named(ana: Librarian) -> None:
    page = (await ana.reads("/dashboard/figures?weeks=13")).partition("<footer>")[0]
    assert "Ben" not in page
    assert named_under("Yours", page) == ["Ana"]
    assert re.search(r"patron-\d", page) is None


AGREED = PerPerson.SUPERVISORS
SUPERVISED = (
    replace(DESKS[0], supervisors=("cleo",)),
    desk("law", ("cleo", "dan"), hours=OPEN),
)


@pytest.mark.parametrize(
    ("per_person", "desks", "query", "seen"),
    [
        (AGREED, SUPERVISED, "?desk=ask", ["Ana", "Ben"]),
        (AGREED, SUPERVISED, "?desk=law", []),
        (AGREED, SUPERVISED, "", []),  # both desks together, and one of them is not theirs
        (PerPerson.SELF, SUPERVISED, "?desk=ask", []),
        (AGREED, (DESKS[0], SUPERVISED[1]), "?desk=law", []),
    ],
)
async def test_colleagues_are_seen_as_far_as_it_is_agreed(
    visit: MakeVisitor,
    scene: Scene,
    year: Path,
    per_person: PerPerson,
    desks: tuple[Desk, ...],
    query: str,
    seen: list[str],
) -> None:
    scene.happens(AgreementChanged(agreement(*desks, per_person=per_person)))
    cleo = await Librarian(await visit(backstage=backstage(year)), "cleo").logs_in()
    page = await cleo.reads(f"/dashboard/figures{query}")
    assert named_under("Your colleagues, one by one", page) == seen
    at_law = query != "?desk=ask"
    assert named_under("Yours", page) == (["Cleo"] if at_law else [])


async def test_where_nobody_may_not_even_they(visit: MakeVisitor, scene: Scene, year: Path) -> None:
    scene.happens(AgreementChanged(agreement(*SUPERVISED, per_person=PerPerson.NOBODY)))
    cleo = await Librarian(await visit(backstage=backstage(year)), "cleo").logs_in()
    page = await cleo.reads("/dashboard/figures?desk=ask")
    assert "Yours" not in page
    assert "one by one" not in page


async def test_somebody_sees_of_themselves_what_their_supervisor_sees(
    visit: MakeVisitor, scene: Scene, year: Path
) -> None:
    scene.happens(AgreementChanged(agreement(*SUPERVISED, per_person=AGREED)))
    lines = []
    for name in ("ana", "cleo"):
        librarian = await Librarian(await visit(backstage=backstage(year)), name).logs_in()
        page = await librarian.reads("/dashboard/figures?desk=ask")
        lines += re.findall(r'<tr><th scope="row">Ana</th>.*', page)
    assert len(lines) == 2
    assert lines[0] == lines[1]


async def test_what_a_supervisor_may_see_is_not_kept_for_others(
    visit: MakeVisitor, scene: Scene, year: Path
) -> None:
    scene.happens(AgreementChanged(agreement(*SUPERVISED, per_person=AGREED)))
    visitor = await visit(backstage=backstage(year))
    cleo = await Librarian(visitor, "cleo").logs_in()
    assert "one by one" in await cleo.reads("/dashboard/figures?desk=ask")
    ana = await Librarian(visitor, "ana").logs_in()
    assert "one by one" not in await ana.reads("/dashboard/figures?desk=ask")


async def test_how_far_back_is_one_of_three(ana: Librarian) -> None:
    for query, days in (("weeks=13", 91), ("weeks=52", 364), ("weeks=9999", 28), ("weeks=x", 28)):
        assert f"in the last {days} days" in await ana.reads(f"/dashboard/figures?{query}")


async def test_a_report_is_good_for_some_minutes(
    ana: Librarian, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = []
    monkeypatch.setattr(figures, "report", lambda *a, **k: made.append(1) or report(*a, **k))
    for pause in (0.0, 200.0, 200.0):
        ana.visitor.scene.passes(pause)
        await ana.reads("/dashboard/figures")
    assert len(made) == 2


async def test_where_nobody_asked(visit: MakeVisitor, scene: Scene, database: Path) -> None:
    await keep(database)
    ana = await Librarian(await visit(backstage=backstage(database)), "ana").logs_in()
    page = await ana.reads("/dashboard/figures")
    assert "Nobody asked in the last 28 days." in page
    assert named_under("Yours", page) == ["Ana"]


# The table of the week.


def counts(**at: int) -> WeekCounts:
    """Counts by ``d0h9``: the day and the hour."""
    rows = [list(row) for row in NO_COUNTS]
    for name, number in at.items():
        day, hour = map(int, name.removeprefix("d").split("h"))
        rows[day][hour] = number
    return tuple(map(tuple, rows))


def minutes(**at: float) -> WeekMinutes:
    """Minutes likewise."""
    rows = [list(row) for row in NO_MINUTES]
    for name, number in at.items():
        day, hour = map(int, name.removeprefix("d").split("h"))
        rows[day][hour] = number
    return tuple(map(tuple, rows))


def covered(promised: WeekMinutes, kept: WeekMinutes) -> Coverage:
    return Coverage("ask", promised, kept, kept, NO_MINUTES, ())


def test_hours_are_shown_in_which_somebody_asked_or_was_promised() -> None:
    asked = counts(d6h22=1, d0h10=10)
    drawn = week_map(
        Demand(asked, NO_COUNTS, NO_COUNTS),
        [covered(minutes(d0h9=60, d0h10=60), minutes(d0h9=60, d0h10=30))],
    )
    assert (drawn.first, drawn.last, len(drawn.rows)) == (9, 22, 14)
    nine, ten, night = drawn.rows[0][0], drawn.rows[1][0], drawn.rows[13][6]
    assert (nine.asked, nine.shade, nine.open, nine.short) == (0, 0, True, False)
    assert (ten.asked, ten.shade, ten.open, ten.short) == (10, 5, True, True)
    assert (night.asked, night.shade, night.open) == (1, 1, False)
    assert drawn.busiest == (0, 10, 10)


def test_of_several_busiest_hours_the_first_is_named() -> None:
    demand = Demand(counts(d1h11=3, d1h9=3, d4h8=3), NO_COUNTS, NO_COUNTS)
    assert week_map(demand, []).busiest == (1, 9, 3)


def test_an_empty_week_has_office_hours() -> None:
    drawn = week_map(Demand(NO_COUNTS, NO_COUNTS, NO_COUNTS), [])
    assert (drawn.first, drawn.last) == (8, 17)
    assert {cell.shade for row in drawn.rows for cell in row} == {0}


@pytest.mark.parametrize(
    ("part", "whole", "said"),
    [(0, 7, 0), (1, 1000, 1), (999, 1000, 99), (7, 7, 100), (1, 3, 33), (119.9999999, 120, 100)],
)
def test_a_share_is_none_or_all_only_where_it_is(part: float, whole: float, said: int) -> None:
    assert percent(part, whole) == said


def test_stretches_without_anybody_are_shown_the_latest_first() -> None:
    nobody = tuple(Interval(n * 100.0, n * 100.0 + 50) for n in range(12))
    coverage = replace(covered(NO_MINUTES, NO_MINUTES), nobody=nobody)
    assert [gap.when.start for gap in figures.gaps_of([coverage])][:2] == [1100.0, 1000.0]


def test_shares_of_few_are_both_numbers() -> None:
    assert str(figures.share_of(3, 7).fields) == "{'part': 3, 'whole': 7}"  # type: ignore[union-attr]
    assert figures.share_of(0, 0) == "–"


@pytest.mark.parametrize(
    ("minutes", "said"),
    [(0.0, "–"), (0.5, "30 s"), (40.0, "40 min"), (59.7, "1 h"), (10_080, "168 h")],
)
def test_time_on_duty_is_said_in_hours(minutes: float, said: str) -> None:
    assert agreement(*DESKS).wording.render(figures.staffed(minutes), "en", 0.0) == said
