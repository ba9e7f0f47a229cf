"""Every metric is documented and tells of no person; every alert rests on one that exists."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from desk.test_canary import agreed as checked

from imref.meters.catalogue import CHAPTERS, OURS, PROCESS, Kind, Metric
from imref.meters.manual import page

from .metered import MeteredScene

DEPLOY = Path(__file__).parents[3] / "deploy" / "prometheus"
METRICS = {metric.name: metric for metrics in CHAPTERS.values() for metric in metrics}
SERIES = {series: metric for metric in METRICS.values() for series in metric.series}
OTHERS = {"up": ("job", "instance")}
"""What Prometheus itself keeps of whom it asks, with its labels."""

PERSONAL = {"pat", "ana", "ben", "cleo", "patron-1001", "home.example", "staff.example"}


def talked() -> MeteredScene:
    """A desk at which everything that is counted has happened."""
    scene = MeteredScene(checked())
    pat, ana = scene.patron("pat"), scene.staff("ana")
    pat.says("Where is the 1923 map?")
    ana.replies("In the map room.", to=pat)
    ana.commands("!close answered", window=pat.alias)
    scene.meters.counts.canary_answered["ask"] = 1.0
    return scene


def test_what_is_exposed_is_what_is_documented() -> None:
    exposed = {name for name, _ in talked().samples()}
    assert {name for name in exposed if name.startswith("imref_")} == {
        series for metric in OURS.values() for series in metric.series
    }
    assert {name for name in exposed if not name.startswith("imref_")} <= {
        metric.name for metric in PROCESS
    }
    rows = {line.split("`")[1] for line in page().splitlines() if line.startswith("| `")}
    assert rows == set(METRICS)


@pytest.mark.parametrize("accept", ["", "application/openmetrics-text;version=1.0.0"])
def test_kinds_labels_and_meanings_are_those_of_the_catalogue(accept: str) -> None:
    text, content_type = talked().meters.exposition(accept)
    told = text.decode()
    assert ("openmetrics" in content_type) == bool(accept)
    for metric in OURS.values():
        base = metric.name
        if accept and metric.kind is Kind.COUNTER:
            base = base.removesuffix("_total")  # OpenMetrics names a family without it
        assert f"# TYPE {base} {metric.kind}" in told
        for labels in re.findall(rf"^{metric.name}(?:_bucket)?{{(.*?)}} ", told, re.MULTILINE):
            names = re.findall(r'(\w+)="', labels)
            assert {*names} - {"le"} == {*metric.labels}


def test_no_label_tells_of_a_person() -> None:
    values = {value for _, labels in talked().samples() for _, value in labels}
    assert {"ask", "answered", "im"} <= values
    assert not {value for value in values for person in PERSONAL if person in value.split()}
    assert not any("@" in value or "patron-" in value for value in values)


# The alert rules.


def rules() -> list[dict[str, Any]]:
    """All alerts of the file in deploy/."""
    text = (DEPLOY / "imref.rules.yml").read_text(encoding="utf-8")
    return [rule for group in yaml.safe_load(text)["groups"] for rule in group["rules"]]


def selectors(expression: str) -> list[tuple[str, tuple[str, ...]]]:
    """The series that an expression names, each with the labels that it asks for."""
    found = re.findall(r"\b(imref_\w+|process_\w+|up)\b(?:{(.*?)})?", expression)
    return [(name, tuple(re.findall(r"(\w+)\s*[=!]", labels))) for name, labels in found]


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule["alert"])
def test_an_alert_rests_on_what_there_is(rule: dict[str, Any]) -> None:
    named = selectors(rule["expr"])
    assert named
    labels: set[str] = set()
    for series, asked in named:
        known = OTHERS[series] if series in OTHERS else SERIES[series].labels
        assert set(asked) <= set(known)
        labels |= set(known)
    text = rule["annotations"]["summary"] + rule["annotations"]["description"]
    assert set(re.findall(r"\$labels\.(\w+)", text)) <= labels


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule["alert"])
def test_an_alert_says_what_it_is_and_what_to_do(rule: dict[str, Any]) -> None:
    assert set(rule) <= {"alert", "expr", "for", "labels", "annotations"}
    assert re.fullmatch(r"Imref[A-Za-z]+", rule["alert"])
    assert rule["labels"]["severity"] in ("page", "ticket")
    assert re.fullmatch(r"\d+[smh]", rule.get("for", "0s"))
    assert rule["annotations"]["summary"].endswith(".")
    assert len(rule["annotations"]["description"]) > 40
    assert rule["expr"].count("(") == rule["expr"].count(")")


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule["alert"])
def test_only_counters_increase_and_only_gauges_are_compared(rule: dict[str, Any]) -> None:
    for function, series in re.findall(r"(increase|rate)\((\w+)", rule["expr"]):
        assert SERIES[series].kind is not Kind.GAUGE, function
    if not re.search(r"increase|rate", rule["expr"]):
        for series, _ in selectors(rule["expr"]):
            assert series in OTHERS or SERIES[series].kind is Kind.GAUGE


def test_each_value_that_an_alert_asks_for_is_counted() -> None:
    known = {(name, pair) for name, labels in talked().samples() for pair in labels}
    for rule in rules():
        for series, matched in re.findall(r"(imref_\w+){(.*?)}", rule["expr"]):
            for label, value in re.findall(r'(\w+)="(.*?)"', matched):
                assert (series, (label, value)) in known


def test_the_scrape_section_asks_where_imref_listens() -> None:
    (job,) = yaml.safe_load((DEPLOY / "scrape.yml").read_text(encoding="utf-8"))
    assert job["job_name"] == "imref"
    assert job["static_configs"] == [{"targets": ["127.0.0.1:5380"]}]
    assert any(f'job="{job["job_name"]}"' in rule["expr"] for rule in rules())


def test_names_follow_prometheus() -> None:
    """Counters end in _total, and times are in seconds (Prometheus, "metric and label naming")."""

    def fits(metric: Metric) -> bool:
        counts = metric.kind is Kind.COUNTER
        return counts == metric.name.endswith("_total") and metric.about.endswith(".")

    assert all(map(fits, METRICS.values()))
