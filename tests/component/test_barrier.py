"""The delivery barrier: what the server has read, what is sent again, and what never can be."""

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from imref.desk.effects import Acknowledge, KeepSession, Say, SettleUpTo
from imref.desk.events import Accepted, Bounced, Delivered, LinkDown, LinkUp
from imref.xmpp.barrier import STRIKES, Barrier
from imref.xmpp.unconfirmed import FRESH, HELD, Unconfirmed

from .conftest import MakeScene
from .scene import SPOKEN_STAMP, Scene, ids, say, stamp_of
from .server import DOMAIN, Link, PlayedServer


def ping_id(ping: str) -> str:
    """The id of a ping as it is written."""
    return ping.split("id='")[1].split("'")[0]


def test_one_ping_at_a_time_and_it_covers_what_was_owed_when_asked() -> None:
    barrier = Barrier(DOMAIN)
    barrier.owe(say(1))
    barrier.owe(say(2))
    first = barrier.ask()
    barrier.owe(say(3))
    assert barrier.ask() == ""
    assert barrier.answered(ping_id(first)) == 2
    assert len(barrier) == 1
    assert barrier.answered(ping_id(first)) is None
    assert barrier.answered(ping_id(barrier.ask())) == 3
    assert barrier.ask() == ""


def test_an_answer_to_the_last_links_ping_proves_nothing() -> None:
    barrier = Barrier(DOMAIN)
    barrier.owe(say(1))
    lost = barrier.ask()
    assert barrier.replay() == [say(1)]
    barrier.ask()
    assert barrier.answered(ping_id(lost)) is None
    assert len(barrier) == 1


def test_pings_of_two_runs_differ() -> None:
    assert ping_id(Barrier(DOMAIN).ping()) != ping_id(Barrier(DOMAIN).ping())


async def test_accepted_comes_when_the_ping_comes_back_and_not_before(
    scene: Scene, server: PlayedServer
) -> None:
    server.answers = False
    link = await scene.up()
    scene.component.send([say(1), say(2)])
    scene.component.send([say(3)])
    assert ids(await link.take(3)) == ["im-1", "im-2", "im-3"]
    ping = await link.ping()
    assert link.pings.empty()
    link.route_back(ping)
    assert await scene.ears.next() == Accepted(2)
    link.route_back(await link.ping())
    assert await scene.ears.next() == Accepted(3)


async def test_a_result_or_an_error_is_as_good_an_answer(
    scene: Scene, server: PlayedServer
) -> None:
    server.answers = False
    link = await scene.up()
    for number, kind in enumerate(("result", "error"), 1):
        scene.component.send([say(number)])
        await link.take(1)
        link.say(f"<iq type='{kind}' id='{await link.ping()}' from='{DOMAIN}' to='{DOMAIN}'/>")
        assert await scene.ears.next() == Accepted(number)


async def test_nobody_else_can_answer_the_ping(scene: Scene, server: PlayedServer) -> None:
    server.answers = False
    link = await scene.up()
    scene.component.send([say(1)])
    await link.take(1)
    link.say(f"<iq type='result' id='{await link.ping()}' from='evil.example' to='{DOMAIN}'/>")
    await link.read_until_quiet()
    assert scene.ears.heard == [LinkUp()]


async def test_our_own_ping_is_not_answered(scene: Scene) -> None:
    link = await scene.up()
    scene.component.send([say(1)])
    await scene.ears.until(Accepted)
    assert ids(await link.read_until_quiet()) == ["im-1"]


