"""The life of a link: coming up, being refused, getting lost, coming back, saying good-bye."""

import asyncio
import logging
import random

import pytest

from imref.desk.effects import Convey, ShowPresence
from imref.desk.events import Accepted, LinkDown, LinkUp, Typed
from imref.xmpp.backoff import BackOff
from imref.xmpp.component import REFUSALS, Component, LinkRefused, Pace
from imref.xmpp.pulse import Pulse, Verdict

from .conftest import MakeScene
from .scene import HASTE, Scene, ids, say, stamp_of
from .server import DOMAIN, PATIENCE, PlayedServer


async def test_link_comes_up_after_the_handshake(scene: Scene) -> None:
    await scene.server.link()
    assert await scene.ears.next() == LinkUp()


async def test_wrong_secret_is_refused_after_one_try(
    make_scene: MakeScene, server: PlayedServer
) -> None:
    running = make_scene(secret="wrong").begin()
    with pytest.raises(LinkRefused, match="not-authorized"):
        await running
    assert server.tries == 1


@pytest.mark.parametrize("condition", ["conflict", "host-unknown"])
async def test_what_may_pass_is_refused_only_when_repeated(
    make_scene: MakeScene, server: PlayedServer, condition: str
) -> None:
    server.refusal = condition
    running = make_scene().begin()
    with pytest.raises(LinkRefused, match=condition):
        await running
    assert server.tries == REFUSALS[condition]


async def test_a_conflict_with_our_own_last_link_passes(server: PlayedServer) -> None:
    server.refusal = "conflict"
    retries: list[float] = []

    def jitter() -> float:
        retries.append(0.0)
        if len(retries) == 2:
            server.refusal = ""
        return 0.0

    scene = Scene(server, jitter=jitter)
    scene.begin()
    await scene.up()
    assert server.tries == 3
    await scene.finish()


async def test_two_components_that_throw_each_other_out_do_not_go_on_for_ever(
    scene: Scene,
) -> None:
    for _ in range(REFUSALS["conflict"]):
        (await scene.up()).end("conflict")
    assert scene.running is not None
    with pytest.raises(LinkRefused, match="conflict"):
        await scene.running


async def test_a_lost_link_is_told_and_comes_back(scene: Scene) -> None:
    (await scene.up()).cut()
    assert await scene.ears.next() == LinkDown()
    await scene.server.link()
    assert await scene.ears.next() == LinkUp()


async def test_no_link_down_without_a_link(scene: Scene, server: PlayedServer) -> None:
    await scene.up()
    await server.stop()
    await scene.ears.until(LinkDown)
    server.refusal = "internal-server-error"
    await server.start()
    await server.tried(4)
    server.refusal = ""
    assert await scene.ears.next() == LinkUp()


def test_back_off_grows_to_its_cap() -> None:
    back_off = BackOff(0.1, 1.0, lambda: 0.0)
    assert [back_off.next() for _ in range(6)] == [0.1, 0.2, 0.4, 0.8, 1.0, 1.0]
    back_off.reset()
    assert back_off.next() == 0.1


def test_back_off_stays_short_after_any_outage() -> None:
    back_off = BackOff(0.1, 1.0, random.random)
    for _ in range(10_000):
        assert back_off.next() <= 1.0
    assert back_off.next() >= 0.5


async def test_back_off_begins_anew_at_session_start_and_not_at_tcp_connect(
    make_scene: MakeScene, server: PlayedServer
) -> None:
    waits: list[float] = []
    scene = make_scene(pace=Pace(first_retry=0.001, last_retry=0.064))
    next_wait = scene.component._back_off.next
    scene.component._back_off.next = lambda: waits.append(next_wait()) or waits[-1]  # type: ignore
    server.refusal = "internal-server-error"
    scene.begin()
    await server.tried(5)
    server.refusal = ""
    (await scene.up()).cut()
    await scene.up()
    assert waits[:4] == [0.001, 0.002, 0.004, 0.008]
    assert waits[-1] == 0.001


