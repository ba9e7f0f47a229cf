"""What comes with a message beside its words, or instead of them."""

import pytest

from imref.desk.events import Delivered, Event, Marked, Reacted, Retracted, Said, Typed
from imref.xmpp.companions import EMOJIS_LIMIT, NAME_LIMIT, URL_LIMIT

from .test_inbound import ASK, message, read

FALLBACK = "urn:xmpp:fallback:0"
REACTIONS = "<reactions xmlns='urn:xmpp:reactions:0' id='m0'>{}</reactions>"
THUMB = REACTIONS.format("<reaction>👍</reaction>")
RETRACT = "<retract xmlns='urn:xmpp:message-retract:1' id='m0'/>"
OLD_RETRACT = (
    "<apply-to xmlns='urn:xmpp:fasten:0' id='m0'>"
    "<retract xmlns='urn:xmpp:message-retract:0'/></apply-to>"
)
DISPLAYED = "<displayed xmlns='urn:xmpp:chat-markers:0' id='m0'/>"
REPLY = "<reply xmlns='urn:xmpp:reply:0' id='m0' to='ask@ref.library.example'/>"


def said(inside: str) -> Said:
    """The one thing that a message says."""
    (event,) = read(message(inside))
    assert isinstance(event, Said)
    return event


def stands_in(namespace: str, ranges: str = "") -> str:
    """The mark of words that stand in for something."""
    return f"<fallback xmlns='{FALLBACK}' for='{namespace}'>{ranges}</fallback>"


@pytest.mark.parametrize(
    ("inside", "event"),
    [
        (THUMB, Reacted(*ASK, "m1", "m0", ("👍",))),
        (REACTIONS.format(""), Reacted(*ASK, "m1", "m0", ())),
        (RETRACT, Retracted(*ASK, "m1", "m0")),
        (OLD_RETRACT, Retracted(*ASK, "m1", "m0")),
        (DISPLAYED, Marked(*ASK, "m0")),
        (DISPLAYED.replace("displayed", "acknowledged"), Marked(*ASK, "m0")),
    ],
)
@pytest.mark.parametrize(
    "more",
    [
        "",
        "<store xmlns='urn:xmpp:hints'/><request xmlns='urn:xmpp:receipts'/>",
    ],
)
def test_what_is_said_of_earlier_messages(inside: str, event: Event, more: str) -> None:
    assert read(message(inside + more)) == [event]


@pytest.mark.parametrize(
    ("inside", "event"),
    [
        (
            f"{THUMB}{stands_in('urn:xmpp:reactions:0')}<body>👍</body>",
            Reacted(*ASK, "m1", "m0", ("👍",)),
        ),
        (f"{THUMB}<body>👍</body>", Reacted(*ASK, "m1", "m0", ("👍",))),
        (
            f"{RETRACT}{stands_in('urn:xmpp:message-retract:1')}"
            "<body>/me retracted a previous message, but your client does not show it</body>",
            Retracted(*ASK, "m1", "m0"),
        ),
        (
            f"{OLD_RETRACT}<fallback xmlns='{FALLBACK}'/><body>This person attempted to retract a "
            "previous message.</body>",
            Retracted(*ASK, "m1", "m0"),
        ),
        (
            f"{DISPLAYED}{stands_in('urn:xmpp:chat-markers:0', '<body/>')}<body>seen</body>",
            Marked(*ASK, "m0"),
        ),
    ],
)
def test_words_that_only_stand_in_are_not_said(inside: str, event: Event) -> None:
    assert read(message(inside)) == [event]


def test_words_beside_a_marker_are_said() -> None:
    assert read(message(f"{DISPLAYED}<body>I see</body>")) == [
        Marked(*ASK, "m0"),
        Said(*ASK, "m1", "I see"),
    ]


def test_a_receipt_and_a_marker_are_two_events() -> None:
    received = "<received xmlns='urn:xmpp:receipts' id='m0'/>"
    assert read(message(received + DISPLAYED)) == [
        Delivered("pat@home.example", "ask", "m0"),
        Marked(*ASK, "m0"),
    ]


