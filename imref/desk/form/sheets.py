"""A form as somebody sees it (XEP-0004): everything on it is said already, in their language."""

from dataclasses import dataclass
from enum import StrEnum


class Action(StrEnum):
    """What somebody does with a form (XEP-0050, section 3.4)."""

    EXECUTE = "execute"
    NEXT = "next"
    PREV = "prev"
    COMPLETE = "complete"
    CANCEL = "cancel"


class Stage(StrEnum):
    """How far a form has come (XEP-0050, section 3.1)."""

    EXECUTING = "executing"
    COMPLETED = "completed"
    CANCELED = "canceled"


class Misuse(StrEnum):
    """What can be wrong with the use of a form (XEP-0050, section 4.4)."""

    MALFORMED_ACTION = "malformed-action"
    BAD_ACTION = "bad-action"
    BAD_PAYLOAD = "bad-payload"
    BAD_SESSION = "bad-sessionid"
    SESSION_EXPIRED = "session-expired"


class Kind(StrEnum):
    """The kinds of field that we use (XEP-0004, section 3.3)."""

    TEXT = "text-single"
    LINES = "text-multi"
    CHOICE = "list-single"
    CHOICES = "list-multi"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True)
class Choosable:
    """One of the things to choose: ``value`` is what comes back, ``label`` what is read."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Box:
    """One field; of its ``values`` there are several only in lines and choices of several."""

    name: str
    kind: Kind
    label: str
    values: tuple[str, ...] = ()
    choosable: tuple[Choosable, ...] = ()
    required: bool = False
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A form to fill in."""

    title: str
    instructions: str
    boxes: tuple[Box, ...]
