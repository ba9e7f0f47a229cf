"""The keys of the config about the order of service, and about engagements."""

from typing import Annotated, Final

from pydantic import Field, PlainValidator

from imref.config.section import Section
from imref.desk.duty.order import Channel

FIRST_COME: Final = "first_come"


def parse_order(value: object) -> str | tuple[str, ...]:
    """``first_come``, or channels in order; ValueError on anything else."""
    if value == FIRST_COME:
        return FIRST_COME
    known = ", ".join(Channel)
    channels = tuple(value) if isinstance(value, list | tuple) else ()
    if not channels or any(each not in {*Channel} for each in channels):
        raise ValueError(f"must be {FIRST_COME}, or a list out of {known}")
    if len({*channels}) < len(channels):
        raise ValueError("names a channel twice; once is enough")
    if Channel.IM not in channels or len(channels) == 1:
        raise ValueError("must name im and what comes before or after it")
    return tuple(str(each) for each in channels)


Order = Annotated[str | tuple[str, ...], PlainValidator(parse_order)]


def channels_of(order: str | tuple[str, ...]) -> tuple[str, ...]:
    """The channels as the agreement has them: none where the first come is the first served."""
    return () if isinstance(order, str) else order


Phrases = list[Annotated[str, Field(min_length=2)]]


class StatusWords(Section):
    """What librarians write into the status of their own client when somebody keeps them.

    Understood when it is the whole status, or all but a time at its end: "at the desk till 3",
    "Telefon bis 15:30", "phone 5 min". Without a time it counts only beside a state that is no
    duty (away, do not disturb).
    """

    walk_in: Phrases = Field(
        default=[
            "at the desk", "at the counter", "with a reader", "with a patron", "walk-in",
            "am Tresen", "an der Theke", "am Infopult",
            "à l'accueil", "au comptoir", "avec un lecteur",
            "en el mostrador", "con un lector",
        ],
        description="Words that mean: with somebody at the desk.",
    )  # fmt: skip
    phone: Phrases = Field(
        default=[
            "phone", "on the phone", "on a call", "Telefon", "am Telefon",
            "téléphone", "au téléphone", "teléfono", "al teléfono",
        ],
        description="Words that mean: on the phone.",
    )  # fmt: skip

    def agreed(self) -> dict[str, tuple[str, ...]]:
        """The words by channel, as the agreement has them."""
        return {
            Channel.WALK_IN.value: tuple(self.walk_in),
            Channel.PHONE.value: tuple(self.phone),
        }
