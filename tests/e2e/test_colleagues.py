"""Colleagues help each other: on the backchannel, as guests, and with their own figures."""

import pytest

from .conftest import Library

NAMES = pytest.mark.settings(
    staff={"ana": {"real_name": "Anna Meier"}, "ben": {"real_name": "Bernd Ng"}}
)


@NAMES
async def test_three_people_talk_and_one_owns_it(library: Library) -> None:
    pat, ana, ben, cleo = await library.cast("pat", "ana", "ben", "cleo")
    await pat.says("ask", "May I copy the 1923 map?")
    await ana.hears("1923 map", by="patron-")
    await ben.hears("1923 map", by="patron-")
    await ana.replies("Let me ask somebody.")
    await pat.hears("Let me ask somebody.")
    await ben.hears("Ana (Anna Meier) has this one")

    await ana.replies("!invite ben he knows maps")
    await ana.hears("Ben (Bernd Ng) reads along")
    story = await ben.hears("Ana (Anna Meier) asks you to join (he knows maps)", by="patron-")
    assert "1923 map" in story.text
    assert "Let me ask somebody." in story.text
    await pat.says("ask", "It is for a talk.")
    await ana.hears("It is for a talk.", by="patron-")
    await ben.hears("It is for a talk.", by="patron-")

    await ben.replies("Then you may.")
    await pat.hears("Ben joins Ana and you.", by="ask@")
    await pat.hears("Ben: Then you may.", by="ask@")
    await ana.hears("Ben (Bernd Ng): Then you may.", by="patron-")
    await ana.replies("There you are!")
    await pat.hears("There you are!")
    await ben.hears("Ana (Anna Meier): There you are!", by="patron-")

    await ben.replies("!leave")
    await ana.hears("has left")
    await pat.hears("Ben has left; Ana is still with you.")
    await pat.says("ask", "Thank you both!")
    await ana.hears("Thank you both!")
    await ben.hears_nothing(containing="Thank you both!")
    await cleo.hears_nothing(containing="Then you may.")
    assert not pat.heard("Meier")
    assert not pat.heard("Bernd")


async def test_the_backchannel_reaches_colleagues_and_no_patron(library: Library) -> None:
    pat, ana, ben = await library.cast("pat", "ana", "ben")
    await pat.says("ask", "Have you old newspapers?")
    await ana.hears("old newspapers", by="patron-")
    await ben.hears("old newspapers", by="patron-")
    await ana.replies("One moment.")
    await pat.hears("One moment.")

    await ana.replies("!ask where are the bound newspapers?")
    await ana.hears("Asked: Ben")
    question = await ben.hears("where are the bound newspapers?", by="ask@")
    assert question.text.startswith("Ana asks about patron-")
    await ben.says("ask", "!re in the basement, shelf 9")
    await ana.hears("Ben answers: in the basement, shelf 9", by="patron-")
    await ben.hears("Told Ana")

    await ana.replies("In the basement. I bring them up.")
    await pat.hears("I bring them up.")
    await pat.hears_nothing(containing="bound newspapers")
    await pat.hears_nothing(containing="shelf 9")


async def test_their_own_figures(library: Library) -> None:
    pat, ana, ben = await library.cast("pat", "ana", "ben")
    await ana.says("ask", "!mine")
    await ana.hears("there is nothing to count yet", by="ask@")
    await pat.says("ask", "Where is the map?")
    await ana.hears("the map")
    await ana.replies("In the map room.")
    await pat.hears("In the map room.")
    await ana.says("ask", "!mine today")
    figures = await ana.hears("Today you answered 1 question", by="ask@")
    assert "half of them no longer than a moment" in figures.text
    await ben.hears_nothing(containing="you answered")
