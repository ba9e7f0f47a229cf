"""The partner's side: what another library writes to a patron of ours reaches them alone."""

from imref.desk import phrases
from imref.desk.effects import OWN_ID_PREFIX, Refusal
from imref.desk.events import Said
from imref.desk.model import Session, SessionState, Speaker
from imref.desk.partner.partners import await_partner, go_on
from imref.desk.patron.patron_side import refuse
from imref.desk.room import Room
from imref.desk.staff.staff_side import acknowledge_if_delivered
from imref.desk.talk.conversation import acknowledge, relay_to_patron, send_unreached, staff_message
from imref.desk.talk.repeats import is_repeat, remember_done


def is_theirs(session: Session | None, sender: str) -> bool:
    """Whether a partner has this session, or had it until its end."""
    if session is None or session.partner != sender:
        return False
    return session.state in (SessionState.ABROAD, SessionState.CLOSED)


def is_partner(room: Room, address: str) -> bool:
    """Whether the agreement names this address as a partner."""
    partners = (each for desk in room.agreement.desks.values() for each in desk.partners)
    return any(each.address == address for each in partners)


def partner_said(room: Room, said: Said) -> bool:
    """Take what a partner writes to an alias; False when the sender is none.

    A partner may write only to patrons whose question they have.
    """
    patron = room.patron_at(said.to)
    session = patron.session if patron else None
    if session is not None and is_theirs(session, said.sender):
        _take(room, session, said)
        return True
    if not is_partner(room, said.sender):
        return False
    if _is_automatic(said):
        acknowledge(room, said)  # A good-bye after ours; an error would only make more noise.
    else:
        refuse(room, said, Refusal.FORBIDDEN, phrases.PARTNER_NOT_YOURS())
    return True


def _take(room: Room, session: Session, said: Said) -> None:
    limit = room.agreement.bounds.message_length
    if is_repeat(session, Speaker.STAFF, said.id, said.body, said.sender):
        acknowledge_if_delivered(room, session, said)
    elif len(said.body) > limit:
        refuse(room, said, Refusal.NOT_ACCEPTABLE, phrases.TOO_LONG(limit=limit))
    elif _is_automatic(said):
        _their_desk_says(room, session, said)
    else:
        _somebody_there_says(room, session, said)


def _is_automatic(said: Said) -> bool:
    """Whether another imref says this by itself: the words of people there have other ids."""
    return said.id.startswith(OWN_ID_PREFIX)


def _their_desk_says(room: Room, session: Session, said: Said) -> None:
    """A place in their line, a good-bye: under their name, lest it be taken for ours.

    It is no answer, so it is not kept as one, and opens nothing that is closed.
    """
    remember_done(session, said.id, said.body, said.sender)
    if session.open:
        title = room.agreement.partner_title(session.partner)
        room.tell_patron(session, phrases.PARTNER_SAYS(partner=title, text=said.body))
    acknowledge(room, said)


def _somebody_there_says(room: Room, session: Session, said: Said) -> None:
    if not session.open:
        go_on(room, session)
    message = staff_message(room, session, said, said.sender)
    send_unreached(room, session)
    relay_to_patron(room, session, message, said)
    await_partner(room, session)
