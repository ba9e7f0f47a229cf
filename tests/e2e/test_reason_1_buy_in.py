"""Reason 1, "the staff is not interested": everybody decides for themselves, and imref obeys."""

import pytest

from .clocked import ClockedLibrary

SHIFTS = pytest.mark.settings(
    hours={"zone": "Europe/Berlin", "weekly": {"mon-fri": "9:00-20:00"}},
    staff={"ana": {"shift": {"weekly": {"mon-fri": "9:00-17:00"}}, "real_name": "Anna Meier"}},
)


async def test_nothing_overrides_somebodys_own_limit(clocked: ClockedLibrary) -> None:
    pat, pam, ana = await clocked.cast("pat", "pam", "ana")
    await ana.says("ask", "!limit 1")
    await ana.hears("Your limit is 1 now")
    await pat.says("ask", "The first question")
    await ana.hears("The first question")
    await ana.replies("The first answer")
    await pat.hears("The first answer")

    await pam.says("ask", "The second question")
    await pam.hears("Everybody here is with somebody at the moment")
    await clocked.passes(minutes=3)
    await ana.hears_nothing(containing="The second question")
    await clocked.restarts()
    await clocked.passes(minutes=1)
    await ana.hears_nothing(containing="The second question")


@SHIFTS
async def test_duty_ends_by_itself_after_one_question(clocked: ClockedLibrary) -> None:
    """Nobody stays signed in overnight, and nobody is thrown out in the middle of something."""
    (ana,) = await clocked.cast("ana")
    await clocked.until("17:12")
    await ana.hears_nothing(containing="Still there?")
    await clocked.until("17:14")
    await ana.hears("Your duty ended today at 17:00. Still there?")
    await clocked.until("17:16")
    await ana.hears("You are signed off")
    await clocked.until("Tuesday 09:01")
    await ana.says("ask", "!status")
    await ana.hears("Duty: on duty")

    await clocked.until("17:14")
    await ana.hears("Still there?")
    await ana.says("ask", "Yes, a bit more")
    await ana.hears("You stay on duty until 18:1")
    assert len(ana.heard("Still there?")) == 2


@SHIFTS
async def test_one_word_calls_the_others_in(clocked: ClockedLibrary) -> None:
    pat, ana, cleo = await clocked.cast("pat", "ana", "cleo")
    await ana.says("ask", "!swamped")
    await ana.hears("Your colleagues have heard that you need help")
    await cleo.hears("asks for help at Ask a librarian")
    await pat.says("ask", "One more question")
    await cleo.hears("One more question")  # the second tier, at once
    await ana.hears_nothing(containing="One more question")


@SHIFTS
async def test_real_names_stay_in_the_house(clocked: ClockedLibrary) -> None:
    pat, ana, ben = await clocked.cast("pat", "ana", "ben")
    await pat.says("ask", "Where is the 1923 map?")
    await ana.hears("1923 map")
    await ben.hears("1923 map")
    await ana.replies("In the map room.")
    await pat.hears("Ana is here for you now")
    await pat.hears("In the map room.")
    await ben.hears("Anna Meier")
    assert not pat.heard("Meier")


@pytest.mark.settings(canned={"hours": "We open at 9 and close at 18."})
async def test_an_answer_kept_ready_is_seen_before_it_goes_out(clocked: ClockedLibrary) -> None:
    pat, ana = await clocked.cast("pat", "ana")
    await pat.says("ask", "When do you open?")
    await ana.hears("When do you open?")
    await ana.replies("!say hours")
    await ana.hears("This would be sent:\nWe open at 9 and close at 18.")
    await pat.hears_nothing(containing="We open at 9")
    await ana.replies("!send")
    await pat.hears("Ana is here")
    await pat.hears("We open at 9 and close at 18.", by="ask@")


@pytest.mark.settings(desks={"ask": {"supervisors": ["cleo"]}}, hours={"zone": "Europe/Berlin"})
async def test_nobody_has_to_bear_a_patron(clocked: ClockedLibrary) -> None:
    pat, ana, ben, cleo = await clocked.cast("pat", "ana", "ben", "cleo")
    await pat.says("ask", "Hey, you there!")
    await ana.hears("Hey, you there!")
    await ana.replies("Good morning.")
    await pat.hears("Good morning.")
    await ana.replies("!block 2h insults")
    await pat.hears("take no messages from you until today at 12:0")
    await cleo.hears("Ana has blocked patron-1001 until today at 12:0")
    await pat.says("ask", "What?")
    await pat.says("law", "And you?")
    await clocked.settles()
    await ben.hears_nothing(containing="What?")
    await cleo.hears_nothing(containing="And you?")

    await clocked.passes(hours=2, seconds=1)
    await pat.says("ask", "I am sorry. Where is the map?")
    await ana.hears("I am sorry.")


async def test_colleagues_are_asked_behind_the_patrons_back(clocked: ClockedLibrary) -> None:
    """The backchannel and an invited colleague: the patron reads neither."""
    pat, ana, ben = await clocked.cast("pat", "ana", "ben")
    await pat.says("ask", "Where is the 1923 map?")
    await ana.hears("1923 map")
    await ben.hears("1923 map")
    await ana.replies("Let me see.")
    await pat.hears("Let me see.")
    await ana.replies("!ask colleagues: who had the 1923 map last?")
    await ben.hears("who had the 1923 map last?")
    await ana.replies("!invite ben he knows the maps")
    await ben.hears("he knows the maps", by="patron-")
    await clocked.settles()
    await pat.hears_nothing(containing="last?")
    await pat.hears_nothing(containing="he knows")
