"""A real mail server on the loopback interface (aiosmtpd), with moods that a test can set."""
# ruff: noqa: ARG002 - the arguments are aiosmtpd's

import asyncio
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

HOST = "127.0.0.1"


@dataclass
class PostOffice:
    """What the mail server has taken, and what it answers instead of taking ("" takes it)."""

    port: int = 0
    taken: list[EmailMessage] = field(default_factory=list)
    senders: list[str] = field(default_factory=list)
    recipients: list[str] = field(default_factory=list)
    encrypted: list[bool] = field(default_factory=list)
    logins: list[str] = field(default_factory=list)
    at_sender: str = ""
    at_recipient: str = ""
    at_text: str = ""
    arrived: asyncio.Event = field(default_factory=asyncio.Event)

    async def handle_MAIL(  # noqa: N802 - aiosmtpd's name
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        envelope.mail_from = address
        return self.at_sender or "250 OK"

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's name
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self.at_recipient:
            return self.at_recipient
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        if self.at_text:
            return self.at_text
        assert isinstance(envelope.content, bytes)
        message = message_from_bytes(envelope.content, policy=default)
        assert isinstance(message, EmailMessage)
        self.taken.append(message)
        self.senders.append(envelope.mail_from or "")
        self.recipients += envelope.rcpt_tos
        self.encrypted.append(server.transport.get_extra_info("ssl_object") is not None)
        self.arrived.set()
        return "250 OK"

    def authenticate(
        self, server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: Any
    ) -> AuthResult:
        """Accept the user imref with the password "open sesame"."""
        known = LoginPassword(b"imref", b"open sesame")
        self.logins.append(mechanism)
        return AuthResult(success=data == known, handled=False)


@asynccontextmanager
async def post_office(
    certificate: ssl.SSLContext | None = None, *, wrapped: bool = False, **options: Any
) -> AsyncIterator[PostOffice]:
    """A mail server while the block lasts; with a certificate it offers STARTTLS, or is wrapped."""
    office = PostOffice()
    starttls = None if wrapped else certificate

    def serve() -> SMTP:
        return SMTP(
            office,
            hostname="mail.library.example",
            tls_context=starttls,
            require_starttls=starttls is not None,
            authenticator=office.authenticate,
            **options,
        )

    loop = asyncio.get_running_loop()
    listening = await loop.create_server(serve, HOST, 0, ssl=certificate if wrapped else None)
    office.port = listening.sockets[0].getsockname()[1]
    try:
        yield office
    finally:
        listening.close()
        await listening.wait_closed()
