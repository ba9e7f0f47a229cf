"""!dashboard: a link comes to whoever asked, in a desk's window or on their form."""

from imref.desk import phrases
from imref.desk.effects import HandForm
from imref.desk.errands import IssueLink
from imref.desk.events import FormUsed, LinkIssued
from imref.desk.form.sheets import Action, Stage

from .form_scene import client, note_is
from .scene import Librarian, PatronAt, Scene

URL = "https://ask.library.example/dashboard/enter/abc"


def asked(scene: Scene) -> IssueLink:
    (errand,) = scene.of_kind(IssueLink)
    return errand


def test_a_link_comes_to_whoever_asked(scene: Scene, ana: Librarian, ben: Librarian) -> None:
    ana.commands("!dashboard")
    errand = asked(scene)
    assert errand == IssueLink("ana", "ask")
    scene.happens(LinkIssued(errand, URL, 300.0))
    told = ana.was_told(phrases.DASHBOARD_LINK)
    assert told.body.splitlines()[0] == f"Your dashboard: {URL}"
    assert "within 5 min" in told.body
    assert told.sender == "ask"
    ben.was_told_nothing()
    scene.passes(60)
    ana.was_told_nothing()


def test_asked_in_a_patron_s_window_it_comes_in_the_desk_s(
    scene: Scene, pat: PatronAt, ana: Librarian
) -> None:
    pat.says("Hello?")
    ana.replies("Hello", to=pat)
    ana.writes("!dashboard", pat.alias)
    pat.was_told_nothing()
    scene.happens(LinkIssued(asked(scene), URL, 300.0))
    assert ana.was_told(phrases.DASHBOARD_LINK).sender == "ask"
    pat.was_told_nothing()


def test_a_patron_gets_none(scene: Scene, pat: PatronAt) -> None:
    pat.says("!dashboard")
    assert scene.of_kind(IssueLink) == []


def test_where_there_is_no_web_page(scene: Scene, ana: Librarian) -> None:
    ana.commands("!dashboard")
    scene.happens(LinkIssued(asked(scene), ""))
    ana.was_told(phrases.DASHBOARD_NONE)


def test_when_none_comes(scene: Scene, ana: Librarian) -> None:
    ana.commands("!dashboard")
    scene.passes(11)
    ana.was_told(phrases.DASHBOARD_LATER)


def test_who_has_left_meanwhile_gets_none(scene: Scene, ana: Librarian) -> None:
    ana.commands("!dashboard")
    scene.happens(LinkIssued(IssueLink("zoe", "ask"), URL, 300.0))
    assert scene.effects == []


def test_on_a_form(scene: Scene, ana: Librarian) -> None:
    hers = client(ana)
    assert hers.uses("dashboard") is None
    scene.happens(LinkIssued(asked(scene), URL, 300.0))
    (answer,) = scene.of_kind(HandForm)
    assert answer.stage is Stage.COMPLETED
    assert note_is(answer, phrases.DASHBOARD_LINK)
    ana.was_told_nothing()


def test_a_second_form_is_the_one_that_counts(scene: Scene, ana: Librarian) -> None:
    client(ana).uses("dashboard")
    errand = asked(scene)
    scene.happens(
        FormUsed(ana.address, "pc", "ask", "again", "dashboard", "", Action.EXECUTE, None)
    )
    (later,) = scene.of_kind(HandForm)
    assert (later.query, note_is(later, phrases.DASHBOARD_LATER)) == ("q1", True)
    scene.happens(LinkIssued(errand, URL, 300.0))
    (answer,) = scene.of_kind(HandForm)
    assert (answer.query, note_is(answer, phrases.DASHBOARD_LINK)) == ("again", True)
