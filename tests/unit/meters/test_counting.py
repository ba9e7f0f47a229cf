"""What the meters show after what happened at the desk."""

from desk.scene import agreement, desk, week
from desk.test_canary import agreed as checked
from desk.test_practice import AGREED as WITH_PRACTICE
from desk.test_practice import Stage

from imref.desk.effects import Say, SettleUpTo
from imref.desk.events import Accepted, AgreementChanged
from imref.desk.ledger import Ledger
from imref.desk.records import Canary
from imref.store.errors import StoreUnavailable

from .metered import MeteredScene


class MeteredStage(MeteredScene, Stage):
    """A stage for a rehearsal, counted."""


def test_a_conversation_is_counted_from_the_question_to_its_end() -> None:
    scene = MeteredScene()
    pat, ana = scene.patron("pat"), scene.staff("ana")
    pat.says("Where is the 1923 map?")
    assert scene.value("sessions", desk="ask", state="waiting") == 1
    assert scene.value("sessions_opened_total", desk="ask", channel="im") == 1
    scene.passes(39)
    assert scene.value("oldest_wait_seconds", desk="ask") == 39
    ana.replies("In the map room.", to=pat)
    assert scene.value("sessions", desk="ask", state="waiting") == 0
    assert scene.value("sessions", desk="ask", state="active") == 1
    assert scene.value("oldest_wait_seconds", desk="ask") == 0
    assert scene.value("sessions_claimed_total", desk="ask") == 1
    ana.commands("!note she is in a hurry", window=pat.alias)
    ana.commands("!close answered", window=pat.alias)
    closed = scene.value("sessions_closed_total", desk="ask", fate="answered", ending="staff")
    assert closed == 1
    assert scene.value("sessions", desk="ask", state="active") == 0
    for direction in ("from patron", "to patron", "note"):
        assert scene.value("messages_total", desk="ask", direction=direction) == 1


def test_the_first_answer_is_timed_once() -> None:
    scene = MeteredScene()
    pat, ana = scene.patron("pat"), scene.staff("ana")
    pat.says("Where is the 1923 map?")
    scene.passes(44)
    ana.replies("In the map room.", to=pat)
    ana.replies("On the second floor.", to=pat)
    assert scene.value("first_answer_seconds_count", desk="ask") == 1
    assert scene.value("first_answer_seconds_sum", desk="ask") == 45
    assert scene.value("first_answer_seconds_bucket", desk="ask", le="30.0") == 0
    assert scene.value("first_answer_seconds_bucket", desk="ask", le="60.0") == 1


def test_somebody_who_leaves_is_lost() -> None:
    scene = MeteredScene()
    pat = scene.patron("pat")
    pat.says("Where is the 1923 map?")
    pat.says("bye")
    pat.says("quit")
    assert scene.value("sessions_closed_total", desk="ask", fate="lost", ending="patron") == 1
    assert scene.value("first_answer_seconds_count", desk="ask") is None


def test_a_rehearsal_is_not_counted() -> None:
    scene = MeteredStage(WITH_PRACTICE)
    before = scene.samples()
    ana = scene.staff("ana")
    ana.commands("!practice")
    ana.writes("In the map room.", scene.rehearsal.patron.alias)
    scene.passes(20)
    ana.writes("The second.", scene.rehearsal.patron.alias)
    scene.passes(30)
    assert not scene.rehearsal.open
    after = scene.samples()
    changed = {name for name, labels in after if before.get((name, labels)) != after[name, labels]}
    assert {name for name in changed if name.startswith("imref_")} == {
        "imref_own_words_total",
        "imref_outbox_owed",
    }


def test_who_is_on_duty_and_whether_the_desk_is_open() -> None:
    by_day = desk("ask", ("ana", "ben"), hours=week("mon-sun", "0:00-24:00"))
    scene = MeteredScene(agreement(by_day, desk("law", ("cleo",), hours=week("mon-sun"))))
    assert scene.value("on_duty", desk="ask") == 2
    assert scene.value("on_duty", desk="law") == 0
    assert scene.value("desk_open", desk="ask") == 1
    assert scene.value("desk_open", desk="law") == 0
    scene.staff("ben").shows("unavailable")
    assert scene.value("on_duty", desk="ask") == 1


def test_a_deserted_desk_is_an_alarm_until_somebody_comes() -> None:
    scene = MeteredScene(on_duty=())
    assert scene.value("desk_alarm", desk="ask") == 0
    scene.passes(scene.agreed.timings.unstaffed + 1)
    assert scene.value("desk_alarm", desk="ask") == 1
    scene.staff("ana").shows("available")
    assert scene.value("desk_alarm", desk="ask") == 0


def test_promises_are_open_then_due_then_overdue() -> None:
    scene = MeteredScene()
    pat, ana = scene.patron("pat"), scene.staff("ana")
    pat.says("Where is the 1923 map?")
    ana.replies("I shall look.", to=pat)
    ana.commands("!followup in 30 hours look for it", window=pat.alias)

    def promises() -> tuple[float | None, ...]:
        names = ("open", "due", "overdue")
        return tuple(scene.value(f"follow_ups_{name}") for name in names)

    assert promises() == (1, 0, 0)
    scene.passes(10 * 3600)
    assert promises() == (1, 1, 0)
    scene.passes(30 * 3600)
    assert promises() == (1, 0, 1)


