"""Commands are understood, and never reach a patron."""

from .conftest import Library


async def test_a_misspelt_command_is_answered_with_the_nearest(library: Library) -> None:
    pat, ana = await library.cast("pat", "ana")
    await pat.says("ask", "Hello")
    await ana.hears("Hello")
    await ana.replies("!stauts")
    await ana.hears("!status", by="patron-")
    await ana.replies("Hello Pat")

    await pat.hears("Hello Pat")
    await pat.hears_nothing(containing="stauts")


async def test_staff_look_around(library: Library) -> None:
    pat, ana, _ = await library.cast("pat", "ana", "ben")
    await pat.says("ask", "Where is the map?")
    alias = (await ana.hears("Where is the map?")).peer
    number = alias.partition("@")[0].removeprefix("patron-")

    for command, answer in (
        ("!help", "!decline"),
        ("!queue", "Where is the map?"),
        ("!who", "Ben: on duty"),
        ("!status", "Patrons: 0 of 2"),
        (f"!take {number}", "is yours"),
        ("!status", "Patrons: 1 of 2"),
    ):
        await ana.says("ask", command)
        await ana.hears(answer)
    await pat.hears("Ana is here")


async def test_a_patron_says_whole_words(library: Library) -> None:
    (pat,) = await library.cast("pat")
    await pat.says("ask", "help")
    await pat.hears("Write your question here", by="ask@")
    await pat.says("ask", "status")
    await pat.hears("no question open")
    await pat.says("ask", "Where is the map?")
    await pat.hears("your question has reached")
    await pat.says("ask", "status")
    await pat.hears("has been waiting")
    await pat.says("ask", "bye")
    await pat.hears("Good-bye")
