"""`imref check` against real servers: what it finds, and that it harms nobody."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp
from aiohttp import web

from imref.check import check
from imref.demo.library import web_section
from imref.demo.loopback import LoopbackPort
from imref.demo.prosody import PrivateProsody
from imref.demo.running import RunningService
from imref.demo.server import PrivateServer
from imref.desk.wording import Wording
from imref.findings import Finding, Mark
from imref.xmpp.inquiry import Inquiry

from .cast import Cast
from .sample import write_config

STRANGER = {"address": "pat@library.example"}
ABROAD = {"address": "zoe@elsewhere.example"}
EVERYBODY = [["ana", "ben", "cleo", "pat", "zoe"]]


async def found(server: PrivateServer, folder: Path, **changes: Any) -> list[Finding]:
    """Everything that `check` finds behind the config and the database."""
    config = await asyncio.to_thread(write_config, server, folder, changes)
    config.chmod(0o600)
    findings = [finding async for finding in check(config)]
    assert [finding.mark for finding in findings[:2]] == [Mark.FINE, Mark.FINE]
    return findings[2:]


def said(findings: list[Finding]) -> list[str]:
    return [f"{finding.mark}: {finding.text}" for finding in findings]


async def test_each_person_stands_as_they_do(
    server: PrivateServer, cast: Cast, tmp_path: Path
) -> None:
    ana, ben = await cast("ana", "ben")
    await ben.shows("dnd")
    assert ana.devices

    findings = await found(
        server,
        tmp_path,
        desks={"ask": {"tiers": EVERYBODY}},
        staff={"pat": STRANGER, "zoe": ABROAD},
    )

    assert said(findings)[:4] == [
        f"ok: 127.0.0.1:{server.component_port} takes imref as ref.library.example",
        "ok: ana <ana@library.example> is on duty",
        "ok: ben <ben@library.example> is signed in but off duty (dnd)",
        "ok: cleo <cleo@library.example> is offline; imref will see them sign in",
    ]
    stranger, abroad, rosters = findings[4:]
    assert str(rosters.mark) == "note"
    assert rosters.text.startswith("no server lets imref name patrons in rosters")
    assert stranger.mark is abroad.mark is Mark.WARNING
    assert stranger.text.startswith("pat <pat@library.example> does not show imref when")
    assert "deploy/prosody/imref-groups.txt" in stranger.advice
    assert abroad.text.startswith("zoe <zoe@elsewhere.example> cannot be asked about: ")


async def test_a_wrong_secret_is_named(server: PrivateServer, tmp_path: Path) -> None:
    (finding,) = await found(server, tmp_path, component={"secret": "guessed"})
    assert finding.mark is Mark.PROBLEM
    assert finding.text == "the server refuses the secret for ref.library.example"
    assert "guessed" not in finding.text + finding.advice


async def test_a_name_that_the_server_does_not_know(server: PrivateServer, tmp_path: Path) -> None:
    (finding,) = await found(server, tmp_path, component={"domain": "chat.library.example"})
    assert finding.mark is Mark.PROBLEM
    if isinstance(server, PrivateProsody):
        assert finding.text == "the server has no component called chat.library.example"
    else:  # ejabberd does not tell an unknown name from a wrong secret
        assert finding.text == "the server refuses the secret for chat.library.example"
        assert "component.domain" in finding.advice


async def test_the_port_for_clients_is_the_wrong_one(server: PrivateServer, tmp_path: Path) -> None:
    (finding,) = await found(server, tmp_path, component={"port": server.c2s_port})
    assert finding.mark is Mark.PROBLEM
    assert "5347" in finding.advice


async def test_a_second_link_is_refused_by_prosody(server: PrivateServer, tmp_path: Path) -> None:
    if not isinstance(server, PrivateProsody):
        return  # ejabberd takes both, which is why `check` looks at the database's lock first
    async with inquiry(server):
        (finding,) = await found(server, tmp_path)
    assert finding.mark is Mark.NOTE
    assert finding.text.endswith("is imref running?")


async def test_a_message_that_comes_in_meanwhile_is_refused(
    server: PrivateServer, cast: Cast
) -> None:
    (pat,) = await cast("pat")
    async with inquiry(server):
        await pat.says("ask", "Is anybody there?")
        bounce = await pat.sees_bounce("resource-constraint")
    assert bounce.refers


def inquiry(server: PrivateServer) -> Inquiry:
    address = (server.component_domain, server.host, server.component_port)
    return Inquiry(*address, server.secret, wording=Wording())


# The web page.


def proved(server: PrivateServer) -> str:
    """What guests' passwords are at this server."""
    return "hmac" if isinstance(server, PrivateProsody) else "jwt"


