"""The figures for programs: the long table and JSON hold what the report holds."""

import csv
import json
from io import StringIO

from imref.report.plain import write_json
from imref.report.tidy import Line, write_csv

from .made_up import BROKEN_DOWN, HIDDEN, REPORT


def table(report: object) -> list[dict[str, str]]:
    out = StringIO(newline="")
    write_csv(report, out)  # type: ignore[arg-type]
    out.seek(0)
    return list(csv.DictReader(out))


def one(rows: list[dict[str, str]], **where: str) -> dict[str, str]:
    (found,) = [row for row in rows if all(row[key] == value for key, value in where.items())]
    return found


def test_every_figure_stands_on_a_line_of_its_own() -> None:
    rows = table(BROKEN_DOWN)
    assert list(rows[0]) == list(Line._fields)
    names = [tuple(row[key] for key in Line._fields if key != "value") for row in rows]
    assert len(set(names)) == len(names)
    assert one(rows, part="fates", measure="asked")["value"] == "412"
    assert one(rows, part="demand", measure="asked", weekday="tue", hour="14")["value"] == "42"
    assert one(rows, part="waits", key="open", measure="within_60_s")["value"] == "203"
    assert one(rows, part="coverage", name="ask", measure="kept", weekday="fri", hour="9") == {
        "part": "coverage", "name": "ask", "by": "", "key": "", "weekday": "fri", "hour": "9",
        "measure": "kept", "value": "228", "unit": "minutes",
    }  # fmt: skip
    row = one(rows, part="breakdown", by="desk", key="ask", measure="answered")
    assert row["value"] == "319"
    assert one(rows, part="nobody", key="2026-11-03T12:00:00+01:00")["value"] == "4800"


def test_the_fates_add_up_in_the_table() -> None:
    rows = [row for row in table(REPORT) if row["part"] == "fates"]
    values = {row["measure"]: int(row["value"]) for row in rows}
    parts = ("answered", "lost", "unanswered", "held", "referred")
    assert values["asked"] == sum(values[part] for part in parts)


def test_a_hidden_figure_has_no_value() -> None:
    assert one(table(HIDDEN), part="fates", measure="held")["value"] == ""


def test_json_says_which_shape_it_has() -> None:
    out = StringIO()
    write_json(BROKEN_DOWN, out)
    found = json.loads(out.getvalue())
    assert (found["schema"], found["version"]) == ("imref-report", 1)
    assert found["period"] == {
        "from": "2026-10-26T00:00:00+01:00",
        "until": "2026-11-23T00:00:00+01:00",
        "zone": "Europe/Berlin",
    }
    assert found["fates"]["asked"] == 412
    assert found["waits"]["within"] == {"20": 80, "60": 203, "90": 220}
    assert found["demand"]["asked"][1][14] == 42
    assert found["coverage"][0]["nobody"][0]["from"] == "2026-11-03T12:00:00+01:00"
    assert found["breakdowns"][0]["by"] == "desk"
    assert found["conversations"]["peak_at"] == "2026-11-03T14:10:00+01:00"


def test_the_keys_of_version_1_stay() -> None:
    """A new key may be added here; one that is gone needs a new version."""
    out = StringIO()
    write_json(HIDDEN, out)
    found = json.loads(out.getvalue())
    assert found["fates"]["held"] is None
    assert set(found) >= {
        "schema", "version", "period", "desks", "made", "fates", "demand", "coverage", "waits",
        "kept_waits", "conversations", "ledger", "people", "breakdowns", "hidden",
    }  # fmt: skip
    assert set(found["fates"]) >= {
        "asked", "answered", "lost", "unanswered", "held", "referred", "practice", "spam",
    }  # fmt: skip
    assert set(found["coverage"][0]) >= {"desk", "promised", "staffed", "kept", "down", "nobody"}
    assert set(found["waits"]) >= {
        "asked", "answered", "left", "median", "p90", "within", "curve", "half",
    }  # fmt: skip
    assert set(found["ledger"]) >= {
        "walk_ins", "calls", "messages", "engaged", "promises", "read", "ratings", "pages",
        "partners", "undelivered", "mailed",
    }  # fmt: skip
