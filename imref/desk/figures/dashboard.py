"""!dashboard: a link that lets a librarian into the dashboard once, without a password.

Whoever writes from a librarian's own address is that librarian: the chat account is the log-in.
"""

from typing import Final

from imref.desk import phrases
from imref.desk.agreement import StaffMember
from imref.desk.commands import StaffCall, staff_command
from imref.desk.errands import IssueLink
from imref.desk.events import LinkIssued
from imref.desk.form.slip import Slip
from imref.desk.occasions import when_due
from imref.desk.phrases import Text
from imref.desk.room import Room
from imref.desk.staff.calls import hand_back

DASHBOARD: Final = "dashboard"
"""The occasion at which somebody has waited too long for a link; its key is their name."""

PATIENCE: Final = 10.0
"""Seconds until they are told that there is no link just now."""


@staff_command(
    "dashboard", usage="!dashboard", about="a link to what is going on and to the figures"
)
def _dashboard(room: Room, call: StaffCall) -> None:
    name = call.member.name
    window = call.window if call.window in room.agreement.desks else ""
    if call.slip is not None:
        call.slip.later = True
    if (before := room.links_for.get(name)) is not None:
        _tell(room, call.member, phrases.DASHBOARD_LATER(), window, before)
    room.links_for[name] = call.slip
    room.out.append(IssueLink(name, window))
    room.agenda.enter(room.now + PATIENCE, DASHBOARD, name)


def link_issued(room: Room, event: LinkIssued) -> None:
    """Hand the link to whoever asked for it, in the window of a desk or on their form."""
    name = event.asked.staff
    slip, member = room.links_for.pop(name, None), room.agreement.member(name)
    room.agenda.strike(DASHBOARD, name)
    if member is None:
        return
    text = phrases.DASHBOARD_NONE()
    if event.url:
        text = phrases.DASHBOARD_LINK(url=event.url, age=phrases.age(event.seconds))
    _tell(room, member, text, event.asked.window, slip)


@when_due(DASHBOARD)
def _too_late(room: Room, name: str) -> None:
    slip, member = room.links_for.pop(name, None), room.agreement.member(name)
    if member is not None:
        _tell(room, member, phrases.DASHBOARD_LATER(), "", slip)


def _tell(room: Room, member: StaffMember, text: Text, window: str, slip: Slip | None) -> None:
    if slip is None:
        room.tell_member(member, text, window)
    else:
        slip.said.append(text)
        hand_back(room, member, slip)
