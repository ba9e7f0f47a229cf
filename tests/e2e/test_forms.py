"""Commands as forms, by a client that has them (slixmpp's XEP-0050), over real servers."""

from typing import Any

import pytest
from slixmpp.exceptions import IqError

from imref.demo.people import PATIENCE

from .cast import Actor
from .conftest import Library


class Menu:
    """What one of an actor's devices can do with the commands of an address."""

    def __init__(self, who: Actor, at: str) -> None:
        self.at = who.resolve(at)
        self.device = next(iter(who.devices.values()))
        for plugin in ("xep_0004", "xep_0050"):
            self.device.register_plugin(plugin)

    async def lists(self) -> dict[str, str]:
        """What the menu shows, by node."""
        found = await self.device.plugin["xep_0050"].get_commands(self.at)
        return {node: name for _, node, name in found["disco_items"]["items"]}

    async def sends(self, node: str, action: str, session: str, form: Any = None) -> Any:
        """One query, and the command that answers it."""
        answer = await self.device.plugin["xep_0050"].send_command(
            self.at, node, action=action, sessionid=session or None, payload=form, timeout=PATIENCE
        )
        return answer["command"]

    async def fills(self, node: str, **values: str) -> str:
        """Open a form, fill in what is named and hand it in; the note that comes back."""
        opened = await self.sends(node, "execute", "")
        if opened["status"] == "completed":
            return note(opened)
        return note(await self.hands_in(opened, **values))

    async def hands_in(self, opened: Any, **values: str) -> Any:
        """Hand in a form that is open; what is not named stays as it stands."""
        form = opened["form"]
        fields = form.get_fields().items()
        standing = {name: field["value"] for name, field in fields if name}
        filled = self.device.plugin["xep_0004"].make_form("submit")
        for name, value in {**standing, **values}.items():
            filled.add_field(var=name, value=value)
        assert "complete" in opened["actions"]
        return await self.sends(opened["node"], "complete", opened["sessionid"], filled)


def note(command: Any) -> str:
    """What an answer says."""
    return "\n".join(text for _, text in command["notes"])


async def test_a_conversation_by_forms_alone(library: Library) -> None:
    pat, ana, ben = await library.cast("pat", "ana", "ben")
    await pat.says("ask", "Where is the 1923 map?")
    alias = (await ana.hears("1923 map")).peer
    await ben.hears("1923 map")
    hers, his = Menu(ana, alias), Menu(ben, alias)

    assert "take" in await hers.lists()
    assert "yours" in await hers.fills("take")
    await pat.hears("Ana is here")
    assert "take" not in await his.lists()

    opened = await hers.sends("transfer", "execute", "")
    assert ("ben", "Ben") in {
        (each["value"], each["label"]) for each in opened["form"].get_fields()["to"]["options"]
    }
    assert "Passed on to Ben" in note(await hers.hands_in(opened, to="ben", why="he knows maps"))
    await ben.hears("he knows maps")

    assert "yours" in await his.fills("take")
    opened = await his.sends("followup", "execute", "")
    again = await his.hands_in(opened, due="some day", what="the map")
    assert again["status"] == "executing"
    assert "some day" in note(again)
    assert again["form"].get_fields()["what"]["value"] == "the map"
    assert "Promised for" in note(await his.hands_in(again, due="tomorrow 17:00"))
    await pat.hears("will answer here by")
    await ana.hears_nothing(containing="Passed on to")
    await ben.hears_nothing(containing="Promised for")


@pytest.mark.parametrize("end", ["imref", "crash", "client", "server"])
async def test_an_open_form_outlives_what_breaks(library: Library, end: str) -> None:
    pat, ana = await library.cast("pat", "ana")
    await pat.says("ask", "Where is the map?")
    alias = (await ana.hears("the map")).peer
    hers = Menu(ana, alias)
    await hers.fills("take")
    opened = await hers.sends("close", "execute", "")
    match end:
        case "imref":
            await library.service.restart()
        case "crash":
            await library.service.kill()
            await library.service.start()
        case "client":
            ana.loses_connection()
            await ana.comes_online()
        case _:
            ana.forgets()
            await library.server.restart()
            await pat.comes_online()
            await ana.comes_online()
            await ana.sees_presence("available", by="ask@")
    hers = Menu(ana, alias)
    assert "Closed as answered" in note(await hers.hands_in(opened, read="2"))
    await pat.hears("Ana has ended the conversation")


async def test_a_form_handed_in_twice_is_done_once_also_after_a_crash(library: Library) -> None:
    (ana,) = await library.cast("ana")
    hers = Menu(ana, "ask")
    opened = await hers.sends("tally", "execute", "")
    first = await hers.hands_in(opened, kind="phone", what="map", count="2")
    again = await hers.hands_in(opened, kind="phone", what="map", count="2")
    assert note(first) == note(again)
    await library.service.kill()
    await library.service.start()
    assert "done already" in note(await hers.hands_in(opened, kind="phone", what="map", count="2"))
    opened = await hers.sends("tally", "execute", "")
    assert "map 2" in note(await hers.hands_in(opened, kind=""))


async def test_patrons_have_no_commands_of_the_staff(library: Library) -> None:
    pat, ana = await library.cast("pat", "ana")
    await pat.says("ask", "Where is the map?")
    alias = (await ana.hears("the map")).peer
    for at, condition in (("ask", "forbidden"), (alias, "item-not-found")):
        his = Menu(pat, at)
        with pytest.raises(IqError) as refused:
            await his.lists()
        assert refused.value.condition == "item-not-found"
        with pytest.raises(IqError) as refused:
            await his.sends("close", "execute", "")
        assert refused.value.condition == condition
