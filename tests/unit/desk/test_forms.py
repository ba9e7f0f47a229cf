"""Commands as forms: the client shows what makes sense here, and the answer stands on the form."""

from collections.abc import Mapping

import pytest

from imref.desk import phrases
from imref.desk.commands import COMMANDS, STAFF, Audience, Command, StaffCall, staff_command
from imref.desk.effects import HandForm, Keep, Refusal, RefuseForm
from imref.desk.form.forms import TEXT_ONLY, all_forms
from imref.desk.form.sheets import Action, Kind, Misuse, Stage
from imref.desk.model import Outcome, SessionState
from imref.desk.records import Engagement
from imref.desk.room import Room

from .form_scene import client, note_is
from .scene import Librarian, PatronAt, Scene, address_of, agreement, desk, librarian


@pytest.fixture
def served(pat: PatronAt, ana: Librarian) -> PatronAt:
    """A patron with Ana."""
    pat.says("Where is the map?")
    ana.replies("Which one?", to=pat)
    return pat


# What a client lists.


def test_every_staff_command_has_a_form_or_is_known_to_have_none() -> None:
    covered = {name for form in all_forms().values() for name in form.covers}
    staff = {command.name for command in COMMANDS if command.audience is Audience.STAFF}
    assert covered | TEXT_ONLY == staff
    assert not covered & TEXT_ONLY


