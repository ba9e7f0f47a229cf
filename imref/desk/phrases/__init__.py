"""Every sentence that a person reads, in one place, each with the moment it is said."""

from imref.desk.phrases.answers import *
from imref.desk.phrases.blocking import *
from imref.desk.phrases.board import *
from imref.desk.phrases.canary import *
from imref.desk.phrases.canned import *
from imref.desk.phrases.choices import *
from imref.desk.phrases.colleagues import *
from imref.desk.phrases.commands import *
from imref.desk.phrases.dashboard import *
from imref.desk.phrases.doorplate import *
from imref.desk.phrases.duty import *
from imref.desk.phrases.engagement import *
from imref.desk.phrases.exchange import *
from imref.desk.phrases.files import *
from imref.desk.phrases.followups import *
from imref.desk.phrases.forms import *
from imref.desk.phrases.help import *
from imref.desk.phrases.hours import *
from imref.desk.phrases.looking_back import *
from imref.desk.phrases.names import *
from imref.desk.phrases.nights import *
from imref.desk.phrases.oblivion import *
from imref.desk.phrases.outcomes import *
from imref.desk.phrases.own_figures import *
from imref.desk.phrases.paper import *
from imref.desk.phrases.partners import *
from imref.desk.phrases.patron import *
from imref.desk.phrases.pilot import *
from imref.desk.phrases.practice import *
from imref.desk.phrases.refusals import *
from imref.desk.phrases.registry import *
from imref.desk.phrases.roster import *
from imref.desk.phrases.staff import *
from imref.desk.phrases.staff_room import *
from imref.desk.phrases.terms import *
from imref.desk.phrases.times import *
from imref.desk.phrases.web import *
from imref.desk.phrases.webpage import *
from imref.desk.phrases.weekly import *


def snippet(text: str, most: int = 60) -> str:
    """The first words of ``text`` on one line, cut with an ellipsis after ``most`` characters."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"
