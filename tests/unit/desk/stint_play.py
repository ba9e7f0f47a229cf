"""Whatever happens: the stints that last, as they were kept, are what is true now."""

from hypothesis.stateful import invariant

from imref.desk.agreement import Desk
from imref.desk.duty.stints import EVERY
from imref.desk.model import Duty
from imref.desk.records import Stint

from .gesture_play import GesturePlay


class StintPlay(GesturePlay):
    """Holds what was recorded of duty and of hours against presence, people's words and clock."""

    @invariant()
    def stints_that_last_are_what_is_true_now(self) -> None:
        kept = [each for each in self.records.small.values() if isinstance(each, Stint)]
        lasting = [(each.desk, each.staff) for each in kept if each.open]
        true = {("", "")} if self.link else set()
        for desk in self.room.agreement.desks.values():
            if desk.hours.is_open(self.now):
                true.add((desk.name, ""))
            true |= {(desk.name, name) for name in desk.staff if self.is_on_duty(name, desk)}
        assert sorted(lasting) == sorted(true)
        assert all(self.now - each.until <= EVERY for each in kept if each.open)
        assert all(each.began <= each.until <= self.now for each in kept)

    def is_on_duty(self, name: str, desk: Desk) -> bool:
        """Whether somebody is there for a desk, by what is kept of them and what they show."""
        member = self.room.agreement.member(name)
        duty = self.records.duties.get(name, Duty(name))
        if not self.link or member is None or desk.name in duty.desks_off:
            return False
        limit = member.limit if duty.limit is None else duty.limit
        if duty.signed_off or duty.ended or limit <= 0:
            return False
        shows = self.room.presence.get(name, {}).values()
        available = any(show in self.room.agreement.on_duty_shows for show in shows)
        return available or (bool(shows) and self.is_engaged_against(name, desk))

    def is_engaged_against(self, name: str, desk: Desk) -> bool:
        """Whether somebody is with others who do not come after this desk's messages."""
        engaged, order = self.engaged(name), desk.order
        if engaged is None:
            return False
        ranked = "im" in order and engaged.kind in order
        return not (ranked and order.index("im") < order.index(engaged.kind))
