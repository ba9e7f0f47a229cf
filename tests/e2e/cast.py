"""The people of a scene, and what only a test expects of them."""

import time
from collections.abc import Callable
from datetime import tzinfo
from xml.etree import ElementTree

from imref.demo.device import Doorway
from imref.demo.people import PATIENCE, Person
from imref.demo.script import Kind, Line, Matcher, NotSeenError, play
from imref.demo.server import PrivateServer


class Actor(Person):
    """A person of whom a test also says what they must *not* see."""

    async def hears_nothing(self, *, containing: str = "", by: str = "") -> None:
        """Fail if a message (that no `hears` has taken) has come, or was under way.

        Everything that the component has sent by now is waited for, without a pause: first let
        the scene see that the cause was dealt with, by a receipt or by somebody else who hears.
        """
        await self.settles()
        self._refuse(
            lambda line: (
                line.kind is Kind.TEXT and containing in line.text and line.peer.startswith(by)
            ),
            f"was not to hear {containing!r}",
        )

    async def sees_no_receipt(self, of: str) -> None:
        """Fail if the receipt of a message's id has come, or was under way (see above)."""
        await self.settles()
        self._refuse(
            lambda line: line.kind is Kind.RECEIPT and line.refers == of,
            f"was not to see a receipt of {of}",
        )

    async def sends(self, to: str, payload: str, *, body: str = "", groupchat: bool = False) -> str:
        """Send a message with a piece of XML in it that no client of ours would; return its id."""
        device = self._device("")
        message = device.make_message(mto=self.resolve(to), mbody=body or None)
        message["type"] = "groupchat" if groupchat else "chat"
        message["id"] = device.new_id()
        message.append(ElementTree.fromstring(payload))
        message.send()
        return str(message["id"])

    # What needs no words.

    async def reacts(self, to: Line, *emojis: str) -> None:
        """Have these reactions, and no others, to a message."""
        each = "".join(f"<reaction>{emoji}</reaction>" for emoji in emojis)
        await self.sends(
            to.peer, f"<reactions xmlns='urn:xmpp:reactions:0' id='{to.id}'>{each}</reactions>"
        )

    async def takes_back(self, line: Line) -> None:
        """Take back what was said, with words for old clients as slixmpp has them."""
        await self.sends(
            line.peer,
            f"<retract xmlns='urn:xmpp:message-retract:1' id='{line.id}'/>",
            body="This person attempted to retract a previous message.",
        )

    async def looks_at(self, line: Line) -> None:
        """Let the other side know that a message was looked at."""
        await self.sends(line.peer, f"<displayed xmlns='urn:xmpp:chat-markers:0' id='{line.id}'/>")

    async def answers(self, line: Line, text: str) -> None:
        """Answer a message, without quoting it."""
        reply = f"<reply xmlns='urn:xmpp:reply:0' id='{line.id}' to='{line.peer}'/>"
        await self.sends(line.peer, reply, body=text)

    def mine(self) -> Line:
        """What was said last."""
        line = self.script.last(Kind.TEXT, outgoing=True)
        assert line is not None
        return line

    async def sees(self, kind: Kind, to: Line, text: str = "") -> Line:
        """Wait for a reaction, a retraction or a marker that is about this message."""
        return await self.script.notice(
            f"{kind} {text!r} about {to.text!r}",
            lambda line: (line.kind, line.refers) == (kind, to.id) and text in line.text,
            PATIENCE,
        )

    def forgets(self) -> None:
        """Let everything that was seen so far count as noticed."""
        for line in self.script.lines:
            line.noticed = True

    def heard(self, text: str = "") -> list[Line]:
        """Every message with `text` so far, noticed or not, oldest first."""
        lines = (line for line in self.script.lines if not line.outgoing)
        return [line for line in lines if line.kind is Kind.TEXT and text in line.text]

    def _refuse(self, matches: Matcher, trouble: str) -> None:
        if self.script.find(matches) is not None:
            raise NotSeenError(self.script.complaint(trouble))


class Cast:
    """The actors of one scene on one server, made when they are first called.

    ``clock`` gives the Unix seconds, and ``zone`` the wall clock, by which their play is told.
    """

    def __init__(
        self,
        server: PrivateServer,
        clock: Callable[[], float] = time.time,
        zone: tzinfo | None = None,
    ) -> None:
        self._server = server
        self._clock = clock
        self._zone = zone
        self._door = Doorway.of(server)
        self._actors: dict[str, Actor] = {}

    def actor(self, name: str) -> Actor:
        """Somebody who is not online yet, or who was called before."""
        if name not in self._actors:
            address, password = self._server.plan.address_of(name), self._server.password_of(name)
            self._actors[name] = Actor(name, address, password, self._door, self._clock)
        return self._actors[name]

    @property
    def actors(self) -> tuple[Actor, ...]:
        """Everybody who was called so far."""
        return tuple(self._actors.values())

    async def __call__(self, *names: str) -> tuple[Actor, ...]:
        """Several people, each online with one device, in the order of their names."""
        actors = tuple(self.actor(name) for name in names)
        for actor in actors:
            if not actor.devices:
                await actor.comes_online()
        return actors

    async def leaves(self) -> None:
        """Everybody goes, and what the server kept for those who were away is taken away.

        A server outlives the scene: the next one must not hear what was left from this one.
        """
        for actor in self._actors.values():
            if not actor.devices:
                await actor.comes_online()
            await actor.goes_offline()

    def play(self) -> str:
        """What everybody said and heard, in order of time, without presence."""
        kinds = [kind for kind in Kind if kind is not Kind.PRESENCE]
        scripts = [actor.script for actor in self._actors.values()]
        return play(scripts, kinds=kinds, zone=self._zone)
