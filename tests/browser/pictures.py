"""The pictures of the dashboard in docs/, from what its scenes have just left.

    pytest tests/browser/test_dashboard.py && PYTHONPATH=tests python -m browser.pictures

Look at them before they are kept: a scene tests that a page can be used, not that it is handsome.
"""

from pathlib import Path

from PIL import Image

from .visits import SHOTS

IMAGES = Path(__file__).parents[2] / "docs/images"

Part = tuple[int, int, int, int]
"""What is shown of a screenshot: left, top, right, bottom."""

PICTURES: dict[str, tuple[str, Part | None]] = {
    "now": ("waiting", (60, 0, 1220, 540)),
    "figures": ("week", None),
    "found": ("found", (60, 0, 1220, 590)),
}
"""Of each picture the screenshot that it is, and what is shown of that; None is all of it."""


def main() -> None:
    """Write each picture anew, in few colours."""
    for name, (scene, part) in PICTURES.items():
        shot = Image.open(SHOTS / f"dashboard/{scene}.png").convert("RGB")
        picture = shot.crop(part) if part else shot
        path = IMAGES / f"dashboard-{name}.png"
        picture.quantize(256, dither=Image.Dither.NONE).save(path, optimize=True)
        print(path.name, picture.size)


if __name__ == "__main__":
    main()
