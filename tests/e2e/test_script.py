"""A person's script: what counts as one line, what is found, and how it reads."""

import asyncio

import pytest

from imref.demo.script import Kind, Line, NotSeenError, Script, play

ASK = "ask@ref.library.example"


def heard(text: str, stanza_id: str = "1", on: str = "desk", at: float = 0.0) -> Line:
    return Line(Kind.TEXT, ASK, text, id=stanza_id, devices={on}, at=at)


def test_one_stanza_on_two_devices_is_one_line() -> None:
    script = Script("pat")
    script.add(heard("Hello", on="desk"))
    script.add(heard("Hello", on="phone"))
    assert [line.devices for line in script.lines] == [{"desk", "phone"}]


def test_the_same_id_twice_on_one_device_is_two_lines() -> None:
    """What is sent again after a crash carries the same id, and must be seen to come twice."""
    script = Script("pat")
    for device in ("desk", "desk", "phone"):
        script.add(heard("Hello", on=device))
    assert [line.devices for line in script.lines] == [{"desk"}, {"desk", "phone"}]


def test_without_an_id_nothing_is_the_same() -> None:
    script = Script("pat")
    script.add(heard("Hello", stanza_id="", on="desk"))
    script.add(heard("Hello", stanza_id="", on="phone"))
    assert len(script.lines) == 2


async def test_a_line_is_noticed_once() -> None:
    script = Script("pat")
    script.add(heard("Hello"))
    await script.notice("a greeting", lambda line: line.text == "Hello", within=1)
    with pytest.raises(NotSeenError, match=r"pat waited 0\.01 s for a greeting"):
        await script.notice("a greeting", lambda line: line.text == "Hello", within=0.01)


async def test_two_may_wait_at_once() -> None:
    script = Script("pat")
    first = asyncio.create_task(script.notice("one", lambda line: line.text == "one", 1))
    second = asyncio.create_task(script.notice("two", lambda line: line.text == "two", 1))
    await asyncio.sleep(0)
    script.add(heard("two", stanza_id="2"))
    script.add(heard("one", stanza_id="1"))
    assert ((await first).text, (await second).text) == ("one", "two")


def test_a_play_is_in_order_of_time() -> None:
    pat, ana = Script("pat"), Script("ana")
    ana.add(heard("second", at=2.0))
    pat.add(heard("third", at=3.0))
    pat.lines.insert(0, Line(Kind.TEXT, ASK, "first", outgoing=True, at=1.0))
    rows = play([pat, ana]).splitlines()
    assert [row.split(maxsplit=1)[1] for row in rows] == [
        f"pat → {ASK}  first",
        f"ana ← {ASK}  second",
        f"pat ← {ASK}  third",
    ]
