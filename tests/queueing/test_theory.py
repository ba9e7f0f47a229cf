"""The simulated desk is the queue that theory knows, where it is asked to be that and no more."""

import pytest

from imref.simulate.engine import simulate

from .desk import Setting, demand, run_of
from .measured import agrees, expected, measure, student
from .recursion import answers
from .settings import SETTINGS
from .theory import erlang_a, erlang_b, erlang_c, probability_of_waiting

CONFIDENCE = 1.0 - 0.05 / (3 * len(SETTINGS))
"""Of one interval: all of them together hold with 95 % (Bonferroni)."""


@pytest.mark.parametrize(
    ("servers", "offered"),
    [(1, 0.0101), (2, 0.1526), (5, 1.361), (10, 4.461), (20, 12.03), (50, 37.90)],
)
def test_one_call_in_a_hundred_is_blocked_where_the_tables_say(
    servers: int, offered: float
) -> None:
    """The traffic at 1 % in any published Erlang B table (as in ITU's Teletraffic Handbook)."""
    assert erlang_b(servers, offered) == pytest.approx(0.01, abs=2e-5)


@pytest.mark.parametrize(
    ("servers", "offered", "waits"),
    [(2, 1.0, 1 / 3), (3, 2.0, 4 / 9), (5, 4.0, 0.5541), (10, 8.0, 0.4092), (20, 16.0, 0.2561)],
)
def test_erlang_c_has_the_values_of_the_tables(servers: int, offered: float, waits: float) -> None:
    assert probability_of_waiting(servers, offered) == pytest.approx(waits, abs=5e-5)


def test_erlang_a_and_c_have_the_values_of_garnett_mandelbaum_and_reiman() -> None:
    """50 agents, 48 calls a minute, calls of a minute, patience of two: their first table."""
    with_patience = erlang_a(48 / 60, 1 / 60, 1 / 120, 50)
    without = erlang_c(48 / 60, 1 / 60, 50)
    assert without.wait == pytest.approx(20.8, abs=0.05)
    assert without.busy == pytest.approx(0.96, abs=0.005)
    assert with_patience.wait == pytest.approx(3.7, abs=0.05)
    assert with_patience.left == pytest.approx(0.031, abs=0.0005)
    assert with_patience.busy == pytest.approx(0.93, abs=0.005)


def test_erlang_a_with_endless_patience_is_erlang_c() -> None:
    patient, endless = erlang_a(2.0, 1.0, 1e-9, 3), erlang_c(2.0, 1.0, 3)
    assert patient.wait == pytest.approx(endless.wait, rel=1e-6)


def test_quantiles_of_student_are_those_of_the_tables() -> None:
    assert student(0.975, 20) == pytest.approx(2.086, abs=0.001)
    assert student(0.975, 60) == pytest.approx(2.000, abs=0.001)
    assert student(0.9995, 40) == pytest.approx(3.551, abs=0.005)


@pytest.mark.parametrize("setting", SETTINGS, ids=str)
def test_every_question_is_answered_at_the_second_that_the_recursion_says(
    setting: Setting,
) -> None:
    run = run_of(setting, 200, seed=SETTINGS.index(setting))
    questions = simulate(run).questions
    due = list(answers(demand(setting, 400, run.seed), setting.servers))[: len(questions)]
    assert len(questions) > 150
    for answered, expects in zip(questions.answered, due, strict=True):
        assert answered == pytest.approx(expects if expects < run.until else 0.0, abs=1e-6)


@pytest.mark.parametrize("setting", SETTINGS, ids=str)
def test_wait_abandonment_and_utilisation_agree_with_theory(setting: Setting) -> None:
    place = SETTINGS.index(setting)
    seeds = range(10 * place, 10 * place + 3)
    measured = measure(setting, 1_000, seeds, CONFIDENCE)
    assert agrees(measured, expected(setting)), (measured, expected(setting))
