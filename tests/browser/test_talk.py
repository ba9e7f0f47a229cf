"""Conversations in a real browser: typing, marks, corrections, reloads, lost networks, two tabs."""

import sqlite3
from contextlib import closing
from pathlib import Path

from imref.demo.script import Kind

from .library import WebLibrary
from .patron import KEPT, READ, Patron, Wire
from .visits import Visits


def kept(library: WebLibrary) -> list[str]:
    """What the library has kept of what was said, in order."""
    with closing(sqlite3.connect(library.service.folder / "imref.sqlite")) as store:
        return [body for (body,) in store.execute("SELECT body FROM messages ORDER BY number")]


async def test_a_whole_conversation(library: WebLibrary, visits: Visits) -> None:
    (ana,) = await library.cast("ana")
    pat = Patron(await visits(library.address))
    await pat.asks("Where is the 1923 map?", name="Pat")
    await ana.hears("1923 map", by="patron-")
    await pat.sees(KEPT, "1923 map")
    reply = await ana.replies("In the mop room.")
    await pat.hears("In the mop room.")
    await ana.sees_receipt(of=reply)
    await ana.types()
    await pat.sees_typing()
    await ana.corrects("In the map room.")
    await pat.hears("In the map room.")
    await pat.types("Th")
    await ana.sees_typing()
    await pat.says("Thanks, is it oben?")
    await ana.hears("oben")
    await pat.corrects("Thanks, is it open?")
    await ana.hears_correction("Thanks, is it open?")
    await pat.sees(KEPT, "is it open")
    assert kept(library) == [
        "Where is the 1923 map?",
        "In the mop room.",
        "In the map room.",
        "Thanks, is it oben?",
        "Thanks, is it open?",
    ]


async def test_what_needs_no_words(library: WebLibrary, visits: Visits) -> None:
    library.cast.actor("ana").gestures = True
    (ana,) = await library.cast("ana")
    pat = Patron(await visits(library.address))
    await pat.asks("Where is the map?")
    await ana.hears("Where is the map?", by="patron-")
    await ana.replies("Which one?")
    await pat.hears("Which one?")
    await pat.talks_with("Ana")
    await ana.sees(Kind.MARKER, ana.mine())
    await pat.says("The one of 1923")
    line = await ana.hears("The one of 1923", by="patron-")
    await pat.sees(KEPT, "The one of 1923")
    await ana.looks_at(line)
    await pat.sees(READ, "The one of 1923")
    await ana.reacts(line, "👀")
    await pat.sees_reaction("👀", "The one of 1923")
    await ana.replies("On the roof.")
    await pat.hears("On the roof.")
    await ana.takes_back(ana.mine())
    await pat.hears("This message was taken back.")
    assert "On the roof." not in await pat.reads()
    before = await pat.reads()
    await pat.page.reload()
    await pat.hears("Which one?")
    await pat.sees(READ, "The one of 1923")
    await pat.sees_reaction("👀", "The one of 1923")
    await pat.comes_to_read(*before)


async def test_a_patron_says_how_it_was(library: WebLibrary, visits: Visits) -> None:
    (ana,) = await library.cast("ana")
    pat = Patron(await visits(library.address))
    await pat.asks("Where is the map?")
    await ana.hears("Where is the map?", by="patron-")
    await ana.replies("In the map room.")
    await pat.hears("In the map room.")
    await ana.replies("!close answered")
    await pat.chooses("5: a great help")
    await pat.hears("We are glad, and thank you for saying so.")
    with closing(sqlite3.connect(library.service.folder / "imref.sqlite")) as store:
        assert store.execute("SELECT rating FROM sessions").fetchall() == [(5,)]


async def test_a_reload_shows_the_conversation_where_it_was(
    library: WebLibrary, visits: Visits
) -> None:
    (ana,) = await library.cast("ana")
    page = await visits(library.address)
    pat = Patron(page)
    await pat.asks("Where is the 1923 map?")
    await ana.hears("1923 map", by="patron-")
    await ana.replies("In the map room.")
    await pat.hears("In the map room.")
    await pat.says("Is it open?")
    await ana.hears("Is it open?")
    await pat.corrects("Is it open now?")
    await ana.hears_correction("Is it open now?")
    await pat.sees(KEPT, "open now")
    before = await pat.reads()
    await page.reload()
    await ana.replies("Until five.")
    await pat.hears("Until five.")
    await pat.comes_to_read(*before, "Until five.")
    await pat.says("I am on my way.")
    await ana.hears("I am on my way.")
    assert kept(library).count("Where is the 1923 map?") == 1


