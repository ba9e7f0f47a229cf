"""Reactions, answers, words taken back and markers, between clients that show them and not."""

from imref.demo.script import Kind

from .cast import Actor
from .conftest import Library


async def together(library: Library, *names: str, able: tuple[str, ...]) -> tuple[Actor, ...]:
    """People online, some of them with clients that show more than words."""
    for name in able:
        library.cast.actor(name).gestures = True
    return await library.cast(*names)


async def served(pat: Actor, ana: Actor) -> None:
    """A patron asks, Ana answers, and has read one more line of theirs."""
    await pat.says("ask", "Where is the map?")
    await ana.hears("Where is the map?", by="patron-")
    await ana.replies("Which one?")
    await pat.hears("Which one?", by="ask@")
    await pat.says("ask", "The one of 1923")
    await ana.hears("The one of 1923", by="patron-")


async def test_clients_that_show_gestures_show_them(library: Library) -> None:
    pat, ana = await together(library, "pat", "ana", able=("pat", "ana"))
    await served(pat, ana)
    question, answer = ana.heard("The one of 1923")[0], pat.heard("Which one?")[0]
    assert answer.nick == "Ana"

    await pat.reacts(answer, "👍", "🎉")
    await ana.sees(Kind.REACTION, ana.mine(), "👍 🎉")
    await ana.reacts(question, "👀")
    await pat.sees(Kind.REACTION, pat.mine(), "👀")

    await ana.looks_at(question)
    await pat.sees(Kind.MARKER, pat.mine())
    await pat.looks_at(answer)
    await ana.sees(Kind.MARKER, ana.mine())

    await ana.answers(question, "That one is in the map room.")
    told = await pat.hears("map room", by="ask@")
    assert (told.refers, told.text) == (
        pat.mine().id,
        "> The one of 1923\nThat one is in the map room.",
    )

    await pat.takes_back(pat.mine())
    await ana.sees(Kind.RETRACTION, question)
    await ana.hears_nothing(containing="retract")
    await ana.hears_nothing(containing="take back")


async def test_clients_that_do_not_show_words(library: Library) -> None:
    pat, ana = await together(library, "pat", "ana", able=())
    await served(pat, ana)

    await pat.reacts(pat.heard("Which one?")[0], "👍")
    await ana.hears("👍 to “Which one?”", by="patron-")
    await ana.reacts(ana.heard("The one of 1923")[0], "👀")
    await pat.hears("👀 to “The one of 1923”", by="ask@")
    await ana.answers(ana.heard("The one of 1923")[0], "Upstairs.")
    await pat.hears("> The one of 1923\nUpstairs.", by="ask@")
    await pat.takes_back(pat.mine())
    told = await ana.hears("I take back what I wrote today at", by="patron-")
    assert "1923" not in told.text
    await ana.hears_nothing(containing="retract")


async def test_after_a_transfer_and_a_restart(library: Library) -> None:
    pat, ana, ben = await together(library, "pat", "ana", "ben", able=("pat", "ana", "ben"))
    await served(pat, ana)
    answer, question = pat.heard("Which one?")[0], pat.mine()
    await ana.replies("!transfer ben knows maps")
    await ben.hears("knows maps", by="patron-")
    await ben.replies("Hello, I am Ben.")
    hello = await pat.hears("I am Ben", by="ask@")

    await pat.reacts(answer, "👍")  # Ben has only been told of Ana's words
    await ben.hears("👍 to “Which one?”", by="patron-")
    await pat.reacts(hello, "👍")
    await ben.sees(Kind.REACTION, ben.mine(), "👍")

    await pat.says("ask", "The blue one")
    await ben.hears("The blue one", by="patron-")
    await pat.settles()
    assert await library.service.stop() == 0
    await library.service.start()
    await ben.sees_presence("available", by="ask@")

    await pat.reacts(hello, "🎉")
    await ben.sees(Kind.REACTION, ben.mine(), "🎉")
    await ben.reacts(ben.heard("The blue one")[0], "👀")
    await pat.sees(Kind.REACTION, pat.mine(), "👀")
    await pat.takes_back(question)
    await ben.hears("I take back what I wrote today at", by="patron-")
    await pat.takes_back(pat.mine())
    await ben.sees(Kind.RETRACTION, ben.heard("The blue one")[0])
