"""A client's own status is understood where that is certain, and left alone elsewhere."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from imref.desk import phrases
from imref.desk.calendar.durations import leading_length
from imref.desk.duty.status_words import read_status
from imref.desk.events import PresenceChanged

from .scene import START, Librarian, PatronAt, Scene, agreement, desk

BERLIN = ZoneInfo("Europe/Berlin")
AT = datetime(2026, 3, 2, 14, 10, tzinfo=BERLIN).timestamp()
WORDS = {
    "walk_in": ("at the desk", "am Tresen", "à l'accueil"),
    "phone": ("Telefon", "phone", "on the phone", "teléfono"),
}


@pytest.mark.parametrize(
    ("status", "kind", "until"),
    [
        ("at the desk", "walk_in", None),
        ("At the desk till 3", "walk_in", "15:00"),
        ("at the desk, until 3 pm.", "walk_in", "15:00"),
        ("at the desk (till 15:30)", "walk_in", "15:30"),
        ("Telefon bis 15:30", "phone", "15:30"),
        ("TELEFON  bis 16 Uhr", "phone", "16:00"),
        ("à l'accueil jusqu'à 15h30", "walk_in", "15:30"),
        ("teléfono hasta las 3", "phone", "15:00"),
        ("phone 5 min", "phone", "14:15"),
        ("on the phone for about 1 h", "phone", "15:10"),
        ("phone ~5'", "phone", "14:15"),
    ],
)
def test_what_is_understood(status: str, kind: str, until: str | None) -> None:
    reading = read_status(status, WORDS, AT, BERLIN)
    assert reading is not None
    assert reading.kind == kind
    shown = datetime.fromtimestamp(reading.until, BERLIN) if reading.until else None
    assert (f"{shown:%H:%M}" if shown else None) == until


@pytest.mark.parametrize(
    "status",
    [
        "",
        "Ask me anything",
        "at the desktop",
        "back at the desk",
        "phone me at 5",
        "phone 5",
        "at the desk till late",
        "at the desk till 2",
        "at the desk till noon",
        "phone 3 days",
        "at the desk till 15:30 and then for lunch",
    ],
)
def test_what_is_not(status: str) -> None:
    assert read_status(status, WORDS, AT, BERLIN) is None


@pytest.mark.parametrize(
    ("text", "seconds", "rest"),
    [
        ("24h", 86_400, ""),
        ("2 h abuse", 7_200, "abuse"),
        ("3 days: spam", 259_200, "spam"),
        ("2 Std. später", 7_200, "später"),
        ("1 semana", 604_800, ""),
        ("10min map", 600, "map"),
    ],
)
def test_a_length_of_time(text: str, seconds: float, rest: str) -> None:
    assert leading_length(text) == (seconds, rest)


@pytest.mark.parametrize("text", ["5 maps", "1042", "10:30", "map 5", "", "5th"])
def test_no_length_of_time(text: str) -> None:
    assert leading_length(text) is None


# What follows from it.


@pytest.fixture
def scene() -> Scene:
    """Walk-ins come first, and the words above are understood."""
    orders = desk("ask", ("ana", "ben"), order=("walk_in", "phone", "im"))
    return Scene(agreement(orders, status_words=WORDS))


@pytest.fixture
def served(pat: PatronAt, ana: Librarian) -> PatronAt:
    """A patron whom Ana has answered."""
    pat.says("Where is the map?")
    ana.replies("Which one?", to=pat)
    return pat


def test_a_status_begins_an_engagement(
    scene: Scene, served: PatronAt, ana: Librarian, ben: Librarian
) -> None:
    ana.shows("dnd", status="at the desk 10 min")
    served.was_told("Ana is with somebody at the desk, about 10 min.")
    ana.was_told(phrases.ENGAGED_NOTED)
    quinn = scene.patron("quinn")
    quinn.says("And the other?")
    ana.was_told_nothing()
    ben.was_told(phrases.OFFER)


def test_clearing_it_ends_the_engagement(scene: Scene, served: PatronAt, ana: Librarian) -> None:
    ana.shows("dnd", status="at the desk")
    ana.shows("available")
    served.was_told(phrases.ENGAGED_BACK)
    assert not scene.room.engagements


def test_clearing_it_ends_no_engagement_of_another_word(scene: Scene, ana: Librarian) -> None:
    ana.shows("dnd", status="at the desk")
    ana.commands("!phone 20")
    ana.shows("available")
    assert scene.room.engagements["ana"].kind == "phone"


def test_without_a_time_it_counts_only_beside_away(scene: Scene, ana: Librarian) -> None:
    ana.shows("available", status="at the desk")
    assert not scene.room.engagements
    ana.shows("available", status="at the desk 5 min")
    assert scene.room.engagements


def test_the_same_status_again_is_no_news(scene: Scene, ana: Librarian) -> None:
    ana.shows("dnd", status="phone 5 min")
    ana.commands("!back")
    ana.shows("available", status="phone 5 min")
    ana.shows("dnd", status="phone 5 min")
    assert not scene.room.engagements


def test_two_devices_and_two_desks_say_it_once(scene: Scene, ana: Librarian) -> None:
    ana.shows("dnd", status="phone 5 min")
    ana.was_told(phrases.ENGAGED_NOTED)
    ana.shows("dnd", status="phone 5 min", device="mobile")
    ana.was_told_nothing()
    scene.happens(PresenceChanged(ana.address, "pc", "law", "dnd", "phone 5 min"))
    ana.was_told_nothing()


def test_another_device_without_a_status_ends_nothing(scene: Scene, ana: Librarian) -> None:
    ana.shows("dnd", status="at the desk")
    ana.shows("available", device="mobile")
    assert scene.room.engagements


def test_a_status_in_place_of_a_status(scene: Scene, ana: Librarian) -> None:
    ana.shows("dnd", status="at the desk")
    ana.shows("dnd", status="phone 5 min")
    assert scene.room.engagements["ana"].kind == "phone"
    ana.shows("dnd", status="at lunch")
    assert not scene.room.engagements


def test_who_is_off_duty_is_not_engaged(scene: Scene, ana: Librarian) -> None:
    ana.commands("!off")
    ana.shows("dnd", status="at the desk")
    assert not scene.room.engagements


def test_times_are_meant_where_the_desk_is(scene: Scene, ana: Librarian) -> None:
    ana.shows("dnd", status="at the desk till 15:00")  # scenes begin at 13:46 UTC
    assert scene.room.engagements["ana"].until == START - START % 86_400 + 15 * 3600


def test_a_client_that_invents_device_names_fills_no_memory(scene: Scene, ana: Librarian) -> None:
    for number in range(20):
        ana.shows("dnd", status="at the desk", device=f"client-{number}")
    assert len(scene.room.statuses["ana"]) == 8


def test_a_word_to_one_patron_is_no_status(scene: Scene, served: PatronAt, ana: Librarian) -> None:
    scene.happens(PresenceChanged(ana.address, "pc", served.alias, "dnd", "at the desk"))
    assert not scene.room.engagements
