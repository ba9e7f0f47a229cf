"""A config is read, and every mistake in it is named with its file, line and key."""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from imref.config import Config, ConfigErrors, inspect, read
from imref.desk.agreement import Bounds, Strategy, Timings
from imref.pictures import portrait
from imref.pictures.png import write_png

GOOD = """\
component:
  domain: ref.library.example
  secret: open sesame
database: imref.sqlite
desks:
  ask:
    title: Ask a librarian
    tiers: [[ana, ben], [cleo]]
staff:
  ana: {address: Ana@library.example}
  ben: {address: ben@library.example, screen_name: Benedikt, limit: 3}
  cleo: {address: cleo@library.example}
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "config.yaml"
    file.touch(0o600)
    return file


def problems(file: Path, text: str) -> list[str]:
    """What is wrong with ``text``, as `imref check` prints it, without the folder."""
    file.write_text(text, encoding="utf-8")
    return [str(problem).removeprefix(f"{file.parent}/") for problem in inspect(file)[1]]


def changed(old: str, new: str) -> str:
    assert GOOD.count(old) == 1
    return GOOD.replace(old, new)


def test_a_good_config_becomes_the_agreement(file: Path) -> None:
    assert problems(file, GOOD) == []
    config = read(file)
    agreement = config.agreement()
    assert agreement.domain == "ref.library.example"
    assert agreement.desks["ask"].tiers == (("ana", "ben"), ("cleo",))
    assert agreement.desks["ask"].strategy is Strategy.EVERYONE
    assert agreement.staff["ana@library.example"].screen_name == "Ana"
    assert agreement.staff["ben@library.example"].screen_name == "Benedikt"
    assert agreement.staff["ben@library.example"].limit == 3
    assert agreement.on_duty_shows == {"available", "chat"}
    assert config.component.password == "open sesame"
    assert config.database == file.parent / "imref.sqlite"


def test_the_defaults_are_those_of_the_desk(file: Path) -> None:
    problems(file, GOOD)
    agreement = read(file).agreement()
    assert agreement.timings == Timings()
    assert agreement.bounds == Bounds()


def test_durations_carry_units(file: Path) -> None:
    problems(file, GOOD + "timings: {offer: 15 s, comeback: 1 h 30 min, grace: 90}\n")
    timings = read(file).agreement().timings
    assert (timings.offer, timings.comeback, timings.grace) == (15, 5400, 90)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            changed("[ana, ben]", "[ana, bne]"),
            'config.yaml:8: desks.ask.tiers.0.1: no staff member is called "bne"; '
            'did you mean "ben"?',
        ),
        (
            changed("domain:", "domian:"),
            'config.yaml:2: component.domian: there is no such key; did you mean "domain"?',
        ),
        (
            changed("    title: Ask a librarian\n", ""),
            "config.yaml:6: desks.ask.title: is missing: "
            "What patrons and staff see as the name of this desk",
        ),
        (
            changed("limit: 3", "limit: two"),
            "config.yaml:11: staff.ben.limit: must be a whole number, not text",
        ),
        (
            changed("limit: 3", "limit: yes"),
            "config.yaml:11: staff.ben.limit: must be a whole number, not yes/no",
        ),
        (
            changed("limit: 3", "limit: 0"),
            "config.yaml:11: staff.ben.limit: must be at least 1",
        ),
        (
            changed("title: Ask a librarian", "title: 42"),
            "config.yaml:7: desks.ask.title: must be text, not a number; put it in quotes",
        ),
        (
            changed("    tiers:", "    strategy: least-loaded\n    tiers:"),
            "config.yaml:8: desks.ask.strategy: must be one of everyone, least_loaded, in_order; "
            'did you mean "least_loaded"?',
        ),
        (
            changed("tiers: [[ana, ben], [cleo]]", "tiers: [ana, ben, cleo]"),
            "config.yaml:8: desks.ask.tiers.0: must be a list, not text",
        ),
        (
            changed("  ask:", "  patron-desk:"),
            'config.yaml:6: desks.patron-desk: a desk must not begin with "patron-": '
            "patrons' aliases do",
        ),
        (
            changed("  ask:", "  Ask us:"),
            'config.yaml:6: desks.Ask us: "Ask us" cannot stand before an @: no spaces and none '
            "of \" & ' / : < >",
        ),
        (
            changed("ben@library.example", "Ana@Library.example"),
            'config.yaml:11: staff.ben.address: is the address of "ana" already',
        ),
        (
            changed("ben@library.example", "ben@ref.library.example"),
            "config.yaml:11: staff.ben.address: is at ref.library.example, imref's own domain; "
            "a librarian's account is elsewhere",
        ),
        (
            changed("[cleo]", "[cleo, ana]"),
            'config.yaml:8: desks.ask.tiers.1.1: "ana" is on this desk already; once is enough',
        ),
        (
            GOOD + "  ask: {address: ask@library.example}\n",
            'config.yaml:13: staff.ask: "ask" is also the name of a desk; !transfer ask could mean '
            "either",
        ),
        (
            changed("  secret: open sesame\n", ""),
            "config.yaml:1: component.secret_file: is missing: give component.secret or "
            "component.secret_file",
        ),
        (
            changed("  secret:", "  secret_file: key\n  secret:"),
            "config.yaml:3: component.secret_file: give either component.secret or "
            "component.secret_file, not both",
        ),
        (
            GOOD + "timings: {widen: 40 parsecs}\n",
            'config.yaml:13: timings.widen: must be a duration such as "20 s", "4 min" or "1 h"',
        ),
        (
            GOOD + "timings:\n  widen: 2 days\n",
            "config.yaml:14: timings.widen: must be at most 1 d",
        ),
        (
            GOOD + "timings: {close_idle: 2 min}\n",
            "config.yaml:13: timings.close_idle: must be longer than timings.remind_idle",
        ),
        (
            GOOD + "duty: {shows: [available, chatt]}\n",
            "config.yaml:13: duty.shows.1: must be one of available, chat, away, xa, dnd; "
            'did you mean "chat"?',
        ),
        (
            GOOD + "log: json\n",
            "config.yaml:13: log: must be a section of keys and values, not text",
        ),
        (GOOD + "database: other\n", "config.yaml:13: database: was given before, in line 4"),
        (
            GOOD + "colour: red\n",
            "config.yaml:13: colour: there is no such key; known are component",
        ),
        ("desks: [\n", "config.yaml:2: is not YAML: expected the node content"),
        ("desks:\n\task: x\n", "config.yaml:2: is not YAML: there is a tab; indent with spaces"),
        ("desks: &d {ask: *d}\n", "config.yaml:1: an alias (*) points at what it is part of"),
        ("desks: !!bool maybe\n", "config.yaml: has a value that does not fit its tag"),
        ("", "config.yaml: is empty; `imref config example` prints one to start from"),
        ("- a\n", "config.yaml:1: must be a section of keys and values, not a list"),
    ],
)
def test_a_mistake_is_named_with_file_line_and_key(file: Path, text: str, expected: str) -> None:
    found = problems(file, text)
    assert any(problem.startswith(expected) for problem in found), found
    with pytest.raises(ConfigErrors):
        read(file)


def test_all_mistakes_are_named_at_once_in_the_order_of_the_file(file: Path) -> None:
    text = changed("domain: ref.library.example", "domain: ref library").replace("[ana,", "[ann,")
    found = problems(file, text + "log: {level: loud}\nlog: {level: loud}\n")
    assert [problem.split(": ")[:2] for problem in found] == [
        ["config.yaml:2", "component.domain"],
        ["config.yaml:8", "desks.ask.tiers.0.0"],
        ["config.yaml:14", "log.level"],
        ["config.yaml:14", "log"],
    ]


def test_a_file_that_cannot_be_read_says_why(file: Path) -> None:
    with pytest.raises(ConfigErrors, match=r"nowhere\.yaml: cannot be read: No such file"):
        read(file.parent / "nowhere.yaml")
    file.write_bytes(b"desks:\n  \xff\n")
    with pytest.raises(ConfigErrors, match=r"config\.yaml:2: is not text in UTF-8"):
        read(file)


def test_a_librarian_may_be_called_no(file: Path) -> None:
    text = (
        GOOD.replace("ben", "no", 1).replace("  ben:", "  no:").replace("[ana, no]", "[ana, 'no']")
    )
    assert problems(file, text) == []
    assert read(file).agreement().desks["ask"].tiers[0] == ("ana", "no")


def test_sections_with_all_lines_commented_out_are_defaults(file: Path) -> None:
    assert problems(file, GOOD + "timings:\n#  offer: 20\nlog:\nbounds:\n") == []


def test_keys_that_were_merged_in_have_the_line_where_they_stand(file: Path) -> None:
    text = (
        GOOD
        + "  dora: &common\n    address: dora@library.example\n    limit: 99\n"
        + "  emil: {<<: *common, address: emil@library.example}\n"
    )
    assert problems(file, text) == [
        "config.yaml:15: staff.dora.limit: must be at most 20",
        "config.yaml:15: staff.emil.limit: must be at most 20",
    ]


def test_the_secret_comes_from_its_own_file_beside_the_config(file: Path) -> None:
    key = file.parent / "key"
    text = changed("secret: open sesame", "secret_file: key")
    place = "config.yaml:3: component.secret_file: "
    assert problems(file, text) == [f"{place}{key} cannot be read: No such file or directory"]
    key.touch(0o600)
    assert problems(file, text) == [f"{place}{key} is empty"]
    key.write_text("open sesame\n", encoding="utf-8")
    assert problems(file, text) == []
    assert read(file).component.password == "open sesame"


def test_the_secret_is_looked_for_among_the_credentials_of_the_unit_first(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.write_text(changed("secret: open sesame", "secret_file: key"), encoding="utf-8")
    (file.parent / "key").write_text("from beside the config\n", encoding="utf-8")
    credentials = file.parent / "credentials"
    credentials.mkdir()
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(credentials))
    assert read(file).component.password == "from beside the config"
    (credentials / "key").write_text("from systemd\n", encoding="utf-8")
    assert read(file).component.password == "from systemd"
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", "")
    assert read(file).component.password == "from beside the config"


def test_an_absolute_path_of_the_secret_is_no_credential(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = file.parent / "key"
    key.write_text("open sesame\n", encoding="utf-8")
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(file.parent / "credentials"))
    file.write_text(changed("secret: open sesame", f"secret_file: {key}"), encoding="utf-8")
    assert read(file).component.password == "open sesame"


def test_who_needs_no_secret_needs_no_file_of_it(file: Path) -> None:
    file.write_text(changed("secret: open sesame", "secret_file: gone"), encoding="utf-8")
    with pytest.raises(ConfigErrors, match="gone cannot be read"):
        read(file)
    assert read(file, secret=False).component.password == ""
    assert inspect(file, secret=False)[1] == []


def test_what_is_unwise_is_a_warning_and_the_config_is_used(file: Path) -> None:
    file.chmod(0o644)
    text = GOOD + "  dora: {address: dora@library.example, screen_name: Ana}\n"
    assert problems(file, text) == [
        "config.yaml:3: warning: component.secret: everybody on this machine can read the secret; "
        f"chmod o= {file}",
        "config.yaml:13: warning: staff.dora: is on no desk and will be offered nothing",
        'config.yaml:13: warning: staff.dora: has the same screen name as "ana": patrons cannot '
        "tell them apart",
    ]
    assert isinstance(read(file), Config)


def test_who_only_supervises_is_no_mistake(file: Path) -> None:
    text = changed("    tiers:", "    supervisors: [dora]\n    tiers:")
    assert problems(file, text + "  dora: {address: dora@library.example}\n") == []


def test_the_secret_is_never_shown(file: Path) -> None:
    problems(file, GOOD)
    assert "sesame" not in repr(read(file))
    for broken in ("secret: [open sesame]", "secret: {a: open sesame}", "secret: 'open sesame"):
        assert not any(
            "sesame" in line for line in problems(file, changed("secret: open sesame", broken))
        )


@given(
    st.text()
    | st.recursive(
        st.sampled_from(["component", "desks", "staff", "ask", "no", "~", "1", "[a]", "{a: b}"]),
        lambda inner: st.lists(inner, max_size=4).map(
            lambda lines: "\n".join(
                f"{line.splitlines()[0] if line else 'a'}: {line}" for line in lines
            )
        ),
        max_leaves=12,
    )
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=300)
def test_whatever_the_file_holds_it_is_answered_with_problems(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8", errors="replace")
    config, found = inspect(file)
    assert config is None
    assert found


ANA = "  ana: {address: Ana@library.example}\n"
AGREED = """\
  ana:
    address: Ana@library.example
    real_name: Anna Meier
    shift: {weekly: {mon: "9:00-13:00"}}
