"""The weekly report for the clerk: made beside the loop from what is kept, and mailed."""

import asyncio
import logging
import ssl
import time
from collections.abc import Callable
from datetime import date

from imref.config import Config
from imref.desk.errands import MailReport, WriteReport
from imref.desk.events import ReportMailed, ReportWritten
from imref.desk.figures.brief import Brief
from imref.mail import Enclosed, Postman, Reception
from imref.mailroom import mail_server
from imref.report.brief import brief
from imref.report.compose import report
from imref.report.discretion import discreet
from imref.report.model import Report
from imref.report.paper import CannotDraw, as_bytes
from imref.report.period import Period
from imref.store.evidence import Evidence

log = logging.getLogger(__name__)


class _Letter:
    """The report to one reader. The same report has the same number, whoever reads it."""

    def __init__(self, errand: MailReport, recipient: str) -> None:
        self.number, self.recipient = errand.number, recipient
        self.subject, self.body, self.made = errand.subject, errand.body, errand.until


class WeeklyReports:
    """Runs `WriteReport` and `MailReport`. ``settings`` may be exchanged at any time.

    ``context`` is for a mail server whose certificate is not public; ``clock`` gives Unix seconds.
    """

    def __init__(
        self,
        settings: Config,
        context: ssl.SSLContext | None = None,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self.settings = settings
        self._context = context
        self._clock = clock

    async def write(self, errand: WriteReport) -> ReportWritten:
        """Count the week, and the one before. Raises StoreError."""
        inside, outside = await asyncio.to_thread(self._briefs, errand)
        return ReportWritten(errand.number, inside, outside)

    async def mail(self, errand: MailReport) -> ReportMailed:
        """Try once to hand the report over to each reader."""
        try:
            server = mail_server(self.settings)
        except ValueError as problem:  # the file with the password is gone
            log.error("the weekly report cannot be mailed: %s", problem)
            server = None
        if server is None:
            return ReportMailed(errand.number)
        enclosed = await asyncio.to_thread(self._page, errand)
        postman, told = Postman(server, self._context), ReportMailed(errand.number)
        for recipient in errand.recipients:
            answer = await postman.deliver(_Letter(errand, recipient), enclosed)
            log.info("weekly report %d: %s %s", errand.number, answer.reception, answer.detail)
            match answer.reception:
                case Reception.ARRIVED:
                    told.arrived += (recipient,)
                case Reception.REFUSED:
                    told.refused += (recipient,)
                    told.detail = answer.detail
                case Reception.LATER:
                    pass
        return told

    def _briefs(self, errand: WriteReport) -> tuple[Brief, Brief]:
        week = errand.until - errand.since
        this, before = (
            self._report(errand.since - back, errand.until - back) for back in (0.0, week)
        )
        return brief(this, before), brief(discreet(this), discreet(before))

    def _report(self, since: float, until: float) -> Report:
        agreement = self.settings.agreement()
        zone = next(iter(agreement.desks.values())).hours.zone
        with Evidence(self.settings.database) as evidence:
            return report(evidence, agreement, Period(since, until, zone), now=self._clock())

    def _page(self, errand: MailReport) -> Enclosed | None:
        """The report as a page for all readers; None where nothing can be drawn."""
        desks = self.settings.desks
        made = discreet(self._report(errand.since, errand.until))
        try:
            page = as_bytes(made, {name: desk.title for name, desk in desks.items()}, "html")
        except CannotDraw as problem:
            log.warning("the weekly report goes without a page: %s", problem)
            return None
        return Enclosed(f"report-{_day(made.period.first)}.html", page.decode())


def _day(on: date) -> str:
    return on.isoformat()
