"""The page about what can be measured (docs/metrics.md), made from the catalogue."""

from collections.abc import Iterator

from imref.meters.catalogue import CHAPTERS, Metric

HEAD = """\
# Metrics and health

For those who watch over machines. Figures for the library are another matter: they come from what
is kept, not from what was counted since the last start.

imref's web server ([`web:`](config.md#web)) has two pages for programs.

## /healthz

Whether the service can really do its job: 200 when all is well, 503 when something is not, with
each check in plain words. Anybody may read it; it says nothing of people.

```json
{"ok": false, "checks": {
  "link": {"ok": true, "says": "The link to the XMPP server is up."},
  "store": {"ok": false, "says": "The database cannot be written, so nothing is taken. …"},
  "loop": {"ok": true, "says": "The service gets through its work."}}}
```

That it answers at all says that the process lives and its web server is reached. The whole way, a
question and its answer, is tried by the [daily check](config.md#canary).

## /metrics

For Prometheus, in its text format or as OpenMetrics. Only this machine may read it, unless
[`web.metrics`](config.md#web) names others; where that is empty, nobody may. Whoever comes by your
reverse proxy counts as whom the proxy names (`X-Forwarded-For`, as in
[the examples](web.md#the-reverse-proxy)). A proxy on this machine that names nobody would show the
metrics to everybody: `imref check` looks whether they can be read at the public address.

A [scrape section](../deploy/prometheus/scrape.yml) and
[alert rules](../deploy/prometheus/imref.rules.yml) are in `deploy/prometheus/`. Each alert says
what to do; the numbers in them are a beginning.

No metric has a label for a person, a patron or a conversation. Counters begin at 0 with each start
of imref; Prometheus knows how to deal with that.
"""


def page() -> str:
    """The text of the page."""
    return "\n".join(_lines())


def _lines() -> Iterator[str]:
    yield HEAD
    for chapter, metrics in CHAPTERS.items():
        yield from (
            f"### {chapter}",
            "",
            "| metric | kind | labels | meaning |",
            "|---|---|---|---|",
        )
        yield from map(_row, metrics)
        yield ""


def _row(metric: Metric) -> str:
    labels = ", ".join(f"`{label}`" for label in metric.labels) or "–"
    return f"| `{metric.name}` | {metric.kind} | {labels} | {metric.about} |"
