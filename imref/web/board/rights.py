"""What somebody may see on the dashboard: everything goes by desk."""

from dataclasses import dataclass

from imref.config.dashboard import Dashboard
from imref.desk.agreement import Agreement, StaffMember


@dataclass(frozen=True, slots=True)
class Rights:
    """One person's rights, by the agreement as it is now. All are names of desks, in its order.

    ``sees`` are the desks whose state and figures they see, ``supervises`` those where they see
    each follow-up and, as far as the agreement says, figures by person; ``reads`` those whose
    conversations they may read. ``readers`` is whether anybody may read any.
    """

    member: StaffMember
    sees: tuple[str, ...]
    supervises: tuple[str, ...]
    reads: tuple[str, ...]
    readers: bool

    @property
    def name(self) -> str:
        """Their staff name."""
        return self.member.name


def rights_of(agreement: Agreement, settings: Dashboard, member: StaffMember) -> Rights:
    """The rights of somebody on the staff."""
    desks, name = agreement.desks.values(), member.name
    supervises = tuple(desk.name for desk in desks if name in desk.supervisors)
    sees = tuple(desk.name for desk in desks if name in desk.staff or name in desk.supervisors)
    reads = sees if name in settings.transcripts else ()
    return Rights(member, sees, supervises, reads, readers=bool(settings.transcripts))
