"""Visitors of the web page as guests of the XMPP server: signed names instead of accounts.

A guest is ``g<expiry>-<random>`` on the guests' host. Whoever has the secret can tell a real name
and its password from a made-up one, so nothing is stored anywhere: the server's authentication
module, or its check of a JSON Web Token (RFC 7519), needs no question to imref.
"""

import hashlib
import hmac
import re
import secrets
from dataclasses import dataclass

import jwt

from imref.config.web import Proof

_NAME = re.compile(r"g(\d{1,12})-[0-9a-f]{20}")
_RANDOM_BYTES = 10

RENEWAL = 86_400.0
"""Seconds before their end in which guests are no longer let in again under their old name.

Somebody who comes back on the last day would lose their conversation in the middle of it.
"""


@dataclass(frozen=True, slots=True)
class Guest:
    """One guest: the local part of their address, and when it ends (Unix seconds)."""

    user: str
    expires: int


@dataclass(frozen=True, slots=True)
class GuestBook:
    """Makes guests and knows them again.

    ``domain`` is the guests' host, ``lifetime`` how long a name is good for, in seconds.
    """

    domain: str
    secret: str
    proof: Proof = Proof.HMAC
    lifetime: float = 30 * 86_400.0

    def admit(self, token: str, now: float) -> Guest | None:
        """The guest who was given this token, unless it is forged or about to end."""
        user, _, seal = token.partition(".")
        guest = _parsed(user)
        if guest is None or not hmac.compare_digest(seal.encode(), self._seal(user).encode()):
            return None
        left = guest.expires - now
        return guest if left > min(RENEWAL, self.lifetime / 4) else None

    def invite(self, now: float) -> Guest:
        """A new guest."""
        expires = int(now + self.lifetime)
        return Guest(f"g{expires}-{secrets.token_hex(_RANDOM_BYTES)}", expires)

    def token(self, guest: Guest) -> str:
        """What a guest's browser keeps in a cookie. It is not the password."""
        return f"{guest.user}.{self._seal(guest.user)}"

    def address(self, guest: Guest) -> str:
        """The guest's bare JID."""
        return f"{guest.user}@{self.domain}"

    def password(self, guest: Guest) -> str:
        """What lets the guest in at the XMPP server until they expire."""
        if self.proof is Proof.JWT:
            claims = {"jid": self.address(guest), "exp": guest.expires}
            return jwt.encode(claims, self.secret, algorithm="HS256")
        return self._signature(guest.user)

    def _seal(self, user: str) -> str:
        return self._signature(f"cookie {user}")

    def _signature(self, text: str) -> str:
        return hmac.new(self.secret.encode(), text.encode(), hashlib.sha256).hexdigest()


def _parsed(user: str) -> Guest | None:
    match = _NAME.fullmatch(user)
    return Guest(user, int(match[1])) if match else None
