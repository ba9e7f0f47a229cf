"""How long something lasts, as an agreement says it: 90 seconds are not "1 min"."""

from imref.desk import phrases
from imref.desk.phrases import Lapse, Text


def exactly(seconds: float) -> Text:
    """A time of so many seconds, in seconds unless it is whole minutes."""
    whole = int(seconds)
    return phrases.LAPSE_SECONDS(seconds=whole) if whole % 60 else Lapse(seconds)