"""


def test_a_shift_has_the_zone_and_the_exceptions_of_the_library(file: Path) -> None:
    hours = "hours: {zone: Europe/Berlin, exceptions: {2096-11-05: closed}}\n"
    assert problems(file, changed(ANA, AGREED) + hours) == []
    staff = read(file).agreement().staff
    ana, ben = staff["ana@library.example"], staff["ben@library.example"]
    assert ana.shift is not None
    berlin = ZoneInfo("Europe/Berlin")
    tuesday, monday_week = (
        datetime(2096, 10, 30, tzinfo=berlin),
        datetime(2096, 11, 12, 9, tzinfo=berlin),
    )
    assert ana.shift.opens(tuesday.timestamp()) == monday_week.timestamp()
    assert ana.real_name == "Anna Meier"
    assert (ben.shift, ben.real_name) == (None, "")


def test_a_shift_needs_a_zone(file: Path) -> None:
    (problem,) = problems(file, changed(ANA, AGREED))
    assert "staff.ana.shift: zone is missing" in problem


# Help pages.


def test_help_pages_are_read_with_the_config(file: Path) -> None:
    folder = file.parent / "faq"
    folder.mkdir()
    (folder / "parking.md").write_text("---\ntitle: Where can I park?\n---\nIn garage B.\n")
    file.write_text(f"{GOOD}faq: faq\n", encoding="utf-8")
    pages = read(file).agreement().pages
    assert {slug: page.title for slug, page in pages.items()} == {"parking": "Where can I park?"}


def test_a_mistake_in_a_help_page_is_named_in_its_own_file(file: Path) -> None:
    folder = file.parent / "faq"
    folder.mkdir()
    (folder / "parking.md").write_text("---\ntitel: Where can I park?\n---\nIn garage B.\n")
    assert 'faq/parking.md:2: titel: there is no such key; did you mean "title"?' in problems(
        file, f"{GOOD}faq: faq\n"
    )


def test_a_folder_of_help_pages_that_is_not_there_is_named(file: Path) -> None:
    [problem] = problems(file, f"{GOOD}faq: faq\n")
    assert problem.startswith("config.yaml:13: faq: there is no folder ")


# Pictures.


def test_the_librarys_picture_is_for_all_desks_and_a_desks_own_goes_before(file: Path) -> None:
    for name, number in (("library.png", 1), ("ask.png", 2)):
        (file.parent / name).write_bytes(portrait(number).data)
    text = changed("  secret: open sesame", "  secret: open sesame\n  avatar: library.png")
    assert problems(file, text) == []
    assert read(file).pictures == {"": portrait(1)}
    text = text.replace("    title: Ask", "    avatar: ask.png\n    title: Ask")
    assert problems(file, text) == []
    assert read(file).pictures == {"": portrait(1), "ask": portrait(2)}


@pytest.mark.parametrize(
    ("data", "wrong"),
    [
        (b"", "cannot be shown: it is neither a PNG nor a JPEG image"),
        (b"<svg/>", "cannot be shown: it is neither a PNG nor a JPEG image"),
        (write_png([bytes(16)] * 40, [(0, 0, 0)]), "is 16 by 40 pixels; it must have 32 to 1024"),
        (bytes(70_000), "has 68 KB; at most 64 KB go well"),
        (None, "cannot be read: No such file or directory"),
    ],
    ids=["empty", "SVG", "tiny", "large", "missing"],
)
def test_a_picture_that_clients_could_not_show_is_refused(
    file: Path, data: bytes | None, wrong: str
) -> None:
    if data is not None:
        (file.parent / "library.png").write_bytes(data)
    text = changed("  secret: open sesame", "  secret: open sesame\n  avatar: library.png")
    [problem] = problems(file, text)
    assert problem.startswith("config.yaml:4: component.avatar: ")
    assert wrong in problem


@pytest.mark.parametrize(
    ("section", "key", "time"),
    [
        ("canary: {at: '8:45'}", "canary.at", "8:45"),
        ("pilot: {tell_at: '16:00'}", "pilot.tell_at", "16:00"),
        ("reports: {staff: [ana], time: '7:30'}", "reports.time", "7:30"),
        ("reports: {staff: [ana]}", "reports.time", "8:00"),
    ],
)
def test_a_time_of_day_on_no_known_clock_is_doubted(
    file: Path, section: str, key: str, time: str
) -> None:
    desk = "tiers: [[ana, ben], [cleo]]"
    text = changed(desk, f"{desk}\n    supervisors: [ana]") + section + "\n"
    (problem,) = problems(file, text)
    assert f"config.yaml:14: warning: {key}: " in problem
    assert f"is {time} in UTC, since no hours.zone says on which clock the desk ask goes" in problem
    assert problems(file, text + "hours: {zone: Europe/Berlin}\n") == []


def test_a_picture_that_is_no_square_is_doubted(file: Path) -> None:
    (file.parent / "library.png").write_bytes(write_png([bytes(64)] * 40, [(0, 0, 0)]))
    text = changed("  secret: open sesame", "  secret: open sesame\n  avatar: library.png")
    [problem] = problems(file, text)
    assert problem.startswith("config.yaml:4: warning: component.avatar: is no square")


MAIL = "\nmail:\n  server: mail.library.example\n"


@pytest.mark.parametrize(
    ("lines", "wrong"),
    [
        ("  sender: ask@library.example\n", ""),
        ("", "mail.sender"),
        ("  sender: nobody\n", "mail.sender"),
        ("  sender: ask@library.example\n  user: imref\n", "mail.password_file"),
        (
            "  sender: a@l.example\n  user: imref\n  password: x\n  tls: none\n",
            "mail.password_file",
        ),
        ("  sender: a@l.example\n  user: imref\n  password: x\n", ""),
        ("  sender: a@l.example\n  port: 0\n", "mail.port"),
    ],
)
def test_mail_needs_a_sender_and_a_safe_way(file: Path, lines: str, wrong: str) -> None:
    found = problems(file, GOOD + MAIL + lines)
    assert len(found) == bool(wrong)
    assert all(wrong in each for each in found)


def test_mail_goes_to_the_usual_port_and_needs_no_section(file: Path) -> None:
    problems(file, GOOD)
    assert not read(file).agreement().mails
    problems(file, GOOD + MAIL + "  sender: ask@library.example\n  user: u\n  password: p\n")
    config = read(file)
    assert config.agreement().mails
    assert (config.mail.port_to_use, config.mail.login) == (587, ("u", "p"))
