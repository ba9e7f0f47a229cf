"""The sample file and the reference page say what the model says."""

import typing
from inspect import cleandoc
from pathlib import Path

import pytest

from imref.config import inspect
from imref.config.bounds import Bounds
from imref.config.canary import Canary
from imref.config.component import Component
from imref.config.dashboard import Dashboard
from imref.config.desks import Desk
from imref.config.duty import DutyRule
from imref.config.figures import Figures
from imref.config.files import Files
from imref.config.hours import Calendar, Holidays, Hours
from imref.config.log import Log
from imref.config.mail import MailOut
from imref.config.manual import example, reference
from imref.config.model import Config
from imref.config.order import StatusWords
from imref.config.partners import Partner
from imref.config.pilot import Pilot
from imref.config.practice import Script
from imref.config.reports import Reports
from imref.config.section import Section
from imref.config.staff import StaffMember
from imref.config.staff_room import StaffRoom
from imref.config.timings import Timings
from imref.config.web import Web

ROOT = Path(__file__).parents[2]
SECTIONS = (
    Dashboard,
    Config,
    Component,
    Desk,
    StaffMember,
    StaffRoom,
    Files,
    Hours,
    Holidays,
    Calendar,
    Partner,
    Timings,
    Bounds,
    MailOut,
    DutyRule,
    Script,
    Reports,
    Canary,
    Figures,
    Pilot,
    StatusWords,
    Web,
    Log,
)
KEYS = [
    (name, cleandoc(field.description or ""))
    for section in SECTIONS
    for name, field in section.model_fields.items()
]


@pytest.mark.parametrize(
    ("file", "text"), [("config.example.yaml", example()), ("docs/config.md", reference())]
)
def test_the_generated_file_is_up_to_date(file: str, text: str) -> None:
    assert (ROOT / file).read_text(encoding="utf-8") == text


def test_the_sample_config_is_accepted(tmp_path: Path) -> None:
    file = tmp_path / "config.yaml"
    file.touch(0o600)
    file.write_text(example(), encoding="utf-8")
    config, problems = inspect(file)
    assert problems == []
    assert config is not None


def sections_in(kind: object) -> set[type[Section]]:
    """Every section that a field of this kind holds, and what these hold."""
    found = set().union(*map(sections_in, typing.get_args(kind)))
    if isinstance(kind, type) and issubclass(kind, Section):
        fields = kind.model_fields.values()
        found |= {kind}.union(*(sections_in(field.annotation) for field in fields))
    return found


def test_no_section_is_forgotten() -> None:
    assert sections_in(Config) == {*SECTIONS}


@pytest.mark.parametrize(("name", "description"), KEYS)
def test_every_key_is_explained(name: str, description: str) -> None:
    assert len(description.split()) >= 4
    assert description.endswith((".", ")", "!"))
    words = " ".join(description.split())
    assert words in " ".join(reference().split())
    assert words in " ".join(example().replace("#", " ").split())
    assert f"{name}:" in example()
