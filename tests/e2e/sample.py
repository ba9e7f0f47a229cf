"""The sample library of the scenes: the demo's, with some more patrons."""

from imref.demo.library import DESKS, plan, write_config

PATRONS = ("pat", "pam", "pip")
PLAN = plan(*PATRONS)
NEIGHBOUR = plan(*PATRONS, domain="other.example")

__all__ = ["DESKS", "NEIGHBOUR", "PATRONS", "PLAN", "write_config"]