def test_a_reaction_may_come_with_a_chat_state() -> None:
    active = "<active xmlns='http://jabber.org/protocol/chatstates'/>"
    assert read(message(THUMB + active)) == [
        Reacted(*ASK, "m1", "m0", ("👍",)),
        Typed(*ASK, "active"),
    ]


@pytest.mark.parametrize("kind", ["error", "groupchat", "headline"])
def test_only_in_a_conversation_of_two(kind: str) -> None:
    for inside in (THUMB, RETRACT, DISPLAYED):
        events = read(message(inside, f"type='{kind}' id='m1'"))
        assert not [each for each in events if isinstance(each, Reacted | Retracted | Marked)]


def test_reactions_are_few_short_and_different() -> None:
    many = "".join(f"<reaction>{number}</reaction>" for number in range(100))
    inside = "<reaction> 👍 </reaction><reaction>👍</reaction><reaction/>"
    long = f"<reaction>{'x' * 1000}</reaction>"
    (event,) = read(message(REACTIONS.format(inside + long + many)))
    assert isinstance(event, Reacted)
    assert event.emojis[:2] == ("👍", "0")
    assert len(event.emojis) == EMOJIS_LIMIT


def test_what_is_taken_back_or_reacted_to_must_have_an_id() -> None:
    for inside in (THUMB, RETRACT, DISPLAYED):
        assert read(message(inside.replace(" id='m0'", ""))) == []


def test_an_answer_says_what_it_quotes() -> None:
    quote = stands_in("urn:xmpp:reply:0", "<body start='0' end='9'/>")
    event = said(f"<body>> Where?\nHere.</body>{REPLY}{quote}")
    assert (event.reply, event.quoted, event.body) == ("m0", 9, "> Where?\nHere.")


@pytest.mark.parametrize(
    ("ranges", "quoted"),
    [
        ("<body start='0' end='900'/>", 5),
        ("<body start='2' end='4'/>", 0),
        ("<body start='0' end='-1'/>", 0),
        ("<body start='0' end='²'/>", 0),
        ("<body start='0'/>", 0),
        ("<subject start='0' end='3'/>", 0),
        ("", 0),
    ],
)
def test_a_quotation_stands_at_the_front_and_is_no_longer_than_the_words(
    ranges: str, quoted: int
) -> None:
    event = said(f"<body>Here.</body>{REPLY}{stands_in('urn:xmpp:reply:0', ranges)}")
    assert event.quoted == quoted


def test_a_file_comes_with_its_link() -> None:
    oob = "<x xmlns='jabber:x:oob'><url> https://files.example/map.png </url></x>"
    url = "https://files.example/map.png"
    assert said(f"<body>{url}</body>{oob}").url == url
    assert said(oob).body == url
    long = oob.replace("map", "m" * URL_LIMIT)
    assert said(f"<body>look</body>{long}").url == ""


def test_words_as_they_are() -> None:
    assert said("<body>*x*</body><unstyled xmlns='urn:xmpp:styling:0'/>").unstyled


def test_what_people_call_themselves() -> None:
    nick = "<body>hi</body><nick xmlns='http://jabber.org/protocol/nick'>{}</nick>"
    assert said(nick.format(" Pat \n Doe ")).nick == "Pat Doe"
    assert len(said(nick.format("x" * 1000)).nick) == NAME_LIMIT


@pytest.mark.parametrize(
    ("kind", "field", "email"),
    [
        ("submit", "<field var='email'><value> pat@home.example </value></field>", True),
        ("form", "<field var='email'><value>pat@home.example</value></field>", False),
        ("submit", "<field var='phone'><value>pat@home.example</value></field>", False),
        ("submit", "<field var='email'/>", False),
        ("submit", f"<field var='email'><value>{'x' * 300}</value></field>", False),
    ],
)
def test_a_mail_address_comes_in_a_form(kind: str, field: str, email: bool) -> None:
    form = f"<body>hi</body><x xmlns='jabber:x:data' type='{kind}'>{field}</x>"
    assert said(form).email == ("pat@home.example" if email else "")
