"""Files: passed on as they are, as plain links, by way of our own server, or not at all.

A file that goes by way of our server is kept as a parcel and fetched beside the loop. Its message
is acknowledged when the parcel is kept, and heard once more, with the new link, when the file has
come: so it goes through the same rules as any other words. What was written meanwhile does not
wait for it.
"""

from dataclasses import replace
from typing import Final

from imref.desk import phrases
from imref.desk.commands import parse_staff
from imref.desk.effects import Keep, KeepMessage, Refusal, Remove, Say
from imref.desk.errands import FetchFile
from imref.desk.events import FileFetched, FileTrouble, Said
from imref.desk.model import ALIAS_PREFIX, Message, Session
from imref.desk.occasions import when_due
from imref.desk.partner.partner_side import is_theirs
from imref.desk.patron.blocking import refuse_blocked
from imref.desk.patron.patron_side import refuse
from imref.desk.phrases import Phrase, Text
from imref.desk.records import Parcel
from imref.desk.room import Room
from imref.desk.roster.names import name_of
from imref.desk.talk.conversation import acknowledge
from imref.desk.talk.enclosure import Enclosure
from imref.desk.talk.file_rules import MEGABYTE, FilePolicy

FILE: Final = "file"
"""What the agenda calls the end of our patience with a file; its key is the parcel's number."""

PATIENCE: Final = 180.0
"""Seconds after which a file of which nothing was heard is given up."""

IN_FLIGHT: Final = 3
"""Files of one sender that are fetched at once."""

PASSED_REMEMBERED: Final = 256
"""Files whose messages are known if they come twice."""

ENCRYPTED: Final = "aesgcm:"
"""Begins the link to a file that only clients which know its key can open (XEP-0454)."""

KINDS: Final[dict[str, Phrase]] = {
    "image": phrases.FILE_PICTURE,
    "audio": phrases.FILE_SOUND,
    "video": phrases.FILE_FILM,
    "text": phrases.FILE_TEXT,
}
"""What people call a file by the first part of its MIME type."""


def brings_file(said: Said) -> bool:
    """Whether a file came with a message, or is the message."""
    return said.url != "" or said.body.startswith(ENCRYPTED)


def taken(room: Room, said: Said) -> bool:
    """Do with a file what is agreed on; False when its message goes on like any other."""
    policy = _policy(room, said)
    member = room.agreement.staff.get(said.sender)
    if policy is None or (member is not None and parse_staff(said.body) is not None):
        return False
    encrypted = said.body.startswith(ENCRYPTED) or said.url.startswith(ENCRYPTED)
    if not encrypted and policy is FilePolicy.ALLOW:
        return False
    if not encrypted and policy is FilePolicy.LINKS_ONLY:
        said.url = ""  # No client is told that there is something to load.
        return False
    if member is None and refuse_blocked(room, said):
        return True
    if encrypted:
        _send_back(room, said, phrases.FILE_ENCRYPTED())
    elif policy is FilePolicy.REFUSE:
        _send_back(room, said, phrases.FILES_NOT_TAKEN())
    else:
        _take(room, said, patient=member is None)
    return True


def _policy(room: Room, said: Said) -> FilePolicy | None:
    """What is agreed on for the desk of this conversation; None where the sender has none."""
    if said.to.startswith(ALIAS_PREFIX):
        patron = room.patron_at(said.to)
        session = patron.session if patron else None
        known = said.sender in room.agreement.staff or is_theirs(session, said.sender)
    else:
        patron = room.patron(said.sender, said.to)
        session = patron.session if patron else None
        known = said.to in room.agreement.desks or session is not None
    if not known:
        return None
    desk = room.agreement.desks.get(session.desk if session is not None else said.to)
    return (desk.files if desk else None) or room.agreement.files.policy


def _send_back(room: Room, said: Said, text: Text) -> None:
    """Say why a file was not taken: in an error for the client, in words for whoever reads them."""
    refuse(room, said, Refusal.NOT_ACCEPTABLE, text)
    if room.patron_throttle.allow(said.sender, room.now):
        room.say(said.to, said.sender, text, language=_language(room, said.language))


def _language(room: Room, tag: str) -> str:
    return room.agreement.wording.marked(tag)


# On its way.


def _take(room: Room, said: Said, *, patient: bool) -> None:
    """Keep a parcel and have its file fetched; a patron's message is acknowledged at once.

    A librarian's receipt means that the patron has it: it comes when the words go on.
    """
    mine = [each for each in room.parcels.values() if each.sender == said.sender]
    if said.id and (said.sender, said.id) in room.passed_files:
        acknowledge(room, said)
    elif said.id and any(each.stanza == said.id for each in mine):
        if patient:
            acknowledge(room, said)
    elif len(mine) >= IN_FLIGHT or not room.patron_throttle.allow(said.sender, room.now):
        refuse(room, said, Refusal.RESOURCE_CONSTRAINT, phrases.FILES_AT_ONCE())
    else:
        parcel = Parcel(
            room.next_record(),
            said.sender,
            said.resource,
            said.to,
            said.id,
            said.url,
            said.body,
            said.language,
            said.nick,
            said.email,
            room.now,
        )
        room.file(parcel)
        room.out.append(Keep(parcel))
        _fetch(room, parcel)
        if patient:
            acknowledge(room, said)


