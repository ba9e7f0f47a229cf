"""Runs errands to rosters: from an alias to a stanza, and from its answer to an event."""

import logging
from collections.abc import Callable

from imref.desk.errands import ListAlias, UnlistAlias
from imref.desk.events import RosterAnswered
from imref.xmpp.asking import AskedInVain, Asking
from imref.xmpp.roster import entry, removal

log = logging.getLogger(__name__)


class Rosters:
    """Runs `ListAlias` and `UnlistAlias` for the clerk, over the link that ``asking`` gives."""

    def __init__(self, domain: str, asking: Callable[[], Asking]) -> None:
        self._domain = domain
        self._asking = asking

    async def put(self, errand: ListAlias) -> RosterAnswered:
        """Put an alias into a roster."""
        payload = entry(f"{errand.alias}@{self._domain}", errand.name, errand.group)
        condition = await self._set(errand.owner, payload)
        return RosterAnswered(errand.owner, errand.alias, removed=False, condition=condition)

    async def take_out(self, errand: UnlistAlias) -> RosterAnswered:
        """Take an alias out of a roster."""
        condition = await self._set(errand.owner, removal(f"{errand.alias}@{self._domain}"))
        return RosterAnswered(errand.owner, errand.alias, removed=True, condition=condition)

    async def _set(self, owner: str, payload: str) -> str:
        try:
            await self._asking().ask(payload, to=owner, kind="set")
        except AskedInVain as refusal:
            server = owner.partition("@")[2]
            log.warning("%s does not change a roster for us: %s", server, refusal.condition)
            return refusal.condition
        return ""
