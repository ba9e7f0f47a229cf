"""Mistakes that other systems make with figures, none of which may be made here."""

from desk.scene import START, agreement, desk, week

from imref.desk.model import Outcome
from imref.report.model import By, Row

from .kept import KeptScene, Store

OFFICE = agreement(
    desk("ask", ("ana", "ben"), hours=week("mon-fri", "9:00-18:00")), desk("law", ("cleo",))
)


def row(scene: KeptScene, by: By, key: str) -> Row:
    breakdown = scene.report().by(by)
    assert breakdown is not None
    (found,) = [each for each in breakdown.rows if each.key == key]
    return found


def test_who_was_never_answered_is_in_no_bucket_of_the_quick(store: Store) -> None:
    scene = KeptScene(store)
    pat, quinn, ana = scene.patron("pat"), scene.patron("quinn"), scene.staff("ana")
    pat.says("Where is the map?")
    scene.passes(9.0)
    ana.replies("In the map room.", to=pat)
    quinn.says("And the globe?")
    scene.passes(5.0)
    quinn.says("cancel")
    report = scene.report()
    assert (report.fates.asked, report.fates.answered, report.fates.lost) == (2, 1, 1)
    assert report.waits.within[20.0] == 1
    assert report.waits.share_within(20.0) == 0.5


def test_the_unanswered_are_in_the_report_without_being_asked_for(store: Store) -> None:
    scene = KeptScene(store)
    pat, ana = scene.patron("pat"), scene.staff("ana")
    pat.says("Where is the map?")
    ana.commands("!take", window=pat.alias)
    ana.commands("!close", window=pat.alias)
    report = scene.report()
    assert (report.fates.asked, report.fates.unanswered) == (1, 1)
    assert report.waits.median is None
    assert row(scene, By.HOUR, "13").fates.unanswered == 1


def test_nothing_is_an_average_of_averages(store: Store) -> None:
    """One desk answers once, after a long time, the other often and at once."""
    scene = KeptScene(store, on_duty=("ana", "cleo"))
    ana, cleo = scene.staff("ana"), scene.staff("cleo")
    for number in range(4):
        pat = scene.patron(f"pat{number}")
        pat.says("Where is the map?")
        ana.replies("In the map room.", to=pat)
        ana.commands("!close", window=pat.alias)
    quinn = scene.patron("quinn", "law")
    quinn.says("May I copy it?")
    scene.passes(299.0)
    cleo.replies("You may.", to=quinn)
    report = scene.report()
    assert (report.waits.median, report.waits.p90) == (1, 300)
    assert row(scene, By.DESK, "law").waits.median == 300
    assert row(scene, By.DESK, "ask").waits.median == 1  # half of 301 would be 150.5


def test_who_replies_late_is_no_new_question(store: Store) -> None:
    scene = KeptScene(store)
    pat, ana = scene.patron("pat"), scene.staff("ana")
    pat.says("Where is the map?")
    ana.replies("In the map room.", to=pat)
    ana.commands("!close", window=pat.alias)
    scene.passes(300.0)
    pat.says("Which floor is that?")
    ana.replies("The second.", to=pat)
    report = scene.report()
    assert (report.fates.asked, report.fates.answered) == (1, 1)
    assert report.conversations.asked_lines == 2


def test_an_answer_that_was_promised_is_no_second_question(store: Store) -> None:
    scene = KeptScene(store)
    pat, ana = scene.patron("pat"), scene.staff("ana")
    pat.says("Who drew the map?")
    ana.commands("!followup in 2 hours look it up", window=pat.alias)
    assert scene.report().fates.held == 1
    scene.passes(3600.0)
    ana.replies("Blaeu, in 1635.", to=pat)
    scene.passes(3 * 3600.0)
    report = scene.report()
    assert (report.fates.asked, report.fates.answered, report.fates.held) == (1, 1, 0)


def test_what_was_asked_while_closed_is_seen_and_spoils_no_wait(store: Store) -> None:
    scene = KeptScene(store, OFFICE, on_duty=())
    scene.until("22:00")
    pat, ana = scene.patron("pat"), scene.staff("ana")
    pat.says("When do you open?")
    scene.until("9:00")
    ana.shows("available")
    ana.replies("Now.", to=pat)
    report = scene.report()
    assert (report.fates.asked, report.fates.answered) == (1, 1)
    assert report.demand.asked[0][22] == report.demand.closed[0][22] == 1
    assert (report.waits.asked, report.kept_waits.asked) == (0, 1)
    assert row(scene, By.WEEKDAY, "0").closed == 1


def test_rehearsals_and_spam_stand_apart(store: Store) -> None:
    scene = KeptScene(store)
    pat, quinn, ana = scene.patron("pat"), scene.patron("quinn"), scene.staff("ana")
    pat.says("BUY NOW")
    ana.commands("!block", window=pat.alias)
    quinn.says("Where is the map?")
    ana.commands("!take", window=quinn.alias)
    ana.commands(f"!close {Outcome.SPAM}", window=quinn.alias)
    report = scene.report()
    assert (report.fates.asked, report.fates.spam) == (0, 2)
    assert report.waits.asked == 0


def test_an_open_session_waits_until_now(store: Store) -> None:
    scene = KeptScene(store)
    scene.patron("pat").says("Where is the map?")
    scene.passes(50.0)
    report = scene.report()
    assert (report.fates.held, report.waits.asked, report.waits.answered) == (1, 1, 0)


def test_sessions_of_another_time_are_another_reports(store: Store) -> None:
    scene = KeptScene(store)
    scene.patron("pat").says("Where is the map?")
    scene.passes(7 * 86_400.0)
    scene.patron("quinn").says("And the globe?")
    weeks = scene.report().by(By.WEEK)
    assert weeks is not None
    assert [(each.key, each.fates.asked) for each in weeks.rows] == [
        ("1970-01-12", 1),
        ("1970-01-19", 1),
    ]
    assert scene.now > START
