"""What goes with a message beside its words, as the stanza and as the store have it."""

from xml.etree.ElementTree import Element, fromstring

import pytest

from imref.desk.effects import Say
from imref.desk.talk.enclosure import Choice, Enclosure
from imref.store.enclosures import read, written
from imref.xmpp.outbound import render_say


def stanza(enclosed: Enclosure | None, body: str = "We are open until five.") -> Element:
    say = Say(7, "ask", "maria@web.example", body, "im-7", 0.0, enclosed=enclosed)
    return fromstring(f"<x xmlns='jabber:client'>{render_say(say, 'ref.library.example')}</x>")[0]


def only(message: Element, tag: str) -> Element:
    found = message.findall(tag)
    assert len(found) == 1, f"{len(found)} of {tag}"
    return found[0]


CASES = [
    Enclosure(nick="Ana & Ben"),
    Enclosure(choices=(Choice("keep", "Keep my question"), Choice("2", "Opening hours <new>"))),
    Enclosure(place=3, over=True),
    Enclosure(reply="q1", quoted=12),
    Enclosure(reaction_to="q1", reactions=("👍", "🎉"), fallback=True),
    Enclosure(retracts="q1", fallback=True),
    Enclosure(url="https://library.example/scan.pdf?a=1&b=2", unstyled=True),
]


@pytest.mark.parametrize("enclosed", [None, *CASES])
def test_the_store_gives_back_what_was_enclosed(enclosed: Enclosure | None) -> None:
    assert read(written(enclosed)) == enclosed


def test_nothing_enclosed_is_nothing_kept() -> None:
    assert written(None) == ""
    assert written(Enclosure(nick="Ana")) == '{"nick":"Ana"}'


def test_who_speaks() -> None:
    assert only(stanza(CASES[0]), "{http://jabber.org/protocol/nick}nick").text == "Ana & Ben"


def test_answers_that_we_offer() -> None:
    offered = stanza(CASES[1]).findall("{urn:xmpp:tmp:quick-response}response")
    assert [(each.get("value"), each.get("label")) for each in offered] == [
        ("keep", "Keep my question"),
        ("2", "Opening hours <new>"),
    ]


def test_a_place_in_line_and_the_end() -> None:
    only(stanza(CASES[2]), "{urn:xmpp:imref:line:0}over")
    assert stanza(CASES[0]).find("{urn:xmpp:imref:line:0}over") is None
    assert only(stanza(CASES[2]), "{urn:xmpp:imref:line:0}line").get("place") == "3"


def test_an_answer_to_a_message_says_which_characters_quote_it() -> None:
    message = stanza(CASES[3])
    assert only(message, "{urn:xmpp:reply:0}reply").get("id") == "q1"
    fallback = only(message, "{urn:xmpp:fallback:0}fallback")
    assert (fallback.get("for"), fallback[0].attrib) == (
        "urn:xmpp:reply:0",
        {"start": "0", "end": "12"},
    )


def test_reactions_and_what_stands_in_for_them() -> None:
    message = stanza(CASES[4])
    reactions = only(message, "{urn:xmpp:reactions:0}reactions")
    assert (reactions.get("id"), [each.text for each in reactions]) == ("q1", ["👍", "🎉"])
    assert only(message, "{urn:xmpp:fallback:0}fallback").get("for") == "urn:xmpp:reactions:0"


def test_without_words_an_archive_is_asked_to_keep_it_all_the_same() -> None:
    message = stanza(Enclosure(retracts="q1"), body="")
    assert only(message, "{urn:xmpp:message-retract:1}retract").get("id") == "q1"
    assert message.find("{jabber:client}body") is None
    assert message.find("{urn:xmpp:fallback:0}fallback") is None
    only(message, "{urn:xmpp:hints}store")


def test_a_file_and_words_as_they_are() -> None:
    message = stanza(CASES[6])
    assert only(message, "{jabber:x:oob}x")[0].text == "https://library.example/scan.pdf?a=1&b=2"
    only(message, "{urn:xmpp:styling:0}unstyled")
