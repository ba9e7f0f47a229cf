"""Questions to servers and clients (iq), over the link that is up, each with its answer."""

import asyncio
import itertools
from collections.abc import Callable
from xml.etree.ElementTree import Element

from imref.xmpp.wire import attribute

PATIENCE = 10.0
"""Seconds that an answer may take; a phone that sleeps never gives one."""

NO_ANSWER = "remote-server-timeout"
"""The condition that stands for no answer in time (RFC 6120, section 8.3.3.16)."""

_PREFIX = "ask-"
_CONDITIONS = "{urn:ietf:params:xml:ns:xmpp-stanzas}"


class AskedInVain(Exception):  # noqa: N818 - a "no" is an answer
    """The answer was an error, or none came: its ``condition``, and its ``text`` for people."""

    def __init__(self, condition: str, text: str = "") -> None:
        super().__init__(text or condition)
        self.condition = condition
        self.text = text


class Asking:
    """Sends iq stanzas from addresses in ``domain`` by ``write``, which says whether it could."""

    def __init__(self, domain: str, write: Callable[[str], bool]) -> None:
        self._domain = domain
        self._write = write
        self._numbers = itertools.count(1)
        self._open: dict[str, tuple[str, asyncio.Future[Element]]] = {}

    async def ask(
        self,
        payload: str,
        *,
        to: str,
        sender: str = "",
        kind: str = "get",
        within: float = PATIENCE,
    ) -> Element:
        """Ask ``to`` (a JID) from our local part ``sender`` and give the whole iq that answers.

        ``within`` is in seconds. Raises AskedInVain.
        """
        number = f"{_PREFIX}{next(self._numbers)}"
        came: asyncio.Future[Element] = asyncio.get_running_loop().create_future()
        self._open[number] = (to, came)
        source = f"{sender}@{self._domain}" if sender else self._domain
        try:
            stanza = (
                f"<iq type='{kind}' id='{number}' from='{attribute(source)}'"
                f" to='{attribute(to)}'>{payload}</iq>"
            )
            if not self._write(stanza):
                raise AskedInVain(NO_ANSWER, "there is no link to the server")
            async with asyncio.timeout(within):
                return await came
        except TimeoutError:
            raise AskedInVain(NO_ANSWER) from None
        finally:
            del self._open[number]

    def answered(self, stanza: Element) -> bool:
        """Take an iq if it answers a question of ours; False when it is none of that."""
        if stanza.get("type") not in ("result", "error"):
            return False
        asked, came = self._open.get(stanza.get("id", ""), ("", None))
        if came is None or stanza.get("from", "").lower() != asked.lower():
            return False
        if not came.done():
            if stanza.get("type") == "result":
                came.set_result(stanza)
            else:
                came.set_exception(_refusal(stanza))
        return True

    def give_up(self) -> None:
        """The link is lost: what is asked will not be answered."""
        for _, came in self._open.values():
            if not came.done():
                came.set_exception(AskedInVain(NO_ANSWER, "the link was lost"))


def _refusal(stanza: Element) -> AskedInVain:
    error = next((child for child in stanza if child.tag.endswith("}error")), None)
    names = {} if error is None else {child.tag: child.text or "" for child in error}
    text = names.pop(f"{_CONDITIONS}text", "")
    named = (tag.removeprefix(_CONDITIONS) for tag in names if tag.startswith(_CONDITIONS))
    return AskedInVain(next(named, "undefined-condition"), text)
