"""What the desk knew before a stop is what it knows after a start."""

from dataclasses import fields
from pathlib import Path

from imref.desk.effects import (
    Fate,
    KeepDuty,
    KeepMessage,
    KeepSession,
    KeepTurn,
    Say,
    Settle,
    SettleUpTo,
)
from imref.desk.ledger import Ledger
from imref.desk.model import Awaited, Duty, Message, Moment, Session, SessionState, Speaker, Turn
from imref.desk.talk.repeats import IDS_HELD, is_repeat, relayed_as
from imref.store.journal import Journal
from imref.store.schema import sessions

from .scenes import ANNA, OPENED, PATRON, Rows, Scene, session_of

PARTNER = "ask@ref.other.example"

NOW = OPENED + 3600

REBUILT = {
    "lines", "shown", "heard", "answered", "to_staff", "to_patron", "unreached", "rounded_off",
}  # fmt: skip
"""What a restored session has from rows of other tables."""

LEFT_BEHIND = {"offers", "due"}
"""What ends with the process: nobody is on duty, and every deadline is worked out anew."""


async def reopened(journal: Journal, path: Path, now: float = NOW) -> Ledger:
    await journal.close()
    again = await Journal.open(path)
    try:
        return await again.load(now)
    finally:
        await again.close()


def test_every_field_of_a_session_has_a_place() -> None:
    kept = {column.name for column in sessions.columns}
    assert {field.name for field in fields(Session)} == kept | REBUILT | LEFT_BEHIND


async def test_an_empty_store_is_an_empty_desk(journal: Journal, path: Path) -> None:
    assert await reopened(journal, path) == Ledger()


async def test_a_waiting_session(journal: Journal, path: Path) -> None:
    scene = Scene()
    patron = scene.patron()
    journal.add(scene.opens(patron))
    session = session_of(patron)
    journal.add(scene.says_patron(patron, "Wo ist der Lesesaal? 📚", "q1", OPENED))
    session.place_told, session.reassurances = 3, 2
    session.reassure_at, session.reminded = OPENED + 45.5, OPENED + 7
    session.desk, session.reserved, session.former = "law", "bob", "carol"
    session.passed, session.why = True, "knows \"maps\"\nand 'law'"
    journal.add([KeepSession(session), KeepTurn(Turn(1, OPENED - 1, Moment.OFFERED, "early"))])
    journal.add([KeepTurn(Turn(1, OPENED, Moment.OFFERED, "anna"))])
    journal.add([KeepTurn(Turn(1, OPENED + 1, Moment.DECLINED, "anna"))])
    await journal.commit()

    (restored,) = (await reopened(journal, path)).sessions

    question = Message(1, 1, 1001, OPENED, Speaker.PATRON, "", "Wo ist der Lesesaal? 📚", "q1")
    question.seen_by = ANNA
    session.lines = [question]
    session.patron_spoke, session.asked_lines = OPENED, 1
    session.shown = {"anna": 0}
    for field in fields(Session):
        if field.name != "patron":
            assert getattr(restored, field.name) == getattr(session, field.name), field.name
    assert restored.state is SessionState.WAITING
    assert restored.patron.session is restored
    assert restored.patron.alias == "patron-1001"
    assert (restored.patron.address, restored.patron.desk) == (PATRON, "ask")


async def test_what_an_active_session_awaits(journal: Journal, path: Path) -> None:
    scene = Scene()
    patron = scene.patron()
    journal.add(scene.opens(patron))
    journal.add(scene.says_patron(patron, "shown while it waited", "q0", OPENED))
    journal.add(scene.claims(patron, "anna", OPENED + 10))
    journal.add(scene.says_patron(patron, "unacknowledged", "q1", OPENED + 11))
    journal.add(scene.says_patron(patron, "acknowledged", "q2", OPENED + 12))
    journal.add(scene.says_staff(patron, "anna", "to you", "a1", OPENED + 13))
    journal.add(scene.says_staff(patron, "anna", "bounced", "a2", OPENED + 14))
    journal.add(scene.notes(patron, "anna", "for us", OPENED + 15))
    await journal.commit()
    journal.add([SettleUpTo(4), Settle(3, ANNA, Fate.DELIVERED)])
    journal.add([Settle(5, PATRON, Fate.UNDELIVERABLE)])
    await journal.commit()

    ledger = await reopened(journal, path)

    (session,) = ledger.sessions
    assert session.to_staff == {"q1": 2}
    (to_you,) = (line for line in session.lines if line.body == "to you")
    assert session.to_patron == {"a1": Awaited(4, to_you, "a1")}
    assert session.unreached is not None
    assert [message.body for message in session.unreached] == ["bounced"]
    for stanza_id in ("q0", "q1", "q2"):
        assert relayed_as(session, Speaker.PATRON, stanza_id) == stanza_id
    assert is_repeat(session, Speaker.STAFF, "a1", "to you", "anna")
    assert is_repeat(session, Speaker.STAFF, "a2", "bounced", "anna")
    assert (session.patron_spoke, session.owner_spoke) == (OPENED + 12, OPENED + 14)
    assert [line.body for line in session.lines][-1] == "for us"
    assert session.shown is None
    assert ledger.owed == []


