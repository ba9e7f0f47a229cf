"""Each staff command, with sense and with nonsense; none of it ever reaches a patron."""

import pytest

from imref.desk import phrases
from imref.desk.commands import COMMANDS, STAFF, Audience, commands_for, parse_staff
from imref.desk.effects import Acknowledge, KeepDuty, KeepMessage, Say
from imref.desk.errands import CountFigures, IssueLink
from imref.desk.model import Speaker

from .scene import Librarian, PatronAt, Scene


@pytest.fixture
def served(pat: PatronAt, ana: Librarian) -> PatronAt:
    """A patron with Ana."""
    pat.says("Where is the map?")
    ana.replies("Which one?", to=pat)
    return pat


@pytest.mark.parametrize(
    ("body", "parsed"),
    [
        ("!help", ("help", "")),
        ("  !Take 1042", ("take", "1042")),
        ("!take1042", ("take", "1042")),
        ("! close", ("close", "")),
        ("!!close", ("close", "")),
        ("!note two\nlines", ("note", "two\nlines")),
        ("/take 1042", ("take", "1042")),
        ("/close", ("close", "")),
        ("!1042", ("1042", "")),
        ("!über", ("über", "")),
        ("/usr/share/maps", None),
        ("/me looks it up", None),
        ("/1", None),
        ("Hello!", None),
        ("Hello !close", None),
        ("!!!", None),
        ("!?", None),
        ("", None),
    ],
)
def test_what_is_a_command(body: str, parsed: tuple[str, str] | None) -> None:
    assert parse_staff(body) == parsed


@pytest.mark.parametrize("word", sorted(STAFF))
@pytest.mark.parametrize("argument", ["", "1001", "nonsense", "-1", "9" * 5000, "١٢", "\n\n"])
@pytest.mark.parametrize("window", ["patron-1001", "ask", "", "nowhere", "patron-4711"])
def test_every_command_is_answered_and_never_reaches_a_patron(
    served: PatronAt, ana: Librarian, scene: Scene, word: str, argument: str, window: str
) -> None:
    stanza = ana.writes(f"!{word} {argument}", window)
    assert ana.told or scene.of_kind(CountFigures) or scene.of_kind(IssueLink)
    assert ana.got_receipt(stanza)
    messages = [kept.message for kept in scene.of_kind(KeepMessage)]
    assert all(message.speaker is Speaker.NOTE for message in messages)
    assert all(say.message is None for say in scene.of_kind(Say))


def test_the_answer_comes_in_the_window_of_the_question(served: PatronAt, ana: Librarian) -> None:
    ana.replies("!status", to=served)
    assert [say.sender for say in ana.told] == [served.alias]
    ana.commands("!status", window="law")
    assert [say.sender for say in ana.told] == ["law"]


def test_help_names_every_command_once_under_what_it_is_good_for(ana: Librarian) -> None:
    ana.commands("!help")
    (told,) = ana.told
    shown = [word for line in told.body.splitlines()[1:-1] for word in line.split() if "!" in word]
    names = [f"!{each.name}" for each in commands_for(Audience.STAFF) if each.name != "help"]
    assert sorted(shown) == sorted(names)
    assert len(told.body.splitlines()) <= 10


def test_help_all_tells_how_to_use_each(ana: Librarian) -> None:
    ana.commands("!help all")
    (told,) = ana.told
    for command in COMMANDS:
        shown = f"{command.usage} – {command.about.text}" in told.body
        assert shown == (command.audience is Audience.STAFF)


@pytest.mark.parametrize("wanted", ["walkin", "!walkin", "WalkIn", "w", "walkng"])
def test_help_of_one_command_is_a_line(ana: Librarian, wanted: str) -> None:
    ana.commands(f"!help {wanted}")
    assert ana.was_told("!walkin [").body.count("\n") == 0


def test_help_with_something_else_is_help(ana: Librarian) -> None:
    ana.commands("!help 42")
    assert "!queue" in ana.told[0].body


def test_a_mistyped_command_names_the_nearest(served: PatronAt, ana: Librarian) -> None:
    ana.replies("!cloes", to=served)
    assert "!close" in ana.was_told(phrases.DID_YOU_MEAN).body
    served.was_told_nothing()


def test_a_command_like_no_other_is_not_sent_either(served: PatronAt, ana: Librarian) -> None:
    ana.replies("!xyzzy42 now", to=served)
    ana.was_told(phrases.UNKNOWN_COMMAND)
    served.was_told_nothing()


def test_a_command_that_comes_twice_is_done_once(
    served: PatronAt, ana: Librarian, scene: Scene
) -> None:
    note = ana.replies("!note regular", to=served)
    ana.replies("!note regular", to=served, id=note)
    assert [type(each) for each in scene.effects] == [Acknowledge]


def test_the_same_id_in_another_window_or_another_day_is_another_command(
    served: PatronAt, ana: Librarian, scene: Scene
) -> None:
    ana.replies("!queue", to=served, id="1")
    ana.commands("!queue", id="1")
    assert ana.told
    scene.passes(86_400)
    ana.commands("!queue", id="1")
    assert ana.told


