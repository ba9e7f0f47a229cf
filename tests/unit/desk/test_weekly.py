"""The weekly report: due on its day, told once, mailed once, whatever happens in between."""

from collections.abc import Sequence
from dataclasses import replace

from imref.desk import phrases
from imref.desk.agreement import WeeklyReport
from imref.desk.effects import Keep
from imref.desk.errands import MailReport, WriteReport
from imref.desk.events import AgreementChanged, ReportMailed, ReportWritten
from imref.desk.figures.brief import Brief
from imref.desk.figures.weekly import GIVEN_UP, PAUSE
from imref.desk.ledger import Ledger
from imref.desk.records import Edition

from .scene import START, Scene, agreement

MONDAY = START - (13 * 60 + 46) * 60 - 40
"""A scene begins on a Monday at 13:46:40."""

WEEK, DAY, HOUR = 7 * 86_400.0, 86_400.0, 3600.0
HEAD, DEAN = "head@library.example", "dean@library.example"
AGREED = agreement(weekly_report=WeeklyReport(0, 8 * 60, ("cleo",), (HEAD, DEAN)))
NEXT = MONDAY + WEEK + 8 * HOUR
"""When the first report is due."""

WHOLE = Brief(
    asked=61, before=48, answered=50, lost=6, unanswered=1, held=3, referred=1, closed=22,
    timed=39, within=31, half=24.0, most=130.0, promised=2700.0, staffed=2580.0, gaps=2,
    longest=1500.0, kept=4, late=1, broken=0, walk_ins=88, calls=31,
)  # fmt: skip
ROUGH = replace(WHOLE, asked=60, unanswered=None, held=None, referred=None, closed=None)


def waits_until(scene: Scene, moment: float) -> None:
    scene.passes(moment - scene.now)


def begun(now: float = START) -> Scene:
    scene = Scene(AGREED, now=now)
    scene.passes(1)
    return scene


def restarted(scene: Scene, records: Sequence[Edition], now: float) -> Scene:
    """The same desk after a restart, with what was kept."""
    again = Scene(AGREED, now=now, ledger=Ledger(records=list(records), next_record=50))
    again.passes(1)
    return again


def kept(scene: Scene) -> list[Edition]:
    return [each.record for each in scene.of_kind(Keep) if isinstance(each.record, Edition)]


def due(scene: Scene) -> WriteReport:
    (errand,) = scene.of_kind(WriteReport)
    return errand


def written(scene: Scene) -> tuple[WriteReport, MailReport]:
    """The first report is due, and made."""
    waits_until(scene, NEXT)
    errand = due(scene)
    scene.happens(ReportWritten(errand.number, WHOLE, ROUGH))
    (letter,) = scene.of_kind(MailReport)
    return errand, letter


def test_it_comes_on_its_day_and_is_about_the_week_before() -> None:
    scene = begun()
    waits_until(scene, NEXT - 1)
    assert not scene.of_kind(WriteReport)
    waits_until(scene, NEXT)
    assert (due(scene).since, due(scene).until) == (MONDAY, MONDAY + WEEK)


def test_staff_read_it_in_some_lines() -> None:
    scene = begun()
    waits_until(scene, NEXT)
    scene.happens(ReportWritten(due(scene).number, WHOLE, ROUGH))
    (told,) = scene.staff("cleo").told
    assert told.body.splitlines() == [
        "Last week 61 questions were asked.",
        "The week before: 48.",
        "Answered: 50; left before a word: 6; never answered: 1; still kept: 3; passed on to "
        "others: 1.",
        "Asked while the desk was closed: 22.",
        "While it was open, half of those answered waited no longer than 24 s, nine of ten no "
        "longer than 2 min.",
        "Answered within 60 s: 31 of 39.",
        "Of 45 promised hours 43 were staffed.",
        "2 times nobody was there for five minutes or more, at the longest for 25 min.",
        "Promises kept: 4, late: 1, broken: 0.",
        "Written down besides: walk-ins 88, calls 31.",
    ]
    scene.staff("ana").was_told_nothing()


def test_the_mail_says_nothing_that_is_hidden() -> None:
    _, letter = written(begun())
    assert letter.recipients == (HEAD, DEAN)
    assert letter.subject == "Reference by chat, 1970-01-12 to 1970-01-18"
    assert "never answered: fewer than 5" in letter.body
    assert "Asked while" not in letter.body
    assert letter.body.endswith("so that it can be handed on.")


