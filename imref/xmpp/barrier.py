"""The delivery barrier: which messages has the server read?

Component streams have no stream management (XEP-0198), but they keep order. So after a write with
messages in it we send one ping (XEP-0199) addressed to *our own domain*; the server reads what
came before, reads the ping and routes it back to us. Its mere return is the proof, and nothing
else is needed for it: no parent domain that exists and answers, no module that is loaded. Prosody
0.12.3 and ejabberd 23.01 both return it, behind the bounces of what was sent before it. Where a
server answers in our name, its result or its error proves as much. The ping that comes back is
not answered: that would only cost a second round.
"""

import secrets
from collections import deque
from collections.abc import Callable, Iterable

from imref.desk.effects import Say
from imref.xmpp.wire import attribute

STRIKES = 3
"""After so many streams in a row that the server closed over what it read, messages go singly."""


class Barrier:
    """Remembers what the server has not accepted yet, and asks it, one ping at a time.

    Ids are unique across links and restarts: a late answer to an earlier link's ping proves
    nothing about this one.

    A message that makes the server close the stream would be sent again at every new link, for
    ever. After ``STRIKES`` such ends the barrier is *careful*: one message, one ping, until the
    server has read them all or the culprit is known (``struck``).
    """

    def __init__(self, domain: str, accepted: Callable[[Say], None] | None = None) -> None:
        """``accepted`` is told of each message that the server has read."""
        self._domain = attribute(domain)
        self._accepted = accepted
        self._owed: deque[Say] = deque()
        self._written = 0  # how many of them, from the first, are on the wire of this link
        self._stem = f"barrier-{secrets.token_hex(4)}-"
        self._pings = 0
        self._asked = ""
        self._upto = 0
        self._strikes = 0

    def __len__(self) -> int:
        """Give how many messages are not accepted yet."""
        return len(self._owed)

    @property
    def asked(self) -> bool:
        """Whether a ping is under way."""
        return bool(self._asked)

    @property
    def careful(self) -> bool:
        """Whether messages go one at a time."""
        return self._strikes >= STRIKES

    def resume(self, owed: Iterable[Say]) -> None:
        """Take over what an earlier run left unaccepted, before the first link."""
        self._owed = deque(sorted([*owed, *self._owed], key=lambda say: say.number))

    def owe_again(self, says: list[Say]) -> None:
        """Take back, between two links, what was accepted and may be lost all the same."""
        self._owed.extendleft(reversed(says))

    def owe(self, say: Say) -> bool:
        """Remember a message until the server has read it; numbers rise from call to call.

        Gives whether to write it now, if there is a link; otherwise its turn comes.
        """
        self._owed.append(say)
        if self.careful and len(self._owed) > 1:
            return False
        self._written += 1
        return True

    def replay(self) -> list[Say]:
        """Begin with a new link: give what must be sent again first, in order."""
        self._asked = ""
        self._written = 0
        if self.careful:
            return self.turn()
        self._written = len(self._owed)
        return list(self._owed)

    def turn(self) -> list[Say]:
        """Give the message whose turn has come: nothing unless careful."""
        if not self.careful or self._written or not self._owed:
            return []
        self._written = 1
        return [self._owed[0]]

    def ask(self) -> str:
        """Give the ping that follows what was just written, "" while one is under way."""
        if self._asked or not self._written:
            return ""
        return self.ping()

    def ping(self) -> str:
        """Give a ping whether or not anything is owed: is the link alive?"""
        self._pings += 1
        self._asked = f"{self._stem}{self._pings}"
        self._upto = self._owed[self._written - 1].number if self._written else 0
        return (
            f"<iq type='get' id='{self._asked}' from='{self._domain}' to='{self._domain}'>"
            "<ping xmlns='urn:xmpp:ping'/></iq>"
        )

    def answered(self, id: str) -> int | None:  # noqa: A002 - XMPP's name for it
        """Hear that the ping ``id`` came back.

        Gives the outbox number up to which everything is accepted (0 if that is nothing), or
        None if this is not the ping that is under way.
        """
        if not self._asked or id != self._asked:
            return None
        self._asked = ""
        while self._written and self._owed[0].number <= self._upto:
            say = self._owed.popleft()
            self._written -= 1
            if self._accepted is not None:
                self._accepted(say)
        if not self._owed or not self.careful:
            self._strikes = 0
        return self._upto

    def struck(self) -> Say | None:
        """Hear that the server closed the stream over what it read.

        Gives the message that is to blame once that is certain; it is owed no longer.
        """
        if not self._written:
            return None
        if not self.careful:
            self._strikes += 1
            return None
        self._written = 0
        culprit = self._owed.popleft()
        if not self._owed:
            self._strikes = 0
        return culprit
