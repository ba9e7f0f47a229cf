"""A colleague is invited into a conversation: three people talk, and one owns it."""

import pytest

from imref.desk import phrases
from imref.desk.duty.standing import load
from imref.desk.effects import Effect, KeepMessage, Say
from imref.desk.events import AgreementChanged, Event
from imref.desk.talk.conversation import LINES_HELD

from .records import Records
from .scene import Librarian, PatronAt, Scene, agreement, desk, librarian


@pytest.fixture
def scene() -> Scene:
    staff = [librarian("ana", real_name="Anna Meier"), librarian("ben", real_name="Bernd Ng")]
    return Scene(
        agreement(desk("ask", ("ana", "ben"), ("cleo",)), desk("law", ("cleo",)), staff=staff),
        on_duty=("ana", "ben", "cleo"),
    )


@pytest.fixture
def served(pat: PatronAt, ana: Librarian) -> PatronAt:
    """A patron with Ana."""
    pat.says("May I copy the 1923 map?")
    ana.replies("Let me ask", to=pat)
    return pat


@pytest.fixture
def three(served: PatronAt, ana: Librarian) -> PatronAt:
    """A patron with Ana, and Ben is her guest."""
    ana.replies("!invite ben he knows maps", to=served)
    return served


def test_the_guest_gets_the_story_so_far(
    three: PatronAt, scene: Scene, ana: Librarian, ben: Librarian
) -> None:
    told = ben.was_told(phrases.INVITED)
    assert told.sender == three.alias
    assert "Ana (Anna Meier) asks you to join (he knows maps)" in told.body
    assert "> May I copy the 1923 map?" in told.body
    assert "Ana (Anna Meier): Let me ask" in told.body
    assert "Ben (Bernd Ng)" in ana.was_told(phrases.GUEST_INVITED).body
    three.was_told_nothing()
    assert three.owner == "ana"
    assert load(scene.room, "ben") == 0


def test_all_three_hear_each_other(three: PatronAt, ana: Librarian, ben: Librarian) -> None:
    three.says("It is for a talk.")
    ana.was_told("It is for a talk.")
    ben.was_told("It is for a talk.")

    ben.replies("Then you may.", to=three)
    assert [say.body for say in three.told] == ["Ben joins Ana and you.", "Ben: Then you may."]
    assert [say.body for say in ana.told] == ["Ben (Bernd Ng): Then you may."]
    ben.was_told_nothing()

    ben.replies("All of it.", to=three)
    assert [say.body for say in three.told] == ["Ben: All of it."]

    ana.replies("There you are!", to=three)
    assert [say.body for say in three.told] == ["There you are!"]
    assert [say.body for say in ben.told] == ["Ana (Anna Meier): There you are!"]


def test_a_guest_s_words_are_kept_as_they_were_written(
    three: PatronAt, scene: Scene, ben: Librarian
) -> None:
    stanza = ben.replies("Then you may.", to=three)
    (kept,) = scene.of_kind(KeepMessage)
    assert (kept.message.body, kept.message.staff, kept.message.guest) == (
        "Then you may.", "ben", True
    )  # fmt: skip
    said = next(say for say in scene.of_kind(Say) if say.message)
    assert (said.id, said.altered) == (stanza, True)


def test_a_correction_is_one_for_the_patron_and_said_to_the_others(
    three: PatronAt, ana: Librarian, ben: Librarian
) -> None:
    first = ben.replies("Then you mya.", to=three)
    ben.replies("Then you may.", to=three, replaces=first)
    (told,) = three.told
    assert (told.body, told.replaces) == ("Ben: Then you may.", first)
    ana.was_told(phrases.COLLEAGUE_CORRECTS)


def test_the_same_stanza_again_is_said_once(three: PatronAt, ben: Librarian) -> None:
    ben.replies("Then you may.", to=three, id="a")
    ben.replies("Then you may.", to=three, id="a")
    three.was_told_nothing()


def test_an_answer_that_bounced_comes_again_in_the_same_words(
    three: PatronAt, ben: Librarian
) -> None:
    stanza = ben.replies("Then you may.", to=three)
    three.receives(stanza)
    stanza = ben.replies("All of it.", to=three)
    three.cannot_be_reached(stanza)
    three.says("Are you there?")
    assert three.was_told("Ben: All of it.").id == stanza


def test_the_patron_s_receipt_is_the_guest_s(three: PatronAt, ben: Librarian) -> None:
    stanza = ben.replies("Then you may.", to=three)
    three.receives(stanza)
    assert ben.got_receipt(stanza)


