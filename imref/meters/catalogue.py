"""Every metric there is: its name, its labels, its meaning. docs/metrics.md is made from it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Kind(StrEnum):
    """What Prometheus does with a metric."""

    GAUGE = "gauge"
    COUNTER = "counter"
    HISTOGRAM = "histogram"


@dataclass(frozen=True, slots=True)
class Metric:
    """One metric; ``name`` is as rules write it, without the `_bucket` of a histogram.

    No label tells of a person: that is what a report is for, which not everybody reads.
    """

    name: str
    kind: Kind
    about: str
    labels: tuple[str, ...] = ()

    @property
    def series(self) -> tuple[str, ...]:
        """The names under which Prometheus keeps it."""
        if self.kind is Kind.HISTOGRAM:
            return tuple(f"{self.name}_{part}" for part in ("bucket", "sum", "count"))
        return (self.name,)


SERVICE: Final = (
    Metric(
        "imref_link_up",
        Kind.GAUGE,
        "1 while the stream to the XMPP server is up. Without it nobody can ask or answer.",
    ),
    Metric(
        "imref_store_ailing",
        Kind.GAUGE,
        "1 while nothing can be written to the database. Messages are refused then, with a word "
        "that they may be sent again.",
    ),
    Metric(
        "imref_loop_turns",
        Kind.GAUGE,
        "1 while the loop gets through its work; 0 when one batch has been stuck for 30 s.",
    ),
    Metric(
        "imref_outbox_owed",
        Kind.GAUGE,
        "Messages that the XMPP server has not read yet. They are sent again until it has.",
    ),
    Metric(
        "imref_commit_seconds",
        Kind.HISTOGRAM,
        "How long the commits took, in seconds; a message is acknowledged and passed on only "
        "after its commit. Their count is the number of commits.",
    ),
    Metric(
        "imref_batches_failed_total",
        Kind.COUNTER,
        'Batches that were not taken: "store" could not be written, or a "rule" failed, which is a '
        "mistake in imref and stands in its log.",
        ("why",),
    ),
    Metric(
        "imref_bounces_total",
        Kind.COUNTER,
        "Messages of ours that came back: whoever they were for could not be reached.",
    ),
)
DESK: Final = (
    Metric(
        "imref_desk_open",
        Kind.GAUGE,
        "1 while the desk is open by its hours, staffed or not.",
        ("desk",),
    ),
    Metric(
        "imref_desk_alarm",
        Kind.GAUGE,
        "1 from when supervisors were told that the desk is open and nobody is there, until "
        "somebody is or the desk closes.",
        ("desk",),
    ),
    Metric(
        "imref_on_duty",
        Kind.GAUGE,
        "Librarians on duty at the desk, busy ones too. One who serves two desks counts at both.",
        ("desk",),
    ),
    Metric(
        "imref_sessions",
        Kind.GAUGE,
        'Open sessions by state: "waiting", "held" for another hour, "active" with a librarian, '
        '"abroad" with a partner library. Rehearsals do not count.',
        ("desk", "state"),
    ),
    Metric(
        "imref_oldest_wait_seconds",
        Kind.GAUGE,
        "How long the first in line has waited since asking, in seconds; 0 when nobody waits.",
        ("desk",),
    ),
    Metric(
        "imref_follow_ups_open",
        Kind.GAUGE,
        "Answers that were promised for later and are still to come.",
    ),
    Metric(
        "imref_follow_ups_due",
        Kind.GAUGE,
        "Of these, those that are due within the next 24 hours.",
    ),
    Metric(
        "imref_follow_ups_overdue",
        Kind.GAUGE,
        "Of these, those that should have been answered by now.",
    ),
)
TRAFFIC: Final = (
    Metric(
        "imref_messages_total",
        Kind.COUNTER,
        'Messages that were kept, corrections too: "from patron", "to patron" (from a librarian or '
        'a partner) and "note" (among staff). Rehearsals do not count.',
        ("desk", "direction"),
    ),
    Metric(
        "imref_own_words_total",
        Kind.COUNTER,
        "What the desks said by themselves: offers, reassurances, answers to commands.",
    ),
    Metric(
        "imref_sessions_opened_total",
        Kind.COUNTER,
        'Questions asked, by where they came in: "web", "im" or "partner". Rehearsals do not '
        "count.",
        ("desk", "channel"),
    ),
    Metric(
        "imref_sessions_claimed_total",
        Kind.COUNTER,
        "How often a librarian took a session; after a transfer it is taken again.",
        ("desk",),
    ),
    Metric(
        "imref_sessions_closed_total",
        Kind.COUNTER,
        "How often a session ended, by its fate then and by who or what ended it. A promised "
        'answer is "held" here; the report counts what became of the promise.',
        ("desk", "fate", "ending"),
    ),
    Metric(
        "imref_first_answer_seconds",
        Kind.HISTOGRAM,
        "From the question to the first word of a human to the patron, in seconds. Those who left "
        "before are not in it: only the report can say what their wait means.",
        ("desk",),
    ),
    Metric(
        "imref_web_guests_total",
        Kind.COUNTER,
        'New visitors of the web page: "let in", or "turned away" by web.guests_an_hour or '
        "web.guests_a_minute.",
        ("outcome",),
    ),
)
CANARY: Final = (
    Metric(
        "imref_canaries_total",
        Kind.COUNTER,
        'Daily checks (`canary:` in the config) that are over: "answered" or "failed".',
        ("desk", "result"),
    ),
    Metric(
        "imref_canary_answered_timestamp_seconds",
        Kind.GAUGE,
        "When the last that was answered was, in Unix seconds. Missing until one was, and where "
        "the config has no check.",
        ("desk",),
    ),
)
PROCESS: Final = (
    Metric("process_cpu_seconds_total", Kind.COUNTER, "Seconds of processor time used."),
    Metric("process_start_time_seconds", Kind.GAUGE, "When imref was started, in Unix seconds."),
    Metric("process_resident_memory_bytes", Kind.GAUGE, "Memory in use."),
    Metric("process_virtual_memory_bytes", Kind.GAUGE, "Memory asked for."),
    Metric("process_open_fds", Kind.GAUGE, "Open files and connections."),
    Metric("process_max_fds", Kind.GAUGE, "How many there may be."),
)
"""What Prometheus' own library says of any process, on Linux."""

CHAPTERS: Final[Mapping[str, tuple[Metric, ...]]] = {
    "The service": SERVICE,
    "The desks, now": DESK,
    "What went on since the start": TRAFFIC,
    "The daily check": CANARY,
    "The process": PROCESS,
}
OURS: Final = {metric.name: metric for metric in (*SERVICE, *DESK, *TRAFFIC, *CANARY)}
