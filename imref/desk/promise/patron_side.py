"""What patrons can say about a promised answer: that they need it sooner, or where mail may go."""

from imref.desk import phrases
from imref.desk.commands import PatronCall, patron_command
from imref.desk.effects import KeepPatron
from imref.desk.model import Patron
from imref.desk.phrases import Text
from imref.desk.promise.followups import sooner
from imref.desk.promise.mailaddress import is_mail_address
from imref.desk.room import Room


@patron_command("sooner", about="say that you need a promised answer earlier")
def _sooner(room: Room, call: PatronCall) -> None:
    session = call.patron.session if call.patron else None
    if session is None or not sooner(room, session, call.argument):
        room.say(call.desk, call.address, phrases.SOONER_NOTHING(), language=call.language)


@patron_command("email", about="give a mail address, in case this chat cannot be reached")
def _email(room: Room, call: PatronCall) -> None:
    text = _take_address(room, call.patron, call.argument)
    room.say(call.desk, call.address, text, language=call.language)


def _take_address(room: Room, patron: Patron | None, address: str) -> Text:
    if not room.agreement.mails:
        return phrases.EMAIL_NONE()
    if patron is None:
        return phrases.EMAIL_FIRST_ASK()
    if not address:
        patron.asked_email = room.now
        return phrases.EMAIL_ASK()
    if not is_mail_address(address):
        return phrases.EMAIL_WRONG(text=phrases.snippet(address))
    patron.asked_email = 0.0
    patron.email = address
    room.out.append(KeepPatron(patron))
    return phrases.EMAIL_KEPT(address=address)
