"""Pictures by which people tell addresses apart: what a file holds, and one drawn for a number."""

from imref.pictures.image import Image, recognise
from imref.pictures.portrait import portrait

__all__ = ["Image", "portrait", "recognise"]
