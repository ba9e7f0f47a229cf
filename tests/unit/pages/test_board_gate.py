"""Who gets into the dashboard, for how long, and who is kept out of which page."""

from dataclasses import replace
from http.cookies import SimpleCookie
from pathlib import Path
from typing import Any

import pytest
from desk.scene import agreement, desk

from imref.desk.events import AgreementChanged
from imref.web.board.keys import LINK_LASTS, LINKS_EACH, VISITS_EACH
from imref.web.board.sheet import PARTS

from .conftest import MakeVisitor, Visitor
from .staff import OURS, Librarian, backstage

PAGES = [f"/{path}" for path in PARTS]
HOUR = 3600.0


@pytest.fixture
async def visitor(visit: MakeVisitor, database: Path) -> Visitor:
    """Somebody with a browser, and nothing in it."""
    made: Visitor = await visit(backstage=backstage(database))
    return made


@pytest.fixture
async def ana(visitor: Visitor) -> Librarian:
    """Ana, who is logged in."""
    return await Librarian(visitor, "ana").logs_in()


# The way in.


async def test_looking_at_the_link_does_not_use_it_up(visitor: Visitor) -> None:
    ana = Librarian(visitor, "ana")
    link = ana.asks()
    for _ in range(3):  # a chat client's preview, a virus scanner, the browser itself
        answer = await visitor.get(link)
        assert answer.status == 200
        assert "Set-Cookie" not in answer.headers
    page = await answer.text()
    assert '<form method="post"><button' in page
    assert "Ana" not in page
    assert (await ana.presses(link)).status == 303
    assert ana.last.headers["Location"] == "../../dashboard"
    assert "Ana" in await ana.reads()


async def test_it_lets_somebody_in_once(visitor: Visitor) -> None:
    ana = Librarian(visitor, "ana")
    link = ana.asks()
    await ana.presses(link)
    for answer in (await visitor.post(link, **OURS), await visitor.get(link)):
        assert answer.status == 410
        assert "Set-Cookie" not in answer.headers
        assert "!dashboard" in await answer.text()


async def test_it_is_good_for_five_minutes(visitor: Visitor) -> None:
    ana = Librarian(visitor, "ana")
    link = ana.asks()
    visitor.scene.passes(LINK_LASTS - 1)
    assert (await visitor.get(link)).status == 200
    visitor.scene.passes(1)
    assert (await visitor.get(link)).status == 410
    assert (await ana.presses(link)).status == 410


async def test_of_many_links_the_last_ones_count(visitor: Visitor) -> None:
    ana = Librarian(visitor, "ana")
    links = [ana.asks() for _ in range(LINKS_EACH + 1)]
    statuses = [(await visitor.get(link)).status for link in links]
    assert statuses == [410, *[200] * LINKS_EACH]


async def test_a_made_up_link_opens_nothing(visitor: Visitor) -> None:
    assert (await visitor.get("/dashboard/enter/made-up")).status == 410
    assert (await visitor.post("/dashboard/enter/made-up", **OURS)).status == 410


async def test_links_cannot_be_tried_without_end(visitor: Visitor) -> None:
    found = [(await visitor.get(f"/dashboard/enter/{number}")).status for number in range(25)]
    assert found == [410] * 20 + [429] * 5
    link = Librarian(visitor, "ana").asks()
    assert (await visitor.get(link)).status == 429
    assert (await visitor.get(link, X_Forwarded_For="192.0.2.9")).status == 200


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "https://elsewhere.example"},
        {"Origin": "https://www.library.example"},  # may embed the widget, and no more
        {"Origin": "null"},
        {**OURS, "Sec_Fetch_Site": "same-site"},
    ],
)
async def test_a_form_of_another_site_does_nothing(
    visitor: Visitor, headers: dict[str, str]
) -> None:
    link = Librarian(visitor, "ana").asks()
    assert (await visitor.post(link, **headers)).status == 403
    assert (await visitor.get(link)).status == 200
    ana = await Librarian(visitor, "ana").logs_in()
    assert (await visitor.post("/dashboard/leave", Cookie=ana.cookie, **headers)).status == 403
    assert (await ana.opens()).status == 200


# The cookie.


async def test_the_cookie_is_out_of_everybody_s_reach(visitor: Visitor) -> None:
    ana = await Librarian(visitor, "ana").logs_in()
    said = ana.last.headers["Set-Cookie"]
    (name,) = SimpleCookie(said)
    assert name == "__Host-imref-staff"
    for word in ("HttpOnly", "SameSite=Strict", "Secure", "Path=/", "Max-Age=36000"):
        assert word in said.split("; ")
    assert "Domain" not in said
    assert ana.last.headers["Cache-Control"] == "no-store"


async def test_over_plain_http_it_needs_no_tls(visit: MakeVisitor, database: Path) -> None:
    here = "http://127.0.0.1:5380"
    visitor = await visit(address=here, backstage=backstage(database))
    ana = Librarian(visitor, "ana")
    assert (await ana.presses(ana.asks(), Origin=here)).status == 303
    assert ana.cookie.startswith("imref-staff=")
    assert "Secure" not in ana.last.headers["Set-Cookie"]
    assert (await ana.opens()).status == 200


async def test_nothing_that_opens_anything_is_in_memory(ana: Librarian) -> None:
    site = ana.visitor.site
    assert site.backstage is not None
    token = ana.cookie.partition("=")[2]
    assert token not in repr([vars(site.backstage.keys), site.backstage])


