"""The section ``web``: the library's chat page, and the guests who come by it."""

from collections.abc import Iterable
from enum import StrEnum
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, SecretStr, ValidationInfo, field_validator

from imref.config.kinds import CredentialPath, Domain, Duration, Whole
from imref.config.secrets import read_secret
from imref.config.section import Section

WEBSOCKET_PATH = "/xmpp-websocket"
"""Where Prosody serves XMPP over WebSocket (RFC 7395), and our snippets have ejabberd serve it."""

SHORTEST_SECRET = 32
"""Characters of the secret at least (RFC 7518, section 3.2, wants so many bytes for HS256)."""

Network = IPv4Network | IPv6Network


class Proof(StrEnum):
    """What a guest's password is."""

    HMAC = "hmac"
    JWT = "jwt"


def _check_url(text: str, schemes: Iterable[str], example: str) -> str:
    parts = urlsplit(text)
    try:
        parts.port  # noqa: B018  (reading it is the check)
    except ValueError:
        raise ValueError(f'"{text}" has a port that is no number') from None
    if parts.scheme not in schemes or not parts.hostname or parts.query or parts.fragment:
        raise ValueError(f'"{text}" is not an address such as "{example}"')
    return text


def _check_address(text: str) -> str:
    return _check_url(text, ("https", "http"), "https://ask.library.example").rstrip("/")


def _check_websocket(text: str) -> str:
    return _check_url(text, ("wss", "ws"), "wss://ask.library.example/xmpp-websocket")


def _check_origin(text: str) -> str:
    origin = _check_url(text, ("https", "http"), "https://www.library.example").lower().rstrip("/")
    if urlsplit(origin).path:
        raise ValueError(f'"{text}" names a page; give the site alone, without what follows it')
    return origin


def _check_network(text: str) -> str:
    try:
        ip_network(text)
    except ValueError:
        raise ValueError(f'"{text}" is not an IP address, nor a network as in 10.0.0.0/8') from None
    return text


def _check_secret(secret: SecretStr) -> SecretStr:
    if len(secret.get_secret_value()) < SHORTEST_SECRET:
        raise ValueError(
            f"is shorter than {SHORTEST_SECRET} characters; `openssl rand -hex 32` makes a good one"
        )
    return secret


Origin = Annotated[str, AfterValidator(_check_origin)]


