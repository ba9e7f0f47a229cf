"""The simulated desk is the queue that theory knows, where it is asked to be that and no more."""

from fractions import Fraction
from math import factorial

import pytest

from imref.simulate.engine import simulate

from .chain import steady
from .desk import SERVICE, Setting, demand, run_of
from .measured import agrees, expected, measure, student
from .recursion import answers
from .settings import EXACT, SETTINGS
from .theory import erlang_a, erlang_b, erlang_c, probability_of_waiting

CONFIDENCE = 1.0 - 0.05 / (3 * len(SETTINGS))
"""Of one interval: all of them together hold with 95 % (Bonferroni)."""


# The formulas: against what others have published, against the sums that they are short for, and
# against the Markov chain itself, which knows no formula.


def test_erlang_b_has_the_published_value() -> None:
    """15 lines take 8.108 erlangs if one call in a hundred may be blocked, says Westbay's manual.

    https://erlang.com/calculatormanual/howmuchtrafficcanatrunkgrouphandle.htm
    """
    assert erlang_b(15, 8.108) == pytest.approx(0.01, abs=5e-6)


def test_erlang_c_has_the_published_values() -> None:
    """100 calls in half an hour, of three minutes, as the R package ErlangC 0.1.0 has them.

    https://rdocumentation.org/packages/ErlangC/versions/0.1.0; pyworkforce 0.1.0 has the same share
    of 14 agents (https://pypi.org/project/pyworkforce/0.1.0/).
    """
    fourteen = erlang_c(100 / 1800, 1 / 180, 14)
    assert probability_of_waiting(11, 10.0) == pytest.approx(0.6821182, abs=5e-8)
    assert probability_of_waiting(14, 10.0) == pytest.approx(0.1741319335950498, abs=1e-12)
    assert fourteen.wait == pytest.approx(7.83593701177724, abs=1e-9)
    assert fourteen.busy == pytest.approx(0.7142857, abs=5e-8)


@pytest.mark.parametrize(
    ("servers", "offered"), [(1, 1 / 2), (2, 1), (3, 2), (5, 4), (10, 8), (20, 16), (50, 48)]
)
def test_the_recursions_are_erlangs_sums(servers: int, offered: float) -> None:
    """Both formulas as they are written, added up in fractions."""
    load = Fraction(offered)
    terms = [load**count / factorial(count) for count in range(servers + 1)]
    waiting = terms[-1] * servers / (servers - load)
    assert erlang_b(servers, offered) == pytest.approx(float(terms[-1] / sum(terms)), rel=1e-12)
    waits = float(waiting / (sum(terms[:-1]) + waiting))
    assert probability_of_waiting(servers, offered) == pytest.approx(waits, rel=1e-12)


@pytest.mark.parametrize("setting", SETTINGS, ids=str)
def test_both_formulas_are_the_steady_state_of_the_chain(setting: Setting) -> None:
    """Of every setting that the simulated desk is held against."""
    patience = 1.0 / setting.patience if setting.patience else 0.0
    by_chain = steady(setting.arrivals * SERVICE, 1.0, patience, setting.servers, states=600)
    theory = expected(setting)
    assert theory.wait == pytest.approx(by_chain.wait, rel=1e-9)
    assert theory.left == pytest.approx(by_chain.left, abs=1e-9)
    assert theory.busy == pytest.approx(by_chain.busy, rel=1e-9)


def test_fifty_agents_with_patience_and_without() -> None:
    """48 calls a minute, of a minute, patience of two: the example of a busy call centre.

    Garnett, Mandelbaum and Reiman (2002) begin with it. Their figures are quoted from memory here
    (20.8 s and 96 % without patience; 3.7 s, 3.1 % who leave and 93 % with it); the chain has the
    same.
    """
    patient = (erlang_a(48 / 60, 1 / 60, 1 / 120, 50), steady(48 / 60, 1 / 60, 1 / 120, 50))
    endless = (erlang_c(48 / 60, 1 / 60, 50), steady(48 / 60, 1 / 60, 0.0, 50))
    for with_patience, without in zip(patient, endless, strict=True):
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


@pytest.mark.parametrize("setting", EXACT, ids=str)
def test_every_question_is_answered_at_the_second_that_the_recursion_says(
    setting: Setting,
) -> None:
    run = run_of(setting, 200, seed=EXACT.index(setting))
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