async def test_back_in_service_after_a_night_without_the_server(
    make_scene: MakeScene, server: PlayedServer
) -> None:
    scene = make_scene(pace=Pace())
    scene.begin()
    await scene.up()
    await server.stop()
    await scene.ears.until(LinkDown)
    waits = [scene.component._back_off.next() for _ in range(1_000)]
    assert max(waits) <= 1.0  # so that it is back within two seconds, an attempt included
    await server.start()
    await scene.up()


def test_a_silent_link_is_asked_and_given_up_when_no_answer_comes() -> None:
    pulse = Pulse(idle=32.0, answer=16.0)
    pulse.begin(0.0)
    seen: dict[Verdict, int] = {}
    for now in range(2, 100, 2):
        verdict = pulse.look(now, heard=0.0, unsent=0, waiting=bool(seen))
        if verdict is Verdict.PING:
            pulse.asked(now)
        if verdict is not Verdict.NOTHING:
            seen.setdefault(verdict, now)
    assert seen == {Verdict.PING: 32, Verdict.GIVE_UP: 48}


def test_a_server_that_goes_on_reading_is_not_given_up() -> None:
    pulse = Pulse(idle=32.0, answer=16.0)
    pulse.begin(0.0)
    for now in range(2, 100, 2):
        verdict = pulse.look(now, heard=0.0, unsent=1_000 - now, waiting=True)
        assert verdict is Verdict.NOTHING


def test_after_a_standstill_of_our_own_the_server_gets_its_time_anew() -> None:
    pulse = Pulse(idle=32.0, answer=16.0)
    pulse.begin(0.0)
    assert pulse.look(1_000.0, heard=0.0, unsent=0, waiting=True) is Verdict.NOTHING
    for now in range(1_002, 1_016, 2):
        assert pulse.look(now, heard=0.0, unsent=0, waiting=True) is Verdict.NOTHING
    assert pulse.look(1_016.0, heard=0.0, unsent=0, waiting=True) is Verdict.GIVE_UP


async def test_a_server_that_takes_the_connection_and_stays_silent_is_given_up(
    make_scene: MakeScene, server: PlayedServer
) -> None:
    server.silent = True
    scene = make_scene(pace=Pace(first_retry=0.01, idle=0.2, answer=0.1))
    scene.begin()
    await server.tried(2)
    server.silent = False
    await scene.up()


async def test_a_silent_link_is_pinged_and_kept_when_it_answers(
    make_scene: MakeScene, server: PlayedServer
) -> None:
    server.answers = False
    scene = make_scene(pace=Pace(idle=0.04, answer=5.0))
    scene.begin()
    link = await scene.up()
    for _ in range(3):
        link.route_back(await link.ping())
    assert server.tries == 1
    assert not any(isinstance(event, Accepted) for event in scene.ears.heard)


async def test_a_ping_without_an_answer_ends_the_link(
    make_scene: MakeScene, server: PlayedServer
) -> None:
    server.answers = False
    scene = make_scene(pace=Pace(first_retry=0.01, idle=0.04, answer=0.08))
    scene.begin()
    await scene.up()
    await scene.ears.until(LinkDown)
    await scene.up()


async def test_a_barrier_without_an_answer_ends_the_link_and_nothing_is_lost(
    make_scene: MakeScene, server: PlayedServer
) -> None:
    server.answers = False
    scene = make_scene(pace=Pace(first_retry=0.01, idle=30.0, answer=0.08))
    scene.begin()
    first = await scene.up()
    scene.component.send([say(1)])
    assert ids(await first.take(1)) == ["im-1"]
    await scene.ears.until(LinkDown)
    server.answers = True
    assert ids(await (await scene.up()).take(1)) == ["im-1"]
    assert await scene.ears.until(Accepted) == Accepted(1)


