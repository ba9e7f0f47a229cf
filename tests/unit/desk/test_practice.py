"""!practice: a made-up patron takes the real path, and is never in a real one's way."""

from dataclasses import replace

from imref.desk import phrases
from imref.desk.agreement import Script
from imref.desk.effects import Acknowledge, Effect, Keep, KeepSession, Say
from imref.desk.errands import AskFeatures
from imref.desk.events import AgreementChanged, Delivered, LinkUp, Said
from imref.desk.ledger import Ledger
from imref.desk.model import Outcome, Session
from imref.desk.records import Done
from imref.desk.rehearsal.practice import GIVES_UP

from .scene import DOMAIN, Librarian, Scene, agreement

SCRIPT = Script("Where is the map?", ("On which floor?",))
AGREED = replace(agreement(), practice=(SCRIPT,))


class Stage(Scene):
    """A scene whose server brings back what goes to our own domain, as a real one does."""

    def handle(self, effects: list[Effect]) -> list[Effect]:
        """Let everything come back that was sent to ourselves, and what follows from it too."""
        done: list[Effect] = []
        while effects:
            done += effects
            came = [event for effect in effects if (event := _returned(effect)) is not None]
            effects = [out for event in came for out in self.switchboard.handle(event, self.now)]
        self.effects = done
        return done

    def happens(self, event, after=1.0):  # type: ignore[no-untyped-def]
        return self.handle(super().happens(event, after))

    def passes(self, seconds):  # type: ignore[no-untyped-def]
        end, effects = self.now + seconds, []
        while (due := self.switchboard.next_due()) is not None and due <= end:
            effects += self.handle(super().passes(max(0.0, due - self.now)))
        effects += self.handle(super().passes(end - self.now))
        self.effects = effects
        return effects

    @property
    def rehearsal(self) -> Session:
        """The session of the only rehearsal there was."""
        (session,) = [one for one in self.room.sessions.values() if one.practice]
        return session


def _returned(effect: Effect) -> Said | Delivered | None:
    if isinstance(effect, Say) and effect.recipient.endswith(f"@{DOMAIN}"):
        to = effect.recipient.partition("@")[0]
        return Said(f"{effect.sender}@{DOMAIN}", "", to, effect.id, effect.body, receipt=True)
    if isinstance(effect, Acknowledge) and f"@{DOMAIN}" in effect.recipient:
        to = effect.recipient.partition("@")[0]
        return Delivered(f"{effect.sender}@{DOMAIN}", to, effect.id)
    return None


def answers(scene: Stage, who: Librarian, text: str) -> str:
    return who.writes(text, scene.rehearsal.patron.alias)


def test_a_rehearsal_from_the_first_word_to_the_last() -> None:
    scene = Stage(AGREED)
    ana, ben = scene.staff("ana"), scene.staff("ben")

    ana.commands("!practice")
    ana.was_told(phrases.PRACTICE_BEGINS)
    offer = ana.was_told("Rehearsal: The ask desk: a question")
    assert "> Where is the map?" in offer.body
    ben.was_told_nothing()

    reply = answers(scene, ana, "In the map room.")
    assert scene.rehearsal.owner == "ana"
    assert ana.got_receipt(reply)  # the made-up patron's client has it
    scene.passes(20)
    ana.was_told("On which floor?")
    answers(scene, ana, "The second.")
    scene.passes(30)

    ana.was_told("Thank you, that helps me a lot!")
    ana.was_told(phrases.PATRON_LEFT)
    assert "you answered 2 times" in ana.was_told(phrases.PRACTICE_SUMMARY).body
    assert scene.rehearsal.outcome == Outcome.PRACTICE
    assert not scene.room.rehearsals


def test_every_row_of_it_is_marked_as_practice() -> None:
    scene = Stage(AGREED)
    effects = scene.happens(Said("ana@staff.example", "pc", "ask", "1", "!practice"))
    kept = [one.session.practice for one in effects if isinstance(one, KeepSession)]
    assert kept
    assert all(kept)
    records = [one.record for one in effects if isinstance(one, Keep)]
    assert all(isinstance(record, Done) for record in records)


def test_somebody_off_duty_may_rehearse() -> None:
    scene = Stage(AGREED)
    ana = scene.staff("ana")
    ana.commands("!off")
    ana.commands("!limit 0")
    ana.commands("!practice")
    ana.was_told(phrases.PRACTICE_OFFER)
    answers(scene, ana, "In the map room.")
    assert scene.rehearsal.owner == "ana"


