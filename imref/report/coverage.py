"""Coverage: the hours that were promised, held against those in which somebody was there."""

from collections.abc import Mapping, Sequence

from imref.report.attendance import Attendance
from imref.report.model import Coverage, Gap
from imref.report.wall import HoursOfWeek
from imref.report.weekclock import minutes


def coverage(
    attendances: Mapping[str, Attendance], asked: Mapping[str, Sequence[int]], hours: HoursOfWeek
) -> tuple[Coverage, ...]:
    """The coverage of each desk; ``asked`` is how many came in each stretch of its ``nobody``."""
    return tuple(_covered(each, asked[desk], hours) for desk, each in attendances.items())


def _covered(attendance: Attendance, asked: Sequence[int], hours: HoursOfWeek) -> Coverage:
    return Coverage(
        attendance.desk,
        promised=minutes(attendance.promised, hours),
        staffed=minutes(attendance.staffed, hours),
        kept=minutes(attendance.kept, hours),
        down=minutes(attendance.down, hours),
        nobody=tuple(
            Gap(gap.start, gap.end, count)
            for gap, count in zip(attendance.nobody, asked, strict=True)
        ),
    )