async def test_a_call_of_send_is_one_write(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    await scene.up()
    stream = scene.component._stream
    assert stream is not None
    writes: list[str] = []
    monkeypatch.setattr(stream, "write", writes.append)
    scene.component.send(
        [say(1), SettleUpTo(0), Acknowledge("ask", "pat@home.example", "a"), say(2)]
    )
    scene.component.send([])
    scene.component.send([SettleUpTo(0)])
    assert [text for text in writes if text] == writes[:1]
    assert writes[0].count("<message") == 3
    assert writes[0].count("<iq") == 1
    monkeypatch.undo()
    stream.write(writes[0])


async def test_what_is_only_kept_is_not_sent(scene: Scene) -> None:
    link = await scene.up()
    scene.component.send([SettleUpTo(3), KeepSession(None)])  # type: ignore[arg-type]
    assert await link.read_until_quiet() == []


async def test_after_a_cut_what_is_owed_goes_first_with_the_same_id_and_a_delay_stamp(
    scene: Scene, server: PlayedServer
) -> None:
    server.answers = False
    first = await scene.up()
    scene.component.send([say(1), say(2)])
    assert [stamp_of(stanza) for stanza in await first.take(2)] == [None, None]
    first.cut()
    await scene.ears.until(LinkDown)
    scene.component.send([say(3)])
    server.answers = True
    second = await scene.up()
    scene.component.send([say(4)])
    again = await second.take(4)
    assert ids(again) == ["im-1", "im-2", "im-3", "im-4"]
    assert [stamp_of(stanza) for stanza in again] == [SPOKEN_STAMP] * 3 + [None]


async def test_an_earlier_stamp_is_kept_in_a_replay(scene: Scene, server: PlayedServer) -> None:
    server.answers = False
    first = await scene.up()
    scene.component.send([say(1, sent=0.5)])
    [fresh] = await first.take(1)
    first.cut()
    [again] = await (await scene.up()).take(1)
    assert stamp_of(fresh) == stamp_of(again) == "1970-01-01T00:00:00.500Z"


async def test_what_a_client_has_acknowledged_is_not_sent_again(scene: Scene) -> None:
    first = await scene.up()
    scene.component.send([say(1)])
    await scene.ears.until(Accepted)
    first.say(
        f"<message from='pat@home.example/phone' to='ask@{DOMAIN}'>"
        "<received xmlns='urn:xmpp:receipts' id='im-1'/></message>"
    )
    await scene.ears.until(Delivered)
    first.cut()
    second = await scene.up()
    assert await second.read_until_quiet() == []


async def test_what_was_accepted_just_before_a_loss_is_said_again(scene: Scene) -> None:
    """A server that ends may have read what it never delivered (ejabberd 23.01)."""
    first = await scene.up()
    scene.component.send([say(1), say(2)])
    await scene.ears.until(Accepted)
    first.cut()
    second = await scene.up()
    again = await second.take(2)
    assert ids(again) == ["im-1", "im-2"]
    assert [stamp_of(stanza) for stanza in again] == [SPOKEN_STAMP, SPOKEN_STAMP]
    assert await scene.ears.until(Accepted) == Accepted(2)


def test_what_was_accepted_long_before_a_loss_is_not_said_again() -> None:
    now = [1000.0]
    unconfirmed = Unconfirmed(lambda: now[0])
    unconfirmed.add(say(1))
    now[0] += FRESH - 1
    unconfirmed.add(say(2))
    now[0] += 2
    assert unconfirmed.take() == [say(2)]
    assert unconfirmed.take() == []


def test_a_full_load_without_receipts_does_not_fill_the_memory() -> None:
    unconfirmed = Unconfirmed(lambda: 0.0)
    for number in range(1, 3 * HELD):
        unconfirmed.add(say(number))
    again = unconfirmed.take()
    assert HELD // 2 <= len(again) <= HELD
    assert again[-1] == say(3 * HELD - 1)


async def test_a_thousand_sends_and_an_aborted_connection_lose_nothing(scene: Scene) -> None:
    first = await scene.up()
    scene.component.send([say(number) for number in range(1, 1001)])
    stream = scene.component._stream
    assert stream is not None
    stream.abort()
    await scene.ears.until(LinkDown)
    second = await scene.up()
    assert ids(await second.take(1000)) == [f"im-{number}" for number in range(1, 1001)]
    assert await scene.ears.until(Accepted) == Accepted(1000)
    assert not first.fault


async def test_what_an_earlier_run_left_goes_before_anything_new(make_scene: MakeScene) -> None:
    scene = make_scene()
    scene.component.resume([say(8), say(7)])
    scene.component.send([say(9)])
    scene.begin()
    link = await scene.up()
    scene.component.send([say(10)])
    assert ids(await link.take(4)) == ["im-7", "im-8", "im-9", "im-10"]


async def test_replays_are_not_resent_while_new_messages_keep_coming(scene: Scene) -> None:
    link = await scene.up()
    for number in range(1, 301):
        scene.component.send([say(number)])
        if number % 50 == 0:
            await scene.ears.until(Accepted)
    assert ids(await link.take(300)) == [f"im-{number}" for number in range(1, 301)]
    while (await scene.ears.until(Accepted)).upto < 300:
        pass


async def chokes_on(link: Link, poison: str) -> None:
    """Let the server end the stream when it reads the message ``poison``."""
    while (await link.next()).get("id") != poison:
        pass
    link.end("policy-violation")


async def test_a_message_that_no_server_takes_is_given_up_and_the_others_arrive(
    scene: Scene, server: PlayedServer
) -> None:
    server.answers = False
    link = await scene.up()
    scene.component.send([say(1), say(2), say(3)])
    for _ in range(STRIKES):
        await chokes_on(link, "im-2")
        link = await scene.up()
    server.answers = True
    assert ids(await link.take(1)) == ["im-1"]
    assert await scene.ears.next() == Accepted(1)
    server.answers = False
    await chokes_on(link, "im-2")
    assert await scene.ears.until(Bounced) == Bounced(
        "pat@home.example", "ask", "im-2", "policy-violation"
    )
    server.answers = True
    link = await scene.up()
    scene.component.send([say(4)])
    assert await scene.ears.until(Accepted) == Accepted(3)
    assert await scene.ears.until(Accepted) == Accepted(4)
    assert ids(await link.take(2)) == ["im-3", "im-4"]
    scene.component.send([say(5), say(6)])
    assert await scene.ears.until(Accepted) == Accepted(6)


def test_strikes_are_forgotten_when_the_server_reads_on() -> None:
    barrier = Barrier(DOMAIN)
    assert barrier.struck() is None
    barrier.resume([say(1), say(2)])
    for _ in range(STRIKES - 1):
        barrier.replay()
        assert barrier.struck() is None
    barrier.replay()
    assert barrier.answered(ping_id(barrier.ask())) == 2
    barrier.owe(say(3))
    assert barrier.struck() is None
    assert barrier.replay() == [say(3)]
    assert not barrier.careful


def test_after_the_culprit_was_the_last_the_next_message_is_written_before_it_is_asked_for() -> (
    None
):
    barrier = Barrier(DOMAIN)
    barrier.owe(say(1))
    for _ in range(STRIKES):
        barrier.struck()
        barrier.replay()
    assert barrier.struck() == say(1)
    barrier.replay()
    assert barrier.owe(say(2))
    assert barrier.answered(ping_id(barrier.ask())) == 2


class AnyWeather(RuleBasedStateMachine):
    """Whatever happens to the link, what is accepted has been read, in order, by some server."""

    def __init__(self) -> None:
        super().__init__()
        self.barrier = Barrier(DOMAIN)
        self.number = 0
        self.up = False
        self.wire: list[int | str] = []
        self.written: set[int] = set()
        self.read: set[int] = set()
        self.settled: set[int] = set()

    def write(self, says: list[Say]) -> None:
        """Put messages and the barrier's ping on the wire."""
        self.wire += [one.number for one in says]
        self.written |= {one.number for one in says}
        if ping := self.barrier.ask():
            self.wire.append(ping_id(ping))

    @rule(count=st.integers(1, 3))
    def people_write(self, count: int) -> None:
        """New messages, link or no link."""
        now = []
        for _ in range(count):
            self.number += 1
            if self.barrier.owe(say(self.number)):
                now.append(say(self.number))
        if self.up:
            self.write(now)

    @precondition(lambda self: not self.up)
    @rule()
    def comes_up(self) -> None:
        """A new link."""
        self.up, self.wire, self.written = True, [], set()
        self.write(self.barrier.replay())

    @precondition(lambda self: self.up)
    @rule()
    def is_cut(self) -> None:
        """The link is lost with whatever was on it."""
        self.up = False

    @precondition(lambda self: self.up)
    @rule()
    def chokes(self) -> None:
        """The server ends the stream over something that it read."""
        self.up = False
        culprit = self.barrier.struck()
        if culprit:
            assert culprit.number in self.written
            self.settled.add(culprit.number)

    @precondition(lambda self: self.up and self.wire)
    @rule()
    def server_reads(self) -> None:
        """The server reads one thing, and routes a ping back."""
        thing = self.wire.pop(0)
        if isinstance(thing, int):
            self.read.add(thing)
            return
        upto = self.barrier.answered(thing)
        assert upto is not None
        accepted = set(range(1, upto + 1)) - self.settled
        assert accepted <= self.read
        self.settled |= accepted
        self.write(self.barrier.turn())

    @invariant()
    def nothing_is_forgotten(self) -> None:
        """Each message is settled or still owed; on a link something is always under way."""
        assert len(self.barrier) == self.number - len(self.settled)
        if self.up and len(self.barrier):
            assert self.barrier.asked


TestAnyWeather = AnyWeather.TestCase
