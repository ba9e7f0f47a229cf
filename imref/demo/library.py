"""The sample library: who has an account, who is staff, which desks there are."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from imref.demo.plan import ServerPlan
from imref.demo.server import PrivateServer

STAFF = {"ana": "Ana", "ben": "Ben", "cleo": "Cleo"}
PATRON = "pat"
STAND_IN = "cleo"
"""Who answers by a script in the demo while no other librarian is there."""
DESKS = {"ask": "Ask a librarian", "law": "Law library"}
FAQ = Path(__file__).with_name("faq")
TIERS = {"ask": [["ana", "ben"], ["cleo"]], "law": [["cleo"]]}


def plan(*patrons: str, domain: str = "library.example") -> ServerPlan:
    """A server for the sample library: its staff, these patrons, one shared roster."""
    users = {name: f"{name}-demo" for name in (*STAFF, *patrons)}
    bare = ServerPlan(users, domain=domain, component_domain=f"ref.{domain}")
    roster = {bare.desk_address(desk): title for desk, title in DESKS.items()}
    roster |= {bare.address_of(name): shown for name, shown in STAFF.items()}
    return replace(bare, roster=roster)


def config_of(server: PrivateServer, database: Path) -> dict[str, Any]:
    """imref's config for the sample library on a server."""
    return {
        "component": {
            "domain": server.component_domain,
            "host": server.host,
            "port": server.component_port,
            "secret": server.secret,
        },
        "database": str(database),
        "faq": str(FAQ),
        "desks": {desk: {"title": title, "tiers": TIERS[desk]} for desk, title in DESKS.items()},
        "staff": {
            name: {"address": server.plan.address_of(name), "screen_name": shown}
            for name, shown in STAFF.items()
        },
    }


def web_section(server: PrivateServer, port: int) -> dict[str, Any]:
    """The section of the config that has imref serve the web page on a port of this machine."""
    return {
        "address": f"http://{server.host}:{port}",
        "port": port,
        "websocket": server.websocket,
        "guests": server.plan.guest_domain,
        "secret": server.plan.guest_secret,
        "uploads": [server.uploads],
    }


def write_config(
    server: PrivateServer, folder: Path, changes: Mapping[str, Any] | None = None
) -> Path:
    """Write the sample library's config, with ``changes`` laid over it; gives its path."""
    config = _laid_over(config_of(server, folder / "imref.sqlite"), changes or {})
    path = folder / "config.yaml"
    path.touch(mode=0o600)
    path.write_text(yaml.safe_dump(config, sort_keys=False), encoding="utf-8")
    return path


def _laid_over(below: dict[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """A copy of ``below`` in which mappings are merged and everything else is replaced."""
    merged = dict(below)
    for key, value in above.items():
        known = merged.get(key)
        if isinstance(known, dict) and isinstance(value, Mapping):
            value = _laid_over(known, value)
        merged[key] = value
    return merged
