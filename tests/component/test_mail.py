"""Letters are handed to a real mail server, and what it says is understood."""

import asyncio
import ssl
from dataclasses import dataclass, replace
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imref.check import check_mail
from imref.config import read
from imref.demo.certificate import self_signed
from imref.desk.promise.mailaddress import is_mail_address
from imref.findings import Mark
from imref.mail import Answer, MailServer, Postman, Reception, Security, compose

from .post_office import HOST, PostOffice, post_office

SERVER = MailServer(
    host=HOST,
    port=0,
    security=Security.NONE,
    sender="ask@library.example",
    name="Ask a librarian, Sample Library",
    domain="ref.library.example",
)


@dataclass
class Written:
    number: int = 7
    recipient: str = "pat@home.example"
    subject: str = "Your question about the map"
    body: str = "It is in the map room.\n.\nÇa va? 地図\n"
    made: float = 1_773_219_600.0


def at(office: PostOffice, **changes: object) -> Postman:
    return Postman(replace(SERVER, port=office.port, **changes))


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[ssl.SSLContext, ssl.SSLContext]:
    """A server's and a client's context for a certificate of our own."""
    made = self_signed(tmp_path_factory.mktemp("certificate"), ["mail.library.example"])
    server = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    server.load_cert_chain(made.certificate, made.key)
    return server, ssl.create_default_context(cafile=str(made.certificate))


async def test_a_letter_arrives_with_everything_that_a_mail_needs() -> None:
    async with post_office() as office:
        answer = await at(office).deliver(Written())
    assert answer == Answer(Reception.ARRIVED)
    [mail] = office.taken
    assert office.senders == ["ask@library.example"]
    assert office.recipients == ["pat@home.example"]
    assert mail["From"] == '"Ask a librarian, Sample Library" <ask@library.example>'
    assert mail["To"] == "pat@home.example"
    assert mail["Subject"] == "Your question about the map"
    assert mail["Date"] == "Wed, 11 Mar 2026 09:00:00 +0000"
    assert mail["Message-ID"] == "<mail-7.1773219600@ref.library.example>"
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["In-Reply-To"] is None
    assert mail.get_content_type() == "text/plain"
    assert mail.get_content_charset() == "utf-8"
    assert mail.get_content().replace("\r\n", "\n") == "It is in the map room.\n.\nÇa va? 地図\n"


async def test_a_repeat_can_be_told_from_a_new_mail() -> None:
    async with post_office() as office:
        postman = at(office)
        await postman.deliver(Written())
        await postman.deliver(Written())
        await postman.deliver(Written(number=8))
    first, again, new = (mail["Message-ID"] for mail in office.taken)
    assert first == again != new


async def test_starttls_and_login(certificate: tuple[ssl.SSLContext, ssl.SSLContext]) -> None:
    server, client = certificate
    async with post_office(server) as office:
        settings = replace(
            SERVER,
            port=office.port,
            security=Security.STARTTLS,
            user="imref",
            password="open sesame",
        )
        answer = await Postman(settings, client).deliver(Written())
    assert answer == Answer(Reception.ARRIVED)
    assert office.encrypted == [True]
    assert len(office.logins) == 1


async def test_tls_from_the_start(certificate: tuple[ssl.SSLContext, ssl.SSLContext]) -> None:
    server, client = certificate
    async with post_office(server, wrapped=True) as office:
        settings = replace(SERVER, port=office.port, security=Security.TLS)
        answer = await Postman(settings, client).deliver(Written())
    assert answer == Answer(Reception.ARRIVED)
    assert office.encrypted == [True]


async def test_a_certificate_that_nobody_vouches_for_is_not_trusted(
    certificate: tuple[ssl.SSLContext, ssl.SSLContext],
) -> None:
    async with post_office(certificate[0]) as office:
        answer = await at(office, security=Security.STARTTLS).deliver(Written())
    assert answer.reception is Reception.LATER
    assert "certificate" in answer.detail
    assert office.taken == []


async def test_nothing_is_sent_in_the_clear_when_the_server_has_no_starttls() -> None:
    async with post_office() as office:
        answer = await at(office, security=Security.STARTTLS).deliver(Written())
    assert answer.reception is Reception.LATER
    assert office.taken == []


async def test_a_wrong_password_is_our_fault_and_not_the_letters() -> None:
    async with post_office(auth_require_tls=False) as office:
        answer = await at(office, user="imref", password="guess").deliver(Written())
    assert answer.reception is Reception.LATER
    assert answer.detail.startswith("535")


@pytest.mark.parametrize(
    ("mood", "words", "reception"),
    [
        ("at_recipient", "550 no such user here", Reception.REFUSED),
        ("at_recipient", "452 mailbox full", Reception.LATER),
        ("at_text", "554 that is spam", Reception.REFUSED),
        ("at_text", "451 ask me again", Reception.LATER),
        ("at_sender", "451 greylisted", Reception.LATER),
        ("at_sender", "550 we do not know you", Reception.LATER),
    ],
)
async def test_a_refusal_is_for_good_or_for_now(
    mood: str, words: str, reception: Reception
) -> None:
    async with post_office() as office:
        setattr(office, mood, words)
        answer = await at(office).deliver(Written())
        assert answer == Answer(reception, words)
        setattr(office, mood, "")
        assert (await at(office).deliver(Written())).reception is Reception.ARRIVED


