"""Presence is duty, and what waits is shown to those who come."""

from .conftest import Library


async def test_only_those_on_duty_are_asked(library: Library) -> None:
    pat, ana, ben = await library.cast("pat", "ana", "ben")
    await ana.shows("away")

    await pat.says("ask", "Who is there?")
    await ben.hears("Who is there?", by="patron-")
    await pat.sees_receipt()
    await ana.hears_nothing()


async def test_a_question_waits_for_the_first_who_comes(library: Library) -> None:
    (pat,) = await library.cast("pat")
    await pat.says("ask", "Anybody up at 2 AM?")
    await pat.hears("Nobody is at the desk just now", by="ask@")
    await pat.sees_receipt()

    (ana,) = await library.cast("ana")
    await ana.hears("2 AM", by="patron-")
    await ana.replies("I am.")
    await pat.hears("Ana is here")
    await pat.hears("I am.")


async def test_desks_show_whether_somebody_is_there(library: Library) -> None:
    (ana,) = await library.cast("ana")
    await ana.sees_presence("available", by="ask@")
    (ben,) = await library.cast("ben")
    await ana.shows("away")
    await ben.shows("dnd")
    await ben.sees_presence("away", by="ask@")


async def test_signing_off_leaves_the_client_alone(library: Library) -> None:
    pat, ana, ben = await library.cast("pat", "ana", "ben")
    await ana.says("ask", "!off")
    await ana.hears("You are off duty")

    await pat.says("ask", "Hello?")
    await ben.hears("Hello?", by="patron-")
    await ana.hears_nothing(containing="Hello?")
    await ana.says("ask", "!on")
    await ana.hears("You are on duty")


async def test_a_limit_is_never_exceeded(library: Library) -> None:
    pat, pam, ana = await library.cast("pat", "pam", "ana")
    await ana.says("ask", "!limit 1")
    await ana.hears("Your limit is 1")
    await pat.says("ask", "First")
    await ana.hears("First")
    await ana.replies("Yours is taken.")
    await pat.hears("Yours is taken.")

    await pam.says("ask", "Second")
    await pam.sees_receipt()
    await ana.hears_nothing(containing="Second")
    await ana.says("ask", "!close")
    await ana.hears("Second", by="patron-")
