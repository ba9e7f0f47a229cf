"""Guests of the web page at real servers: signed names are let in, and nobody else."""

import time
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
import pytest_asyncio

from imref.config.web import Proof
from imref.demo.device import Doorway
from imref.demo.prosody import PrivateProsody
from imref.demo.server import PrivateServer
from imref.web.guests import Guest, GuestBook

from .cast import Actor
from .conftest import Library, gathered
from .ejabberd import PrivateEjabberd

PROOFS = {PrivateProsody: Proof.HMAC, PrivateEjabberd: Proof.JWT}


@pytest.fixture
def book(server: PrivateServer) -> GuestBook:
    """What imref's web server signs with."""
    plan = server.plan
    return GuestBook(plan.guest_domain, plan.guest_secret, PROOFS[type(server)])


def visitor(server: PrivateServer, book: GuestBook, guest: Guest, password: str = "") -> Actor:
    """Somebody with a guest's name, and its password or another."""
    password = password or book.password(guest)
    return Actor("guest", book.address(guest), password, Doorway.of(server))


@pytest_asyncio.fixture
async def guest(server: PrivateServer, book: GuestBook) -> AsyncIterator[Actor]:
    """A guest who is in."""
    visiting = visitor(server, book, book.invite(time.time()))
    await visiting.comes_online()
    yield visiting
    await visiting.goes_offline()


async def test_a_guest_asks_and_is_answered(library: Library, guest: Actor) -> None:
    (ana,) = await library.cast("ana")
    await guest.says("ask", "May I bring my own lamp?")
    await guest.sees_receipt()
    await ana.hears("my own lamp", by="patron-")
    await ana.replies("Please do.")
    await guest.hears("Please do.", by="ask@")


async def test_what_comes_while_a_guest_is_away_is_kept(library: Library, guest: Actor) -> None:
    """A reload takes a moment, in which the librarian may answer.

    Prosody keeps the answer itself; ejabberd 23.01 knows no guest who is away, so it comes back
    and imref says it again once the page shows itself to the desk.
    """
    (ana,) = await library.cast("ana")
    await guest.says("ask", "May I bring my own lamp?")
    await ana.hears("my own lamp")
    await guest.goes_offline()
    await ana.replies("Please do.")
    await ana.settles()
    await guest.comes_online()
    guest.devices["desk"].send_presence(pto=guest.resolve("ask"))
    await guest.hears("Please do.")
    await guest.settles()
    assert len(guest.heard("Please do.")) == 1


async def refused(server: PrivateServer, book: GuestBook, guest: Guest, password: str = "") -> None:
    """Fail if the server lets somebody in."""
    visiting = visitor(server, book, guest, password)
    with pytest.raises(ConnectionError, match="was not let in"):
        await visiting.comes_online()
    await visiting.goes_offline()


async def test_a_guest_who_has_expired_is_not_let_in(
    server: PrivateServer, book: GuestBook
) -> None:
    await refused(server, book, book.invite(time.time() - book.lifetime - 5))


async def test_a_made_up_name_is_not_let_in(server: PrivateServer, book: GuestBook) -> None:
    real = book.invite(time.time())
    longer = Guest(real.user.replace("g", "g9", 1), int(f"9{real.expires}"))
    for other in (longer, book.invite(time.time() + 1)):
        await refused(server, book, other, book.password(real))


async def test_another_secret_lets_nobody_in(server: PrivateServer, book: GuestBook) -> None:
    forger = replace(book, secret="a guess that is long enough for HS256")
    guest = forger.invite(time.time())
    await refused(server, book, guest, forger.password(guest))


async def test_the_token_in_the_cookie_is_no_password(
    server: PrivateServer, book: GuestBook
) -> None:
    guest = book.invite(time.time())
    await refused(server, book, guest, book.token(guest).rpartition(".")[2])


async def test_an_account_of_the_library_is_none_here(
    server: PrivateServer, book: GuestBook
) -> None:
    await refused(server, book, Guest("ana", 0), server.password_of("ana"))


async def test_guests_write_to_the_library_alone(prosody: PrivateServer) -> None:
    """Not to its people, and not to each other; our module for Prosody sees to it."""
    plan = prosody.plan
    book = GuestBook(plan.guest_domain, plan.guest_secret)
    one, other = (visitor(prosody, book, book.invite(time.time())) for _ in range(2))
    async with gathered(prosody) as cast:
        (ana,) = await cast("ana")
        try:
            await one.comes_online()
            await other.comes_online()
            for address in (ana.address, other.address):
                await one.says(address, "Psst!")
                await one.sees_bounce("forbidden")
            await ana.hears_nothing(containing="Psst!")
            await other.settles(plan.guest_domain)
            assert other.heard("Psst!") == []
        finally:
            await one.goes_offline()
            await other.goes_offline()
