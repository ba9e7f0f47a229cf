"""Who is let in as a guest, what their browser keeps, and who is turned away."""

from http.cookies import SimpleCookie
from typing import Any

import pytest

from .conftest import HERE, SITE, MakeVisitor

DAY = 86_400.0


def cookie(answer: Any) -> str:
    """The whole Set-Cookie header."""
    return str(answer.headers.get("Set-Cookie", ""))


def kept(answer: Any) -> str:
    """What a browser sends back of it."""
    jar = SimpleCookie(cookie(answer).replace("; Partitioned", ""))
    return "; ".join(f"{name}={morsel.value}" for name, morsel in jar.items())


async def test_a_guest_has_an_address_a_password_and_an_end(visit: MakeVisitor) -> None:
    visitor = await visit()
    answer = await visitor.post("/guest")
    told = await answer.json()
    user, _, host = told["jid"].partition("@")
    assert host == "guest.library.example"
    assert user.startswith(f"g{told['expires']}-")
    assert told["expires"] == int(visitor.scene.now + 30 * DAY)
    assert len(told["password"]) == 64
    assert answer.headers["Cache-Control"] == "no-store"


async def test_a_reload_finds_the_same_guest(visit: MakeVisitor) -> None:
    visitor = await visit()
    first = await visitor.post("/guest")
    again = await visitor.post("/guest", Cookie=kept(first))
    assert await again.json() == await first.json()
    other = await visitor.get("/guest")
    assert (await other.json())["jid"] != (await first.json())["jid"]


async def test_a_guest_who_ends_soon_gets_a_new_name(visit: MakeVisitor) -> None:
    visitor = await visit(lifetime="10 d")
    first = await visitor.post("/guest")
    visitor.scene.passes(9 * DAY - 60)
    almost = await visitor.post("/guest", Cookie=kept(first))
    assert (await almost.json())["jid"] == (await first.json())["jid"]
    visitor.scene.passes(120)
    after = await visitor.post("/guest", Cookie=kept(first))
    assert (await after.json())["jid"] != (await first.json())["jid"]


@pytest.mark.parametrize(
    "change",
    [lambda token: token.replace("-", "-0", 1), lambda token: token + "0", lambda _: "g9-.", ""],
)
async def test_a_forged_cookie_is_worth_nothing(visit: MakeVisitor, change: Any) -> None:
    visitor = await visit()
    first = await visitor.post("/guest")
    name, _, token = kept(first).partition("=")
    forged = change(token) if change else ""
    other = await visitor.post("/guest", Cookie=f"{name}={forged}")
    assert other.status == 200
    assert (await other.json())["jid"] != (await first.json())["jid"]


async def test_the_cookie_is_out_of_reach_of_scripts(visit: MakeVisitor) -> None:
    visitor = await visit()
    at_home = cookie(await visitor.post("/guest", Sec_Fetch_Site="same-origin"))
    assert "HttpOnly" in at_home
    assert "Secure" in at_home
    assert "SameSite=Lax" in at_home
    assert "Partitioned" not in at_home
    assert "Max-Age=2592000" in at_home


async def test_on_another_site_it_is_kept_apart(visit: MakeVisitor) -> None:
    visitor = await visit()
    abroad = cookie(await visitor.post("/guest", Origin=SITE, Sec_Fetch_Site="cross-site"))
    assert "SameSite=None" in abroad
    assert "Secure" in abroad
    assert "Partitioned" in abroad
    sibling = cookie(await visitor.post("/guest", Origin=SITE, Sec_Fetch_Site="same-site"))
    assert "SameSite=Lax" in sibling


async def test_over_plain_http_it_needs_no_tls(visit: MakeVisitor) -> None:
    visitor = await visit(address="http://127.0.0.1:5380")
    assert "Secure" not in cookie(await visitor.post("/guest"))


async def test_the_guest_is_forgotten(visit: MakeVisitor) -> None:
    visitor = await visit()
    answer = await visitor.post("/guest/forget", Origin=SITE)
    assert answer.status == 204
    assert "Max-Age=0" in cookie(answer)
    assert answer.headers["Access-Control-Allow-Credentials"] == "true"


async def test_other_sites_are_turned_away(visit: MakeVisitor) -> None:
    visitor = await visit()
    for path in ("/guest", "/guest/forget"):
        answer = await visitor.post(path, Origin="https://elsewhere.example")
        assert answer.status == 403
        assert "Access-Control-Allow-Origin" not in answer.headers
        assert not cookie(answer)
    assert (await visitor.get("/guest", Sec_Fetch_Site="cross-site")).status == 403
    for origin in (HERE, SITE):
        answer = await visitor.post("/guest", Origin=origin)
        assert answer.status == 200
    assert answer.headers["Access-Control-Allow-Origin"] == SITE
    assert answer.headers["Access-Control-Allow-Credentials"] == "true"


async def test_a_preflight_is_answered(visit: MakeVisitor) -> None:
    visitor = await visit()
    async with visitor.http.options("/guest", headers={"Origin": SITE}) as answer:
        assert answer.status == 204
        assert answer.headers["Access-Control-Allow-Methods"] == "GET, POST"
    async with visitor.http.options("/guest", headers={"Origin": "https://x.example"}) as answer:
        assert "Access-Control-Allow-Methods" not in answer.headers


async def test_there_are_not_too_many_from_one_address(visit: MakeVisitor) -> None:
    visitor = await visit(guests_an_hour=2)

    async def come(address: str) -> int:
        return int((await visitor.post("/guest", X_Forwarded_For=address)).status)

    assert [await come("192.0.2.1") for _ in range(3)] == [200, 200, 429]
    assert await come("192.0.2.2") == 200
    assert await come("198.51.100.7, 192.0.2.1") == 429
    visitor.scene.passes(1800)
    assert await come("192.0.2.1") == 200


async def test_a_household_counts_once(visit: MakeVisitor) -> None:
    visitor = await visit(guests_an_hour=1)
    assert (await visitor.post("/guest", X_Forwarded_For="2001:db8:1:2::a")).status == 200
    assert (await visitor.post("/guest", X_Forwarded_For="2001:db8:1:2::b")).status == 429
    assert (await visitor.post("/guest", X_Forwarded_For="2001:db8:1:3::a")).status == 200


async def test_nobody_is_believed_who_is_no_proxy(visit: MakeVisitor) -> None:
    visitor = await visit(guests_an_hour=1, trusted_proxies=[])
    assert (await visitor.post("/guest", X_Forwarded_For="192.0.2.1")).status == 200
    assert (await visitor.post("/guest", X_Forwarded_For="192.0.2.2")).status == 429


async def test_there_are_not_too_many_at_all(visit: MakeVisitor) -> None:
    visitor = await visit(guests_a_minute=2)
    answers = [await visitor.post("/guest", X_Forwarded_For=f"192.0.2.{n}") for n in range(3)]
    assert [answer.status for answer in answers] == [200, 200, 429]
    assert answers[2].headers["Retry-After"] == "60"


async def test_who_is_known_is_not_held_up(visit: MakeVisitor) -> None:
    visitor = await visit(guests_an_hour=1)
    first = await visitor.post("/guest")
    for _ in range(3):
        assert (await visitor.post("/guest", Cookie=kept(first))).status == 200
