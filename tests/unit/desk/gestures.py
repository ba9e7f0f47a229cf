"""What people do without words in a scene: react, take back, look at what was written."""

from imref.desk.effects import Mark, Say
from imref.desk.events import FeaturesKnown, Marked, Reacted, Retracted
from imref.desk.roster.devices import Feature
from imref.desk.talk.enclosure import Enclosure

from .scene import Person

ALL = frozenset(Feature)


def reacts(who: Person, window: str, stanza: str, *emojis: str) -> None:
    """Have these reactions to a message, and no others."""
    name = f"r-{next(who.scene.ids)}"
    who.scene.happens(Reacted(who.address, "phone", window, name, stanza, emojis))


def takes_back(who: Person, window: str, stanza: str) -> None:
    """Take back a message."""
    name = f"t-{next(who.scene.ids)}"
    who.scene.happens(Retracted(who.address, "phone", window, name, stanza))


def looks_at(who: Person, window: str, stanza: str) -> None:
    """Display a message."""
    who.scene.happens(Marked(who.address, "phone", window, stanza))


def can(who: Person, *features: str, device: str = "phone") -> None:
    """A device of theirs tells what it can do."""
    who.scene.happens(FeaturesKnown(who.address, device, frozenset(features)))


def gesture(say: Say) -> Enclosure:
    """What goes with a message; there must be something."""
    assert say.enclosed is not None
    return say.enclosed


def only(who: Person) -> Say:
    """The one message of the last step to somebody."""
    (say,) = who.told
    return say


def marks(who: Person) -> list[tuple[str, str]]:
    """The messages of theirs that were just looked at, each with the window it is shown in."""
    found = who.scene.of_kind(Mark)
    return [(mark.sender, mark.id) for mark in found if mark.recipient == who.address]
