"""The slip on which a form's command writes its answer, in place of the window."""

from dataclasses import dataclass, field

from imref.desk.phrases import Text


@dataclass(slots=True)
class Slip:
    """What a command has to say to whoever gave it by a form, and where that goes.

    ``local`` is the local part of ours that was asked, ``recipient`` the full JID of the device,
    ``query`` the id of its query; ``node`` and ``session`` name the form and this use of it
    (XEP-0050). ``again`` is whether the form has to be filled in once more, ``later`` whether
    the answer comes with another event.
    """

    local: str
    recipient: str
    query: str
    node: str
    session: str
    said: list[Text] = field(default_factory=list)
    again: bool = False
    later: bool = False