async def test_two_minutes_without_a_network(library: WebLibrary, visits: Visits) -> None:
    (ana,) = await library.cast("ana")
    page = await visits(library.address)
    await page.clock.install()
    wire = await Wire.of(page)
    await page.reload()
    pat = Patron(page)
    await pat.asks("Where is the 1923 map?")
    await ana.hears("1923 map", by="patron-")
    await ana.replies("In the map room.")
    await pat.hears("In the map room.")
    await page.context.set_offline(True)
    await pat.is_cut_off()
    await pat.says("Is it open?")
    await pat.says("I could come now.")
    await ana.replies("On the second floor.")
    await page.clock.fast_forward("02:00")
    await page.context.set_offline(False)
    await pat.hears("On the second floor.")
    await ana.hears("Is it open?")
    await ana.hears("I could come now.")
    await pat.sees(KEPT, "I could come now.")
    assert wire.resumed == 1
    assert sent_twice(wire) == []
    assert kept(library)[-3:] == ["On the second floor.", "Is it open?", "I could come now."]


async def test_a_network_lost_for_longer_than_the_server_remembers(
    library: WebLibrary, visits: Visits
) -> None:
    (ana,) = await library.cast("ana")
    page = await visits(library.address)
    wire = await Wire.of(page)
    await page.reload()
    pat = Patron(page)
    await pat.asks("Where is the 1923 map?")
    await ana.hears("1923 map", by="patron-")
    await ana.replies("In the map room.")
    await pat.hears("In the map room.")
    await page.context.set_offline(True)
    await pat.is_cut_off()
    await pat.says("Is it open?")
    await ana.replies("On the second floor.")
    wire.lets_sessions_expire()
    await page.context.set_offline(False)
    await pat.hears("On the second floor.")
    await ana.hears("Is it open?")
    await pat.sees(KEPT, "Is it open?")
    assert wire.resumed == 0
    assert (await pat.reads())[-3:] == ["In the map room.", "On the second floor.", "Is it open?"]
    assert kept(library)[-2:] == ["On the second floor.", "Is it open?"]


async def test_what_was_written_without_a_network_survives_a_reload(
    library: WebLibrary, visits: Visits
) -> None:
    (ana,) = await library.cast("ana")
    page = await visits(library.address)
    pat = Patron(page)
    await pat.asks("Where is the 1923 map?")
    await ana.hears("1923 map", by="patron-")
    await ana.replies("In the map room.")
    await pat.hears("In the map room.")
    await page.context.set_offline(True)
    await pat.is_cut_off()
    await pat.says("Is it open?")
    await page.context.set_offline(False)
    await page.reload()
    await ana.hears("Is it open?")
    await pat.sees(KEPT, "Is it open?")
    assert kept(library).count("Is it open?") == 1


async def test_two_tabs_are_one_conversation(library: WebLibrary, visits: Visits) -> None:
    (ana,) = await library.cast("ana")
    page = await visits(library.address)
    first = Patron(page)
    await first.asks("Where is the 1923 map?")
    await ana.hears("1923 map", by="patron-")
    await ana.replies("In the map room.")
    await first.hears("In the map room.")
    other = await page.context.new_page()
    await other.goto(library.address)
    second = Patron(other)
    await second.hears("In the map room.")
    await second.comes_to_read(*await first.reads())
    await second.says("Is it open?")
    await first.hears("Is it open?")
    await ana.hears("Is it open?")
    await ana.replies("Until five.")
    await first.hears("Until five.")
    await second.hears("Until five.")
    await first.sees(KEPT, "Is it open?")
    await second.comes_to_read(*await first.reads())
    assert len([line for line in ana.heard("Is it open?") if line.kind is Kind.TEXT]) == 1
    assert kept(library).count("Is it open?") == 1


