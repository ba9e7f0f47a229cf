"""Coverage: the hours that were promised, held against those in which somebody was there."""

from collections.abc import Mapping, Sequence
from datetime import tzinfo

from imref.report.attendance import Attendance
from imref.report.model import Coverage, Gap
from imref.report.weekclock import minutes


def coverage(
    attendances: Mapping[str, Attendance], asked: Mapping[str, Sequence[int]], zone: tzinfo
) -> tuple[Coverage, ...]:
    """The coverage of each desk; ``asked`` is how many came in each stretch of its ``nobody``."""
    return tuple(_covered(each, asked[desk], zone) for desk, each in attendances.items())


def _covered(attendance: Attendance, asked: Sequence[int], zone: tzinfo) -> Coverage:
    return Coverage(
        attendance.desk,
        promised=minutes(attendance.promised, zone),
        staffed=minutes(attendance.staffed, zone),
        kept=minutes(attendance.kept, zone),
        down=minutes(attendance.down, zone),
        nobody=tuple(
            Gap(gap.start, gap.end, count)
            for gap, count in zip(attendance.nobody, asked, strict=True)
        ),
    )
