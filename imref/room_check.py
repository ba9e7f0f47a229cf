"""What `imref check` finds of the staff room: whether the desk can come in, and sees who is who."""

from imref.desk.agreement import StaffRoom
from imref.desk.events import RoomJoined
from imref.findings import Finding, Mark
from imref.xmpp.inquiry import Answer, Inquiry

ADVICE = {
    "registration-required": "It is for members only: have its owner make imref's domain a member.",
    "forbidden": "imref's domain is banned there; the room's owner can take that back.",
    "not-authorized": "It asks for a password. Make it members-only instead.",
    "conflict": "Somebody sits there under that name: choose another staff_room.nick.",
}
"""What to do about each error to coming in (XEP-0045, section 7.2)."""

MAKE_IT = (
    "Make the room with a client of yours, or let imref make it: "
    "deploy/prosody/staff-room.cfg.lua, deploy/ejabberd/staff-room.yml."
)


async def check_room(inquiry: Inquiry, room: StaffRoom) -> Finding:
    """Come into the staff room for a moment."""
    return about(room, await inquiry.may_enter(room.address, room.nick))


def about(room: StaffRoom, found: RoomJoined | Answer) -> Finding:
    """What was found there, as people are told it."""
    name = f"the staff room {room.address}"
    match found:
        case RoomJoined(created=True):
            return Finding(Mark.FINE, f"{name} is not there yet; imref can make it")
        case RoomJoined(sees=False):
            return Finding(
                Mark.WARNING,
                f"{name} does not show imref who is who, so no commands are taken there",
                "Let its owner set it to show real addresses to everybody (non-anonymous), or "
                "make imref's domain a moderator or an owner.",
            )
        case RoomJoined():
            return Finding(Mark.FINE, f"{name} lets imref in as {found.nick}")
    advice = ADVICE.get(found.condition)
    if found.condition in ("item-not-found", "not-allowed"):
        return Finding(Mark.WARNING, f"{name} is not there, and imref may not make it", MAKE_IT)
    return Finding(
        Mark.WARNING,
        f"{name} cannot be entered: {found.text or found.condition}",
        advice or "Is the address right, and does the server have group chats?",
    )
