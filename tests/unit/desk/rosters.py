"""The rosters of everybody who has a desk in them: what they show must be true."""

from imref.desk.duty.standing import desk_is_staffed
from imref.desk.effects import Effect, ShowPresence
from imref.desk.events import Bounced, Event, Subscription, SubscriptionChanged
from imref.desk.room import Room


class Rosters:
    """What each roster shows of each desk, by the bare JID of its owner."""

    def __init__(self) -> None:
        self.shows: dict[tuple[str, str], str] = {}
        self.watching: set[tuple[str, str]] = set()

    def clear(self) -> None:
        """The server forgets what it was shown when the link goes."""
        self.shows.clear()

    def see(self, event: Event, effects: list[Effect]) -> None:
        """Take in an event and what leaves the switchboard."""
        match event:
            case SubscriptionChanged(kind=Subscription.UNSUBSCRIBE):
                self.watching.discard((event.to, event.sender))
            case SubscriptionChanged(kind=Subscription.SUBSCRIBE | Subscription.PROBE):
                self.watching.add((event.to, event.sender))
            case Bounced(condition="gone"):
                self.watching.discard((event.to, event.sender))
        for each in effects:
            if isinstance(each, ShowPresence):
                self.shows[each.sender, each.recipient.partition("/")[0]] = each.show

    def check(self, room: Room, now: float) -> None:
        """Nobody reads of a desk what is not true of it."""
        for desk in room.agreement.desks.values():
            if not desk.hours.is_open(now):
                truth = "xa"
            else:
                truth = "available" if desk_is_staffed(room, desk.name) else "away"
            staff = [member for name in desk.staff if (member := room.agreement.member(name))]
            watchers = [address for local, address in self.watching if local == desk.name]
            for address in [*(member.address for member in staff), *watchers]:
                assert self.shows.get((desk.name, address)) == truth
