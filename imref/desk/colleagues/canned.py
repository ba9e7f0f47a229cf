"""Canned answers: kept ready by keyword, and shown before they go out."""

import re
from difflib import get_close_matches
from typing import Final

from imref.desk import phrases
from imref.desk.commands import StaffCall, staff_command
from imref.desk.effects import Keep, Remove
from imref.desk.events import Said
from imref.desk.model import Preview, Session
from imref.desk.phrases import Lines, Text
from imref.desk.records import Canned
from imref.desk.room import Room
from imref.desk.staff.calls import answer, ask_again, own_session
from imref.desk.staff.staff_side import reply

SHARED: Final = ""
"""The owner of what is everybody's."""

PREVIEW_LASTS: Final = 600.0
"""Seconds after which an answer that was shown is not sent any more: it was for another moment."""

KEYWORD: Final = re.compile(r"[^\W_][\w-]{0,39}(?:\.[a-z]{2,3}(?:-[a-z0-9]{2,8})?)?")
"""One word; what follows a dot is the language that its answer is in."""


@staff_command("say", usage="!say KEYWORD", about="show an answer that is kept ready")
def _say(room: Room, call: StaffCall) -> None:
    session = call.session or own_session(room, call)
    if session is None:
        return
    keyword, name = call.argument.lower(), call.member.name
    if not keyword:
        answer(room, call, _all(room, name))
        return
    text = find(room, name, keyword, session.patron.language or room.agreement.language)
    if text is None:
        answer(room, call, _unknown(room, name, keyword))
        return
    room.previews[name, session.number] = Preview(text, room.now)
    room.tell_staff(session, name, phrases.PREVIEW(text=text))


@staff_command("send", usage="!send", about="send the answer that !say has shown")
def _send(room: Room, call: StaffCall) -> None:
    session = call.session or own_session(room, call)
    if session is None:
        return
    preview = room.previews.pop((call.member.name, session.number), None)
    if preview is None or room.now - preview.at > PREVIEW_LASTS:
        answer(room, call, phrases.NOTHING_TO_SEND())
        return
    send_words(room, call, session, preview.text)


def send_words(room: Room, call: StaffCall, session: Session, text: str) -> None:
    """Send these words to a patron, as if the librarian had typed them."""
    said = Said(call.member.address, "", session.patron.alias, call.id, text)
    reply(room, call.member, session, said)


def find(room: Room, name: str, keyword: str, language: str) -> str | None:
    """What a keyword means to somebody: in the language if there is such, theirs first."""
    tags = (language.lower(), language.lower().partition("-")[0])
    for key in (*(f"{keyword}.{tag}" for tag in tags if tag), keyword):
        for owner in (name, SHARED):
            if (owner, key) in room.canned:
                return room.canned[owner, key].text
        if key in room.agreement.canned:
            return room.agreement.canned[key]
    return None


def known_to(room: Room, name: str) -> dict[str, tuple[str, bool]]:
    """All that somebody can say by keyword: the text, and whether it is theirs alone."""
    known = {key: (text, False) for key, text in room.agreement.canned.items()}
    for owner in (SHARED, name):
        for canned in room.canned.values():
            if canned.owner == owner:
                known[canned.keyword] = canned.text, owner == name
    return known


def _all(room: Room, name: str) -> Text:
    lines = tuple(
        (phrases.CANNED_MINE if mine else phrases.CANNED_SHARED)(
            keyword=keyword, text=phrases.snippet(text)
        )
        for keyword, (text, mine) in sorted(known_to(room, name).items())
    )
    return phrases.CANNED_LIST(lines=Lines(lines)) if lines else phrases.CANNED_NONE()


def _unknown(room: Room, name: str, keyword: str) -> Text:
    known = sorted(known_to(room, name))
    if not known:
        return phrases.CANNED_NONE()
    meant = phrases.snippet(keyword, 40)
    if close := get_close_matches(keyword, known, n=1, cutoff=0.5):
        return phrases.CANNED_NEAREST(keyword=meant, nearest=close[0])
    return phrases.CANNED_UNKNOWN(keyword=meant, keywords=", ".join(known))


@staff_command(
    "canned",
    usage="!canned [add|share|remove KEYWORD TEXT]",
    about="answers kept ready: yours (add), everybody's (share); alone: which there are",
)
def _canned(room: Room, call: StaffCall) -> None:
    what, _, rest = call.argument.partition(" ")
    keyword, *words = rest.strip().split(maxsplit=1) or [""]
    keyword, text = keyword.lower(), words[0].strip() if words else ""
    match what.lower():
        case "":
            answer(room, call, _all(room, call.member.name))
        case "add" | "share" if not KEYWORD.fullmatch(keyword):
            ask_again(room, call, phrases.CANNED_ASK())
        case "add" if text:
            answer(room, call, _keep(room, call.member.name, keyword, text))
        case "share":
            answer(room, call, _share(room, call.member.name, keyword, text))
        case "remove" | "delete" if keyword:
            answer(room, call, _remove(room, call.member.name, keyword))
        case _:
            ask_again(room, call, phrases.CANNED_ASK())


def _keep(room: Room, owner: str, keyword: str, text: str) -> Text:
    before = room.canned.get((owner, keyword))
    number = before.number if before else room.next_record()
    room.canned[owner, keyword] = canned = Canned(number, owner, keyword, text)
    room.out.append(Keep(canned))
    phrase = phrases.CANNED_KEPT if owner else phrases.CANNED_KEPT_FOR_ALL
    kept = phrase(keyword=keyword)
    if before is None:
        return kept
    return phrases.CANNED_REPLACED(kept=kept, text=phrases.snippet(before.text))


def _share(room: Room, name: str, keyword: str, text: str) -> Text:
    """Make an answer everybody's: this text, or the one that was theirs alone until now."""
    if keyword in room.agreement.canned:
        return phrases.CANNED_FIXED(keyword=keyword)
    mine = room.canned.get((name, keyword))
    if not text and mine is None:
        return _unknown(room, name, keyword)
    if not text and mine is not None:
        text = mine.text
        _let_go(room, mine)
    return _keep(room, SHARED, keyword, text)


def _remove(room: Room, name: str, keyword: str) -> Text:
    canned = room.canned.get((name, keyword)) or room.canned.get((SHARED, keyword))
    if canned is not None:
        _let_go(room, canned)
        text = phrases.snippet(canned.text)
        return phrases.CANNED_REMOVED(keyword=keyword, text=text)
    if keyword in room.agreement.canned:
        return phrases.CANNED_FIXED(keyword=keyword)
    return _unknown(room, name, keyword)


def _let_go(room: Room, canned: Canned) -> None:
    del room.canned[canned.owner, canned.keyword]
    room.out.append(Remove(canned))