async def test_a_guest_of_the_web_page_can_log_in(server: PrivateServer, tmp_path: Path) -> None:
    with LoopbackPort() as port:
        web = {**web_section(server, port.number), "proof": proved(server)}
        assert said(await found(server, tmp_path, web=web))[:2] == [
            f"ok: the web page can listen on 127.0.0.1:{port.number}",
            f"ok: a guest can log in to guest.library.example at {server.websocket}",
        ]


async def test_what_keeps_guests_out_is_named(server: PrivateServer, tmp_path: Path) -> None:
    with LoopbackPort() as port:
        web = {**web_section(server, port.number), "proof": proved(server)}

        async def trouble(**changes: str) -> str:
            return said(await found(server, tmp_path, web={**web, **changes}))[1]

        forged = await trouble(secret="another one, and as long as it has to be")
        assert forged == "problem: the server does not let guests in to guest.library.example"
        stranger = await trouble(guests="guest.elsewhere.example")
        assert stranger == (
            f"problem: the server at {server.websocket} has no host guest.elsewhere.example"
        )
        elsewhere = await trouble(websocket=f"ws://127.0.0.1:{server.http_port}/elsewhere")
        assert elsewhere.startswith(
            f"problem: nobody speaks XMPP at ws://127.0.0.1:{server.http_port}/elsewhere: "
        )
        silent = await trouble(websocket=f"ws://127.0.0.1:{port.number}/xmpp-websocket")
        assert silent.startswith("problem: nobody speaks XMPP at ")


async def test_a_port_that_somebody_has_is_named(server: PrivateServer, tmp_path: Path) -> None:
    web = {**web_section(server, server.http_port), "proof": proved(server)}
    assert said(await found(server, tmp_path, web=web))[0] == (
        f"problem: another program listens on 127.0.0.1:{server.http_port}"
    )


async def test_a_page_that_is_served_is_known(server: PrivateServer, tmp_path: Path) -> None:
    with LoopbackPort() as port:
        web = {**web_section(server, port.number), "proof": proved(server)}
        running = RunningService(write_config(server, tmp_path, {"web": web}))
        await running.start()
        try:
            findings = await found(server, tmp_path, web=web)
        finally:
            await running.stop()
    assert said(findings)[0] == (
        f"ok: 127.0.0.1:{port.number} is the web page of an imref that runs"
    )
    assert said(findings)[2] == f"ok: http://127.0.0.1:{port.number} leads to the web page"


@asynccontextmanager
async def careless_proxy(port: int, to: str) -> AsyncIterator[None]:
    """A reverse proxy that passes everything on and says of nobody for whom it asks."""

    async def passed_on(request: web.Request) -> web.Response:
        async with aiohttp.ClientSession() as client, client.get(f"{to}{request.path_qs}") as told:
            return web.Response(
                status=told.status, body=await told.read(), content_type=told.content_type
            )

    app = web.Application()
    app.router.add_get("/{path:.*}", passed_on)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    try:
        yield
    finally:
        await runner.cleanup()


async def test_metrics_that_everybody_can_read_are_found(
    server: PrivateServer, tmp_path: Path
) -> None:
    with LoopbackPort() as port, LoopbackPort() as outside:
        section = {**web_section(server, port.number), "proof": proved(server)}
        section["address"] = f"http://127.0.0.1:{outside.number}"
        running = RunningService(write_config(server, tmp_path, {"web": section}))
        await running.start()
        try:
            async with careless_proxy(outside.number, f"http://127.0.0.1:{port.number}"):
                open_to_all = said(await found(server, tmp_path, web=section))
                section["metrics"] = ["10.20.0.7"]
                running.config = write_config(server, tmp_path, {"web": section})
                await running.restart()
                closed = said(await found(server, tmp_path, web=section))
        finally:
            await running.stop()
    warning = f"warning: http://127.0.0.1:{outside.number}/metrics can be read from outside"
    assert warning in open_to_all
    assert warning not in closed
