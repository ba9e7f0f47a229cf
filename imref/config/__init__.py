"""The config file: what it may say, how it is read, and how its mistakes are reported."""

from imref.config.model import Config
from imref.config.problems import ConfigErrors, Problem
from imref.config.reading import inspect, read

__all__ = ["Config", "ConfigErrors", "Problem", "inspect", "read"]
