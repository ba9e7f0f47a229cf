"""Enclosures: what goes with a message beside its words."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Choice:
    """An answer that we offer (XEP-0439): ``value`` is what choosing it sends, ``label`` is shown.

    No client but the library's page makes a button of it, so the words say the same.
    """

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Enclosure:
    """What goes with a message; what is empty is not there. Ids are those the recipient knows.

    ``nick`` is who speaks, as the reader may know them (XEP-0172); ``choices`` are answers that
    we offer, ``place`` the reader's place in line, and ``over`` whether the conversation ends with
    these words. ``reply`` is the message that is answered
    (XEP-0461), and the first ``quoted`` characters of the words only repeat it. ``reactions`` are
    all that the speaker has now for the message ``reaction_to`` (XEP-0444); ``retracts`` is what
    they take back (XEP-0424); ``url`` a file (XEP-0066). ``unstyled`` asks for the words as they
    are (XEP-0393). ``fallback`` is whether the words only stand in for the rest, where a client
    cannot show it (XEP-0428).
    """

    nick: str = ""
    choices: tuple[Choice, ...] = ()
    place: int = 0
    over: bool = False
    reply: str = ""
    quoted: int = 0
    reaction_to: str = ""
    reactions: tuple[str, ...] = ()
    retracts: str = ""
    url: str = ""
    unstyled: bool = False
    fallback: bool = False
