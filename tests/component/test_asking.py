"""Questions to others over the link: each gets its own answer, an error, or none in time."""

import asyncio
from xml.etree.ElementTree import Element, fromstring

import pytest

from imref.xmpp.asking import NO_ANSWER, AskedInVain, Asking

DOMAIN = "ref.library.example"
VERSION = "<query xmlns='jabber:iq:version'/>"


class Line:
    """A link that only notes what is written."""

    def __init__(self, *, up: bool = True) -> None:
        self.up = up
        self.written: list[Element] = []
        self.asking = Asking(DOMAIN, self.write)

    def write(self, stanza: str) -> bool:
        if self.up:
            self.written.append(fromstring(stanza))
        return self.up

    def answer(self, kind: str, inside: str = "", sender: str = "") -> bool:
        asked = self.written[-1]
        source = sender or asked.get("to")
        text = f"<iq type='{kind}' id='{asked.get('id')}' from='{source}'>{inside}</iq>"
        return self.asking.answered(fromstring(text))

    async def ask(self) -> "asyncio.Task[Element]":
        task = asyncio.create_task(self.asking.ask(VERSION, to="Ana@library.example/desk"))
        await asyncio.sleep(0)
        return task


async def test_an_answer_comes_to_whoever_asked() -> None:
    line = Line()
    asked = await line.ask()
    assert line.written[0].get("from") == DOMAIN
    assert line.answer("result", "<yes/>", "ana@library.example/desk")
    assert (await asked)[0].tag == "yes"
    assert not line.answer("result")  # nobody waits any more


async def test_an_answer_from_somebody_else_is_none() -> None:
    line = Line()
    asked = await line.ask()
    assert not line.answer("result", sender="mallory@elsewhere.example")
    assert line.answer("result")
    await asked


async def test_an_error_is_raised_with_its_condition_and_text() -> None:
    line = Line()
    asked = await line.ask()
    stanzas = "urn:ietf:params:xml:ns:xmpp-stanzas"
    assert line.answer(
        "error",
        f"<e:error xmlns:e='jabber:client'><not-allowed xmlns='{stanzas}'/>"
        f"<text xmlns='{stanzas}'>Members only</text></e:error>",
    )
    with pytest.raises(AskedInVain, match="Members only") as refused:
        await asked
    assert refused.value.condition == "not-allowed"


async def test_no_answer_in_time_no_link_and_a_lost_link_are_the_same() -> None:
    line = Line()
    with pytest.raises(AskedInVain) as late:
        await line.asking.ask(VERSION, to="ana@library.example", within=0.0)
    asked = await line.ask()
    line.asking.give_up()
    with pytest.raises(AskedInVain) as lost:
        await asked
    with pytest.raises(AskedInVain) as unlinked:
        await Line(up=False).asking.ask(VERSION, to="ana@library.example")
    assert {late.value.condition, lost.value.condition, unlinked.value.condition} == {NO_ANSWER}