async def test_a_closed_tab_leaves_its_unsent_words_to_the_other(
    library: WebLibrary, visits: Visits
) -> None:
    (ana,) = await library.cast("ana")
    page = await visits(library.address)
    first = Patron(page)
    await first.asks("Where is the 1923 map?")
    await ana.hears("1923 map", by="patron-")
    other = await page.context.new_page()
    await other.goto(library.address)
    second = Patron(other)
    await second.hears("Where is the 1923 map?")
    await page.context.set_offline(True)
    await first.is_cut_off()
    await second.is_cut_off()
    await first.says("It is for a talk.")
    await second.hears("It is for a talk.")
    await page.close()
    await other.context.set_offline(False)
    await ana.hears("It is for a talk.")
    await second.sees(KEPT, "It is for a talk.")
    assert kept(library).count("It is for a talk.") == 1


async def test_a_tab_that_closes_while_others_are_connected_leaves_them_its_words_at_once(
    library: WebLibrary, visits: Visits
) -> None:
    (ana,) = await library.cast("ana")
    page = await visits(library.address)
    wire = await Wire.of(page)
    await page.reload()
    first = Patron(page)
    await first.asks("Where is the 1923 map?")
    await ana.hears("1923 map", by="patron-")
    others = [await page.context.new_page() for _ in range(2)]
    for other in others:
        await other.goto(library.address)
        await Patron(other).hears("Where is the 1923 map?")
    wire.swallows_words()
    await first.says("It is for a talk.")
    for other in others:
        await Patron(other).hears("It is for a talk.")
    await page.close()
    await ana.hears("It is for a talk.")
    for other in others:
        await Patron(other).sees(KEPT, "It is for a talk.")
    assert kept(library).count("It is for a talk.") == 1


async def test_the_service_ends_in_the_middle(library: WebLibrary, visits: Visits) -> None:
    (ana,) = await library.cast("ana")
    pat = Patron(await visits(library.address))
    await pat.asks("Where is the 1923 map?")
    await ana.hears("1923 map", by="patron-")
    await ana.replies("In the map room.")
    await pat.hears("In the map room.")
    await library.service.kill()
    await pat.says("Is it open?")
    await library.service.start()
    await ana.hears("Is it open?")
    await pat.sees(KEPT, "Is it open?")
    assert kept(library).count("Is it open?") == 1


async def test_a_file_goes_to_the_librarys_server(
    library: WebLibrary, visits: Visits, tmp_path: Path
) -> None:
    (ana,) = await library.cast("ana")
    pat = Patron(await visits(library.address))
    await pat.asks("Which map is this?")
    await ana.hears("Which map", by="patron-")
    picture = tmp_path / "map of 1923.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n")
    await pat.sends(picture)
    line = await ana.hears("map%20of%201923.png")
    assert line.text.startswith("http")
    await pat.hears("map of 1923.png")


async def test_forgotten_means_that_the_window_begins_anew(
    library: WebLibrary, visits: Visits
) -> None:
    (ana,) = await library.cast("ana")
    page = await visits(library.address)
    pat = Patron(page)
    await pat.asks("Where is the 1923 map?")
    await ana.hears("1923 map", by="patron-")
    await page.get_by_role("button", name="More").click()
    await page.get_by_role("button", name="Forget me").click()
    await page.get_by_role("alertdialog").get_by_role("button", name="Forget me").click()
    await page.get_by_role("textbox", name="Your question").wait_for()
    assert not any(kept(library))
    assert await page.evaluate("Object.keys(localStorage).filter(key => key.includes('@'))") == []
    await page.reload()
    await page.get_by_role("textbox", name="Your question").wait_for()
    await pat.asks("Somebody else asks.")
    line = await ana.hears("Somebody else asks.", by="patron-")
    assert line.peer != "patron-1001@ref.library.example"


def sent_twice(wire: Wire) -> list[str]:
    """The messages that went over the wire more than once."""
    messages = [text for text in wire.said if "<body>" in text]
    return [text for text in messages if messages.count(text) > 1]
