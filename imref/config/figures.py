"""The section ``figures``: who sees what of a single librarian."""

from pydantic import Field

from imref.config.section import Section
from imref.desk.agreement import PerPerson


class Figures(Section):
    """What the library has agreed on about figures (imref report, the dashboard, !mine)."""

    per_person: PerPerson = Field(
        default=PerPerson.SELF,
        description="Who sees the figures of one librarian: what they answered, how long people "
        "waited for them, their hours of duty. self is that librarian alone; supervisors is that "
        "librarian, the supervisors of a desk of theirs, and whoever runs imref report; nobody is "
        "not even they. A librarian reads in !mine who else may see it. Nothing of a single "
        "librarian ever stands in a report that is fit to leave the house.",
    )