def test_a_quiet_week_is_said_to_be_one() -> None:
    scene = begun()
    waits_until(scene, NEXT)
    scene.happens(ReportWritten(due(scene).number, Brief(), Brief()))
    assert scene.staff("cleo").was_told(phrases.WEEK_QUIET).body.count("\n") == 0


def test_it_is_told_once() -> None:
    scene = begun()
    errand, _ = written(scene)
    scene.happens(ReportMailed(errand.number, (HEAD, DEAN)))
    assert kept(scene)[0].settled
    scene.happens(ReportWritten(errand.number, WHOLE, ROUGH))
    scene.staff("cleo").was_told_nothing()
    waits_until(scene, NEXT + WEEK - 1)
    assert not scene.of_kind(WriteReport)
    waits_until(scene, NEXT + WEEK)
    assert due(scene).since == MONDAY + WEEK


def test_a_mail_that_did_not_arrive_is_tried_again_and_the_others_are_not() -> None:
    scene = begun()
    errand, _ = written(scene)
    scene.happens(ReportMailed(errand.number, (HEAD,)))
    scene.passes(PAUSE)
    again = due(scene)
    assert again.number == errand.number
    scene.happens(ReportWritten(again.number, WHOLE, ROUGH))
    scene.staff("cleo").was_told_nothing()
    assert scene.of_kind(MailReport)[0].recipients == (DEAN,)
    scene.happens(ReportMailed(errand.number, (), (DEAN,), "550 no such user"))
    said = scene.staff("cleo").was_told(phrases.WEEK_NOT_MAILED)
    assert said.body.endswith(f"{DEAN}: 550 no such user")
    scene.passes(2 * PAUSE)
    assert not scene.of_kind(WriteReport)


def test_what_cannot_be_made_is_given_up_after_a_day_and_said() -> None:
    scene = begun()
    waits_until(scene, NEXT)
    waits_until(scene, NEXT + GIVEN_UP - PAUSE)
    scene.passes(3 * PAUSE)
    scene.staff("cleo").was_told(phrases.WEEK_NOT_MADE)
    waits_until(scene, NEXT + WEEK)
    assert due(scene).since == MONDAY + WEEK


def test_a_restart_after_it_was_told_sends_only_what_is_owed() -> None:
    scene = begun()
    errand, _ = written(scene)
    (edition,) = kept(scene)
    again = restarted(scene, [edition], NEXT + 60)
    assert due(again).number == errand.number
    again.happens(ReportWritten(errand.number, WHOLE, ROUGH))
    again.staff("cleo").was_told_nothing()
    assert again.of_kind(MailReport)[0].recipients == (HEAD, DEAN)


def test_a_restart_in_between_repeats_nothing() -> None:
    scene = begun()
    errand, _ = written(scene)
    scene.happens(ReportMailed(errand.number, (HEAD, DEAN)))
    again = restarted(scene, kept(scene), NEXT + DAY)
    assert not again.of_kind(WriteReport)


def test_what_fell_due_while_imref_was_down_comes_at_the_start() -> None:
    first = kept(begun())
    again = restarted(begun(), first, NEXT + 3 * HOUR)
    assert due(again).since == MONDAY


def test_of_several_weeks_down_the_last_is_reported() -> None:
    again = restarted(begun(), kept(begun()), NEXT + 2 * WEEK + HOUR)
    assert due(again).since == MONDAY + 2 * WEEK


def test_another_day_in_the_config_repeats_no_week() -> None:
    scene = begun()
    errand, _ = written(scene)
    scene.happens(ReportMailed(errand.number, (HEAD, DEAN)))
    moved = replace(AGREED, weekly_report=WeeklyReport(1, 8 * 60, ("cleo",)))
    scene.happens(AgreementChanged(moved))
    waits_until(scene, NEXT + DAY + HOUR)
    assert not scene.of_kind(WriteReport)
    waits_until(scene, NEXT + WEEK + DAY)
    assert due(scene).since == MONDAY + WEEK


def test_without_readers_there_is_none() -> None:
    scene = begun()
    scene.happens(AgreementChanged(replace(AGREED, weekly_report=None)))
    waits_until(scene, NEXT + HOUR)
    assert not scene.of_kind(WriteReport)
