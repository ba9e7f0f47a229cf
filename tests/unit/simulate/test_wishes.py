"""What people write on the command line, and what they are told when it is not understood."""

from dataclasses import replace
from pathlib import Path

import pytest

from imref.config import read
from imref.desk.agreement import Agreement, Strategy
from imref.desk.calendar.hours import Hours, Span
from imref.desk.intervals import Interval
from imref.simulate import wishes
from imref.simulate.block import Block, block_at
from imref.simulate.changes import OtherConfig, with_desk
from imref.simulate.rota import Present, as_agreed
from imref.simulate.setting import Mistaken, Setting
from imref.simulate.weektext import in_a_line, parse_week, spell_week

LIBRARY = Path(__file__).parents[3] / "docs" / "library.yaml"
MONDAY = 1_794_783_600.0
HOUR = 3600.0


@pytest.fixture(scope="module")
def agreement() -> Agreement:
    return read(LIBRARY, secret=False).agreement()


@pytest.fixture(scope="module")
def block(agreement: Agreement) -> Block:
    return block_at(MONDAY, 1, agreement.desks["ask"].hours.zone)


@pytest.fixture(scope="module")
def there(agreement: Agreement, block: Block) -> Present:
    return as_agreed(agreement, Interval(block.first, block.last))


def is_there(present: Present, name: str, day: int, hour: float) -> bool:
    at = MONDAY + day * 24 * HOUR + hour * HOUR
    return any(each.start <= at < each.end for each in present.get(name, ()))


def test_a_week_is_read_and_written_as_in_the_config() -> None:
    week = parse_week("mon-thu 9-12:30, 14-18; fri 9:00-15:00")
    assert week[0] == (Span(540, 750), Span(840, 1080))
    assert 5 not in week
    whole = {day: week.get(day, ()) for day in range(7)}
    assert spell_week(whole) == {"mon-thu": "9:00-12:30, 14:00-18:00", "fri": "9:00-15:00"}
    assert in_a_line(whole) == "mon-thu 9:00-12:30, 14:00-18:00; fri 9:00-15:00"
    assert parse_week("nights 21-9")[6] == (Span(1260, 1980),)


@pytest.mark.parametrize("text", ["lunch", "mon", "mun 9-12", "mon 9-25", "9"])
def test_hours_that_are_none_are_answered_with_what_is(agreement: Agreement, text: str) -> None:
    with pytest.raises(Mistaken, match=r"such as|not a day"):
        wishes.hours_in(agreement, "ask", [text])


def test_days_that_are_not_named_stay_as_they_are(agreement: Agreement) -> None:
    change = wishes.hours_in(agreement, "ask", ["mon-thu 9-21"])
    weekly = change.agreed(agreement).desks["ask"].hours.weekly
    assert weekly[0] == (Span(540, 1260),)
    assert weekly[4] == agreement.desks["ask"].hours.weekly[4]


def test_new_hours_are_staffed_in_turns(agreement: Agreement, there: Present, block: Block) -> None:
    setting = Setting(agreement).with_change(wishes.hours_in(agreement, "ask", ["mon-thu 9-21"]))
    now = setting.present(there, block)
    evenings = [[is_there(now, name, day, 20) for day in range(4)] for name in ("ana", "ben")]
    assert all(sum(each) == 1 for each in zip(*evenings, strict=True))
    assert any(evenings[0])
    assert any(evenings[1])


def test_who_is_not_needed_goes_home(agreement: Agreement, there: Present, block: Block) -> None:
    setting = Setting(agreement).with_change(wishes.hours_in(agreement, "ask", ["fri closed"]))
    now = setting.present(there, block)
    assert is_there(there, "ben", 4, 10)
    assert not is_there(now, "ben", 4, 10)
    assert is_there(now, "cleo", 4, 10)  # the law library is open still


def test_one_more_is_there_at_their_hours_alone(
    agreement: Agreement, there: Present, block: Block
) -> None:
    change = wishes.more_in(agreement, "ask", "one more, tue 13-17")
    setting = Setting(agreement).with_change(change)
    (name,) = change.names
    assert name in setting.agreement.desks["ask"].tiers[0]
    assert setting.agreement.member(name)
    now = setting.present(there, block)
    assert is_there(now, name, 1, 14)
    assert not is_there(now, name, 1, 12)
    assert not is_there(now, name, 2, 14)


def test_several_more_have_names_of_their_own(agreement: Agreement) -> None:
    setting = Setting(agreement)
    for when in ("mon 9-12", "tue 9-12"):
        setting = setting.with_change(wishes.more_in(setting.agreement, "ask", f"two more, {when}"))
    assert len(set(setting.agreement.desks["ask"].tiers[0])) == 6


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("one more", "who and when"),
        ("anna, tue 13-17", "did you mean"),
        ("ana, lunch", "days and hours"),
    ],
)
def test_staff_that_is_not_understood(agreement: Agreement, text: str, answer: str) -> None:
    with pytest.raises(Mistaken, match=answer):
        wishes.more_in(agreement, "ask", text)


def test_the_other_wishes(agreement: Agreement) -> None:
    setting = Setting(agreement)
    for change in (
        wishes.strategy_in("ask", "least loaded"),
        wishes.partner_in("ask", "nights 21-9", 120.0),
        wishes.order_in("ask", "walk-in, phone, im"),
        wishes.limit_in("ask", 5),
    ):
        setting = setting.with_change(change)
    desk = setting.agreement.desks["ask"]
    assert desk.strategy is Strategy.LEAST_LOADED
    assert desk.order == ("walk_in", "phone", "im")
    assert len(desk.partners) == 1
    assert setting.partner_delay(60.0) == 120.0
    assert {setting.agreement.member(name).limit for name in desk.staff} == {5}  # type: ignore[union-attr]
    assert all(line.endswith(".") for line in setting.told())


def test_mistakes_in_the_other_wishes() -> None:
    for wish, answer in (
        (lambda: wishes.strategy_in("ask", "dice"), "everyone"),
        (lambda: wishes.order_in("ask", "im, tea"), "walk_in"),
        (lambda: wishes.limit_in("ask", 0), "1 to"),
        (lambda: wishes.walk_ins_in("some"), "3 an hour"),
        (lambda: wishes.duration_in("soon"), "duration"),
        (lambda: wishes.hours_between("23-7"), "7-23"),
    ):
        with pytest.raises(Mistaken, match=answer):
            wish()


def test_another_config_must_have_the_desks(agreement: Agreement) -> None:
    desks = {"law": agreement.desks["law"]}
    with pytest.raises(Mistaken, match='no desk "ask"'):
        Setting(agreement).with_change(OtherConfig(replace(agreement, desks=desks), "b.yaml"))


def test_another_config_brings_its_own_hours_and_people(
    agreement: Agreement, there: Present, block: Block
) -> None:
    zone = agreement.desks["ask"].hours.zone
    always = with_desk(agreement, "ask", hours=Hours(zone))
    now = Setting(agreement).with_change(OtherConfig(always, "b.yaml")).present(there, block)
    assert any(is_there(now, name, 5, 3) for name in ("ana", "ben"))
