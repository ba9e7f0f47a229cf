"""At night the library next door answers: two imrefs on two servers, with federation between."""

import asyncio

import pytest

from imref import config
from imref.check import check_server
from imref.desk.model import Outcome, Session, SessionState
from imref.findings import Mark

from .cast import Actor
from .clocked import ClockedLibrary

Partners = tuple[ClockedLibrary, ClockedLibrary]
OTHER = "Other City Library"
ASK = {"title": "Ask a librarian", "tiers": [["ana", "ben"]]}
CLOSED = {"zone": "Europe/Berlin", "weekly": {"mon-sun": "8:00-22:00"}}


def session_in(library: ClockedLibrary) -> Session:
    """The one session that a library remembers."""
    (session,) = library.room.sessions.values()
    return session


async def night_falls(partners: Partners) -> tuple[Actor, Actor]:
    """It is 23:00; Pat is awake here, and Ana is on duty next door."""
    here, there = partners
    await here.until("23:00")
    await there.settles()
    (pat,), (ana,) = await here.cast("pat"), await there.cast("ana")
    await there.settles()
    return pat, ana


async def is_answered(pat: Actor, ana: Actor) -> None:
    """Pat asks, and says yes; Ana answers."""
    await pat.says("ask", "Where is the 1923 map?")
    await pat.hears("Write no to keep it for us")
    await pat.says("ask", "yes")
    await ana.hears("1923 map", by="patron-")
    await ana.replies("In our map room.")
    await pat.hears("In our map room.", by="ask@ref.library.example")


async def test_a_librarian_next_door_answers_in_the_same_window(partners: Partners) -> None:
    here, there = partners
    pat, ana = await night_falls(partners)

    await pat.says("ask", "Where is the 1923 map?")
    told = await pat.hears(f"Until tomorrow at 8:00, {OTHER} answers for us", by="ask@")
    await pat.sees_receipt()
    assert "without your address" in told.text
    await here.passes(seconds=14)
    assert session_in(here).state is SessionState.HELD
    assert not there.room.sessions

    await here.passes(seconds=2)
    await pat.hears(f"Your question is with {OTHER} now")
    await ana.hears("1923 map", by="patron-")
    await ana.hears("Passed on from Ask a librarian, ask@ref.library.example", by="patron-")
    await pat.hears(f"[{OTHER}] Thank you, your question has reached Ask a librarian")
    await ana.replies("In our map room.")
    await pat.hears(f"[{OTHER}] Ana is here for you now.")
    answer = await pat.hears("In our map room.", by="ask@ref.library.example")
    assert answer.text == "In our map room."
    await ana.sees_receipt()

    await pat.types()
    await ana.sees_typing(by="patron-")
    await ana.types()
    await pat.sees_typing(by="ask@")
    await pat.says("ask", "Thank you!")
    await pat.sees_receipt()
    await ana.hears("Thank you!")
    await ana.corrects("In our map room, shelf 14.")
    await pat.hears_correction("shelf 14", by="ask@")

    await pat.says("ask", "bye")
    await pat.hears("Good-bye")
    await ana.hears("They have said bye")
    session = session_in(here)
    assert (session.outcome, session.partner) == (Outcome.ANSWERED, "ask@ref.other.example")


async def test_neither_side_sees_the_address_of_the_other(partners: Partners) -> None:
    pat, ana = await night_falls(partners)
    await is_answered(pat, ana)

    def seen_by(actor: Actor) -> str:
        return " ".join(
            f"{line.peer} {line.text} {line.nick}"
            for line in actor.script.lines
            if not line.outgoing
        )

    assert "pat@" not in seen_by(ana)
    assert "ana@" not in seen_by(pat)
    assert {line.peer for line in pat.heard()} == {"ask@ref.library.example"}


async def test_a_patron_can_refuse(partners: Partners) -> None:
    here, there = partners
    pat, _ = await night_falls(partners)
    await pat.says("ask", "Where is the 1923 map?")
    await pat.hears("Write no to keep it for us")
    await pat.says("ask", "no")
    await pat.hears("closed now and opens tomorrow at 8:00. Your question is kept", by="ask@")

    await here.passes(hours=1)
    await there.settles()
    assert not there.room.sessions
    assert session_in(here).open
    assert session_in(here).state is not SessionState.ABROAD


@pytest.mark.neighbour(hours=CLOSED)
async def test_two_sleeping_partners_make_no_loop(partners: Partners) -> None:
    here, there = partners
    await here.until("23:00")
    (pat,) = await here.cast("pat")
    await pat.says("ask", "Is anybody up?")
    await pat.says("ask", "yes")
    await pat.hears(f"Your question is with {OTHER} now")
    await pat.hears(f"[{OTHER}]")

    await there.passes(minutes=5)
    await here.settles()
    assert session_in(here).state is SessionState.ABROAD
    assert (
        session_in(there).patron.address == f"{session_in(here).patron.alias}@ref.library.example"
    )
    assert session_in(there).state is SessionState.HELD
    assert not session_in(there).partner

    await here.passes(minutes=12)
    await pat.hears(f"{OTHER} could not answer yet, so your question is with us again.")
    await there.settles()
    assert session_in(here).state is SessionState.HELD
    assert not session_in(there).open


