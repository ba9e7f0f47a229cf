"""Mail to a patron whose Jabber address is dead: one letter, one attempt, and how it went."""

import re
import ssl
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from enum import StrEnum
from typing import Any, Final, Protocol

from imref.desk.promise.mailaddress import is_mail_address

PATIENCE: Final = 30.0
"""Seconds that the mail server may take for each of its answers."""

LONGEST_DETAIL: Final = 200
"""Characters of the server's words that are passed on."""


class Security(StrEnum):
    """How the way to the mail server is protected: not at all, on request, from the start."""

    NONE = "none"
    STARTTLS = "starttls"
    TLS = "tls"


@dataclass(frozen=True, slots=True)
class MailServer:
    """The server that takes our mail over (RFC 6409), and in whose name we send.

    ``sender`` is the address that answers and bounces go to, ``name`` what stands beside it,
    ``domain`` our own, for the Message-ID. Without a ``user`` there is no login.
    """

    host: str
    port: int
    security: Security
    sender: str
    name: str
    domain: str
    user: str = ""
    password: str = field(default="", repr=False)


class Letter(Protocol):
    """What is to be sent; `imref.desk.records.Mail` is one. ``made`` is Unix seconds."""

    number: int
    recipient: str
    subject: str
    body: str
    made: float


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A web page that goes with a letter, under the name of a file."""

    name: str
    html: str


class Reception(StrEnum):
    """What became of an attempt."""

    ARRIVED = "arrived"
    REFUSED = "refused"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Answer:
    """How an attempt went; ``detail`` is why, in one line that does not hold the address."""

    reception: Reception
    detail: str = ""


class Postman:
    """Brings letters to the mail server, one connection each: they are few and far between.

    ``context`` is for a server whose certificate no public authority has signed.
    """

    def __init__(self, server: MailServer, context: ssl.SSLContext | None = None) -> None:
        self._server = server
        self._context = context

    async def deliver(self, letter: Letter, enclosed: Enclosed | None = None) -> Answer:
        """Try once to hand a letter over.

        ARRIVED: the server has taken it. REFUSED: it will never take it (5xx to the recipient or
        to the text). LATER: not now (4xx, no connection), or not until something is mended on our
        side (login, certificate, sender).
        """
        import aiosmtplib  # Only libraries that send mail pay for it.

        try:
            message = compose(letter, self._server, enclosed)
        except ValueError as error:
            return Answer(Reception.REFUSED, str(error))
        try:
            await self._hand_over(message)
        except aiosmtplib.SMTPRecipientsRefused as refusal:
            return _verdict(refusal.recipients[0], letter)
        except aiosmtplib.SMTPDataError as refusal:
            return _verdict(refusal, letter)
        except aiosmtplib.SMTPResponseException as refusal:
            detail = f"{refusal.code} {refusal.message}"
            return Answer(Reception.LATER, _in_one_line(detail, letter))
        except (aiosmtplib.SMTPException, OSError) as trouble:
            return Answer(Reception.LATER, _in_one_line(str(trouble) or "no answer", letter))
        return Answer(Reception.ARRIVED)

    async def greet(self) -> str:
        """Try whether the server would take a letter from us: the way, the login, the sender.

        Nothing is sent. Gives what is wrong, "" when nothing is.
        """
        import aiosmtplib

        server = self._server
        client = aiosmtplib.SMTP(**self._way())
        try:
            async with client:
                await client.mail(server.sender)
                await client.rset()
        except aiosmtplib.SMTPResponseException as refusal:
            return _plain(f"{refusal.code} {refusal.message}")
        except (aiosmtplib.SMTPException, OSError) as trouble:
            return _plain(str(trouble)) or "no answer"
        return ""

    async def _hand_over(self, message: EmailMessage) -> None:
        import aiosmtplib

        await aiosmtplib.send(message, **self._way())

    def _way(self) -> dict[str, Any]:
        """How the server is reached, as aiosmtplib calls it."""
        server = self._server
        return {
            "hostname": server.host,
            "port": server.port,
            "local_hostname": server.domain,
            "username": server.user or None,
            "password": server.password if server.user else None,
            "use_tls": server.security is Security.TLS,
            "start_tls": server.security is Security.STARTTLS,
            "tls_context": self._context,
            "timeout": PATIENCE,
        }


def compose(letter: Letter, server: MailServer, enclosed: Enclosed | None = None) -> EmailMessage:
    """The letter as a mail that is the same at each attempt. Raises ValueError on a bad address.

    The Message-ID tells a repeat from a new mail; Auto-Submitted keeps holiday responders quiet
    (RFC 3834, section 5).
    """
    if not is_mail_address(letter.recipient):
        raise ValueError("that is no mail address")
    message = EmailMessage(SMTP)
    message["From"] = Address(_plain(server.name), addr_spec=server.sender)
    message["To"] = Address(addr_spec=letter.recipient)
    message["Subject"] = _plain(letter.subject)
    message["Date"] = datetime.fromtimestamp(letter.made, UTC)
    message["Message-ID"] = f"<mail-{letter.number}.{int(letter.made)}@{server.domain}>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(_encodable(letter.body))
    if enclosed is not None:
        message.add_attachment(enclosed.html, subtype="html", filename=enclosed.name)
    return message


def _verdict(refusal: "Refusal", letter: Letter) -> Answer:
    """What a server's answer to the recipient or to the text means."""
    reception = Reception.REFUSED if refusal.code >= 500 else Reception.LATER
    return Answer(reception, _in_one_line(f"{refusal.code} {refusal.message}", letter))


class Refusal(Protocol):
    """A reply of an SMTP server that is no success (RFC 5321, section 4.2.1)."""

    code: int
    message: str


def _in_one_line(words: str, letter: Letter) -> str:
    """A server's words for a librarian, who must not learn the patron's address from them."""
    line = re.sub(re.escape(letter.recipient), "…", " ".join(words.split()), flags=re.IGNORECASE)
    line = _plain(line)
    return line if len(line) <= LONGEST_DETAIL else f"{line[: LONGEST_DETAIL - 1]}…"


def _plain(text: str) -> str:
    """Text for a header: in one line, without control characters."""
    line = " ".join(text.split())
    return "".join(each for each in _encodable(line) if each.isprintable())


def _encodable(text: str) -> str:
    """The text without halves of characters, which UTF-8 cannot hold."""
    return text.encode("utf-8", "replace").decode("utf-8")
