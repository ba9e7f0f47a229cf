"""The repertoire: importing this registers every command."""

from imref.desk.calendar import commands as hours_commands
from imref.desk.colleagues import backchannel, canned, guests
from imref.desk.colleagues import forms as shared_forms
from imref.desk.duty import commands as duty_commands
from imref.desk.duty import engagement_commands, swamped
from imref.desk.duty import forms as duty_forms
from imref.desk.figures import dashboard, own_figures, tally
from imref.desk.patron import blocking, oblivion, transcripts
from imref.desk.patron import patron_side as patrons
from imref.desk.promise import commands as followup_commands
from imref.desk.promise import forms as promise_forms
from imref.desk.promise import patron_side as patron_followups
from imref.desk.rehearsal import practice
from imref.desk.session import closing as closing_commands
from imref.desk.session import forms as session_forms
from imref.desk.staff import commands as staff_commands
from imref.desk.staff import help_command

__all__ = [
    "backchannel",
    "blocking",
    "canned",
    "closing_commands",
    "dashboard",
    "duty_commands",
    "duty_forms",
    "engagement_commands",
    "followup_commands",
    "guests",
    "help_command",
    "hours_commands",
    "oblivion",
    "own_figures",
    "patron_followups",
    "patrons",
    "practice",
    "promise_forms",
    "session_forms",
    "shared_forms",
    "staff_commands",
    "swamped",
    "tally",
    "transcripts",
]