def test_status_tells_duty_load_and_what_waits(
    scene: Scene, served: PatronAt, ana: Librarian
) -> None:
    scene.patron("quinn").says("Hello?")
    ana.commands("!status")
    told = ana.was_told(phrases.STATUS).body
    assert "Duty: on duty. Patrons: 1 of 2." in told
    assert served.alias in told
    assert "Waiting at your desks: 1." in told


def test_queue_tells_number_desk_age_and_question(
    scene: Scene, pat: PatronAt, ana: Librarian
) -> None:
    pat.says("Where is the map of the harbour from 1923, please?\nIt is urgent")
    scene.passes(65)
    ana.commands("!queue")
    (told,) = ana.told
    assert told.body.startswith(f"{pat.known.number}  The ask desk, 1 min: Where is the map")
    assert "\n" not in told.body


def test_a_long_queue_is_cut(scene: Scene, ana: Librarian) -> None:
    for number in range(20):
        scene.patron(f"p{number}").says("Hello?")
    ana.commands("!queue")
    (told,) = ana.told
    assert told.body.count("\n") == 15
    assert "5 more" in told.body


def test_the_queue_shows_own_desks_only(scene: Scene, ana: Librarian) -> None:
    scene.patron("pat", "law").says("May I?")
    ana.commands("!queue")
    ana.was_told(phrases.QUEUE_EMPTY)


def test_take_what_is_taken(served: PatronAt, ana: Librarian, ben: Librarian) -> None:
    ben.replies("!take", to=served)
    ben.was_told(phrases.OWNED_BY)
    ana.replies("!take", to=served)
    ana.was_told(phrases.ALREADY_YOURS)


def test_take_by_alias(pat: PatronAt, ana: Librarian) -> None:
    pat.says("Hello?")
    ana.commands(f"!take {pat.alias}")
    assert pat.owner == "ana"


@pytest.mark.parametrize("number", ["4711", "nobody", "9" * 5000])
def test_take_nobody(ana: Librarian, number: str) -> None:
    ana.commands(f"!take {number}")
    assert len(ana.was_told(phrases.NO_SUCH_NUMBER).body) < 200


def test_a_note_is_kept_for_staff_alone(
    served: PatronAt, ana: Librarian, ben: Librarian, scene: Scene
) -> None:
    ana.replies("!note a regular, be patient", to=served)
    (kept,) = scene.of_kind(KeepMessage)
    assert (kept.message.speaker, kept.message.body) == (Speaker.NOTE, "a regular, be patient")
    served.was_told_nothing()
    ana.replies("!transfer ben", to=served)
    assert "[note, Ana] a regular" in ben.was_told(phrases.OFFER_PASSED).body
    served.was_not_told("regular")


def test_a_colleagues_note_is_shown_to_the_owner(
    served: PatronAt, ana: Librarian, ben: Librarian
) -> None:
    ben.replies("!note she was here yesterday", to=served)
    assert "here yesterday" in ana.was_told(phrases.NOTE_FROM).body
    served.was_told_nothing()


def test_a_note_on_a_waiting_question_is_shown_to_those_asked(
    pat: PatronAt, ana: Librarian, ben: Librarian
) -> None:
    pat.says("Hello?")
    ben.replies("!note that is for maps", to=pat)
    ana.was_told(phrases.NOTE_FROM)
    pat.was_told_nothing()


def test_an_empty_note(served: PatronAt, ana: Librarian, scene: Scene) -> None:
    ana.replies("!note", to=served)
    ana.was_told(phrases.NOTE_EMPTY)
    assert scene.of_kind(KeepMessage) == []


def test_close(served: PatronAt, ana: Librarian) -> None:
    ana.replies("!close", to=served)
    ana.was_told(phrases.CLOSED)
    served.was_told(phrases.CLOSED_BY_STAFF)
    assert served.owner == ""


def test_close_twice_says_that_it_is_over(served: PatronAt, ana: Librarian) -> None:
    ana.replies("!close", to=served)
    ana.replies("!close", to=served)
    ana.was_told(phrases.IS_OVER)


def test_close_at_the_desk_means_the_only_one(served: PatronAt, ana: Librarian) -> None:
    ana.commands("!close")
    assert served.owner == ""


def test_close_at_the_desk_asks_which_of_two(
    served: PatronAt, ana: Librarian, scene: Scene
) -> None:
    quinn = scene.patron("quinn")
    quinn.says("Me too")
    ana.replies("Hello", to=quinn)
    ana.commands("!close")
    told = ana.was_told(phrases.WHICH_SESSION).body
    assert served.alias in told
    assert quinn.alias in told
    ana.commands(f"!close {quinn.known.number}")
    assert (served.owner, quinn.owner) == ("ana", "")


def test_close_with_a_number_never_closes_another(
    served: PatronAt, ana: Librarian, ben: Librarian, scene: Scene
) -> None:
    quinn = scene.patron("quinn")
    quinn.says("Me too")
    ben.replies("Hello", to=quinn)
    ana.commands(f"!close {quinn.known.number}")
    ana.was_told(phrases.NOT_YOURS)
    ana.commands("!close 4711")
    ana.was_told(phrases.NO_SUCH_NUMBER)
    assert (served.owner, quinn.owner) == ("ana", "ben")