async def test_nothing_stale_is_sent_after_an_outage(scene: Scene, server: PlayedServer) -> None:
    await scene.up()
    await server.stop()
    await scene.ears.until(LinkDown)
    scene.component.send(
        [
            Convey("ask", "pat@home.example", "composing"),
            say(1),
            ShowPresence("ask", "lib@library.example", "available"),
        ]
    )
    await server.start()
    link = await scene.up()
    [message] = await link.read_until_quiet()
    assert message.get("id") == "im-1"
    assert stamp_of(message) is not None


async def test_close_waits_until_the_server_has_read_everything(
    scene: Scene, server: PlayedServer
) -> None:
    server.answers = False
    link = await scene.up()
    scene.component.send([say(1), say(2)])
    await link.take(2)
    closing = asyncio.ensure_future(scene.component.close())
    await link.read_until_quiet()
    assert not closing.done()
    link.route_back(await link.ping())
    assert await scene.ears.until(Accepted) == Accepted(2)
    await closing
    await link.over.wait()
    assert link.footer
    assert scene.running is not None
    await scene.running


async def test_close_does_not_wait_for_ever(
    scene: Scene, server: PlayedServer, caplog: pytest.LogCaptureFixture
) -> None:
    server.answers = False
    await scene.up()
    scene.component.send([say(1)])
    async with asyncio.timeout(PATIENCE):
        await scene.component.close()
    assert "closing with 1 messages that the server has not read" in caplog.text


async def test_a_night_without_the_server_is_one_line_in_the_log(
    make_scene: MakeScene, server: PlayedServer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    await server.stop()
    tries = asyncio.Semaphore(0)

    def jitter() -> float:
        tries.release()
        return 0.0

    scene = make_scene(jitter=jitter)
    scene.begin()
    for _ in range(5):
        await tries.acquire()
    await server.start()
    await scene.up()
    assert caplog.text.count("cannot connect") == 1


async def test_close_without_a_link_ends_the_retries(
    make_scene: MakeScene, server: PlayedServer
) -> None:
    await server.stop()
    scene = make_scene(pace=Pace(first_retry=60.0, last_retry=60.0))
    running = scene.begin()
    await asyncio.sleep(0)
    await scene.component.close()
    async with asyncio.timeout(PATIENCE):
        await running
    await server.start()


async def test_close_while_connecting_ends_the_run(scene: Scene) -> None:
    await asyncio.sleep(0)  # the first step of connecting
    await scene.component.close()
    assert scene.running is not None
    async with asyncio.timeout(PATIENCE):
        await scene.running


async def test_close_before_run() -> None:
    await Component(DOMAIN, "127.0.0.1", 1, "", lambda _: None).close()


async def test_cancelling_run_ends_the_link(scene: Scene) -> None:
    link = await scene.up()
    assert scene.running is not None
    scene.running.cancel()
    async with asyncio.timeout(PATIENCE):
        await link.over.wait()
    assert await scene.ears.next() == LinkDown()


async def test_garbage_from_the_server_ends_the_link_and_is_not_logged(
    scene: Scene, caplog: pytest.LogCaptureFixture
) -> None:
    link = await scene.up()
    link.say("<message><body>my secret</bdy>")
    await scene.ears.until(LinkDown)
    link = await scene.up()
    link.say(
        f"<message from='pat@home.example/x' to='ask@{DOMAIN}'>"
        "<paused xmlns='http://jabber.org/protocol/chatstates'/></message>"
    )
    assert isinstance(await scene.ears.next(), Typed)
    assert "my secret" not in caplog.text


async def test_nothing_is_said_at_the_default_level_about_what_people_write(
    scene: Scene, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    link = await scene.up()
    link.say(
        f"<message from='pat@home.example/x' to='ask@{DOMAIN}'><body>my secret</body></message>"
    )
    scene.component.send([say(1, "your secret")])
    await link.take(1)
    await scene.ears.until(Accepted)
    assert "secret" not in caplog.text
    assert "pat@" not in caplog.text


assert HASTE.answer > PATIENCE  # no scene in haste may end by itself
