"""A picture named in the config: read with it, and refused when clients could not show it."""

from pathlib import Path
from typing import Annotated

from pydantic import PlainValidator, ValidationInfo

from imref.config.kinds import resolve_beside_config
from imref.pictures import Image, recognise

LARGEST_FILE = 64 * 1024
"""Bytes: it travels in one stanza, a third longer, and servers take no more than 256 KB of it."""

SMALLEST, LARGEST = 32, 1024
"""Pixels each way."""


def _avatar(value: object, info: ValidationInfo) -> Image | None:
    if value is None:
        return None
    if not isinstance(value, str) or not value:
        raise ValueError("must be the path of a PNG or JPEG file")
    return read_avatar(resolve_beside_config(Path(value), info))


def read_avatar(path: Path) -> Image:
    """The picture in a file. Raises ValueError with the file and what is wrong with it."""
    try:
        size = path.stat().st_size
        if size > LARGEST_FILE:
            raise ValueError(
                f"{path} has {size // 1024} KB; at most {LARGEST_FILE // 1024} KB go well with "
                "all clients, and 96 by 96 pixels need a tenth of that"
            )
        data = path.read_bytes()
    except OSError as error:
        raise ValueError(f"{path} cannot be read: {error.strerror}") from error
    try:
        image = recognise(data)
    except ValueError as error:
        raise ValueError(f"{path} cannot be shown: {error}") from error
    if not all(SMALLEST <= side <= LARGEST for side in (image.width, image.height)):
        raise ValueError(
            f"{path} is {image.width} by {image.height} pixels; it must have {SMALLEST} to "
            f"{LARGEST} each way"
        )
    return image


AvatarFile = Annotated[Image | None, PlainValidator(_avatar)]