async def test_a_partner_out_of_reach_is_told_of(partners: Partners) -> None:
    here, there = partners
    pat, _ = await night_falls(partners)
    await there.closes()
    await pat.says("ask", "Where is the 1923 map?")
    await pat.says("ask", "yes")
    await pat.hears(f"{OTHER} cannot be reached just now, so your question is with us again.")
    await pat.hears("Your question is kept")
    assert session_in(here).open
    assert session_in(here).state is not SessionState.ABROAD

    await there.opens()


async def test_a_restart_on_either_side_loses_nothing(partners: Partners) -> None:
    here, there = partners
    pat, ana = await night_falls(partners)
    await is_answered(pat, ana)

    await here.restarts()
    await ana.replies("Shelf 14.")
    await pat.hears("Shelf 14.")
    await ana.sees_receipt()
    await there.restarts()
    await pat.says("ask", "Thank you!")
    await ana.hears("Thank you!")


async def test_our_own_staff_take_it_back(partners: Partners) -> None:
    here, _ = partners
    pat, ana = await night_falls(partners)
    await is_answered(pat, ana)
    (ben,) = await here.cast("ben")
    await ben.says("ask", "!queue")
    line = await ben.hears(f"with {OTHER}")
    number = line.text.partition(" ")[0].removeprefix("patron-")

    await ben.says("ask", f"!take {number}")
    await ana.hears("One of our own librarians has this question now")
    await ana.hears("They have said bye")
    await pat.hears("Ben is here for you now.")
    await pat.says("ask", "Hello Ben")
    await ben.hears("Hello Ben")
    await ana.replies("Still there?")
    await pat.settles()
    assert not pat.heard("Still there?")


PAM = {"partners": [{"address": "pam@other.example", "title": "Pam", "when": "24 h"}]}


@pytest.mark.settings(desks={"ask": {**ASK, **PAM}})
async def test_a_person_is_partner_enough(partners: Partners) -> None:
    """A partner needs nothing but an address."""
    here, there = partners
    await here.until("23:00")
    (pat,), (pam,) = await here.cast("pat"), await there.cast("pam")
    await pat.says("ask", "Where is the 1923 map?")
    await pat.says("ask", "yes")
    await pam.hears("1923 map", by="patron-")
    await pam.hears("Passed on from Ask a librarian", by="patron-")
    await pam.replies("In our map room.")
    await pat.hears("In our map room.", by="ask@ref.library.example")
    await pam.sees_receipt()
    await pat.says("ask", "bye")
    await pam.hears("bye", by="patron-")


@pytest.mark.settings(desks={"ask": {**ASK, **PAM}})
async def test_an_answer_that_took_hours_still_arrives(partners: Partners) -> None:
    here, there = partners
    await here.until("23:00")
    (pat,), (pam,) = await here.cast("pat"), await there.cast("pam")
    await pat.says("ask", "Where is the 1923 map?")
    await pat.says("ask", "yes")
    await pam.hears("1923 map", by="patron-")
    await pam.replies("I am looking.")
    await pat.hears("I am looking.")
    await here.passes(hours=3)
    assert not here.room.sessions
    await here.restarts()

    await pam.replies("On shelf 14.")
    await pat.hears("On shelf 14.", by="ask@ref.library.example")
    await pam.sees_receipt()
    assert session_in(here).state is SessionState.ABROAD


@pytest.mark.settings(
    desks={
        "ask": {
            **ASK,
            "partners": [
                {"address": f"{local}@{domain}", "title": "Other", "when": "24 h"}
                for local, domain in (
                    ("ask", "ref.other.example"),
                    ("nobody", "ref.other.example"),
                    ("pam", "other.example"),
                    ("ask", "elsewhere.example"),
                )
            ],
        }
    }
)
async def test_check_tries_each_partner(partners: Partners) -> None:
    here, _ = partners
    await here.closes()
    settings = await asyncio.to_thread(config.read, here.config)

    tried = [each async for each in check_server(settings) if "partner" in each.text]

    assert [(each.mark, each.text.partition(">")[2]) for each in tried[:3]] == [
        (Mark.FINE, " can be reached"),
        (Mark.WARNING, ": ref.other.example can be reached, and has no such address"),
        (Mark.FINE, ": the server can be reached; it does not say whether somebody is there"),
    ]
    assert tried[3].mark is Mark.WARNING
    assert "cannot be reached: " in tried[3].text
    assert "as ref.library.example" in tried[3].advice
