"""Presence of our addresses: what they show, whom they ask, and what they let be seen."""

from imref.desk.effects import AskSubscription, GrantSubscription, Probe, ShowPresence
from imref.xmpp.avatar import announcement
from imref.xmpp.directory import Directory, Entry
from imref.xmpp.disco import capabilities
from imref.xmpp.published import nick
from imref.xmpp.wire import content, jid_attribute, own_address

RESOURCE = "desk"
"""The resource under which our addresses show presence: RFC 6121 expects a full JID there, and
some clients ignore presence without one. Messages go out from bare JIDs, so that an answer comes
to the same place whatever device it is typed on."""

Presence = ShowPresence | Probe | AskSubscription | GrantSubscription

_SHOWS = frozenset({"chat", "away", "xa", "dnd"})
_KINDS = {Probe: "probe", AskSubscription: "subscribe", GrantSubscription: "subscribed"}


def render_presence(presence: Presence, domain: str, directory: Directory) -> str:
    """Give the stanza; "" for a show that XMPP does not have.

    Whoever may see the address by the ``directory`` also learns its name and picture from it, and
    what it can do: no client has to ask.
    """
    if isinstance(presence, ShowPresence):
        return _shown(presence, domain, directory)
    kind = _KINDS[type(presence)]
    # COMPAT: clients show a stranger's request by this name, if they show any (XEP-0172).
    entry = _entry(presence, directory) if kind == "subscribe" else None
    inside = nick(entry) if entry else ""
    # Subscriptions and probes go from bare JID to bare JID (RFC 6121, sections 3 and 4.3).
    return (
        f"<presence type='{kind}' from='{own_address(presence.sender, domain)}'"
        f" to='{jid_attribute(presence.recipient)}'" + (f">{inside}</presence>" if inside else "/>")
    )


def _shown(presence: ShowPresence, domain: str, directory: Directory) -> str:
    show = presence.show
    if show not in _SHOWS and show not in ("available", "unavailable"):
        return ""
    kind = " type='unavailable'" if show == "unavailable" else ""
    inside = f"<show>{show}</show>" if show in _SHOWS else ""
    if presence.status:
        inside += f"<status>{content(presence.status)}</status>"
    if not kind and (entry := _entry(presence, directory)):
        inside += capabilities(entry) + announcement(entry) + nick(entry)
    return (
        f"<presence from='{own_address(presence.sender, domain)}/{RESOURCE}'"
        f" to='{jid_attribute(presence.recipient)}'{kind}>{inside}</presence>"
    )


def _entry(presence: Presence, directory: Directory) -> Entry | None:
    return directory.find(presence.sender, presence.recipient.partition("/")[0])
