"""Nothing is lost, whatever breaks; and the checks that say so would notice if it were.

The long form of the first scene is `python bench/faults.py`; docs/reliability.md has its figures.
"""

import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).resolve().parents[2] / "bench"))

from fault_checks import breaches
from fault_lies import LIES, is_caught
from fault_ordeal import PLAN, Faults, Ordeal
from fault_record import Books, Diary, Entry, Kind, Owed, Posted, Record, Row, Stop, Turn

from imref.demo.prosody import PrivateProsody
from imref.desk import phrases
from imref.desk.wording import Wording

SEED = 2006
ALIAS, DESK = "patron-1@ref.library.example", "ask@ref.library.example"
PAT, ANA = "pat@library.example", "ana@library.example"


async def test_nothing_is_lost_whatever_breaks() -> None:
    faults = Faults(kills=4, cuts=1, restarts=1, pauses=1, upgrades=0)
    async with PrivateProsody(PLAN) as server:
        ordeal = Ordeal(server, faults, SEED, tell=print)
        record = await ordeal.run()
    print(f"seed {SEED}:", ordeal.figures())
    assert breaches(record) == {}
    assert len(record.stops) >= faults.kills
    assert any(stop.receipts for stop in record.stops)
    assert any(stop.notices for stop in record.stops)


def test_the_checks_agree_with_a_good_day() -> None:
    assert breaches(a_good_day()) == {}


@pytest.mark.parametrize("lie", LIES)
def test_the_checks_catch(lie: str) -> None:
    assert is_caught(a_good_day(), lie)


def a_good_day() -> Record:
    """Pat asks twice, Ana answers, Ben comes second; a kill; Pat asks again, Ana answers again."""
    pat, ana, ben = (Diary(n, f"{n}@library.example", n != "pat") for n in ("pat", "ana", "ben"))
    asked = {n: f"«pat:{n}» Where?" for n in (1, 2, 3)}
    answered = {n: f"«ana:{n}» There." for n in (1, 2)}
    offer = f"ask: a question\n> {asked[1]}"
    say = Wording().render
    refusal = say(phrases.NOT_RELAYED_TAKEN(name="Ana"))
    joined = say(phrases.JOINED(name="Ana"))
    broke = say(phrases.INTERRUPTED(text=asked[2]))
    broke_for_staff = say(phrases.INTERRUPTED_STAFF(text=answered[1]))
    pat.entries += [
        Entry(Kind.SENT, DESK, "pat-1", asked[1]),
        Entry(Kind.SENT, DESK, "pat-2", asked[2]),
        Entry(Kind.RECEIPT, DESK, "", refers="pat-1"),
        Entry(Kind.RECEIPT, DESK, "", refers="pat-2"),
        Entry(Kind.TEXT, DESK, "im-3", joined),
        Entry(Kind.TEXT, DESK, "ana-1", answered[1]),
        Entry(Kind.TEXT, DESK, "im-6", broke),
        Entry(Kind.SENT, DESK, "pat-3", asked[3]),
        Entry(Kind.RECEIPT, DESK, "", refers="pat-3"),
        Entry(Kind.TEXT, DESK, "ana-2", answered[2]),
    ]
    ana.entries += [
        Entry(Kind.TEXT, ALIAS, "im-1", offer),
        Entry(Kind.TEXT, ALIAS, "pat-2", asked[2]),
        Entry(Kind.SENT, ALIAS, "ana-1", answered[1]),
        Entry(Kind.RECEIPT, ALIAS, "", refers="ana-1"),
        Entry(Kind.TEXT, ALIAS, "im-7", broke_for_staff),
        Entry(Kind.TEXT, ALIAS, "pat-3", asked[3]),
        Entry(Kind.SENT, ALIAS, "ana-2", answered[2]),
    ]
    ben.entries += [
        Entry(Kind.TEXT, ALIAS, "im-2", offer),
        Entry(Kind.SENT, ALIAS, "ben-1", "«ben:1» There."),
        Entry(Kind.TEXT, ALIAS, "im-5", refusal),
    ]
    spoken = [
        ("patron", "", "pat-1", asked[1]),
        ("patron", "", "pat-2", asked[2]),
        ("staff", "ana", "ana-1", answered[1]),
        ("patron", "", "pat-3", asked[3]),
        ("staff", "ana", "ana-2", answered[2]),
    ]
    rows = [
        Row(n, 1, PAT, "ask", "patron-1", float(n), speaker, staff, body, id_, id_)
        for n, (speaker, staff, id_, body) in enumerate(spoken, 1)
    ]
    told = [
        ("patron-1", ana, "im-1", offer),
        ("patron-1", ben, "im-2", offer),
        ("patron-1", ana, "pat-2", asked[2]),
        ("ask", pat, "im-3", joined),
        ("ask", pat, "ana-1", answered[1]),
        ("patron-1", ben, "im-5", refusal),
        ("ask", pat, "im-6", broke),
        ("patron-1", ana, "im-7", broke_for_staff),
        ("patron-1", ana, "pat-3", asked[3]),
        ("ask", pat, "ana-2", answered[2]),
    ]
    outbox = [
        Posted(n, sender, diary.address, id_, body, "accepted")
        for n, (sender, diary, id_, body) in enumerate(told, 1)
    ]
    stop = Stop(
        kept=frozenset((PAT, "ask", id_) for id_ in ("pat-1", "pat-2", "ana-1")),
        numbers=frozenset((1, 2, 3)),
        receipts=frozenset({(PAT, "ask", "pat-1"), (PAT, "ask", "pat-2")}),
        notices=(Owed("pat", "ask", "pat:2"), Owed("ana", "patron-1", "ana:1")),
        marks={"pat": 6, "ana": 4, "ben": 3},
    )
    turns = [Turn(1, 1, 1.0, "opened", ""), Turn(2, 1, 3.0, "claimed", "ana")]
    return Record(
        "ref.library.example",
        {diary.name: diary for diary in (pat, ana, ben)},
        [stop],
        Books(rows, turns, outbox, {1: "ana"}, clean=True),
        [0],
    )