def test_a_guest_is_introduced_once_though_the_talk_is_long(
    three: PatronAt, ana: Librarian, ben: Librarian
) -> None:
    ben.replies("Hello", to=three)
    for _ in range(LINES_HELD // 4):
        three.says("And then?")
        ana.replies("Then this", to=three)
    ben.replies("And that", to=three)
    assert [say.body for say in three.told] == ["Ben: And that"]


def test_the_guest_leaves(three: PatronAt, ana: Librarian, ben: Librarian) -> None:
    ben.replies("!leave", to=three)
    ben.was_told(phrases.GUEST_LEAVES)
    ana.was_told(phrases.GUEST_LEFT)
    three.was_told_nothing()
    ben.replies("One more thing", to=three)
    ben.was_told(phrases.NOT_RELAYED_TAKEN)
    three.says("Thanks")
    ben.was_told_nothing()


def test_a_guest_who_has_spoken_takes_leave_of_the_patron(three: PatronAt, ben: Librarian) -> None:
    ben.replies("Then you may.", to=three)
    ben.commands("!leave")
    assert three.was_told(phrases.GUEST_LEFT_PATRON).body == "Ben has left; Ana is still with you."


def test_the_close_tells_the_guests(three: PatronAt, ana: Librarian, ben: Librarian) -> None:
    ana.replies("!close", to=three)
    ben.was_told(phrases.GUEST_OVER)
    three.says("One more question")
    ana.was_told("One more question")
    ben.was_told_nothing()


def test_notes_are_for_guests_too(three: PatronAt, ana: Librarian, ben: Librarian) -> None:
    ana.replies("!note he is the donor", to=three)
    ben.was_told(phrases.NOTE_FROM)
    three.was_told_nothing()


def test_it_can_be_passed_on_to_the_guest(three: PatronAt, ana: Librarian, ben: Librarian) -> None:
    ana.replies("!invite cleo", to=three)
    ana.replies("!transfer ben", to=three)
    ben.was_told(phrases.OFFER_PASSED)
    ben.was_not_told(phrases.GUEST_PLACE_ENDS)
    three.scene.staff("cleo").was_told(phrases.GUEST_PLACE_ENDS)
    ben.replies("Mine now", to=three)
    assert three.owner == "ben"
    assert three.told[-1].body == "Mine now"


def test_when_the_owner_is_lost_the_guest_is_asked_first(
    scene: Scene, three: PatronAt, ana: Librarian, ben: Librarian, cleo: Librarian
) -> None:
    three.says("Hello?")
    ana.shows("unavailable")
    scene.passes(61)
    ben.was_told(phrases.OFFER)
    cleo.was_told_nothing()
    ben.replies("I am here", to=three)
    assert three.owner == "ben"


def test_a_guest_at_their_limit_is_not_asked_to_own_it(
    scene: Scene, three: PatronAt, ana: Librarian, ben: Librarian, cleo: Librarian
) -> None:
    ben.commands("!limit 0")
    ana.shows("unavailable")
    scene.passes(61)
    ben.was_told(phrases.GUEST_PLACE_ENDS)
    cleo.was_told(phrases.OFFER)


def test_who_cannot_be_reached_is_no_guest(three: PatronAt, ana: Librarian, ben: Librarian) -> None:
    stanza = three.says("Hello?")
    ben.cannot_be_reached(stanza, of=three)
    ana.was_told(phrases.GUEST_LEFT)
    assert three.session.guests == ()


def test_who_leaves_the_staff_is_no_guest(three: PatronAt, scene: Scene) -> None:
    scene.happens(AgreementChanged(agreement(desk("ask", ("ana",)))))
    assert three.session.guests == ()


class Kept(Scene):
    """A scene of which everything is kept."""

    def __init__(self) -> None:
        self.records = Records()
        super().__init__()

    def happens(self, event: Event, after: float = 1.0) -> list[Effect]:
        effects = super().happens(event, after)
        self.records.keep(effects)
        return effects


def test_a_restart_keeps_the_place() -> None:
    before = Kept()
    pat, ana = before.patron("pat"), before.staff("ana")
    pat.says("Hello?")
    ana.replies("Let me ask", to=pat)
    ana.replies("!invite ben", to=pat)
    after = Scene(before.agreed, ledger=before.records.ledger(), now=before.now)
    pat, ben = after.patron("pat"), after.staff("ben")
    ben.replies("Hello", to=pat)
    assert [say.body for say in pat.told] == ["Ben joins Ana and you.", "Ben: Hello"]


@pytest.mark.parametrize(
    ("words", "phrase"),
    [
        ("!invite", phrases.INVITE_WHOM),
        ("!invite nobody", phrases.INVITE_WHOM),
        ("!invite ana", phrases.INVITE_SELF),
        ("!invite Anna Meier", phrases.INVITE_SELF),
        ("!invite Bernd Ng", phrases.ALREADY_GUEST),
        ("!leave", phrases.LEAVE_YOURS),
    ],
)
def test_what_makes_no_sense(
    three: PatronAt, ana: Librarian, words: str, phrase: phrases.Phrase
) -> None:
    ana.replies(words, to=three)
    ana.was_told(phrase)
    assert three.session.guests == ("ben",)


def test_not_who_is_off_duty(served: PatronAt, ana: Librarian, ben: Librarian) -> None:
    ben.commands("!off")
    ana.replies("!invite ben", to=served)
    ana.was_told(phrases.CANNOT_INVITE)
    assert served.session.guests == ()


def test_only_the_owner_invites_and_only_a_guest_leaves(served: PatronAt, cleo: Librarian) -> None:
    cleo.replies("!invite ben", to=served)
    cleo.was_told(phrases.NOT_YOURS)
    cleo.replies("!leave", to=served)
    cleo.was_told(phrases.LEAVE_NOTHING)
    cleo.commands("!leave")
    cleo.was_told(phrases.LEAVE_NOTHING)


def test_nobody_is_called_into_a_rehearsal(
    served: PatronAt, ana: Librarian, ben: Librarian
) -> None:
    served.session.practice = True
    ana.replies("!invite ben", to=served)
    ana.was_told(phrases.PRACTICE_STAYS)
    ben.was_told_nothing()
    assert served.session.guests == ()
