"""Durations and addresses, as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imref.config.kinds import check_bare_jid, check_domain, parse_duration, spell_duration


@pytest.mark.parametrize(
    ("written", "seconds"),
    [
        (20, 20),
        (0.5, 0.5),
        ("20", 20),
        ("20s", 20),
        ("20 S", 20),
        ("4 min", 240),
        ("4m", 240),
        ("1 h 30 min", 5400),
        ("1h30m", 5400),
        ("1 hour, 5 seconds", 3605),
        ("1.5 h", 5400),
        ("2 days", 172800),
    ],
)
def test_durations_are_read(written: object, seconds: float) -> None:
    assert parse_duration(written) == seconds


@pytest.mark.parametrize("written", ["", "soon", "4 parsecs", "-5 s", "4 min soon", True, None, []])
def test_other_things_are_no_durations(written: object) -> None:
    with pytest.raises(ValueError, match="duration"):
        parse_duration(written)


@given(st.integers(0, 10 * 86400))
def test_a_duration_reads_back_as_it_was_spelt(seconds: int) -> None:
    assert parse_duration(spell_duration(float(seconds))) == seconds


def test_durations_are_spelt_as_people_say_them() -> None:
    said = [spell_duration(seconds) for seconds in (0.0, 0.5, 60.0, 90.0, 240.0, 3660.0, 86400.0)]
    assert said == ["0 s", "0.5 s", "1 min", "90 s", "4 min", "1 h 1 min", "1 d"]


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("ana@library.example", "ana@library.example"),
        ("Ana@Library.Example.", "ana@library.example"),
        ("élodie@bibliothèque.example", "élodie@bibliothèque.example"),
        ("ana@localhost", "ana@localhost"),
    ],
)
def test_addresses_are_read_in_lower_case(written: str, address: str) -> None:
    assert check_bare_jid(written) == address


@pytest.mark.parametrize(
    ("written", "complaint"),
    [
        ("ana", "is not an address"),
        ("@library.example", "before an @"),
        ("a na@library.example", "before an @"),
        ("ana@", "is not a domain"),
        ("ana@library.example/desk", "names a device"),
        ("ana@library..example", "is not a domain"),
        ("ana@b@c", "is not a domain"),
        (f"{'a' * 1024}@library.example", "before an @"),
    ],
)
def test_other_things_are_no_addresses(written: str, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        check_bare_jid(written)


@pytest.mark.parametrize("written", ["", "ref example", "ask@ref.example", "ref.example/x", "."])
def test_other_things_are_no_domains(written: str) -> None:
    with pytest.raises(ValueError, match="is not a domain"):
        check_domain(written)
