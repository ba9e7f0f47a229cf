"""Courtesies: "thanks", "ok danke", a thumb. They round an answer off; nothing waits for one."""

import re
from typing import Final
from unicodedata import category

from imref.desk.model import Session, SessionState, Speaker
from imref.desk.phrases import COURTESIES, COURTESIES_AROUND, WORD_NO
from imref.desk.wording import Wording

LONGEST: Final = 60
"""Characters of a message that may be nothing but a courtesy."""

_WORDS = re.compile(r"[^\W\d_]+")
_PICTURES = frozenset({"So", "Sk", "Mn", "Cf", "Zs", "Cn"})
_SMILEYS = frozenset({":)", ":-)", ";)", ";-)", ":D", ":-D", "<3"})


def rounds_off(wording: Wording, session: Session, body: str) -> bool:
    """Whether a patron's words only round off an answer that they have already.

    "No, thanks" is such a word too, once they were asked whether there is anything else.
    """
    served = session.state in (SessionState.ACTIVE, SessionState.ABROAD)
    answered = session.owner_spoke > 0 and session.owner_spoke >= session.patron_spoke
    asked = session.reminded > session.owner_spoke
    return served and answered and is_courtesy(wording, body, asked=asked)


def is_courtesy(wording: Wording, body: str, *, asked: bool = False) -> bool:
    """Whether these words say thanks in any of our languages, and nothing else.

    ``asked`` is whether we asked for more: then "no" says nothing else either.
    """
    if len(body) > LONGEST or "?" in body:
        return False
    text = body.strip()
    if text in _SMILEYS or all(category(sign) in _PICTURES for sign in text):
        return True
    if any(sign.isdigit() for sign in text):
        return False
    words = _WORDS.findall(text.lower())
    core, around = wording.everywhere(COURTESIES), wording.everywhere(COURTESIES_AROUND)
    if asked:
        core |= wording.everywhere(WORD_NO)
    return any(word in core for word in words) and all(
        word in core or word in around for word in words
    )


def look_back(wording: Wording, session: Session) -> None:
    """After a start: what the patron said since the last answer waits only if it asks for one."""
    answered = max(
        (n for n, line in enumerate(session.lines) if line.speaker is Speaker.STAFF), default=-1
    )
    said = [line for line in session.lines[answered + 1 :] if line.speaker is Speaker.PATRON]
    asked = session.reminded > session.owner_spoke
    while answered >= 0 and said and is_courtesy(wording, said[0].body, asked=asked):
        session.rounded_off = said.pop(0).number
    if session.rounded_off and not said and session.owner_spoke:
        session.patron_spoke = min(session.patron_spoke, session.owner_spoke)