# Every page.


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("cookie", ["", "__Host-imref-staff=made-up", "imref-guest=g1-0"])
async def test_no_page_without_a_log_in(visitor: Visitor, path: str, cookie: str) -> None:
    answer = await visitor.get(path, Cookie=cookie)
    assert answer.status == 403
    page = await answer.text()
    assert "Write !dashboard to a desk" in page
    assert "<nav" not in page
    assert answer.headers["Cache-Control"] == "no-store"


async def test_no_stream_without_a_log_in(visitor: Visitor) -> None:
    answer = await visitor.get("/dashboard/live")
    assert (answer.status, answer.headers["Content-Length"]) == (403, "0")


@pytest.mark.parametrize("path", PAGES)
async def test_no_page_after_an_idle_hour(ana: Librarian, path: str) -> None:
    ana.visitor.scene.passes(HOUR - 1)
    assert (await ana.opens()).status == 200
    ana.visitor.scene.passes(HOUR - 1)
    assert (await ana.opens()).status == 200
    ana.visitor.scene.passes(HOUR)
    assert (await ana.opens(path)).status == 403
    assert (await ana.opens()).status == 403


async def test_no_page_after_ten_hours(ana: Librarian) -> None:
    for _ in range(19):
        ana.visitor.scene.passes(HOUR / 2)
        assert (await ana.opens()).status == 200
    ana.visitor.scene.passes(HOUR / 2)
    assert (await ana.opens()).status == 403


async def test_the_config_says_how_long(visit: MakeVisitor, database: Path) -> None:
    visitor = await visit(backstage=backstage(database, idle="2 min", longest="3 min"))
    ana = await Librarian(visitor, "ana").logs_in()
    visitor.scene.passes(110)
    assert (await ana.opens()).status == 200
    visitor.scene.passes(80)
    assert (await ana.opens()).status == 403


async def test_after_logging_out_the_cookie_is_worth_nothing(ana: Librarian) -> None:
    answer = await ana.leaves()
    assert "Max-Age=0" in answer.headers["Set-Cookie"]
    assert "You are logged out" in await answer.text()
    assert (await ana.opens()).status == 403
    assert (await ana.leaves()).status == 200


async def test_one_browser_logs_out_alone(visitor: Visitor) -> None:
    at_home, at_work = Librarian(visitor, "ana"), Librarian(visitor, "ana")
    await at_home.logs_in()
    await at_work.logs_in()
    await at_home.leaves()
    assert (await at_work.opens()).status == 200


async def test_somebody_has_so_many_browsers(visitor: Visitor) -> None:
    browsers = [await Librarian(visitor, "ana").logs_in() for _ in range(VISITS_EACH + 1)]
    statuses = [(await browser.opens()).status for browser in browsers]
    assert statuses == [403, *[200] * VISITS_EACH]


@pytest.mark.parametrize("path", PAGES)
async def test_who_leaves_the_agreement_is_out_at_once(visitor: Visitor, path: str) -> None:
    browsers = [await Librarian(visitor, name).logs_in() for name in ("ana", "ana", "cleo")]
    visitor.scene.happens(AgreementChanged(agreement(desk("law", ("cleo",)))))
    statuses = [(await browser.opens(path)).status for browser in browsers]
    assert statuses[:2] == [403, 403]
    assert statuses[2] in (200, 404)
    visitor.scene.happens(AgreementChanged(agreement(desk("law", ("cleo", "ana")))))
    assert (await browsers[0].opens()).status == 403


async def test_a_name_that_goes_to_somebody_else_takes_no_log_in_along(ana: Librarian) -> None:
    agreed = ana.visitor.scene.room.agreement
    member = agreed.member("ana")
    assert member is not None
    heir = replace(member, address="another.ana@staff.example")
    staff = [each for each in agreed.staff.values() if each is not member]
    new = agreement(*agreed.desks.values(), staff=[heir, *staff])
    ana.visitor.scene.happens(AgreementChanged(new))
    assert (await ana.opens()).status == 403


async def test_a_link_of_somebody_who_has_left_opens_nothing(visitor: Visitor) -> None:
    ana = Librarian(visitor, "ana")
    link = ana.asks()
    visitor.scene.happens(AgreementChanged(agreement(desk("law", ("cleo",)))))
    await ana.presses(link)
    assert (await ana.opens()).status == 403


# What stands on every answer.


@pytest.mark.parametrize("path", PAGES)
async def test_every_page_keeps_to_itself(ana: Librarian, path: str) -> None:
    answer: Any = await ana.opens(path)
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'; script-src 'self'; style-src 'self'; " in policy
    assert "form-action 'self'; frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert answer.headers["Cache-Control"] == "no-store"
    page = await answer.text()
    assert "style=" not in page
    assert "//" not in page.replace("<!doctype", "").replace("https://ask.library.example", "")


async def test_without_a_dashboard_there_is_no_page(visit: MakeVisitor) -> None:
    visitor = await visit()
    for path in (*PAGES, "/dashboard/live", "/dashboard/enter/made-up"):
        assert (await visitor.get(path)).status == 404


async def test_a_librarian_reads_their_own_language(visitor: Visitor) -> None:
    agreed = visitor.scene.room.agreement
    member = agreed.member("ana")
    assert member is not None
    member = replace(member, language="de")
    staff = [member if each.name == "ana" else each for each in agreed.staff.values()]
    new = replace(agreed, staff={each.address: each for each in staff})
    visitor.scene.happens(AgreementChanged(new))
    ana = await Librarian(visitor, "ana").logs_in()
    assert '<html lang="de" dir="ltr">' in await ana.reads()
