"""The scene that the demo plays: one question, from "where is" to "thank you"."""

from collections.abc import Sequence
from dataclasses import dataclass

from imref.demo.people import Person
from imref.demo.stage import Stage


@dataclass(frozen=True, slots=True)
class Cast:
    """The people of the scene: a patron, two librarians of the first tier, and one at law."""

    pat: Person
    ana: Person
    ben: Person
    cleo: Person

    @property
    def staff(self) -> Sequence[Person]:
        """Everybody who works here."""
        return (self.ana, self.ben, self.cleo)


async def play(cast: Cast, stage: Stage) -> None:
    """Play it; raises NotSeenError (with what that person saw) when a line does not come."""
    await _question(cast, stage)
    await _answer(cast, stage)
    await _transfer(cast, stage)
    await _close(cast, stage)
    stage.catch_up()


async def _question(cast: Cast, stage: Stage) -> None:
    stage.direct("Pat asks. Ana and Ben are on duty at the first desk and are both offered it.")
    await cast.pat.says("ask", "Where can I see the 1923 survey map of the harbour?")
    await cast.pat.hears("your question has reached", by="ask@")
    await cast.pat.sees_receipt()
    await cast.ana.hears("1923 survey map", by="patron-")
    await cast.ben.hears("1923 survey map", by="patron-")


async def _answer(cast: Cast, stage: Stage) -> None:
    stage.direct("Ana answers, which takes the question; Ben is told, and hears no more of it.")
    await cast.ana.replies("Hello! It is in the map room. I am just looking up the shelf.")
    await cast.pat.hears("Ana is here")
    await cast.pat.hears("map room")
    await cast.ana.sees_receipt()
    await cast.ben.hears("Ana has this one")
    await cast.pat.types()
    await cast.ana.sees_typing()
    await cast.pat.replies("Wonderful. May I publish a copy of it?")
    await cast.ana.hears("publish a copy")
    await cast.pat.sees_receipt()


async def _transfer(cast: Cast, stage: Stage) -> None:
    stage.direct("That is a question of law: Ana leaves a note and passes it on.")
    await cast.ana.replies("!note shelf M 14, survey office, no heirs known")
    await cast.ana.hears("Note kept")
    await cast.ana.replies("!transfer law rights in an old map")
    await cast.ana.hears("Passed on")
    await cast.pat.hears("passing you on")
    await cast.cleo.hears("rights in an old map", by="patron-")
    await cast.cleo.types()
    await cast.cleo.replies("Hello Pat, Cleo from law. It is out of copyright: yes, you may.")
    await cast.pat.hears("Cleo is here")
    await cast.pat.hears("out of copyright")


async def _close(cast: Cast, stage: Stage) -> None:
    stage.direct("Pat is content, and Cleo closes.")
    await cast.pat.replies("Thank you both!")
    await cast.cleo.hears("Thank you both")
    await cast.cleo.replies("!close")
    await cast.cleo.hears("Closed")
    await cast.pat.hears("has ended the conversation")
    await cast.cleo.sees_receipt()