class Web(Section):
    """The library's chat page: imref serves it, and a widget for the library's own pages.

    Its visitors are guests of the XMPP server, on a host of their own there: each gets a signed
    name, which the server can check without asking anybody. How to embed the widget, and what the
    XMPP server and the reverse proxy need: docs/web.md.
    """

    address: Annotated[str, AfterValidator(_check_address)] = Field(
        description="The public address of the page, as people open it.",
        examples=["https://ask.library.example"],
    )
    listen: str = Field(
        default="127.0.0.1",
        min_length=1,
        description="The address on which imref's web server listens. It speaks plain HTTP: leave "
        "it on this machine, behind the library's own web server.",
    )
    port: Whole = Field(
        default=5380, ge=1, le=65535, description="The port on which that server listens."
    )
    websocket: Annotated[str, AfterValidator(_check_websocket)] | None = Field(
        default=None,
        description="The public address of the XMPP server's WebSocket. Without it, "
        "/xmpp-websocket at the public address of the page.",
        examples=["wss://xmpp.library.example/xmpp-websocket"],
    )
    guests: Domain = Field(
        description="The host of the XMPP server on which the page's visitors live as guests, and "
        "nobody else.",
        examples=["guest.library.example"],
    )
    secret: Annotated[SecretStr, AfterValidator(_check_secret)] | None = Field(
        default=None,
        description="The secret under which guests' names are signed; the XMPP server has the same "
        "one. Give this or secret_file: at least 32 characters, such as `openssl rand -hex 32` "
        "prints.",
        examples=["change-me-to-what-openssl-rand-prints"],
    )
    secret_file: CredentialPath | None = Field(
        default=None,
        validate_default=True,
        description="A file that holds nothing but that secret. A relative path is looked up like "
        "component.secret_file.",
    )
    proof: Proof = Field(
        default=Proof.HMAC,
        description="What a guest's password is. hmac: for our authentication module in Prosody. "
        "jwt: a JSON Web Token (HS256), which ejabberd checks by itself.",
    )
    lifetime: Duration = Field(
        default=30 * 86_400.0,
        ge=3600,
        le=365 * 86_400,
        description="How long a guest may come back under the same name, and so to the same "
        "conversation, from the same browser.",
    )
    archive: Duration = Field(
        default=7 * 86_400.0,
        ge=0,
        description="How long the XMPP server keeps guests' messages, as it was told "
        "(archive_expires_after on Prosody). imref only says so on the page about what is kept.",
    )
    origins: list[Origin] = Field(
        default=[],
        description="The library's sites that may put the widget on their pages. The page that "
        "imref serves itself needs no entry.",
        examples=[["https://www.library.example"]],
    )
    uploads: list[Origin] = Field(
        default=[],
        description="Where the XMPP server takes files and gives them out again (XEP-0363), if "
        "that is not at the public address of the page.",
        examples=[["https://upload.library.example"]],
    )
    frames: list[Origin] = Field(
        default=[],
        description="Sites that may show imref's page in a frame. Without any, none may.",
        examples=[["https://www.library.example"]],
    )
    trusted_proxies: list[Annotated[str, AfterValidator(_check_network)]] = Field(
        default=["127.0.0.0/8", "::1/128"],
        description="Who is believed about where a request comes from (X-Forwarded-For): the "
        "addresses or networks of your reverse proxies.",
    )
    metrics: list[Annotated[str, AfterValidator(_check_network)]] = Field(
        default=["127.0.0.0/8", "::1/128"],
        description="Who may read the metrics for Prometheus at /metrics: addresses or networks. "
        "Without any, nobody may. Whoever comes by a trusted proxy counts as whom the proxy names.",
        examples=[["127.0.0.0/8", "10.20.0.7"]],
    )
    guests_an_hour: Whole = Field(
        default=60,
        ge=1,
        description="How many new guests may come from one address in an hour. Many people may "
        "share one: a campus, a reading room.",
    )
    guests_a_minute: Whole = Field(
        default=120, ge=1, description="How many new guests may come in a minute from everywhere."
    )

    @field_validator("secret_file")
    @classmethod
    def _exactly_one_secret(cls, path: Path | None, info: ValidationInfo) -> Path | None:
        if "secret" not in info.data:
            return path
        given = info.data["secret"]
        if path is None and given is None:
            raise ValueError("is missing: give web.secret or web.secret_file")
        if path is not None and given is not None:
            raise ValueError("give either web.secret or web.secret_file, not both")
        if path is not None and (info.context or {}).get("secret", True):
            _check_secret(read_secret(path))
        return path

    @property
    def key(self) -> str:
        """The secret in the clear. Raises ValueError when its file cannot be read any more."""
        secret = read_secret(self.secret_file) if self.secret_file else self.secret
        return secret.get_secret_value() if secret else ""

    @property
    def websocket_address(self) -> str:
        """Where browsers reach the XMPP server."""
        if self.websocket:
            return self.websocket
        scheme, _, rest = self.address.partition("://")
        return f"{'wss' if scheme == 'https' else 'ws'}://{rest}{WEBSOCKET_PATH}"

    @property
    def origin(self) -> str:
        """The page's own origin (RFC 6454)."""
        parts = urlsplit(self.address)
        return f"{parts.scheme}://{parts.netloc}".lower()

    @property
    def scrapers(self) -> tuple[Network, ...]:
        """The networks of those who may read the metrics."""
        return tuple(ip_network(each) for each in self.metrics)

    @property
    def proxies(self) -> tuple[Network, ...]:
        """The networks of the trusted proxies."""
        return tuple(ip_network(each) for each in self.trusted_proxies)
