"""The section ``component``: the way to the XMPP server."""

from pathlib import Path
from typing import Annotated, Self

from pydantic import (
    Field,
    SecretStr,
    ValidationInfo,
    field_validator,
)

from imref.config.avatar import AvatarFile
from imref.config.kinds import (
    SUGGESTION,
    CredentialPath,
    Domain,
    Whole,
)
from imref.config.secrets import read_secret
from imref.config.section import Section


class Component(Section):
    """How imref reaches its XMPP server (XEP-0114, the component protocol)."""

    domain: Domain = Field(
        description="The domain that imref answers for. Patrons write to a desk at this domain; "
        "the server must know it as an external component.",
        examples=["ref.library.example"],
    )
    host: str = Field(
        default="localhost",
        min_length=1,
        description="Where the XMPP server listens for components. The component protocol is not "
        "encrypted: keep it on one machine or on a trusted line.",
    )
    port: Whole = Field(
        default=5347,
        ge=1,
        le=65535,
        description="The port on which the server listens for components.",
    )
    secret: SecretStr | None = Field(
        default=None,
        min_length=1,
        description="The secret that the server and imref share. Give this or secret_file.",
        examples=["change-me"],
    )
    secret_file: CredentialPath | None = Field(
        default=None,
        validate_default=True,
        description="A file that holds nothing but the secret, so that this file may be read by "
        "more people. A relative path is looked up in the folder that systemd puts credentials "
        "into (LoadCredential, $CREDENTIALS_DIRECTORY), then in the folder of this file.",
    )

    avatar: Annotated[AvatarFile, SUGGESTION] = Field(
        default=None,
        description="The library's picture in every contact list: a PNG or JPEG file of at most "
        "64 KB, best a square of 96 pixels. Desks without one of their own show it. Aliases of "
        "patrons have pictures made from their numbers. A relative path is meant from the folder "
        "of this file.",
        examples=["library.png"],
    )

    @field_validator("secret_file")
    @classmethod
    def _exactly_one_secret(cls, path: Path | None, info: ValidationInfo) -> Path | None:
        if "secret" not in info.data:
            return path
        if path is None:
            if info.data["secret"] is None:
                raise ValueError("is missing: give component.secret or component.secret_file")
            return None
        if info.data["secret"] is not None:
            raise ValueError("give either component.secret or component.secret_file, not both")
        if (info.context or {}).get("secret", True):
            read_secret(path)
        return path

    def with_secret(self) -> Self:
        """The same with ``secret`` filled in from ``secret_file``, if it is kept there."""
        if self.secret_file is None:
            return self
        return self.model_copy(update={"secret": read_secret(self.secret_file)})

    @property
    def link(self) -> tuple[str, str, int, str]:
        """What a link to the server is made with; a change of it needs another link."""
        return self.domain, self.host, self.port, self.password

    @property
    def password(self) -> str:
        """The shared secret in the clear: for the handshake and nothing else."""
        return self.secret.get_secret_value() if self.secret else ""
