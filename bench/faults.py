"""Break everything between patrons and librarians, again and again, and prove that nothing is lost.

    python bench/faults.py --kills 200 [--server prosody|ejabberd] [--seed N] [--json]

Real clients talk over a real server; the service is killed, frozen, stopped and cut off at random
moments. At the end every check of fault_checks.py looks at what the clients saw and at the
database, and every lie of fault_lies.py shows that the checks would have noticed. The exit code is
0 when nothing was lost. docs/reliability.md explains what is promised.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import logging
import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from e2e.ejabberd import PrivateEjabberd
from fault_checks import CHECKS, breaches
from fault_lies import LIES, undetected
from fault_ordeal import PLAN, Faults, Ordeal
from tools import BUILD, build

from imref.demo.prosody import PrivateProsody

SERVERS = {"prosody": PrivateProsody, "ejabberd": PrivateEjabberd}


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kills", type=int, default=200, help="SIGKILLs of the service (200)")
    parser.add_argument("--cuts", type=int, help="cable cuts (a fifth of the kills)")
    parser.add_argument("--restarts", type=int, help="server restarts (a twentieth)")
    parser.add_argument("--pauses", type=int, help="SIGSTOPs of the service (a tenth)")
    parser.add_argument("--upgrades", type=int, help="clean restarts in mid-talk (a twentieth)")
    parser.add_argument("--server", choices=SERVERS, default="prosody")
    parser.add_argument(
        "--orderly", action="store_true", help="stop the service before each server restart"
    )
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    parser.add_argument("--fsync-ms", type=float, help="make each fsync take so much longer")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    return parser.parse_args()


def _share(wanted: int | None, kills: int, part: int) -> int:
    return max(1, kills // part) if wanted is None else wanted


async def _run(options: argparse.Namespace) -> dict[str, object]:
    faults = Faults(
        kills=options.kills,
        cuts=_share(options.cuts, options.kills, 5),
        restarts=_share(options.restarts, options.kills, 20),
        pauses=_share(options.pauses, options.kills, 10),
        upgrades=_share(options.upgrades, options.kills, 20),
        orderly=options.orderly,
    )
    environment = {}
    if options.fsync_ms is not None:
        build()
        environment = {
            "LD_PRELOAD": str(BUILD / "fsync_delay.so"),
            "FSYNC_DELAY_MS": str(options.fsync_ms),
        }
    async with SERVERS[options.server](PLAN) as server:
        ordeal = Ordeal(server, faults, options.seed, environment=environment, tell=_tell)
        record = await ordeal.run()
    found = breaches(record)
    _tell(f"breaches: {found}" if found else "no breaches")
    return {
        "server": options.server,
        "seed": options.seed,
        "figures": ordeal.figures(),
        "checks": len(CHECKS),
        "breaches": found,
        "falsifications": len(LIES),
        "of them undetected": undetected(record),
    }


def _tell(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def _show(result: dict[str, object]) -> None:
    figures, found = result["figures"], result["breaches"]
    assert isinstance(figures, dict)
    assert isinstance(found, dict)
    print(f"{result['server']}, seed {result['seed']}")
    for name, value in figures.items():
        print(f"{value:>10}  {name}")
    for name, problems in found.items():
        print(f"BREACH of “{name}”, {len(problems)} times:", *problems[:10], sep="\n    ")
    print(f"{result['checks']} checks, {len(found)} of them complain")
    print(f"{result['falsifications']} falsifications; not caught: {result['of them undetected']}")


def main() -> int:
    """Run it; 0 when nothing was lost and the checks have proved that they can fail."""
    options = _arguments()
    # Stanzas that a client writes on a lost connection: it sends them again on its next one.
    logging.getLogger("slixmpp").setLevel(logging.CRITICAL + 1)
    result = asyncio.run(_run(options))
    if options.json:
        print(json.dumps(result, indent=2))
    else:
        _show(result)
    return 1 if result["breaches"] or result["of them undetected"] else 0


if __name__ == "__main__":
    sys.exit(main())