def test_a_rehearsal_is_offered_again_and_given_up_without_an_answer() -> None:
    scene = Stage(AGREED)
    ana, ben = scene.staff("ana"), scene.staff("ben")
    ana.commands("!practice")
    scene.passes(21)
    ana.was_told("Rehearsal: The ask desk: still waiting")
    scene.passes(GIVES_UP)
    ana.was_told(phrases.PRACTICE_UNANSWERED)
    ben.was_told_nothing()
    assert scene.rehearsal.outcome == Outcome.PRACTICE


def test_a_rehearsal_for_all_is_offered_to_those_on_duty() -> None:
    scene = Stage(AGREED)
    ana, ben, cleo = scene.staff("ana"), scene.staff("ben"), scene.staff("cleo")
    ana.commands("!practice all")
    ana.was_told(phrases.PRACTICE_BEGINS_FOR_ALL)
    ana.was_told(phrases.PRACTICE_OFFER)
    ben.was_told(phrases.PRACTICE_OFFER)
    cleo.was_told_nothing()
    answers(scene, ben, "In the map room.")
    assert scene.rehearsal.owner == "ben"
    ana.was_told(phrases.TAKEN_BY)


def test_nobody_else_answers_or_takes_a_rehearsal() -> None:
    scene = Stage(AGREED)
    ana, ben = scene.staff("ana"), scene.staff("ben")
    ana.commands("!practice")
    answers(scene, ben, "I know!")
    ben.was_told(phrases.PRACTICE_NOT_FOR_YOU)
    ben.commands(f"!take {scene.rehearsal.patron.number}")
    ben.was_told(phrases.PRACTICE_NOT_FOR_YOU)
    ben.commands("!queue")
    ben.was_told(phrases.QUEUE_EMPTY)
    assert not scene.rehearsal.owner


def test_a_real_patron_comes_first() -> None:
    scene = Stage(AGREED)
    ana = scene.staff("ana")
    ana.commands("!limit 1")
    ana.commands("!practice")
    answers(scene, ana, "In the map room.")

    pat = scene.patron("pat")
    pat.says("A real question")
    pat.was_told(phrases.RECEIVED)
    assert pat.session.place_told == 1
    ana.was_told("A real question")  # although her limit is 1
    ana.replies("A real answer", to=pat)
    scene.passes(0)
    assert pat.owner == "ana"
    assert not scene.rehearsal.open
    assert not scene.room.rehearsals


def test_it_ends_with_a_word_when_a_real_question_is_taken() -> None:
    scene = Stage(AGREED)
    ana, pat = scene.staff("ana"), scene.patron("pat")
    ana.commands("!practice")
    pat.says("A real question")
    ana.replies("A real answer", to=pat)
    scene.passes(0)
    ana.was_told(phrases.PRACTICE_MADE_WAY)
    ana.was_not_told(phrases.PRACTICE_UNANSWERED)


def test_who_waits_first_is_not_behind_a_rehearsal() -> None:
    scene = Stage(AGREED, on_duty=("ana",))
    ana = scene.staff("ana")
    ana.commands("!practice")
    ana.commands("!limit 0")
    for place, name in enumerate(("pat", "pam"), 1):
        patron = scene.patron(name)
        patron.says("Hello?")
        assert patron.session.place_told == place


def test_no_rehearsal_while_somebody_real_waits_or_is_served() -> None:
    scene = Stage(AGREED)
    ana, pat = scene.staff("ana"), scene.patron("pat")
    pat.says("A real question")
    ana.commands("!practice")
    ana.was_told("a question is waiting at your desks")
    ana.replies("A real answer", to=pat)
    ana.commands("!practice")
    ana.was_told("you are with a patron")
    assert not scene.room.rehearsals


def test_one_rehearsal_at_a_time_and_a_way_to_stop_it() -> None:
    scene = Stage(AGREED)
    ana = scene.staff("ana")
    ana.commands("!practice stop")
    ana.was_told(phrases.PRACTICE_NONE)
    ana.commands("!practice")
    ana.commands("!practice")
    assert scene.rehearsal.patron.alias in ana.was_told(phrases.PRACTICE_GOES_ON).body
    ana.commands("!practice stop")
    ana.was_told(phrases.PRACTICE_STOPPED)
    assert not scene.rehearsal.open
    answers(scene, ana, "Too late")
    ana.was_told(phrases.NOT_RELAYED_CLOSED)
    ana.commands(f"!take {scene.rehearsal.patron.number}")
    ana.was_told(phrases.PRACTICE_IS_OVER)


