"""Whether the service can really do its job, in words that say what to look at."""

from imref.web.vitals import Check, Health


def health_of(*, linked: bool, ailing: bool, keeps_up: bool) -> Health:
    """The checks of /healthz, from what the service knows of itself."""
    return Health(
        {
            "link": Check(
                linked,
                "The link to the XMPP server is up."
                if linked
                else "There is no link to the XMPP server: nobody can ask or answer. Does the "
                "server run, and do component.domain, port and secret fit it?",
            ),
            "store": Check(
                not ailing,
                "What is said can be kept."
                if not ailing
                else "The database cannot be written, so nothing is taken. Is the disk full, or "
                "another program in the way? imref's log says what happened.",
            ),
            "loop": Check(
                keeps_up,
                "The service gets through its work."
                if keeps_up
                else "The service has been stuck on one batch of messages for a while. Is the disk "
                "very slow? imref's log may say more.",
            ),
        }
    )
