"""What a desk's door says on the web: the state, and one or two true sentences."""

import pytest

from imref.desk.agreement import Partner
from imref.desk.calendar.hours import Hours
from imref.desk.roster.doorplate import Plate, State, plate_of

from .scene import START, Librarian, PatronAt, Scene, agreement, desk, week

OFFICE = week("mon-fri", "9:00-17:00", zone="Europe/London")
HOUR = 3600.0


def says(scene: Scene, plate: Plate, language: str = "") -> str:
    return scene.agreed.wording.render(plate.says, language, scene.now)


def plate(scene: Scene, name: str = "ask") -> Plate:
    return plate_of(scene.room, scene.agreed.desks[name], scene.now)


@pytest.fixture
def office() -> Scene:
    """A Monday in London, just before 15:00: open until 17:00, with Ana and Ben on duty."""
    return Scene(agreement(desk("ask", ("ana", "ben"), hours=OFFICE)))


def test_somebody_is_there(office: Scene) -> None:
    assert plate(office).state is State.OPEN
    assert says(office, plate(office)) == "Open until 17:00. A librarian is here to answer you."


def test_everybody_is_with_somebody(office: Scene) -> None:
    for name in ("ana", "ben"):
        for count in range(2):
            patron = office.patron(f"{name}-{count}")
            patron.says("Where is the map?")
            office.staff(name).replies("Here.", to=patron)
    assert plate(office).state is State.BUSY
    assert says(office, plate(office)) == (
        "Open until 17:00. Our librarians are with others just now, so an answer may take some "
        "minutes."
    )


def test_nobody_is_there(office: Scene) -> None:
    for name in ("ana", "ben"):
        office.staff(name).shows("unavailable")
    assert plate(office).state is State.UNSTAFFED
    assert says(office, plate(office)) == (
        "Open until 17:00, but nobody is at the desk just now. Questions are kept."
    )


def test_it_is_closed(office: Scene) -> None:
    office.until("18:00")
    assert plate(office).state is State.CLOSED
    assert says(office, plate(office)) == (
        "Closed; we open tomorrow at 9:00. Questions are kept until then."
    )


def test_it_is_closed_for_good() -> None:
    scene = Scene(agreement(desk("ask", ("ana",), hours=Hours(weekly=((),) * 7))))
    assert plate(scene).state is State.CLOSED
    assert says(scene, plate(scene)) == "Closed just now. Questions are kept."


def test_time_passes_without_an_event(office: Scene) -> None:
    """What is true now counts, not what was true when something last happened."""
    asked = office.agreed.desks["ask"]
    assert plate_of(office.room, asked, office.now + 9 * HOUR).state is State.CLOSED


def test_a_partner_covers(office: Scene) -> None:
    partner = Partner("ask@ref.other.example", Hours(), "Other City Library")
    scene = Scene(agreement(desk("ask", ("ana",), hours=OFFICE, partners=(partner,))))
    scene.until("18:00")
    assert plate(scene).state is State.CLOSED
    assert says(scene, plate(scene)) == (
        "We are not here just now, but Other City Library can answer for us."
    )


def test_the_line_to_the_server_is_cut(office: Scene) -> None:
    office.link_is_lost()
    assert plate(office).state is State.UNSTAFFED
    assert says(office, plate(office)) == (
        "We cannot be reached just now. Please try again in a few minutes."
    )


def test_a_desk_that_does_not_close(scene: Scene, pat: PatronAt, ana: Librarian) -> None:
    assert says(scene, plate(scene)) == "Open now. A librarian is here to answer you."
    assert says(scene, plate(scene, "law")) == (
        "Nobody is at the desk just now. Questions are kept."
    )


def test_looking_changes_nothing(office: Scene) -> None:
    due = office.switchboard.next_due()
    plate_of(office.room, office.agreed.desks["ask"], START + 20 * HOUR)
    assert (office.switchboard.next_due(), office.room.out) == (due, office.effects)
