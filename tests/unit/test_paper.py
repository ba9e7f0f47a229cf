"""The agreement on paper leaves nothing out, in any language."""

from dataclasses import fields, replace
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from desk.scene import agreement, desk, librarian
from typer.testing import CliRunner

from imref.cli import app
from imref.config.catalogues import languages
from imref.config.manual import example
from imref.config.wording import wording
from imref.desk.agreement import Agreement, Partner, Timings
from imref.desk.calendar.hours import Dated, Hours, Span
from imref.desk.phrases import TERMS
from imref.paper import agreement_text
from imref.paper.exact import exactly
from imref.paper.occasions import occasions

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 3, 2, 10, 0, tzinfo=BERLIN).timestamp()
WEEK = ((Span(540, 750), Span(840, 1080)),) * 4 + ((Span(540, 900),), (), ())
HOURS = Hours(BERLIN, WEEK, {date(2026, 3, 12): Dated((), "Staff outing")})
NIGHT = Hours(BERLIN, ((Span(1320, 1920),),) * 7)


@pytest.fixture
def agreed() -> Agreement:
    ask = replace(
        desk("ask", ("ana", "ben"), ("cleo",), title="Ask a librarian"),
        hours=HOURS,
        order=("walk_in", "phone", "im"),
        supervisors=("cleo",),
        partners=(Partner("ask@ref.other.example", NIGHT, "Other City Library"),),
    )
    ana = replace(librarian("ana"), real_name="Anna Meier", shift=HOURS)
    plain = agreement(ask, desk("law", ("cleo",), title="Law library"), staff=(ana,))
    return replace(plain, wording=wording("en", {}))


def text_of(agreed: Agreement, language: str = "") -> str:
    """The whole text in one line, as it reads."""
    lines = agreement_text(agreed, NOW, language)
    return " ".join(" ".join(line.lstrip(" >") for line in lines).split())


@pytest.mark.parametrize("language", languages())
def test_everything_is_in_it_in_every_language(agreed: Agreement, language: str) -> None:
    text = text_of(agreed, language)

    def said(words: object) -> str:
        return " ".join(agreed.wording.render(words, language, NOW).split())  # type: ignore[arg-type]

    for each in agreed.desks.values():
        assert f"{each.title} ({each.name}@{agreed.domain})" in text
    for member in agreed.staff.values():
        assert member.screen_name in text
        assert (member.real_name or member.screen_name) in text
        assert member.address not in text
    for field in fields(Timings):
        time = exactly(getattr(agreed.timings, field.name))
        assert said(TERMS[field.name](time=time)) in text
    for when, words in occasions(agreed, agreed.desks["ask"], NOW):
        assert said(when) in text
        assert said(words) in text
    assert "ask@ref.other.example" in text
    assert "{" not in text


def test_every_timing_has_a_sentence() -> None:
    assert {field.name for field in fields(Timings)} <= TERMS.keys(), "say it in phrases/terms.py"


def test_hours_people_and_rules_read_as_people_say_them(agreed: Agreement) -> None:
    text = text_of(agreed)
    assert "- Mon–Thu: 9:00–12:30 and 14:00–18:00 - Fri: 9:00–15:00 - Sat–Sun: closed" in text
    assert "- Thursday, 12 March 2026: closed (Staff outing)" in text
    assert "“People at the desk come first, then the phone, then messages.”" in text
    assert "A question goes to Anna Meier and Ben first." in text
    assert "After 40 s without an answer it goes to Cleo as well." in text
    assert "nobody has been on duty for 5 min in opening hours, Cleo is told, once." in text
    assert "Other City Library (ask@ref.other.example) answers for us" in text
    assert "Every day: 22:00–8:00" in text
    assert "Agreed hours of duty of Anna Meier: Mon–Thu" in text
    assert "has 90 s for the first word" in text


def test_who_only_supervises_is_said_to_be_offered_nothing(agreed: Agreement) -> None:
    ask = replace(agreed.desks["ask"], supervisors=("dora",))
    staff = {**agreed.staff, "dora": librarian("dora")}
    text = text_of(replace(agreed, desks={**agreed.desks, "ask": ask}, staff=staff))
    assert "Dora: is offered no questions; looks after Ask a librarian." in text


def test_a_promise_is_shown_with_the_way_to_be_mailed_where_mail_is_sent(
    agreed: Agreement,
) -> None:
    plain, mailing = text_of(agreed), text_of(replace(agreed, mails=True))
    assert "Ana will answer here by tomorrow at 17:00." in plain
    assert "write email and your mail address" in mailing
    assert "mail address." not in plain.partition("What is kept")[0]


def test_there_is_a_line_to_sign_on_for_everybody(agreed: Agreement) -> None:
    lines = list(agreement_text(agreed, NOW))
    signatures = [line for line in lines if line.count("____") > 1]
    assert len(signatures) == len(agreed.staff)
    assert "Anna Meier:" in signatures[0]


def test_the_librarys_own_words_are_what_is_signed(agreed: Agreement) -> None:
    own = wording("en", {"joined": {"": "{name} has a chair for you."}})
    assert "Ana has a chair for you." in text_of(replace(agreed, wording=own))


def test_on_the_command_line(tmp_path: Path) -> None:
    path = tmp_path / "config.yaml"
    path.touch(mode=0o600)
    path.write_text(example(), encoding="utf-8")
    result = CliRunner().invoke(app, ["agreement", "-c", str(path), "--language", "fr"])
    assert result.exit_code == 0
    assert "# Notre accord" in result.output


def test_a_language_that_is_not_spoken_is_named(tmp_path: Path) -> None:
    path = tmp_path / "config.yaml"
    path.touch(mode=0o600)
    path.write_text(example(), encoding="utf-8")
    result = CliRunner().invoke(app, ["agreement", "-c", str(path), "--language", "it"])
    assert result.exit_code == 1
    assert '"it" is not spoken here; there are en, de, es, fr' in result.stderr
    assert not result.stdout
