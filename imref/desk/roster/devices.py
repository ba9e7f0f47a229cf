"""What the devices of the people who are here can show beside words."""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

PEOPLE_HELD: Final = 1024
"""People whose devices are remembered; of more, those met first are forgotten."""

DEVICES_HELD: Final = 4
"""Devices of one person that are remembered; nobody reads on more at once."""


class Feature(StrEnum):
    """What makes a difference to us, as clients name it (XEP-0030)."""

    CORRECTIONS = "urn:xmpp:message-correct:0"
    REACTIONS = "urn:xmpp:reactions:0"
    RETRACTIONS = "urn:xmpp:message-retract:1"
    MARKERS = "urn:xmpp:chat-markers:0"


@dataclass(slots=True)
class Device:
    """One device: under which name its features are known (``caps``), and the features.

    None is what has not answered, or not yet.
    """

    caps: str
    features: frozenset[str] | None = None


class Devices:
    """The devices of everybody, by bare JID and resource."""

    __slots__ = ("_by_owner",)

    def __init__(self) -> None:
        self._by_owner: dict[str, dict[str, Device]] = {}

    def knows(self, owner: str, resource: str) -> bool:
        """Whether this device has been met."""
        return resource in self._by_owner.get(owner, ())

    def meet(self, owner: str, resource: str, caps: str = "") -> bool:
        """Note that a device is here; gives whether it has to be asked what it can do."""
        theirs = self._by_owner.get(owner)
        if theirs is None:
            if len(self._by_owner) >= PEOPLE_HELD:
                self._forget_older()
            theirs = self._by_owner[owner] = {}
        known = theirs.get(resource)
        if known is not None and (not caps or known.caps == caps):
            return False
        theirs[resource] = Device(caps)
        if len(theirs) > DEVICES_HELD:
            del theirs[next(iter(theirs))]
        return True

    def leave(self, owner: str, resource: str) -> None:
        """A device has gone, or all of them ("")."""
        theirs = self._by_owner.get(owner, {})
        theirs.pop(resource, None)
        if not (theirs and resource):
            self._by_owner.pop(owner, None)

    def learn(self, owner: str, resource: str, features: frozenset[str]) -> None:
        """Note what a device has answered; one that has gone meanwhile stays away."""
        device = self._by_owner.get(owner, {}).get(resource)
        if device is not None:
            device.features = _those_that_matter(features)

    def can(self, owner: str, feature: Feature) -> bool | None:
        """Whether somebody sees this on every device; None: for all we know they may not."""
        known = [device.features for device in self._by_owner.get(owner, {}).values()]
        if any(features is not None and feature not in features for features in known):
            return False
        return None if None in known or not known else True

    def forget(self) -> None:
        """The link was lost: who is here now is unknown."""
        self._by_owner.clear()

    def _forget_older(self) -> None:
        for owner in list(self._by_owner)[: PEOPLE_HELD // 2]:
            del self._by_owner[owner]


@lru_cache(maxsize=256)
def _those_that_matter(features: frozenset[str]) -> frozenset[str]:
    """Of a client's features those that make a difference; the same few sets serve everybody."""
    return frozenset(features.intersection(Feature))
