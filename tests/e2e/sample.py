"""The sample library of the scenes: who has an account, who is staff, which desks there are."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from imref.demo.plan import ServerPlan
from imref.demo.server import PrivateServer

STAFF = {"ana": "Ana", "ben": "Ben", "cleo": "Cleo"}
PATRONS = ("pat", "pam", "pip")
DESKS = {"ask": "Ask the library", "law": "Law library"}

PLAN = ServerPlan(
    users={name: f"password of {name}" for name in (*STAFF, *PATRONS)},
    roster={
        **{f"{desk}@ref.library.example": title for desk, title in DESKS.items()},
        **{f"{name}@library.example": shown for name, shown in STAFF.items()},
    },
)


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
        "desks": {
            "ask": {"title": DESKS["ask"], "tiers": [["ana", "ben"], ["cleo"]]},
            "law": {"title": DESKS["law"], "tiers": [["cleo"]]},
        },
        "staff": {
            name: {"address": server.plan.address_of(name), "screen_name": shown}
            for name, shown in STAFF.items()
        },
    }


def write_config(
    server: PrivateServer, folder: Path, changes: Mapping[str, Any] | None = None
) -> Path:
    """Write the config of the sample library, with `changes` laid over it; return its path."""
    config = _laid_over(config_of(server, folder / "imref.sqlite"), changes or {})
    path = folder / "config.yaml"
    path.write_text(yaml.safe_dump(config, sort_keys=False), encoding="utf-8")
    return path


def _laid_over(below: dict[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """A copy of `below` in which mappings are merged and everything else is replaced."""
    merged = dict(below)
    for key, value in above.items():
        known = merged.get(key)
        if isinstance(known, dict) and isinstance(value, Mapping):
            value = _laid_over(known, value)
        merged[key] = value
    return merged
