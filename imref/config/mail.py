"""The mail server that answers go out by, when a patron's chat address is dead."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, Field, SecretStr, ValidationInfo, field_validator

from imref.config.kinds import CredentialPath, Whole
from imref.config.secrets import read_secret
from imref.config.section import Section
from imref.desk.promise.mailaddress import is_mail_address

AT_HOME = ("localhost", "127.0.0.1", "::1")
"""Servers on this very machine: a password to them travels over no line."""


class Tls(StrEnum):
    """How the way to the mail server is protected."""

    NONE = "none"
    STARTTLS = "starttls"
    TLS = "tls"


PORTS = {Tls.NONE: 25, Tls.STARTTLS: 587, Tls.TLS: 465}
"""The usual port for each (RFC 8314)."""


def _check_address(text: str) -> str:
    if text and not is_mail_address(text):
        raise ValueError(f'"{text}" is not a mail address such as "ask@library.example"')
    return text


class MailOut(Section):
    """Mail, for promised answers to patrons whose chat address cannot be reached.

    Only those get mail who have asked for it (`email`). Without a server nobody is offered it.
    """

    server: str = Field(
        default="",
        description="The host that takes mail from us. Leave it out to send no mail.",
        examples=["mail.library.example"],
    )
    tls: Tls = Field(
        default=Tls.STARTTLS,
        description="none: in the clear, for a server on this machine. starttls: encrypted after a "
        "greeting. tls: encrypted from the start. The certificate must be one that this machine "
        "trusts.",
    )
    port: Annotated[Whole, Field(ge=1, le=65535)] | None = Field(
        default=None,
        description="The port of the mail server, if it is not the usual one: 587 with starttls, "
        "465 with tls, 25 with none.",
    )
    user: str = Field(
        default="",
        description="The name to log in with, if the server wants that.",
        examples=["imref"],
    )
    password: SecretStr | None = Field(
        default=None,
        description="The password of that user. Give this or password_file.",
    )
    password_file: CredentialPath | None = Field(
        default=None,
        validate_default=True,
        description="A file that holds nothing but the password. A relative path is looked up like "
        "component.secret_file.",
    )
    sender: Annotated[str, AfterValidator(_check_address)] = Field(
        default="",
        validate_default=True,
        description="The address that mail comes from; what cannot be delivered comes back there. "
        "Required where a server is given.",
        examples=["ask@library.example"],
    )
    name: str = Field(
        default="",
        description="What recipients read beside that address, such as the library's name.",
        examples=["Sample Library"],
    )

    @field_validator("password_file")
    @classmethod
    def _one_password_for_a_user(cls, path: Path | None, info: ValidationInfo) -> Path | None:
        given, data = info.data.get("password"), info.data
        if path is not None and given is not None:
            raise ValueError("give either mail.password or mail.password_file, not both")
        if data.get("user") and path is None and given is None:
            raise ValueError("is missing: mail.user needs mail.password or mail.password_file")
        exposed = data.get("tls") is Tls.NONE and data.get("server") not in AT_HOME
        if data.get("user") and exposed:
            raise ValueError("a password must not travel in the clear: set mail.tls")
        if path is not None and (info.context or {}).get("secret", True):
            read_secret(path)
        return path

    @field_validator("sender")
    @classmethod
    def _a_server_needs_a_sender(cls, sender: str, info: ValidationInfo) -> str:
        if info.data.get("server") and not sender:
            raise ValueError("is missing: mail.server is given, so say from whom mail comes")
        return sender

    @property
    def port_to_use(self) -> int:
        """The port that is given, or the usual one."""
        return self.port or PORTS[self.tls]

    @property
    def login(self) -> tuple[str, str]:
        """The user and the password in the clear; ("", "") without a login."""
        if not self.user:
            return "", ""
        secret = read_secret(self.password_file) if self.password_file else self.password
        return self.user, secret.get_secret_value() if secret else ""