def test_the_outbox_is_owed_until_the_server_has_read_it() -> None:
    scene = MeteredScene()
    scene.happens(Accepted(scene.room.next_say - 1))
    assert scene.value("outbox_owed") == 0
    scene.patron("pat").says("Where is the 1923 map?")
    said = [effect for effect in scene.effects if isinstance(effect, Say)]
    assert scene.value("outbox_owed") == len(said) > 1
    assert scene.happens(Accepted(said[0].number)) == [SettleUpTo(said[0].number)]
    assert scene.value("outbox_owed") == len(said) - 1


def test_what_an_earlier_run_left_is_owed() -> None:
    scene = MeteredScene()
    left = Say(41, "ask", "pat@home.example", "Hello", "im-41", 0.0)
    scene.room.next_say = 42
    scene.meters.counts.loaded(Ledger(owed=[left], next_say=42))
    assert scene.value("outbox_owed") == 1


def test_a_bounce_is_counted() -> None:
    scene = MeteredScene()
    pat, ana = scene.patron("pat"), scene.staff("ana")
    assert scene.value("bounces_total") == 0
    pat.says("Where is the 1923 map?")
    answer = ana.replies("In the map room.", to=pat)
    pat.cannot_be_reached(answer)
    assert scene.value("bounces_total") == 1


def test_commits_and_failures_are_counted() -> None:
    scene = MeteredScene()
    counts = scene.meters.counts
    for seconds in (0.0005, 0.001, 0.3, 60.0):
        counts.committed(seconds)
    counts.failed(StoreUnavailable("disk full"))
    counts.failed(ZeroDivisionError())
    counts.failed(ZeroDivisionError())
    assert scene.value("commit_seconds_count") == 4
    assert scene.value("commit_seconds_bucket", le="0.001") == 2
    assert scene.value("commit_seconds_bucket", le="0.5") == 3
    assert scene.value("commit_seconds_bucket", le="+Inf") == 4
    assert scene.value("batches_failed_total", why="store") == 1
    assert scene.value("batches_failed_total", why="rule") == 2


def test_guests_of_the_page_are_counted() -> None:
    scene = MeteredScene()
    assert scene.value("web_guests_total", outcome="turned away") == 0
    scene.meters.guest(let_in=True)
    scene.meters.guest(let_in=False)
    scene.meters.guest(let_in=False)
    assert scene.value("web_guests_total", outcome="let in") == 1
    assert scene.value("web_guests_total", outcome="turned away") == 2


def test_a_daily_check_that_is_well_is_counted_once() -> None:
    scene = MeteredStage(checked())
    scene.happens(AgreementChanged(checked()))
    assert scene.value("canaries_total", desk="ask", result="answered") == 0
    assert scene.value("canary_answered_timestamp_seconds", desk="ask") is None
    for day in (1, 2):
        scene.until("14:00")
        assert scene.value("canaries_total", desk="ask", result="answered") == day
        assert scene.value("canary_answered_timestamp_seconds", desk="ask") == scene.now
        scene.passes(60)
    assert scene.value("canaries_total", desk="ask", result="failed") == 0
    assert scene.value("sessions_opened_total", desk="ask", channel="im") == 0


def test_a_daily_check_that_fails_is_counted() -> None:
    scene = MeteredScene(checked())  # its server brings nothing back
    scene.until("14:00")
    scene.passes(600)
    assert scene.value("canaries_total", desk="ask", result="failed") == 1
    assert scene.value("canary_answered_timestamp_seconds", desk="ask") is None


def test_when_a_check_was_answered_is_known_after_a_restart() -> None:
    scene = MeteredScene(checked())
    well = Canary(7, "ask", 100.0, 100.0, 101.0, 103.0, done=True)
    scene.meters.counts.loaded(Ledger(records=[well]))
    assert scene.value("canary_answered_timestamp_seconds", desk="ask") == 103
    scene.happens(AgreementChanged(checked(None)))
    assert scene.value("canary_answered_timestamp_seconds", desk="ask") is None


def test_what_the_service_knows_of_itself_is_shown() -> None:
    scene = MeteredScene()
    assert (scene.value("link_up"), scene.value("store_ailing"), scene.value("loop_turns")) == (
        1,
        0,
        1,
    )
    scene.linked, scene.ailing, scene.keeps_up = False, True, False
    assert (scene.value("link_up"), scene.value("store_ailing"), scene.value("loop_turns")) == (
        0,
        1,
        0,
    )


def test_a_desk_that_is_new_is_counted_from_nought() -> None:
    scene = MeteredScene()
    scene.happens(AgreementChanged(agreement(desk("music", ("ana",)))))
    assert scene.value("sessions_opened_total", desk="music", channel="web") == 0
    assert scene.value("on_duty", desk="music") == 1
