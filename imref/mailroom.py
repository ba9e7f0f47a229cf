"""The mail room: from the config to a postman, and from his answer to an event of the desk."""

import logging
import ssl

from imref.config import Config
from imref.desk.errands import SendMail
from imref.desk.events import Mailed
from imref.desk.records import MailFate
from imref.mail import MailServer, Postman, Reception, Security

log = logging.getLogger(__name__)

FATES = {
    Reception.ARRIVED: MailFate.ARRIVED,
    Reception.REFUSED: MailFate.REFUSED,
    Reception.LATER: MailFate.OWED,
}
"""What an attempt means for a mail; one that is still owed is tried again by the desk."""


class MailRoom:
    """Runs `SendMail` for the clerk. ``settings`` may be exchanged at any time.

    ``context`` is for a server whose certificate is not public.
    """

    def __init__(self, settings: Config, context: ssl.SSLContext | None = None) -> None:
        self.settings = settings
        self._context = context

    async def send(self, errand: SendMail) -> Mailed:
        """Try once to hand the mail over."""
        number = errand.mail.number
        try:
            server = mail_server(self.settings)
        except ValueError as problem:  # the file with the password is gone
            log.error("mail %d cannot go out: %s", number, problem)
            return Mailed(number, MailFate.OWED, "the login is not set up")
        if server is None:
            return Mailed(number, MailFate.OWED, "no mail server is set up")
        answer = await Postman(server, self._context).deliver(errand.mail)
        log.info("mail %d: %s %s", number, answer.reception, answer.detail)
        return Mailed(number, FATES[answer.reception], answer.detail)


def mail_server(settings: Config) -> MailServer | None:
    """The mail server of a config; None when it sends no mail. Raises ValueError (see login)."""
    mail = settings.mail
    if not mail.server:
        return None
    user, password = mail.login
    return MailServer(
        host=mail.server,
        port=mail.port_to_use,
        security=Security(mail.tls.value),
        sender=mail.sender,
        name=mail.name,
        domain=settings.component.domain,
        user=user,
        password=password,
    )
