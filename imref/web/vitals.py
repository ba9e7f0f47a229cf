"""How the service is, in terms of the web server: what it needs of whoever watches the service."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that must be so for the service to do its job; ``says`` is for people."""

    ok: bool
    says: str


@dataclass(frozen=True, slots=True)
class Health:
    """Whether the service can do its job: all of its checks, by name."""

    checks: Mapping[str, Check]

    @property
    def ok(self) -> bool:
        """Whether every one of them is well."""
        return all(check.ok for check in self.checks.values())


class Vitals(Protocol):
    """Whoever watches the service; ``imref.meters`` has it."""

    def health(self) -> Health:
        """How the service is now."""

    def exposition(self, accept: str) -> tuple[bytes, str]:
        """All metrics in a format that the header ``accept`` allows, and its content type."""

    def guest(self, *, let_in: bool) -> None:
        """Somebody new came to the page, and was let in or was one too many."""
