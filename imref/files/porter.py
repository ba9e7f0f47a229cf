"""The porter brings a file over: fetched, looked at, and put on the library's own server."""

import asyncio
import logging
from typing import TYPE_CHECKING, Final

from imref.config import Config
from imref.desk.errands import FetchFile
from imref.desk.events import FileFetched, FileTrouble
from imref.files.troubles import FileProblem
from imref.xmpp.asking import AskedInVain, Asking
from imref.xmpp.upload import ask_for_slot, find_service

if TYPE_CHECKING:
    from imref.files.fetching import Fetched

log = logging.getLogger(__name__)

AT_ONCE: Final = 4
"""Files that are brought over at the same time; each is held in memory."""


class Porter:
    """Runs `FetchFile` for the clerk. ``settings`` may be exchanged at any time.

    What speaks HTTP is imported with the first file: many libraries never bring one over.
    """

    def __init__(self, settings: Config) -> None:
        self.settings = settings
        self._hands = asyncio.Semaphore(AT_ONCE)
        self._service = ""

    async def bring(self, errand: FetchFile, asking: Asking) -> FileFetched:
        """Bring one file over, or say why it does not come. Its name and links are not logged."""
        from imref.files.fetching import fetch
        from imref.files.kinds import checked

        parcel = errand.parcel
        outcome = FileFetched(parcel.number, parcel.sender, parcel.window)
        try:
            async with self._hands:
                trusted = frozenset(self.settings.files.trusted_hosts)
                file = await fetch(parcel.url, errand.largest, trusted)
                outcome.kind, outcome.size = checked(file, errand.types), len(file.data)
                outcome.url = await self._put(file, outcome.kind, asking)
        except FileProblem as problem:
            outcome.trouble = problem.trouble
            log.info("file %d is not passed on: %s: %s", parcel.number, problem.trouble, problem)
        else:
            kind, size = outcome.kind, outcome.size
            log.info("file %d is passed on: %s, %d bytes", parcel.number, kind, size)
        return outcome

    async def _put(self, file: "Fetched", kind: str, asking: Asking) -> str:
        """Put a file on our server; gives its link there. Raises FileProblem."""
        from imref.files.kinds import name_for
        from imref.files.putting import put

        service = await self._find_service(asking)
        try:
            slot = await ask_for_slot(asking, service, name_for(file, kind), len(file.data), kind)
        except AskedInVain as refusal:
            self._service = ""
            why = f"{service} gives no room for it: {refusal.condition}"
            raise FileProblem(FileTrouble.NOT_STORED, why) from refusal
        await put(slot, file.data, kind)
        return slot.get

    async def _find_service(self, asking: Asking) -> str:
        """The upload service that is configured, or the one that our server names."""
        if self.settings.files.service:
            return self.settings.files.service
        if not self._service:
            domain = self.settings.component.domain
            self._service = await find_service(asking, domain.partition(".")[2], domain)
        if not self._service:
            raise FileProblem(FileTrouble.NOT_STORED, "our server has no upload service")
        return self._service
