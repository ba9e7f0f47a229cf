"""The people of the scenes can do what the scenes ask of them, on either server."""

import pytest

from imref.demo.script import Kind, NotSeenError
from imref.demo.server import PrivateServer

from .cast import Cast

BEN = "ben@library.example"


async def test_two_people_talk(cast: Cast) -> None:
    ana, ben = await cast("ana", "ben")

    await ana.says(BEN, "Where is the 1923 map?")
    await ben.hears("1923 map", by="ana@")
    await ana.sees_receipt()
    await ben.types()
    await ana.sees_typing(by="ben@")
    await ben.replies("In the mop room.")
    await ana.hears("mop room", by="ben@")
    await ben.corrects("In the map room.")
    correction = await ana.hears_correction("map room")

    said = ben.script.last(Kind.TEXT, outgoing=True)
    assert said is not None
    assert correction.refers == said.id


async def test_somebody_shows_away_and_leaves(cast: Cast) -> None:
    ana, ben = await cast("ana", "ben")

    await ana.shows("away", "At lunch")
    away = await ben.sees_presence("away", by="ana@")
    assert away.note == "At lunch"
    await ana.goes_offline()
    await ben.sees_presence("unavailable", by="ana@")


async def test_one_message_on_two_devices_is_one_line(cast: Cast) -> None:
    ana, ben = await cast("ana", "ben")
    await ben.comes_online(on="phone")

    await ana.says(BEN, "Good morning")
    line = await ben.hears("Good morning")
    await ben.settles(BEN, on="desk")
    await ben.settles(BEN, on="phone")

    assert ben.heard("Good morning") == [line]
    assert line.devices == {"desk", "phone"}


async def test_what_one_device_says_the_other_sees(cast: Cast) -> None:
    ana, ben = await cast("ana", "ben")
    await ben.comes_online(on="phone")

    await ben.says(ana.address, "From the phone", on="phone")
    await ana.hears("From the phone")
    await ana.replies("Got it")
    await ben.hears("Got it")

    said = ben.script.last(Kind.TEXT, outgoing=True)
    assert said is not None
    assert said.devices == {"desk", "phone"}


async def test_a_message_waits_for_somebody_who_is_away(cast: Cast) -> None:
    ana = (await cast("ana"))[0]

    await ana.says(BEN, "For tomorrow")
    await ana.settles(BEN)
    (ben,) = await cast("ben")
    line = await ben.hears("For tomorrow")

    assert line.delayed


async def test_nothing_is_heard_where_nothing_was_said(cast: Cast) -> None:
    ana, ben = await cast("ana", "ben")

    await ana.says(BEN, "Psst")
    await ben.hears("Psst")
    await ben.hears_nothing(containing="Psst")
    await ana.says(BEN, "Psst again")
    await ana.sees_receipt()
    with pytest.raises(NotSeenError, match="was not to hear 'Psst'"):
        await ben.hears_nothing(containing="Psst")


async def test_a_vain_wait_shows_what_was_seen_instead(cast: Cast) -> None:
    ana, ben = await cast("ana", "ben")
    await ana.says(BEN, "Good evening")
    await ben.hears("evening")

    with pytest.raises(
        NotSeenError, match=r"(?s)waited 0\.01 s for a message with 'morning'.*evening"
    ):
        await ben.hears("morning", within=0.01)


async def test_a_message_to_a_component_that_is_away_bounces(cast: Cast) -> None:
    (pat,) = await cast("pat")
    said = await pat.says("ask", "Is anybody there?")

    bounce = await pat.sees_bounce()

    assert bounce.refers == said


async def test_people_come_back_after_the_server(server: PrivateServer, cast: Cast) -> None:
    ana, ben = await cast("ana", "ben")

    await server.restart()
    await ana.comes_online()
    await ben.comes_online()
    await ana.says(BEN, "Still here?")
    await ben.hears("Still here?")