async def test_an_id_is_known_by_what_the_client_called_it(journal: Journal, path: Path) -> None:
    scene = Scene()
    patron = scene.patron()
    journal.add(scene.opens(patron))
    first, relay = scene.says_patron(patron, "again", "1~1", OPENED)
    first.message.origin = "1"  # type: ignore[union-attr]
    journal.add([first, relay])
    await journal.commit()
    (session,) = (await reopened(journal, path)).sessions
    assert is_repeat(session, Speaker.PATRON, "1", "again", "")
    assert relayed_as(session, Speaker.PATRON, "1") == "1~1"


async def test_owed_rows_come_back_in_order_and_with_their_words(
    journal: Journal, path: Path, rows: Rows
) -> None:
    scene = Scene()
    patron = scene.patron()
    journal.add(scene.opens(patron))
    journal.add(scene.says_patron(patron, "kept once", "q1", OPENED))
    own = Say(2, "ask", PATRON, "We have your question.", "im-2", OPENED, 1, active=True)
    stamped = Say(3, "ask", ANNA, "about nothing", "im-3", OPENED, replaces="im-1", sent=9.5)
    journal.add([own, stamped])
    await journal.commit()
    assert rows("SELECT body FROM outbox WHERE number = 1") == [(None,)]
    ledger = await reopened(journal, path)
    relay = Say(1, "patron-1001", ANNA, "kept once", "q1", OPENED, 1, 1)
    assert ledger.owed == [relay, own, stamped]
    assert [say.active for say in ledger.owed] == [False, True, False]
    assert (ledger.next_patron, ledger.next_session) == (1002, 2)
    assert (ledger.next_message, ledger.next_say) == (2, 4)


async def test_a_guest_s_words_are_owed_with_their_name(journal: Journal, path: Path) -> None:
    scene = Scene()
    patron = scene.patron()
    journal.add(scene.opens(patron))
    journal.add(scene.claims(patron, "anna", OPENED))
    session_of(patron).guests = ("bob",)
    kept, relayed = scene.says_staff(patron, "bob", "In the map room.", "r1", OPENED + 9)
    assert isinstance(kept, KeepMessage)
    assert isinstance(relayed, Say)
    kept.message.guest = relayed.altered = True
    relayed.body = "Bob: In the map room."
    journal.add([kept, relayed])
    await journal.commit()
    ledger = await reopened(journal, path)
    assert [say.body for say in ledger.owed] == ["Bob: In the map room."]
    (session,) = ledger.sessions
    assert session.guests == ("bob",)
    assert [(line.body, line.guest) for line in session.lines] == [("In the map room.", True)]
    assert session.owner_spoke == OPENED + 9


async def test_settings_of_staff_are_kept_as_they_are_at_the_commit(
    journal: Journal, path: Path
) -> None:
    anna, bob = Duty("anna", limit=3), Duty("bob", subscribed=True)
    journal.add([KeepDuty(anna), KeepDuty(bob)])
    anna.signed_off = True
    await journal.commit()
    bob.last_claim = OPENED
    journal.add([KeepDuty(bob)])
    await journal.commit()
    assert (await reopened(journal, path)).duties == {"anna": anna, "bob": bob}


async def test_a_closed_session_is_not_loaded_but_recalled(journal: Journal) -> None:
    scene = Scene()
    patron, stranger = scene.patron(), scene.patron("q@home.example")
    for number in range(2):
        journal.add(scene.opens(patron, OPENED + number))
        journal.add(scene.says_patron(patron, f"question {number}", f"q{number}", OPENED + number))
        journal.add(scene.closes(patron, OPENED + number + 0.5))
        await journal.commit()
    ledger = await journal.load(NOW)
    assert not ledger.sessions

    ((recalled, session),) = await journal.recall([(PATRON, "ask"), (PATRON, "law"), (ANNA, "ask")])

    assert session is not None
    assert recalled.session is session
    assert recalled.number == patron.number
    assert (session.number, session.state, session.ended_by) == (2, SessionState.CLOSED, "staff")
    assert [line.body for line in session.lines] == ["question 1"]
    # Ids of the session before may come again, too.
    assert relayed_as(session, Speaker.PATRON, "q0") == "q0"
    assert relayed_as(session, Speaker.PATRON, "q1") == "q1"
    assert await journal.recall([(stranger.address, stranger.desk)]) == []