def test_a_new_command_appears_by_itself(
    scene: Scene, ana: Librarian, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("imref.desk.commands.COMMANDS", commands := [*COMMANDS])
    about = phrases.FORM_DONE
    told: list[str] = []

    def rule(_room: Room, call: StaffCall) -> None:
        told.append(call.argument)

    for name, usage in (("sing", "!sing"), ("paint", "!paint WHAT")):
        command = Command((name,), usage, about, Audience.STAFF)
        commands.append(command)
        monkeypatch.setitem(STAFF, name, (command, rule))
    sings, paints = client(ana), client(ana)
    assert {"sing", "paint"} <= set(sings.sees())
    assert note_is(sings.opens("sing"), phrases.FORM_DONE)
    paints.opens("paint")
    assert [(box.label, box.required) for box in paints.sheet.boxes] == [("!paint WHAT", True)]
    paints.fills(words="a cat")
    assert told == ["", "a cat"]
    assert staff_command


def test_what_makes_sense_with_a_patron_follows_what_happens(
    scene: Scene, pat: PatronAt, ana: Librarian, ben: Librarian
) -> None:
    pat.says("Where is the map?")
    anas, bens = client(ana, pat), client(ben, pat)
    assert {"take", "decline"} <= set(anas.sees())
    assert "close" not in anas.sees()
    ana.replies("Which one?", to=pat)
    assert {"transfer", "close", "followup", "note", "invite"} <= set(anas.sees())
    assert not {"take", "decline", "duty", "queue"} & set(anas.sees())
    assert not {"take", "transfer", "close", "followup"} & set(bens.sees())
    ana.replies("!close", to=pat)
    assert {"take", "followup"} <= set(anas.sees())
    assert "close" not in anas.sees()


def test_the_desk_and_the_component_have_what_is_about_oneself(
    pat: PatronAt, ana: Librarian
) -> None:
    here = client(ana, "ask").sees()
    assert {"duty", "status", "queue", "limit", "walkin", "phone"} <= set(here)
    assert not {"take", "close", "transfer", "note", "desk"} & set(here)
    assert client(ana, "").sees() == here
    pat.says("Where is the map?")
    assert "take" in client(ana, "").sees()


def test_they_are_listed_in_the_order_of_the_help_and_in_ones_own_language() -> None:
    from imref.config.wording import wording

    agreed = agreement(
        desk("ask", ("ana",)), staff=[librarian("ana", language="de")], wording=wording("en", {})
    )
    scene = Scene(agreed, on_duty=["ana"])
    names = client(scene.staff("ana")).names()
    assert [*names][:2] == ["queue", "duty"]
    assert names["queue"] == "Wer bei Ihnen wartet, und wie lange schon"


# Who may, and what is refused.


def test_a_stranger_is_forbidden_and_an_alias_is_hidden_from_them(
    scene: Scene, served: PatronAt
) -> None:
    stranger = Librarian(scene, "pat@home.example", "pat")
    answer = client(stranger).uses("status")
    assert isinstance(answer, RefuseForm)
    assert answer.condition is Refusal.FORBIDDEN
    answer = client(stranger, served).uses("close")
    assert isinstance(answer, RefuseForm)
    assert answer.condition is Refusal.ITEM_NOT_FOUND
    assert served.owner == "ana"


@pytest.mark.parametrize(
    ("window", "node", "action", "session", "values", "condition", "misuse"),
    [
        ("ask", "nonsense", "execute", "", None, Refusal.ITEM_NOT_FOUND, None),
        ("nowhere", "status", "execute", "", None, Refusal.ITEM_NOT_FOUND, None),
        ("patron-4711", "close", "execute", "", None, Refusal.ITEM_NOT_FOUND, None),
        ("ask", "close", "execute", "", None, Refusal.NOT_ALLOWED, None),
        ("ask", "limit", "dance", "", None, Refusal.BAD_REQUEST, Misuse.MALFORMED_ACTION),
        ("ask", "limit", "complete", "", {}, Refusal.BAD_REQUEST, Misuse.BAD_SESSION),
        ("ask", "limit", "complete", "x", {}, Refusal.BAD_REQUEST, Misuse.BAD_SESSION),
        ("ask", "limit", "complete", "9" * 99, {}, Refusal.BAD_REQUEST, Misuse.BAD_SESSION),
        ("ask", "limit", "complete", "1-1", {}, Refusal.NOT_ALLOWED, Misuse.SESSION_EXPIRED),
        ("ask", "limit", "complete", "now", None, Refusal.BAD_REQUEST, Misuse.BAD_PAYLOAD),
        ("ask", "limit", "prev", "now", None, Refusal.BAD_REQUEST, Misuse.BAD_PAYLOAD),
        ("ask", "limit", "prev", "now", {}, Refusal.BAD_REQUEST, Misuse.BAD_ACTION),
        ("ask", "limit", "complete", "now", {"page": "7"}, Refusal.BAD_REQUEST, Misuse.BAD_PAYLOAD),
        ("ask", "limit", "complete", "now", {"page": "²"}, Refusal.BAD_REQUEST, Misuse.BAD_PAYLOAD),
    ],
)
def test_what_cannot_be_is_refused_as_the_protocol_says(
    scene: Scene,
    served: PatronAt,
    ana: Librarian,
    window: str,
    node: str,
    action: str,
    session: str,
    values: Mapping[str, str] | None,
    condition: Refusal,
    misuse: Misuse | None,
) -> None:
    session = f"{int(scene.now * 1000)}-1" if session == "now" else session
    answer = client(ana, window).uses(node, action, session, values)
    assert isinstance(answer, RefuseForm)
    assert (answer.condition, answer.misuse) == (condition, misuse)
    ana.was_told_nothing()
    assert served.owner == "ana"


@pytest.mark.parametrize("node", sorted(all_forms()))
@pytest.mark.parametrize("value", ["", "1001", "nonsense", "9" * 5000, "١٢", "\n\n", "on", "all"])
@pytest.mark.parametrize("at", ["patron-1001", "ask", ""])
def test_every_form_is_answered_whatever_stands_in_it(
    scene: Scene, served: PatronAt, ana: Librarian, node: str, value: str, at: str
) -> None:
    hers = client(ana, at)
    if node not in hers.sees():
        return
    answer = hers.opens(node)
    while answer.sheet is not None and not answer.amiss:
        shown = [box.name for box in answer.sheet.boxes if box.kind is not Kind.HIDDEN]
        answer = hers.fills(**dict.fromkeys(shown, value))
        assert answer.note or answer.sheet
    assert all("!send" not in say.body for say in ana.told)


# Taking and passing on.


def test_a_question_is_taken_by_a_click(pat: PatronAt, ana: Librarian) -> None:
    pat.says("Where is the map?")
    answer = client(ana, pat).opens("take")
    assert (answer.stage, answer.sheet) == (Stage.COMPLETED, None)
    assert note_is(answer, phrases.FORM_TAKEN)
    assert pat.owner == "ana"
    ana.was_told_nothing()
    pat.was_told(phrases.JOINED)


def test_at_the_desk_one_chooses_which_question(scene: Scene, ana: Librarian) -> None:
    pat, kim = scene.patron("pat"), scene.patron("kim")
    pat.says("Where is the map?")
    kim.says("And the atlas?")
    hers = client(ana)
    hers.opens("take")
    assert list(hers.choices("number")) == ["1001", "1002"]
    assert "And the atlas?" in hers.choices("number")["1002"]
    hers.fills(number="1002")
    assert (kim.owner, pat.owner) == ("ana", "")


def test_who_is_full_reads_so_on_the_form(scene: Scene, pat: PatronAt) -> None:
    pat.says("Where is the map?")
    ana = scene.staff("ana")
    client(ana).does("limit", limit="0")
    answer = client(ana, pat).opens("take")
    assert note_is(answer, phrases.FULL)
    assert pat.owner == ""
    ana.was_told_nothing()


def test_a_patron_is_passed_on_to_whom_the_form_offers(
    scene: Scene, served: PatronAt, ana: Librarian, ben: Librarian
) -> None:
    scene.staff("cleo").shows("available")
    hers = client(ana, served)
    hers.opens("transfer")
    assert hers.choices("to") == {"ben": "Ben", "cleo": "Cleo", "desk law": "The law desk"}
    answer = hers.fills(to="ben", why="he knows maps")
    assert note_is(answer, "Passed on to Ben.")
    ana.was_told_nothing()
    ben.was_told("he knows maps")
    assert served.session.reserved == "ben"


def test_the_colleague_has_gone_in_the_meantime(
    scene: Scene, served: PatronAt, ana: Librarian, ben: Librarian
) -> None:
    scene.staff("cleo").shows("available")
    hers = client(ana, served)
    hers.opens("transfer")
    ben.shows("unavailable")
    answer = hers.fills(to="ben", why="he knows maps")
    assert answer.stage is Stage.EXECUTING
    assert answer.amiss
    assert note_is(answer, phrases.FORM_CHOOSE)
    assert "ben" not in hers.choices("to")
    assert hers.standing["why"] == "he knows maps"
    assert served.owner == "ana"


def test_with_nobody_there_nothing_is_asked(
    served: PatronAt, ana: Librarian, ben: Librarian
) -> None:
    ben.shows("unavailable")
    answer = client(ana, served).opens("transfer")
    assert (answer.stage, answer.sheet) == (Stage.COMPLETED, None)
    assert note_is(answer, phrases.FORM_NOBODY)
    assert served.owner == "ana"


# Closing.


def test_a_close_has_an_outcome_and_a_level(served: PatronAt, ana: Librarian) -> None:
    hers = client(ana, served)
    hers.opens("close")
    assert hers.standing == {"outcome": "answered", "read": ""}
    assert "follow-up" not in hers.choices("outcome")
    assert hers.choices("read")["1"].startswith("1 – under five minutes")
    assert hers.sheet.instructions == f"{served.alias}: Where is the map?"
    answer = hers.fills(outcome="referred", read="3")
    assert note_is(answer, "Closed as referred, READ 3.")
    assert served.session.outcome is Outcome.REFERRED or served.session.outcome == "referred"
    assert served.session.read == 3
    ana.was_told_nothing()
    served.was_told(phrases.CLOSED_BY_STAFF)


def test_it_went_to_somebody_else_while_the_form_was_open(
    scene: Scene, served: PatronAt, ana: Librarian, ben: Librarian
) -> None:
    hers = client(ana, served)
    hers.opens("close")
    ana.replies("!transfer ben", to=served)
    ben.replies("Here I am.", to=served)
    answer = hers.fills(outcome="answered")
    assert note_is(answer, phrases.NOT_YOURS)
    assert served.owner == "ben"


# Promises.


def test_a_promise_is_made_with_a_date_that_people_write(served: PatronAt, ana: Librarian) -> None:
    note = client(ana, served).does("followup", due="tomorrow 9:00", what="the 1923 map")
    assert note.startswith("Promised for tomorrow at 09:00") or "tomorrow" in note
    assert served.session.state is SessionState.CLOSED
    served.was_told(phrases.PROMISED)
    ana.was_told_nothing()


@pytest.mark.parametrize("due", ["soon", "yesterday", "tomorrow 9 map", "17:00 the map"])
def test_a_date_that_is_not_understood_comes_back_with_the_form(
    served: PatronAt, ana: Librarian, due: str
) -> None:
    hers = client(ana, served)
    first = hers.opens("followup")
    answer = hers.fills(due=due, what="the 1923 map")
    assert answer.stage is Stage.EXECUTING
    assert answer.amiss
    assert note_is(answer, phrases.FORM_WHEN)
    assert answer.session == first.session
    assert hers.sheet.title == answer.note
    assert hers.standing == {"due": due, "what": "the 1923 map"}
    assert served.owner == "ana"
    assert hers.fills(due="tomorrow").stage is Stage.COMPLETED


@pytest.mark.parametrize("action", [Action.EXECUTE, Action.NEXT, Action.COMPLETE])
def test_forward_is_forward_whatever_a_client_calls_it(ana: Librarian, action: Action) -> None:
    hers = client(ana)
    hers.opens("limit")
    assert note_is(hers.fills(action, limit="3"), phrases.LIMIT_SET)


def test_a_second_page_is_never_passed_over(ready: PatronAt, ana: Librarian) -> None:
    hers = client(ana, ready)
    hers.opens("say")
    assert hers.fills(Action.COMPLETE, keyword="map").stage is Stage.EXECUTING
    ready.was_told_nothing()


def test_what_must_be_filled_in_is_asked_for(served: PatronAt, ana: Librarian) -> None:
    hers = client(ana, served)
    hers.opens("followup")
    answer = hers.fills(what="the map")
    assert note_is(answer, "“By when” is empty.")
    assert hers.standing["what"] == "the map"


def test_a_promise_is_put_off_handed_on_and_taken_back(
    scene: Scene, served: PatronAt, ana: Librarian, ben: Librarian
) -> None:
    client(ana, served).does("followup", due="tomorrow")
    hers = client(ana, served)
    assert {"postpone", "hand", "drop", "done"} <= set(hers.sees())
    assert "tomorrow" not in hers.does("postpone", due="in 3 days", words="1923 is at the binder's")
    served.was_told("1923 is at the binder's")
    bens = client(ben, served)
    assert "hand" in bens.sees()
    assert "drop" not in bens.sees()
    assert note_is_of(bens.does("hand", to="ben"), phrases.HANDED_ON)
    assert bens.does("drop", words="1923 is lost")
    served.was_told("1923 is lost")


def note_is_of(note: str, what: phrases.Phrase) -> bool:
    """Whether a note is this phrase."""
    return note_is(HandForm("", "", "", "", "", Stage.COMPLETED, note), what)


# Duty and the rest.


def test_duty_on_off_and_until(scene: Scene, ana: Librarian) -> None:
    hers = client(ana)
    hers.opens("duty")
    assert hers.standing["duty"] == "off"
    assert note_is(hers.fills(duty="off"), phrases.OFF_DUTY)
    hers.opens("duty")
    assert hers.standing["duty"] == "on"
    assert note_is(hers.fills(until="17:00"), phrases.ON_DUTY_UNTIL)
    hers.opens("duty")
    answer = hers.fills(duty="on", until="the cows come home")
    assert note_is(answer, phrases.FORM_WHEN)
    assert hers.standing["until"] == "the cows come home"
    ana.was_told_nothing()


def test_a_limit_that_is_no_number_comes_back(ana: Librarian) -> None:
    hers = client(ana)
    hers.opens("limit")
    assert hers.standing == {"limit": "2"}
    assert note_is(hers.fills(limit="many"), phrases.LIMIT_ASK)
    assert hers.standing == {"limit": "many"}
    assert note_is(hers.fills(limit="3"), phrases.LIMIT_SET)


def test_a_walk_in_and_back(scene: Scene, ana: Librarian) -> None:
    hers = client(ana)
    assert "back" not in hers.sees()
    hers.does("walkin", minutes="10", what="printer")
    assert scene.room.engagements["ana"].detail == "printer"
    assert note_is(hers.opens("back"), phrases.BACK_NOTED)


def test_desks_are_ticked(scene: Scene) -> None:
    cleo = scene.staff("cleo")
    cleo.shows("available")
    hers = client(cleo)
    hers.opens("desk")
    assert hers.box("desks").kind is Kind.CHOICES
    assert hers.standing["desks"] == "ask\nlaw"
    hers.fills(desks="law")
    assert [each.name for each in scene.room.desks_of("cleo")] == ["law"]


def test_ones_own_figures_come_when_they_are_counted(scene: Scene, ana: Librarian) -> None:
    from imref.desk.errands import CountFigures, Figures
    from imref.desk.events import FiguresCounted

    hers = client(ana)
    opened = hers.opens("mine")
    assert hers.uses("mine", Action.COMPLETE, opened.session, {"span": "today"}) is None
    (asked,) = scene.of_kind(CountFigures)
    scene.happens(FiguresCounted(asked, Figures()))
    (answer,) = scene.of_kind(HandForm)
    assert answer.stage is Stage.COMPLETED
    assert note_is(answer, phrases.MINE_NOTHING)
    ana.was_told_nothing()


def test_figures_that_do_not_come_are_not_waited_for(scene: Scene, ana: Librarian) -> None:
    hers = client(ana)
    opened = hers.opens("mine")
    hers.uses("mine", Action.COMPLETE, opened.session, {"span": "today"})
    scene.passes(30)
    (answer,) = scene.of_kind(HandForm)
    assert note_is(answer, phrases.MINE_LATER)


# Canned answers: two pages.


@pytest.fixture
def ready(served: PatronAt, ana: Librarian) -> PatronAt:
    """A patron with Ana, who has an answer ready."""
    ana.commands("!canned add hours We open at 9.\nCome in!")
    ana.commands("!canned add map In the map room.")
    return served


def test_a_canned_answer_is_chosen_read_changed_and_sent(ready: PatronAt, ana: Librarian) -> None:
    hers = client(ana, ready)
    first = hers.opens("say")
    assert first.actions == (Action.NEXT,)
    assert hers.choices("keyword")["map"] == "map: In the map room."
    second = hers.fills(Action.NEXT, keyword="hours")
    assert second.actions == (Action.COMPLETE, Action.PREV)
    assert second.session == first.session
    assert hers.standing == {"text": "We open at 9.\nCome in!", "page": "1", "keyword": "hours"}
    ready.was_told_nothing()
    answer = hers.fills(Action.COMPLETE, text="We open at 9. Do come in!")
    assert note_is(answer, phrases.FORM_SENT)
    ready.was_told("We open at 9. Do come in!")
    ana.was_told("You sent: We open at 9. Do come in!")


def test_one_may_go_back_and_choose_another(ready: PatronAt, ana: Librarian) -> None:
    hers = client(ana, ready)
    hers.opens("say")
    hers.fills(Action.NEXT, keyword="hours")
    hers.fills(Action.PREV)
    assert hers.standing == {"keyword": "hours", "page": "0"}
    hers.fills(Action.NEXT, keyword="map")
    assert hers.standing["text"] == "In the map room."


def test_who_goes_back_need_not_send_the_page(ready: PatronAt, ana: Librarian) -> None:
    hers = client(ana, ready)
    hers.opens("say")
    second = hers.fills(Action.NEXT, keyword="hours")
    answer = hers.uses("say", Action.PREV, second.session)
    assert isinstance(answer, HandForm)
    assert answer.actions == (Action.NEXT,)


# Once, whatever happens.


def test_a_form_that_is_handed_in_twice_is_done_once(scene: Scene, ana: Librarian) -> None:
    hers = client(ana)
    opened = hers.opens("tally")
    values = {"kind": "phone", "what": "map", "count": "2"}
    first = hers.uses("tally", Action.COMPLETE, opened.session, values)
    again = hers.uses("tally", Action.COMPLETE, opened.session, values)
    assert isinstance(first, HandForm)
    assert isinstance(again, HandForm)
    assert again.note == first.note
    assert not [keep for keep in scene.of_kind(Keep) if isinstance(keep.record, Engagement)]
    assert sum(each.count for each in scene.room.engaged_before["ana"]) == 2


def test_a_form_may_be_cancelled_at_any_time(served: PatronAt, ana: Librarian) -> None:
    hers = client(ana, served)
    opened = hers.opens("close")
    answer = hers.uses("close", Action.CANCEL, opened.session)
    assert isinstance(answer, HandForm)
    assert answer.stage is Stage.CANCELED
    assert served.owner == "ana"


def test_a_form_outlives_a_lost_link(scene: Scene, served: PatronAt, ana: Librarian) -> None:
    hers = client(ana, served)
    hers.opens("close")
    scene.link_is_lost()
    scene.link_is_back()
    assert hers.fills(outcome="answered").stage is Stage.COMPLETED
    assert served.session.state is SessionState.CLOSED


def test_using_a_form_is_a_sign_of_life(scene: Scene, ana: Librarian) -> None:
    scene.room.duties["ana"].asked = scene.now
    client(ana).opens("status")
    assert scene.room.duties["ana"].asked == 0.0


def test_what_is_written_is_no_longer_than_a_message(served: PatronAt, ana: Librarian) -> None:
    hers = client(ana, served)
    hers.opens("note")
    assert note_is(hers.fills(note="x" * 20_000), phrases.TOO_LONG)
    assert hers.fills(note="x").stage is Stage.COMPLETED


def test_nothing_that_colleagues_say_on_a_form_reaches_the_patron(
    scene: Scene, served: PatronAt, ana: Librarian, ben: Librarian
) -> None:
    assert client(ana, served).does("ask", question="Who knows maps?")
    served.was_told_nothing()
    ben.was_told("Who knows maps?")
    assert client(ben).does("re", answer="I do.")
    ana.was_told("I do.")
    assert client(ana, served).does("note", note="a regular")
    served.was_told_nothing()
    assert address_of("ana") == ana.address