async def test_the_servers_words_do_not_give_the_address_away() -> None:
    async with post_office() as office:
        office.at_recipient = "550 5.1.1 <Pat@Home.example>: user unknown " + "x" * 500
        answer = await at(office).deliver(Written())
    assert "home.example" not in answer.detail.lower()
    assert "user unknown" in answer.detail
    assert len(answer.detail) <= 200


async def test_a_server_that_is_away_is_tried_later() -> None:
    async with post_office() as office:
        pass
    answer = await at(office).deliver(Written())
    assert answer.reception is Reception.LATER
    assert answer.detail


async def test_a_server_that_hangs_up_is_tried_later() -> None:
    async def hang_up(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.close()

    async with await asyncio.start_server(hang_up, HOST, 0) as rude:
        port = rude.sockets[0].getsockname()[1]
        answer = await Postman(replace(SERVER, port=port)).deliver(Written())
    assert answer.reception is Reception.LATER


ADDRESSES = [
    ("pat@home.example", True),
    ("pat.doe+library@mail.home.example", True),
    ("o'hara@home.example", True),
    ("pat", False),
    ("pat@home", False),
    ("pat@@home.example", False),
    (".pat@home.example", False),
    ("pat@-home.example", False),
    ("pat@home.example\r\nBcc: all@home.example", False),
    ("pat@home.example,all@home.example", False),
    ("Pat <pat@home.example>", False),
    ("pät@home.example", False),
    ("pat@[127.0.0.1]", False),
    (f"{'p' * 65}@home.example", False),
    (f"pat@{'h.' * 130}example", False),
    ("", False),
]


@pytest.mark.parametrize(("address", "good"), ADDRESSES)
async def test_only_plain_addresses_are_written_to(address: str, good: bool) -> None:
    assert is_mail_address(address) is good
    if not good:
        async with post_office() as office:
            answer = await at(office).deliver(Written(recipient=address))
        assert answer.reception is Reception.REFUSED
        assert office.taken == []


@given(
    subject=st.text(st.characters(blacklist_categories=[]) | st.sampled_from("\r\n:")),
    body=st.text(st.characters(blacklist_categories=[]) | st.sampled_from("\r\n.")),
    name=st.text(st.sampled_from('\r\n:<>@"é,')),
)
def test_nobody_can_write_headers(subject: str, body: str, name: str) -> None:
    mail = compose(Written(subject=subject, body=body), replace(SERVER, name=name))
    parsed = reread(mail)
    assert sorted(parsed.keys()) == sorted(
        [
            *("From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted"),
            *("Content-Type", "Content-Transfer-Encoding", "MIME-Version"),
        ]
    )
    assert [each.addr_spec for each in parsed["To"].addresses] == ["pat@home.example"]
    assert [each.addr_spec for each in parsed["From"].addresses] == ["ask@library.example"]


def reread(mail: EmailMessage) -> EmailMessage:
    from email import message_from_bytes, policy

    parsed = message_from_bytes(mail.as_bytes(), policy=policy.default)
    assert isinstance(parsed, EmailMessage)
    return parsed


def test_the_password_is_not_shown(tmp_path: Path) -> None:
    assert "sesame" not in repr(replace(SERVER, password="open sesame"))


async def test_a_greeting_sends_nothing_and_finds_nothing_wrong() -> None:
    async with post_office() as office:
        assert await at(office).greet() == ""
    assert office.taken == []


async def test_a_greeting_tells_what_is_wrong() -> None:
    async with post_office() as office:
        office.at_sender = "550 not from here"
        assert await at(office).greet() == "550 not from here"
        assert await at(office, security=Security.STARTTLS).greet() != ""
    assert await at(office).greet() != ""  # nobody listens any more


async def test_the_check_tries_the_mail_server(tmp_path: Path) -> None:
    async with post_office() as office:
        path = tmp_path / "config.yaml"
        path.write_text(
            "component: {domain: ref.library.example, secret: open sesame}\n"
            "desks: {ask: {title: Ask, tiers: [[ana]]}}\n"
            "staff: {ana: {address: ana@library.example}}\n"
            f"database: {tmp_path}/imref.sqlite\n"
            f"mail: {{server: {HOST}, port: {office.port}, tls: none, sender: ask@library.example}}"
        )
        settings = read(path)
        (fine,) = [each async for each in check_mail(settings)]
        office.at_sender = "550 not from here"
        (wrong,) = [each async for each in check_mail(settings)]
    assert (fine.mark, wrong.mark) == (Mark.FINE, Mark.PROBLEM)
    assert "550 not from here" in wrong.text
