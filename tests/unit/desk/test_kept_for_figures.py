"""What a session keeps of itself for the figures."""

from imref.desk.effects import KeepSession

from .scene import Scene, agreement, desk, week


def test_when_a_human_first_said_a_word_is_kept_with_the_session() -> None:
    scene = Scene()
    pat, ana = scene.patron("pat"), scene.staff("ana")
    pat.says("Where is the map?")
    assert pat.session.first_answer == 0.0
    ana.replies("In the map room.", to=pat)
    first = scene.now
    assert pat.session.first_answer == first
    assert pat.session in [kept.session for kept in scene.of_kind(KeepSession)]
    ana.replies("On the second floor.", to=pat)
    assert pat.session.first_answer == first


def test_messages_are_counted_and_corrections_are_not() -> None:
    scene = Scene()
    pat, ana = scene.patron("pat"), scene.staff("ana")
    pat.says("Where is the mpa?", id="q1")
    pat.says("Where is the map?", id="q2", replaces="q1")
    ana.replies("In the map room.", to=pat)
    pat.says("Is it open?")
    assert (pat.session.asked_lines, pat.session.answer_lines) == (2, 1)


def test_a_question_that_was_kept_stays_known_as_one() -> None:
    morning = week("mon-sun", "9:00-12:00")
    scene = Scene(agreement(desk("ask", ("ana",), hours=morning)), on_duty=())
    pat, ana = scene.patron("pat"), scene.staff("ana")
    pat.says("Where is the map?")
    held = scene.now
    assert pat.session.first_held == held
    scene.until("9:00")
    ana.shows("available")
    ana.replies("In the map room.", to=pat)
    assert pat.session.first_held == held