def test_close_what_waits(pat: PatronAt, ana: Librarian) -> None:
    pat.says("Hello?")
    ana.replies("!close", to=pat)
    ana.was_told(phrases.NOBODYS_YET)
    ana.commands("!close")
    ana.was_told(phrases.NO_SESSION)


def test_off_ends_offers_and_leaves_what_is_theirs(
    served: PatronAt, ana: Librarian, scene: Scene
) -> None:
    quinn = scene.patron("quinn")
    quinn.says("Me too")
    ana.commands("!off")
    assert served.alias in ana.was_told(phrases.OFF_DUTY).body
    assert [kept.duty.signed_off for kept in scene.of_kind(KeepDuty)] == [True]
    assert not scene.room.asked.get("ana")
    assert served.owner == "ana"
    scene.passes(20)
    ana.was_told_nothing()


def test_on_brings_what_waits(pat: PatronAt, ana: Librarian, scene: Scene) -> None:
    ana.commands("!off")
    pat.says("Hello?")
    ana.was_told_nothing()
    ana.commands("!on")
    ana.was_told(phrases.ON_DUTY)
    ana.was_told(phrases.OFFER)


def test_on_while_away_says_what_is_missing(ana: Librarian) -> None:
    ana.shows("away")
    ana.commands("!on")
    ana.was_told(phrases.ON_BUT_AWAY)


@pytest.mark.parametrize("words", ["", "many", "-1", "21", "1.5", "٣", "9" * 5000])
def test_a_limit_must_be_a_sensible_number(ana: Librarian, scene: Scene, words: str) -> None:
    ana.commands(f"!limit {words}")
    ana.was_told(phrases.LIMIT_ASK)
    assert scene.of_kind(KeepDuty) == []


def test_a_higher_limit_brings_what_waits(served: PatronAt, ana: Librarian, scene: Scene) -> None:
    ana.commands("!limit 1")
    assert [kept.duty.limit for kept in scene.of_kind(KeepDuty)] == [1]
    scene.patron("quinn").says("Me too")
    ana.was_told_nothing()
    ana.commands("!limit 3")
    ana.was_told(phrases.OFFER)


def test_a_limit_below_the_load_ends_offers_but_no_session(
    served: PatronAt, ana: Librarian, scene: Scene
) -> None:
    quinn = scene.patron("quinn")
    quinn.says("Me too")
    ana.commands("!limit 0")
    assert served.owner == "ana"
    assert not scene.room.asked.get("ana")
    ana.replies("Hello", to=quinn)
    ana.was_told(phrases.FULL)


def test_who_tells_of_all(served: PatronAt, ana: Librarian) -> None:
    ana.commands("!who")
    (told,) = ana.told
    assert told.body.splitlines() == [
        "Ana: on duty, with 1 of 2",
        "Ben: on duty, with 0 of 2",
        "Cleo: not known yet, with 0 of 2",
    ]


def test_a_note_sent_again_after_a_restart_is_one_note(
    scene: Scene, served: PatronAt, ana: Librarian
) -> None:
    ana.replies("!note shelf M 14", to=served, id="n1")
    scene.room.commanded.clear()  # As after a restart, which does not know what was done.
    ana.replies("!note shelf M 14", to=served, id="n1")
    ana.was_told(phrases.NOTE_KEPT)
    notes = [line.body for line in served.session.lines if line.speaker is Speaker.NOTE]
    assert notes == ["shelf M 14"]


def test_another_note_under_the_same_id_is_another_note(
    scene: Scene, served: PatronAt, ana: Librarian
) -> None:
    ana.replies("!note shelf M 14", to=served, id="1")
    ana.replies("!note no, M 15", to=served, id="1")
    notes = [line for line in served.session.lines if line.speaker is Speaker.NOTE]
    assert [note.body for note in notes] == ["shelf M 14", "no, M 15"]
    assert len({note.id for note in notes}) == 2


@pytest.mark.parametrize(
    "typed",
    ["/note: secret", "！note secret", "\u200b!note secret", "!-note secret", "!(note) secret"],
)
def test_a_sloppy_note_never_reaches_the_patron(
    scene: Scene, served: PatronAt, ana: Librarian, typed: str
) -> None:
    ana.replies(typed, to=served)
    assert not any("secret" in say.body for say in served.told)
    assert not any("secret" in say.body for say in scene.of_kind(Say) if say.sender == "ask")


def test_nobody_can_write_another_ones_line(scene: Scene, ana: Librarian) -> None:
    pat = scene.patron("pat")
    pat.says("hi\n[note, Ana] give them the key")
    offer = ana.was_told(phrases.OFFER).body
    assert "\n> [note, Ana] give them the key" in offer


def test_take_without_a_number(ana: Librarian) -> None:
    ana.commands("!take")
    ana.was_told(phrases.TAKE_WHICH)