def _fetch(room: Room, parcel: Parcel) -> None:
    rules = room.agreement.files
    room.fetching.add(parcel.number)
    room.agenda.enter(room.now + PATIENCE, FILE, str(parcel.number))
    room.out.append(FetchFile(parcel, rules.largest, rules.types))


def link_up(room: Room) -> None:
    """Fetch what the last run had begun to fetch; what is too old by now is given up."""
    for parcel in [*room.parcels.values()]:
        if parcel.number in room.fetching:
            continue
        if room.now - parcel.made > PATIENCE:
            _give_up(room, parcel)
        else:
            _fetch(room, parcel)


@when_due(FILE)
def _out_of_patience(room: Room, key: str) -> None:
    parcel = room.parcels.get(int(key))
    if parcel is not None:
        _give_up(room, parcel)


def _give_up(room: Room, parcel: Parcel) -> None:
    _let_go(room, parcel)
    _tell_sender(room, parcel, phrases.FILE_NOT_FETCHED())


def _let_go(room: Room, parcel: Parcel) -> None:
    del room.parcels[parcel.number]
    room.fetching.discard(parcel.number)
    room.agenda.strike(FILE, str(parcel.number))
    room.out.append(Remove(parcel))


def _tell_sender(room: Room, parcel: Parcel, text: Text) -> None:
    language = _language(room, parcel.language)
    room.say(parcel.window, parcel.sender, text, language=language)


# Come, or not.


def fetched(room: Room, event: FileFetched) -> Said | None:
    """The words of a file that has come, with the new link; None when there is nothing to say."""
    parcel = room.parcels.get(event.number)
    if parcel is None:
        return None
    _let_go(room, parcel)
    if event.trouble is not None:
        _tell_sender(room, parcel, _why_not(room, event.trouble))
        return None
    room.passed_files[parcel.sender, parcel.stanza] = None
    if len(room.passed_files) > PASSED_REMEMBERED:
        del room.passed_files[next(iter(room.passed_files))]
    return Said(
        parcel.sender,
        parcel.resource,
        parcel.window,
        parcel.stanza,
        _with_link(parcel, event.url),
        receipt=parcel.window.startswith(ALIAS_PREFIX),
        language=parcel.language,
        nick=parcel.nick,
        email=parcel.email,
        url=event.url,
    )


def _with_link(parcel: Parcel, url: str) -> str:
    """What was written, with the new link in place of the old one."""
    if parcel.url in parcel.body:
        return parcel.body.replace(parcel.url, url)
    return f"{url}\n{parcel.body}"


def _why_not(room: Room, trouble: FileTrouble) -> Text:
    match trouble:
        case FileTrouble.NOT_FETCHED:
            return phrases.FILE_NOT_FETCHED()
        case FileTrouble.TOO_LARGE:
            return phrases.FILE_TOO_LARGE(size=size_words(room.agreement.files.largest))
        case FileTrouble.OTHER_KIND:
            return phrases.FILE_OF_OTHER_KIND()
        case FileTrouble.NOT_STORED:
            return phrases.FILE_NOT_STORED()


def passed_on(room: Room, event: FileFetched) -> None:
    """The words of a file have gone through the rules: whoever gets them reads what it is.

    Nothing is said when the rules have not kept them; they have told the sender why.
    """
    kept = next((each.message for each in room.out if type(each) is KeepMessage), None)
    if kept is None:
        return
    what, size = kind_words(event.kind), size_words(event.size)
    for say in [each for each in room.out if type(each) is Say and each.message == kept.number]:
        words = _described(room, kept, say.recipient, what, size)
        say.body = room.in_words(words, room.language_of(say.recipient, say.sender))
        say.altered = True
        say.enclosed = replace(say.enclosed or Enclosure(), url=event.url)
    text = phrases.FILE_CAME_THROUGH(what=what, size=size)
    room.say(event.to, event.sender, text, _session(room, kept))


def _session(room: Room, message: Message) -> Session | None:
    return room.sessions.get(message.session)


def _described(room: Room, message: Message, reader: str, what: Text, size: Text) -> Text:
    """The words of a file as somebody reads them; a patron's own name is for staff alone."""
    session = _session(room, message)
    if message.staff:
        name: Text = room.screen_name(message.staff)
    elif session is not None and session.patron.name and reader in room.agreement.staff:
        name = name_of(session.patron)
    else:
        return phrases.FILE_FROM_THEM(what=what, size=size, text=message.body)
    return phrases.FILE_FROM(name=name, what=what, size=size, text=message.body)


def kind_words(kind: str) -> Text:
    """What people call a file of this MIME type."""
    if kind == "application/pdf":
        return phrases.FILE_PDF()
    return KINDS.get(kind.partition("/")[0], phrases.FILE_OTHER)()


def size_words(size: int) -> Text:
    """A number of bytes as people read it: "310 KB", "1.2 MB"."""
    if size < MEGABYTE:
        return phrases.FILE_KILOBYTES(count=max(1, round(size / 1000)))
    tenths = round(size / (MEGABYTE / 10))
    return phrases.FILE_MEGABYTES(whole=tenths // 10, tenth=tenths % 10)
