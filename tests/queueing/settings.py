"""The settings in which the simulated desk is held against theory."""

from imref.desk.agreement import Strategy

from .desk import Setting

SETTINGS = (
    Setting(1, 0.5, strategy=Strategy.EVERYONE),
    Setting(2, 0.5, strategy=Strategy.EVERYONE),
    Setting(2, 0.7, strategy=Strategy.LEAST_LOADED),
    Setting(3, 0.7, strategy=Strategy.EVERYONE),
    Setting(5, 0.7),
    Setting(10, 0.8),
    Setting(20, 1.0, 0.5),
    Setting(1, 0.5, 1.0, strategy=Strategy.EVERYONE),
    Setting(1, 1.2, 0.5, strategy=Strategy.EVERYONE),
    Setting(2, 0.8, 0.5, strategy=Strategy.LEAST_LOADED),
    Setting(3, 1.0, 1.0, strategy=Strategy.EVERYONE),
    Setting(5, 0.9, 2.0, strategy=Strategy.EVERYONE),
    Setting(5, 1.2, 0.5),
    Setting(10, 1.0, 1.0, strategy=Strategy.LEAST_LOADED),
    Setting(12, 1.1, 0.5),
    Setting(20, 0.9, 1.0),
    Setting(20, 1.2, 0.5),
)
"""From one librarian to twenty, with and without patience, under every strategy of offering."""

EXACT = (*SETTINGS, Setting(20, 0.8))
"""Those in which each question is held against the recursion.

Erlang C with twenty is among them alone: most wait not at all and a few for long, so that in runs
which a test can afford one interval in five misses what it should hold (`bench/intervals.py`).
"""
