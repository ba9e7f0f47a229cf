"""Which language a patron reads: the one that their messages are in."""

from imref.desk.effects import KeepPatron
from imref.desk.events import Said
from imref.desk.model import Patron
from imref.desk.room import Room


def heed(room: Room, patron: Patron | None, said: Said, *, command: bool) -> str:
    """Speak to a patron from now on in the language of this message; gives that language.

    A message may be marked with one (``xml:lang``). A command is in the language of its word,
    which its writer knows: they chose it, and the mark was perhaps chosen by their client. (A mere
    answer is not: "merci" is said in many languages.) "" is the library's own language.
    """
    wording = room.agreement.wording
    known = patron.language if patron else ""
    language = wording.marked(said.language) or known
    if command:
        language = wording.betrays(said.body, language) or language
    if patron is not None and language != known:
        patron.language = language
        room.out.append(KeepPatron(patron))
    return language