async def test_a_session_with_a_partner_goes_on_after_a_restart(
    journal: Journal, path: Path
) -> None:
    scene = Scene()
    patron = scene.patron()
    journal.add(scene.opens(patron))
    journal.add(scene.goes_abroad(patron, PARTNER, OPENED + 1))
    journal.add(scene.says_patron(patron, "question", "q1", OPENED + 1, PARTNER))
    journal.add(scene.says_staff(patron, PARTNER, "answer", "a1", OPENED + 2))
    journal.add(scene.says_patron(patron, "thank you", "q2", OPENED + 3, PARTNER))
    await journal.commit()

    (session,) = (await reopened(journal, path)).sessions
    assert (session.state, session.partner) == (SessionState.ABROAD, PARTNER)
    assert (session.patron_spoke, session.owner_spoke) == (OPENED + 3, OPENED + 2)
    assert session.to_staff == {"q1": 1, "q2": 3}
    assert session.to_patron is not None
    assert session.to_patron["a1"].message.staff == PARTNER


async def test_a_partner_finds_the_patron_they_had(journal: Journal) -> None:
    scene = Scene()
    patron, other = scene.patron(), scene.patron("q@home.example")
    for each in (patron, other):
        journal.add(scene.opens(each))
    journal.add(scene.goes_abroad(patron, PARTNER, OPENED + 1))
    for each in (patron, other):
        journal.add(scene.closes(each, OPENED + 2))
    await journal.commit()

    aliases = [patron.alias, other.alias, "patron-999", "patron-x", "patron-" + "9" * 30]
    ((found, session),) = await journal.recall([(PARTNER, alias) for alias in aliases])

    assert (found.number, found.address) == (patron.number, patron.address)
    assert session is not None
    assert session.partner == PARTNER
    assert await journal.recall([("ask@elsewhere.example", patron.alias)]) == []


async def test_many_are_recalled_at_once(journal: Journal) -> None:
    scene = Scene()
    crowd = [scene.patron(f"p{number}@home.example") for number in range(900)]
    for patron in crowd:
        journal.add(scene.opens(patron))
    await journal.commit()
    recalled = await journal.recall([(patron.address, patron.desk) for patron in crowd])
    assert {patron.number for patron, _ in recalled} == {patron.number for patron in crowd}


async def test_the_lines_of_an_earlier_session_come_back(journal: Journal, path: Path) -> None:
    scene = Scene()
    patron = scene.patron()
    journal.add(scene.opens(patron))
    for number in range(3):
        journal.add(scene.says_patron(patron, f"line {number}", f"q{number}", OPENED))
    journal.add(scene.closes(patron, OPENED + 1))
    await journal.commit()
    ((patron, before),) = await journal.recall([(PATRON, "ask")])
    assert before is not None
    journal.add(scene.opens(patron, OPENED + 2))
    session_of(patron).earlier = tuple(before.lines[-2:])
    await journal.commit()
    (session,) = (await reopened(journal, path)).sessions
    assert [line.body for line in session.earlier] == ["line 1", "line 2"]
    assert session.lines == []


async def test_a_long_session_comes_back_with_its_end(journal: Journal, path: Path) -> None:
    scene = Scene()
    patron = scene.patron()
    journal.add(scene.opens(patron))
    for number in range(IDS_HELD + 10):
        journal.add(scene.says_patron(patron, f"line {number}", f"q{number}", OPENED + number))
    await journal.commit()
    (session,) = (await reopened(journal, path)).sessions
    assert relayed_as(session, Speaker.PATRON, "q10") == "q10"
    assert relayed_as(session, Speaker.PATRON, "q9") == ""
    assert len(session.lines) == IDS_HELD  # nobody has answered: no line is let go
    assert session.lines[-1].body == f"line {IDS_HELD + 9}"


async def test_a_clock_put_back_leaves_nobody_waiting_for_it(journal: Journal) -> None:
    scene = Scene()
    patron = scene.patron()
    journal.add(scene.opens(patron, at=NOW + 86_400))
    await journal.commit()
    (session,) = (await journal.load(NOW)).sessions
    assert session.since == NOW


async def test_good_bye_is_remembered(journal: Journal) -> None:
    await journal.mark_running()
    assert not (await journal.load(NOW)).clean
    await journal.mark_clean()
    assert (await journal.load(NOW)).clean


async def test_any_time_comes_back_as_it_was_to_the_microsecond(journal: Journal) -> None:
    scene = Scene()
    times = [OPENED + step * 0.1234567 for step in range(200)]
    for number, at in enumerate(times):
        journal.add(scene.opens(scene.patron(f"p{number}@home.example"), at))
    await journal.commit()
    restored = (await journal.load(NOW)).sessions
    assert all(abs(a.opened - b) < 1e-6 for a, b in zip(restored, times, strict=True))
