"""What `imref check` finds of rosters: whether servers let imref name patrons in them."""

import asyncio

from imref.findings import Finding, Mark
from imref.xmpp.inquiry import Answer, Inquiry

NOTHING_THERE = frozenset({"", "item-not-found"})
"""Answers to the removal of what is not there, by a server that would have removed it."""

PAGE = "docs/rosters.md"


async def check_rosters(inquiry: Inquiry, people: list[str]) -> list[Finding]:
    """Try the servers of these people (bare JIDs) that say that they let us change rosters."""
    of_host: dict[str, str] = {}
    for person in people:
        of_host.setdefault(person.partition("@")[2], person)
    granting = [host for host in of_host if host in inquiry.grants]
    tried = await asyncio.gather(*(inquiry.may_name(of_host[host]) for host in granting))
    return [about(*each) for each in zip(granting, tried, strict=True)] or [NOT_GRANTED]


NOT_GRANTED = Finding(
    Mark.NOTE,
    "no server lets imref name patrons in rosters; staff see them as patron-1042",
    f"It works like this, too. How they get a name and a group while they are served: {PAGE}.",
)


def about(host: str, answer: Answer) -> Finding:
    """What a server did that has granted us its rosters."""
    if answer.condition in NOTHING_THERE:
        return Finding(Mark.FINE, f"{host} lets imref name patrons in the rosters of its users")
    return Finding(
        Mark.WARNING,
        f"{host} grants imref the rosters of its users, and then refuses: {answer.condition}",
        f"ejabberd before 23.10 does this; imref goes on without names ({PAGE}).",
    )
