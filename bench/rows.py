"""The rows of the Speed table: what one round of each measures, and what it must reach."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from lifetime import memory_row, reconnect_row, start_row
from runs import Bench
from scores import Round, Target
from throughput import biboumi_row, echo_row, latency_row, self_row, server_row, slow_disk_row


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its name on the command line, what it is, one round of it, and its targets."""

    name: str
    title: str
    measure: Callable[[Bench, int], Round]
    targets: list[Target]


ROWS = [
    Row("self", "The driver's own ceiling (driver against raw, nothing between)", self_row, []),
    Row(
        "echo",
        "imref's whole path ÷ a bare slixmpp echo, both driven directly",
        echo_row,
        [Target("imref / echo", "at least", 1.0)],
    ),
    Row(
        "prosody",
        "imref ÷ a raw-socket component, through one Prosody",
        server_row("prosody", 10_000),
        [Target("imref / raw", "at least", 0.9)],
    ),
    Row(
        "ejabberd",
        "imref ÷ a raw-socket component, through one ejabberd",
        server_row("ejabberd", 20_000),
        [Target("imref / raw", "at least", 0.7)],
    ),
    Row(
        "slow-disk",
        "imref on a disk whose fsync takes 5 ms longer ÷ without storage",
        slow_disk_row,
        [
            Target("5 ms disk / free disk", "at least", 0.4),
            Target("5 ms disk / echo without storage", "at least", 0.4),
        ],
    ),
    Row(
        "biboumi",
        "imref ÷ biboumi, messages a second through one Prosody",
        biboumi_row,
        [
            Target("imref / biboumi, patron to librarian", "at least", 6.0),
            Target("imref / biboumi, bridge only", "at least", 6.0),
        ],
    ),
    Row(
        "latency",
        "Latency at 1,000 messages/s through Prosody, above the raw component's",
        latency_row,
        [
            Target("relay p50", "at most", 1.0, "ms"),
            Target("relay p99", "at most", 5.0, "ms"),
            Target("receipt p50", "at most", 1.0, "ms"),
            Target("receipt p99", "at most", 5.0, "ms"),
        ],
    ),
    Row(
        "memory",
        "Memory of one open session, at 10,000 open, beyond kept text",
        memory_row,
        [
            Target("bytes of one more session", "at most", 2048, "bytes"),
            Target("bytes of all, divided", "at most", 2048, "bytes"),
        ],
    ),
    Row(
        "start",
        "Start with a million archived messages ÷ start with none",
        start_row,
        [Target("with a million / with none", "at most", 1.25)],
    ),
    Row(
        "reconnect",
        "Back in service after the server's port opens again, after the worst outage",
        reconnect_row,
        [Target("seconds to be back", "at most", 2.0, "s", pick=max)],
    ),
]
