"""A librarian of the demo who answers by a script, for as long as no real one is there."""

import asyncio
from collections.abc import Collection

from imref.demo.people import Person
from imref.demo.script import Kind, Line
from imref.desk import phrases
from imref.desk.effects import OWN_ID_PREFIX

FOREVER = 365 * 86_400.0
"""Seconds; longer than a demo lasts."""

THINKS = 1.5
"""Seconds in which the patron sees that somebody is writing."""

ON_DUTY = ("available", "chat")

OFFERED = phrases.OFFER.text.partition("{age}. ")[2].partition("\n")[0]
"""What is in every offer of a question, and in nothing else."""

GREETING = (
    "Hello, and welcome! I am {name}, and I am only a script of the demo, so I cannot look this up "
    "for you. But it has come the whole way, as your patrons' questions would: page, server, imref."
)
SECOND = (
    "To answer yourself, log in as Ana with a Jabber client: the terminal says how. I step back "
    "then, and the next question is yours."
)
FURTHER = "I have read you, and that is all that a script can say. Write “bye” when you are done."


class StandIn:
    """Takes what is offered to `person`, unless one of `colleagues` (addresses) is on duty."""

    def __init__(self, person: Person, colleagues: Collection[str]) -> None:
        self._person = person
        self._colleagues = colleagues
        self._here: set[str] = set()
        self._spoke_to: dict[str, int] = {}

    async def serve(self) -> None:
        """Come online and answer until cancelled; then go."""
        await self._person.comes_online()
        try:
            while True:
                line = await self._person.script.notice("anything", self._concerns, FOREVER)
                if line.kind is Kind.PRESENCE:
                    await self._make_way(line)
                else:
                    await self._answer(line)
        finally:
            await self._person.goes_offline()

    def _concerns(self, line: Line) -> bool:
        match line.kind:
            case Kind.PRESENCE:
                return line.peer in self._colleagues
            case Kind.TEXT:
                return line.peer.startswith("patron-")
            case _:
                return False

    async def _make_way(self, line: Line) -> None:
        """Be busy while a colleague is on duty."""
        if line.text in ON_DUTY:
            self._here.add(line.peer)
        else:
            self._here.discard(line.peer)
        await self._person.shows("dnd" if self._here else "available")

    async def _answer(self, line: Line) -> None:
        """Answer an offer with a greeting, and the patron's further words with what is left."""
        own_words_of_the_desk = line.id.startswith(OWN_ID_PREFIX)
        if OFFERED in line.text and own_words_of_the_desk:
            self._spoke_to[line.peer] = 0
        elif own_words_of_the_desk or line.peer not in self._spoke_to:
            return
        said = self._spoke_to[line.peer]
        self._spoke_to[line.peer] = said + 1
        texts = (GREETING.format(name=self._person.name.capitalize()), SECOND, FURTHER)
        await self._person.types(line.peer)
        await asyncio.sleep(THINKS)
        await self._person.says(line.peer, texts[min(said, len(texts) - 1)])
