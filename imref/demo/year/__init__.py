"""A made-up year of a reference desk in a real store, for docs, tests and a look at the figures.

Everybody in it and all that they say is invented. The same seed gives the same year on any machine.
"""

from imref.demo.year.fill import Told, Year, fill_year

__all__ = ["Told", "Year", "fill_year"]
