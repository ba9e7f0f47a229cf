"""What `imref check` tries of the web page: the port, a guest's log-in, the public address."""

import asyncio
import errno
import time
from collections.abc import AsyncIterator
from http import HTTPStatus
from urllib.parse import urlsplit

import aiohttp

from imref.config.web import Proof, Web
from imref.findings import Finding, Mark
from imref.web.guests import GuestBook
from imref.web.login import NoEntry, log_in

PATIENCE = aiohttp.ClientTimeout(total=5.0)

_SAME = {
    Proof.HMAC: "imref_guest_secret in deploy/prosody/imref-guests.cfg.lua",
    Proof.JWT: "the key of deploy/ejabberd/imref-guests.yml",
}


async def tried(settings: Web) -> AsyncIterator[Finding]:
    """Whether the page can be served and its visitors are let in."""
    ours = await _answers(f"http://{_host(settings.listen)}:{settings.port}")
    yield await _port(settings, ours=ours)
    yield await _guest(settings)
    if ours:
        yield await _public(settings)
        if await _shows_metrics(settings):
            yield Finding(
                Mark.WARNING,
                f"{settings.address}/metrics can be read from outside",
                "Does the reverse proxy say for whom it asks (X-Forwarded-For, docs/web.md)? Have "
                "it keep /metrics to itself, or name in web.metrics only who needs them.",
            )


async def _port(settings: Web, *, ours: bool) -> Finding:
    place = f"{settings.listen}:{settings.port}"
    if ours:
        return Finding(Mark.FINE, f"{place} is the web page of an imref that runs")
    try:
        server = await asyncio.start_server(_hang_up, settings.listen, settings.port)
    except OSError as problem:
        if problem.errno == errno.EADDRINUSE:
            advice = "Give the page another port (web.port), or stop that program."
            return Finding(Mark.PROBLEM, f"another program listens on {place}", advice)
        why = problem.strerror or problem
        return Finding(Mark.PROBLEM, f"the web page cannot listen on {place}: {why}", "See web.")
    server.close()
    await server.wait_closed()
    return Finding(Mark.FINE, f"the web page can listen on {place}")


def _hang_up(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.close()


async def _guest(settings: Web) -> Finding:
    book = GuestBook(settings.guests, settings.key, settings.proof, settings.lifetime)
    guest = book.invite(time.time())
    where = settings.websocket_address
    try:
        await log_in(where, settings.guests, guest.user, book.password(guest))
    except NoEntry as refusal:
        return _turned_away(settings, refusal.condition)
    except (aiohttp.ClientError, TimeoutError, OSError) as problem:
        return Finding(
            Mark.PROBLEM,
            f"nobody speaks XMPP at {where}: {problem or 'no answer'}",
            "Is the WebSocket of the XMPP server on, and does the reverse proxy pass it on "
            "(docs/web.md)? Where it is, says web.websocket.",
        )
    return Finding(Mark.FINE, f"a guest can log in to {settings.guests} at {where}")


def _turned_away(settings: Web, condition: str) -> Finding:
    match condition:
        case "not-authorized" | "account-disabled":
            return Finding(
                Mark.PROBLEM,
                f"the server does not let guests in to {settings.guests}",
                f"web.secret must be the same as {_SAME[settings.proof]}, and web.proof the one "
                "that this server checks: hmac for Prosody, jwt for ejabberd.",
            )
        case "host-unknown" | "":
            return Finding(
                Mark.PROBLEM,
                f"the server at {settings.websocket_address} has no host {settings.guests}",
                "Name it there (deploy/prosody/imref-guests.cfg.lua, "
                "deploy/ejabberd/imref-guests.yml), then restart the server.",
            )
    return Finding(
        Mark.PROBLEM,
        f"the server turns guests away from {settings.guests}: {condition}",
        "The server's log may say more.",
    )


async def _public(settings: Web) -> Finding:
    if await _answers(settings.address):
        return Finding(Mark.FINE, f"{settings.address} leads to the web page")
    return Finding(
        Mark.WARNING,
        f"{settings.address} does not lead to the web page, as seen from this machine",
        "Does the reverse proxy pass it on (docs/web.md), and is its certificate good?",
    )


async def _shows_metrics(settings: Web) -> bool:
    """Whether the metrics can be read at the public address, by way of a proxy."""
    parts = urlsplit(settings.address)
    if (parts.hostname, parts.port) == (settings.listen, settings.port):
        return False  # no proxy: this is a look from inside
    try:
        async with (
            aiohttp.ClientSession(timeout=PATIENCE) as client,
            client.get(f"{settings.address}/metrics") as answer,
        ):
            return answer.status == HTTPStatus.OK and "imref_" in await answer.text()
    except (aiohttp.ClientError, TimeoutError, OSError, ValueError):
        return False


async def _answers(address: str) -> bool:
    """Whether an imref serves its page there."""
    try:
        async with (
            aiohttp.ClientSession(timeout=PATIENCE) as client,
            client.get(f"{address}/presence.json") as answer,
        ):
            told = await answer.json()
    except (aiohttp.ClientError, TimeoutError, OSError, ValueError):
        return False
    return isinstance(told, dict) and "desk" in told


def _host(listen: str) -> str:
    """Where to knock for who listens there: everywhere is also here."""
    here = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(listen, listen)
    return f"[{here}]" if ":" in here else here