def test_which_desk_and_what_is_not_understood() -> None:
    scene = Stage(AGREED, on_duty=("cleo",))
    cleo = scene.staff("cleo")
    cleo.commands("!practice law")
    cleo.was_told("write to The law desk")
    assert scene.rehearsal.desk == "law"
    cleo.commands("!practice stop")
    cleo.commands("!practice makes perfect")
    cleo.was_told(phrases.PRACTICE_HELP)
    scene.staff("ana").commands("!practice law")
    scene.staff("ana").was_told("write to The ask desk")  # she does not serve at law


def test_nobody_is_passed_on_in_a_rehearsal() -> None:
    scene = Stage(AGREED)
    ana, ben = scene.staff("ana"), scene.staff("ben")
    ana.commands("!practice")
    answers(scene, ana, "In the map room.")
    for command in ("!transfer ben", "!invite ben"):
        answers(scene, ana, command)
        ana.was_told(phrases.PRACTICE_STAYS)
        ben.was_told_nothing()


def test_the_houses_own_scripts_take_turns() -> None:
    scene = Stage()
    ana = scene.staff("ana")
    seen = set()
    for _ in phrases.PRACTICE_SCRIPTS:
        ana.commands("!practice")
        seen.add(ana.was_told(phrases.PRACTICE_OFFER).body.partition("> ")[2])
        ana.commands("!practice stop")
        scene.passes(1000)
    assert seen == {script[0].text for script in phrases.PRACTICE_SCRIPTS}


def test_two_who_begin_at_once_have_two_made_up_patrons() -> None:
    scene = Scene(AGREED)  # nothing has come back yet
    for name in ("ana", "ben"):
        scene.staff(name).commands("!practice")
    assert len(scene.room.rehearsals) == 2


def test_a_restart_ends_it() -> None:
    scene = Stage(AGREED)
    ana = scene.staff("ana")
    ana.commands("!practice")
    answers(scene, ana, "In the map room.")
    session, room = scene.rehearsal, scene.room
    session.due = 0.0
    ledger = Ledger([session], next_patron=room.next_patron, next_say=room.next_say)
    scene = Stage(AGREED, on_duty=("ana",), ledger=ledger)
    scene.passes(1)
    assert not session.open
    assert session.outcome == Outcome.PRACTICE


def test_it_says_so_to_whoever_was_in_it() -> None:
    scene = Stage(AGREED)
    ana = scene.staff("ana")
    ana.commands("!practice")
    answers(scene, ana, "In the map room.")
    scene.room.rehearsals.clear()
    scene.passes(300)
    ana.was_told(phrases.PRACTICE_CUT_OFF)


def test_what_comes_back_late_from_an_earlier_run_reaches_nobody() -> None:
    scene = Stage(AGREED)
    scene.happens(Said(f"practice-7@{DOMAIN}", "", "ask", "im-1", "Hello?", receipt=True))
    assert scene.effects == []
    assert not scene.room.sessions


def test_strangers_can_neither_be_one_nor_write_to_one() -> None:
    scene = Stage(AGREED)
    ana = scene.staff("ana")
    ana.commands("!practice")
    (local,) = scene.room.rehearsals
    eve = scene.patron("eve", local)
    eve.says("Psst")
    eve.was_refused("item-not-found")
    mallory = scene.patron("practice-9")
    mallory.says("A real question, whatever my name is")
    assert not mallory.session.practice


def test_a_reload_that_removes_the_desk_leaves_nothing_behind() -> None:
    scene = Stage(AGREED, on_duty=("cleo",))
    scene.staff("cleo").commands("!practice law")
    desks = {"ask": AGREED.desks["ask"]}
    scene.happens(AgreementChanged(replace(AGREED, desks=desks)))
    scene.happens(LinkUp())
    scene.passes(1000)
    assert not scene.room.rehearsals


def test_nobody_asks_what_a_made_up_patron_can_show() -> None:
    scene = Stage(AGREED)
    ana = scene.staff("ana")
    ana.commands("!practice")
    assert not scene.of_kind(AskFeatures)
    ana.writes("In the map room.", scene.rehearsal.patron.alias)
    assert not [each for each in scene.of_kind(AskFeatures) if each.address.endswith(DOMAIN)]
    scene.passes(GIVES_UP)
    assert not scene.of_kind(AskFeatures)
    scene.patron("pat").says("Where is the atlas?")
    assert [each.address for each in scene.of_kind(AskFeatures)] == ["pat@home.example"]
