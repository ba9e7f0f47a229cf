"""Who sits in the staff room, and what they were told there."""

from dataclasses import dataclass, field
from datetime import date


@dataclass(slots=True)
class Circle:
    """Memory of the staff room. It is not kept: after a start the room is joined anew.

    ``began`` is since when there is this memory (Unix seconds). ``place`` is the bare JID of the
    room that we are in, or on the way into, ``nick`` our name there and ``wanted`` the one agreed
    on, ``inside`` since when we are in (0: outside). ``attempts`` counts tries since we were last
    in for a while, ``names_tried`` the names in this try. ``occupants`` are the real bare JIDs by
    nick ("" where none is shown). ``spoken`` counts our words; ``told`` is by session what the room
    was told of it last, ``first`` each desk's first question of a day. ``complained`` is whether
    supervisors were told that we cannot come in.
    """

    began: float
    place: str = ""
    nick: str = ""
    wanted: str = ""
    inside: float = 0.0
    attempts: int = 0
    names_tried: int = 0
    spoken: int = 0
    complained: bool = False
    occupants: dict[str, str] = field(default_factory=dict)
    told: dict[int, str] = field(default_factory=dict)
    first: dict[str, tuple[date, int]] = field(default_factory=dict)

    def leave(self) -> None:
        """We are outside, and do not see who is there."""
        self.inside = 0.0
        self.occupants.clear()
