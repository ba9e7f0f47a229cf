"""/healthz for everybody, /metrics for those who are named; neither tells of people."""

from typing import Any

import pytest

from imref.meters.health import health_of
from imref.web.vitals import Health

from .conftest import SITE, MakeVisitor


class Nurse:
    """Somebody who watches a service that is as a test wants it."""

    def __init__(self, **unlike: bool) -> None:
        self.now = {"linked": True, "ailing": False, "keeps_up": True, **unlike}
        self.guests: list[bool] = []

    def health(self) -> Health:
        return health_of(**self.now)

    def exposition(self, accept: str) -> tuple[bytes, str]:
        return f"asked for {accept}".encode(), "text/plain; version=0.0.4; charset=utf-8"

    def guest(self, *, let_in: bool) -> None:
        self.guests.append(let_in)


async def scraped(visit: MakeVisitor, forwarded: str = "", **settings: Any) -> int:
    """How a scraper is answered whom a proxy on this machine names."""
    visitor = await visit(vitals=Nurse(), **settings)
    headers = {"X_Forwarded_For": forwarded} if forwarded else {}
    return int((await visitor.get("/metrics", **headers)).status)


async def test_all_is_well(visit: MakeVisitor) -> None:
    answer = await (await visit(vitals=Nurse())).get("/healthz")
    told = await answer.json()
    assert answer.status == 200
    assert told["ok"]
    assert told["checks"].keys() == {"link", "store", "loop"}
    assert all(check["ok"] for check in told["checks"].values())
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    ("unlike", "check", "says"),
    [
        ({"linked": False}, "link", "no link to the XMPP server"),
        ({"ailing": True}, "store", "cannot be written"),
        ({"keeps_up": False}, "loop", "stuck"),
    ],
)
async def test_what_is_wrong_is_said(
    visit: MakeVisitor, unlike: dict[str, bool], check: str, says: str
) -> None:
    answer = await (await visit(vitals=Nurse(**unlike))).get("/healthz")
    told = await answer.json()
    assert answer.status == 503
    assert not told["ok"]
    assert [name for name, each in told["checks"].items() if not each["ok"]] == [check]
    assert says in told["checks"][check]["says"]


async def test_everybody_may_ask_how_it_is(visit: MakeVisitor) -> None:
    visitor = await visit(vitals=Nurse(), metrics=[])
    assert (await visitor.get("/healthz", X_Forwarded_For="203.0.113.5")).status == 200


async def test_prometheus_on_this_machine_may_read(visit: MakeVisitor) -> None:
    visitor = await visit(vitals=Nurse())
    answer = await visitor.get("/metrics", Accept="text/plain")
    assert answer.status == 200
    assert await answer.text() == "asked for text/plain"
    assert answer.headers["Content-Type"] == "text/plain; version=0.0.4; charset=utf-8"


@pytest.mark.parametrize(
    "claim",
    [
        "203.0.113.5",
        "127.0.0.1, 203.0.113.5",  # what they say of themselves, and what the proxy adds
        "::ffff:203.0.113.5",
        "2001:db8::1",
        "unknown",
        "203.0.113.5, unknown",
    ],
)
async def test_somebody_from_elsewhere_may_not(visit: MakeVisitor, claim: str) -> None:
    assert await scraped(visit, claim) == 403


async def test_who_is_named_may_read_by_way_of_a_proxy(visit: MakeVisitor) -> None:
    named = {"metrics": ["10.20.0.0/16", "2001:db8::7"]}
    assert await scraped(visit, "10.20.0.7", **named) == 200
    assert await scraped(visit, "2001:db8::7", **named) == 200
    assert await scraped(visit, "2001:db8::8", **named) == 403
    assert await scraped(visit, "10.21.0.7", **named) == 403
    assert await scraped(visit, **named) == 403  # this machine is not among them


async def test_nobody_reads_where_nobody_is_named(visit: MakeVisitor) -> None:
    assert await scraped(visit, metrics=[]) == 403


async def test_without_anybody_who_watches_there_is_nothing(visit: MakeVisitor) -> None:
    visitor = await visit()
    for path in ("/healthz", "/metrics"):
        assert (await visitor.get(path)).status == 404


async def test_new_guests_are_counted_and_known_ones_are_not(visit: MakeVisitor) -> None:
    nurse = Nurse()
    visitor = await visit(vitals=nurse, guests_an_hour=1)
    first = await visitor.post("/guest", Origin=SITE)
    cookie = first.headers["Set-Cookie"].partition(";")[0]
    await visitor.post("/guest", Origin=SITE, Cookie=cookie)
    assert (await visitor.post("/guest", Origin=SITE)).status == 429
    assert nurse.guests == [True, False]
