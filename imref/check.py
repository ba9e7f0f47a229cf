"""`imref check`: is the config right, does what it describes work, and if not, what to do."""

import asyncio
import errno
import os
import socket
import time
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from pathlib import Path

from imref.config import Config, inspect
from imref.desk.agreement import Agreement, Partner, StaffMember
from imref.evidence_check import check_evidence
from imref.file_check import brings_over, check_uploads
from imref.findings import Finding, Mark, number_of
from imref.mail import Postman
from imref.mailroom import mail_server
from imref.room_check import check_room
from imref.roster_check import check_rosters
from imref.store.errors import StoreError
from imref.store.inspection import Condition, condition_of, in_use
from imref.xmpp.inquiry import Answer, Inquiry, NoLink

PATIENCE = 2.0
"""Seconds that presence may take to arrive; servers on one machine need some milliseconds."""

STATE_FOLDER = Path("/var/lib/imref")
"""What systemd makes at the first start (StateDirectory= in deploy/imref.service)."""


async def check(path: Path) -> AsyncIterator[Finding]:
    """Everything about the config at ``path``, in order, each as soon as it is known."""
    config, problems = inspect(path)
    for problem in problems:
        mark = Mark.WARNING if problem.warning else Mark.PROBLEM
        yield Finding(mark, str(replace(problem, warning=False)), fatal=not problem.warning)
    if config is None:
        return
    yield Finding(Mark.FINE, f"{path}: {_counted(config)}")
    for name, picture in config.pictures.items():
        of = f"the desk {name}" if name else "the library"
        size = f"{picture.width} by {picture.height} pixels, {picture.type}"
        yield Finding(Mark.FINE, f"the picture of {of} can be shown: {size}")
    for finding in check_database(config.database):
        yield finding
    for finding in check_evidence(config, time.time()):
        yield finding
    async for finding in check_mail(config):
        yield finding
    async for finding in check_web(config):
        yield finding
    if in_use(config.database):
        yield Finding(
            Mark.NOTE,
            "imref is running on this database, so server and staff were not tried: "
            "a second link under its name would take messages from it",
            "To try them, stop imref first. Its log says how its own link is doing.",
        )
        return
    async for finding in check_server(config):
        yield finding


def check_database(database: Path) -> Iterator[Finding]:
    """Whether the database is there or can be made, may be written and has the right tables."""
    as_user = "Run this check as the user that imref runs as; that user must own the folder."
    try:
        if not database.parent.is_dir():
            yield _no_folder(database.parent)
            return
        places = [place for place in (database.parent, database) if place.exists()]
    except PermissionError:  # systemd's DynamicUser keeps its folder behind a closed one
        yield Finding(Mark.PROBLEM, f"this user may not look into {database.parent}", as_user)
        return
    for place in places:
        if not os.access(place, os.W_OK):
            yield Finding(Mark.PROBLEM, f"this user may not write to {place}", as_user)
            return
    try:
        yield _tables(database, condition_of(database))
    except StoreError as error:
        advice = "Is it the right file? `file` says what it is; restore a copy if it is damaged."
        yield Finding(Mark.PROBLEM, f"the database cannot be read: {error}", advice)


def _no_folder(folder: Path) -> Finding:
    if folder == STATE_FOLDER:
        return Finding(
            Mark.NOTE,
            f"the folder of the database, {folder}, does not exist yet",
            "systemd makes it at the first start (deploy/imref.service). Without systemd: make "
            "it, and give it to the user that imref runs as.",
        )
    return Finding(
        Mark.PROBLEM,
        f"the folder of the database, {folder}, does not exist",
        "Make it, and give it to the user that imref runs as (systemd: StateDirectory=imref).",
    )


def _tables(database: Path, condition: Condition) -> Finding:
    match condition:
        case Condition.MISSING | Condition.EMPTY:
            return Finding(Mark.FINE, f"{database} can be made at the first start")
        case Condition.CURRENT:
            return Finding(Mark.FINE, f"{database} can be written and is up to date")
        case Condition.OLDER:
            advice = "The next start brings it up to date; copy the file before."
            return Finding(Mark.NOTE, f"{database} is from an earlier version of imref", advice)
        case Condition.NEWER:
            advice = "Install the version that wrote it, or a later one."
            return Finding(Mark.PROBLEM, f"{database} is from a later version of imref", advice)
        case Condition.FOREIGN:
            advice = "Name another file in the config; imref does not touch this one."
            return Finding(Mark.PROBLEM, f"{database} holds another program's tables", advice)


async def check_mail(config: Config) -> AsyncIterator[Finding]:
    """Whether the mail server would take a mail from us; nothing where no mail is sent."""
    try:
        server = mail_server(config)
    except ValueError as problem:
        yield Finding(Mark.PROBLEM, f"the login to the mail server is not set up: {problem}")
        return
    if server is None:
        return
    place = f"{server.host}:{server.port}"
    trouble = await Postman(server).greet()
    if not trouble:
        yield Finding(Mark.FINE, f"{place} would take mail from {server.sender}")
        return
    yield Finding(
        Mark.PROBLEM,
        f"{place} takes no mail from {server.sender}: {trouble}",
        "Look at mail.server, port and tls, at the user and password, and whether this server "
        "lets that address send.",
    )


async def check_web(config: Config) -> AsyncIterator[Finding]:
    """Whether the web page can be served and visitors are let in; nothing where there is none."""
    if config.web is None:
        return
    from imref.web.trial import tried  # of use to those who have a page

    async for finding in tried(config.web):
        yield finding


async def check_server(config: Config) -> AsyncIterator[Finding]:
    """Whether the server takes us as its component, and what it says of each staff member."""
    part, agreement = config.component, config.agreement()
    link = Inquiry(part.domain, part.host, part.port, part.password, wording=agreement.wording)
    try:
        async with link as inquiry:
            yield Finding(Mark.FINE, f"{part.host}:{part.port} takes imref as {part.domain}")
            for person, answer in await _ask_about(inquiry, agreement):
                yield _standing(person, answer, inquiry.shows_of(person.address), agreement)
            for partner, answer in await _ask_partners(inquiry, agreement):
                yield _reached(partner, answer, agreement.domain)
            if agreement.staff_room is not None:
                yield await check_room(inquiry, agreement.staff_room)
            for finding in await check_rosters(inquiry, list(agreement.staff)):
                yield finding
            if brings_over(config):
                yield await check_uploads(inquiry.asking, config)
    except NoLink as refusal:
        yield refused(refusal.condition, part.domain)
    except (OSError, TimeoutError) as error:
        yield unreachable(error, part.host, part.port)


def unreachable(error: OSError, host: str, port: int) -> Finding:
    """Why nobody took the connection. asyncio joins the errors of several addresses in one."""
    place, text = f"{host}:{port}", str(error)
    if isinstance(error, socket.gaierror):
        return Finding(
            Mark.PROBLEM,
            f'the name "{host}" leads to no machine',
            "Look at component.host in the config, and at this machine's DNS.",
        )
    if error.errno == errno.ECONNREFUSED or f"[Errno {errno.ECONNREFUSED}]" in text:
        return Finding(
            Mark.PROBLEM,
            f"nobody listens at {place}",
            "Is the XMPP server running, and does it take components on this port? "
            "deploy/prosody/imref.cfg.lua and deploy/ejabberd/imref.yml show how.",
        )
    if isinstance(error, TimeoutError):
        return Finding(
            Mark.PROBLEM,
            f"no answer from {place}",
            "Is it the right machine, is a firewall between, and is it the port for components "
            "(5347 on most servers, not 5222)?",
        )
    return Finding(Mark.PROBLEM, f"{place} cannot be reached: {text}", "Look at component.host.")


def refused(condition: str, domain: str) -> Finding:
    """Why the server took the connection and ended it (a stream error, RFC 6120, section 4.9.3)."""
    match condition:
        case "not-authorized":
            return Finding(
                Mark.PROBLEM,
                f"the server refuses the secret for {domain}",
                "Put the same secret into the config and into the server: component_secret "
                "(Prosody) or password (ejabberd); then reload the server. ejabberd says this "
                "of a name that it does not know, too: look at component.domain.",
            )
        case "host-unknown":
            return Finding(
                Mark.PROBLEM,
                f"the server has no component called {domain}",
                "Name it there (deploy/prosody/imref.cfg.lua, deploy/ejabberd/imref.yml), then "
                "reload the server. Prosody says this on its port for clients, too: "
                "component.port is the one for components (5347 on most servers).",
            )
        case "conflict":
            return Finding(
                Mark.NOTE,
                f"a component is already connected as {domain}: is imref running?",
                "If so, all is well, and staff can be tried while it is stopped. If not, another "
                "program uses its name and secret.",
            )
    return Finding(
        Mark.PROBLEM,
        f"the server ended the conversation: {condition or 'it gave no reason'}",
        "Is component.port the port for components (5347 on most servers, not 5222)? "
        "The server's log may say more.",
    )


async def _ask_about(inquiry: Inquiry, agreement: Agreement) -> list[tuple[StaffMember, Answer]]:
    """Each person who serves a desk, asked about from the first desk they serve."""
    desk_of: dict[str, str] = {}
    for desk in agreement.desks.values():
        for name in desk.staff:
            desk_of.setdefault(name, desk.name)
    people = [person for person in agreement.staff.values() if person.name in desk_of]
    for person in people:
        inquiry.probe(desk_of[person.name], person.address)
    asked = (inquiry.may_see(desk_of[person.name], person.address) for person in people)
    answers = list(zip(people, await asyncio.gather(*asked), strict=True))
    seen = [person.address for person, answer in answers if not answer.condition]
    await inquiry.presence_of(seen, PATIENCE)
    return answers


async def _ask_partners(inquiry: Inquiry, agreement: Agreement) -> list[tuple[Partner, Answer]]:
    """Each partner, asked what they are from a desk that they answer for."""
    desk_of: dict[str, str] = {}
    partners: dict[str, Partner] = {}
    for desk in agreement.desks.values():
        for partner in desk.partners:
            desk_of.setdefault(partner.address, desk.name)
            partners.setdefault(partner.address, partner)
    asked = (inquiry.may_see(desk, address) for address, desk in desk_of.items())
    return list(zip(partners.values(), await asyncio.gather(*asked), strict=True))


def _reached(partner: Partner, answer: Answer, domain: str) -> Finding:
    name = f"the partner {partner.title} <{partner.address}>"
    server = partner.address.partition("@")[2]
    match answer.condition:
        case "":
            return Finding(Mark.FINE, f"{name} can be reached")
        case "service-unavailable" | "subscription-required":
            return Finding(
                Mark.FINE,
                f"{name}: the server can be reached; it does not say whether somebody is there",
                "So it is for a person. Another imref would have said what it is.",
            )
        case "item-not-found":
            return Finding(
                Mark.WARNING,
                f"{name}: {server} can be reached, and has no such address",
                "Ask the partner for the address of their desk.",
            )
    return Finding(
        Mark.WARNING,
        f"{name} cannot be reached: {answer.text or answer.condition}",
        f"Is the address right? Your server must federate with {server}, and as {domain}, not "
        "only as the domain of your people: DNS, certificate and firewall (docs/partners.md).",
    )


def _standing(
    person: StaffMember, answer: Answer, shows: set[str], agreement: Agreement
) -> Finding:
    name = f"{person.name} <{person.address}>"
    if shows & agreement.on_duty_shows:
        return Finding(Mark.FINE, f"{name} is on duty")
    if shows:
        return Finding(Mark.FINE, f"{name} is signed in but off duty ({', '.join(sorted(shows))})")
    match answer.condition:
        case "":
            return Finding(Mark.FINE, f"{name} is offline; imref will see them sign in")
        case "service-unavailable" | "subscription-required":
            return Finding(
                Mark.WARNING,
                f"{name} does not show imref when they are signed in, or has no account "
                "(servers do not say which)",
                "Is the address right? Then put staff and desks on a shared roster "
                "(deploy/prosody/imref-groups.txt, deploy/ejabberd/roster.sh), or let them "
                "accept the request that imref sends when it starts.",
            )
    server = person.address.partition("@")[2]
    why = answer.text or answer.condition
    return Finding(
        Mark.WARNING,
        f"{name} cannot be asked about: {why}",
        f"Is the address right? Can your server talk to {server}?",
    )


def _counted(config: Config) -> str:
    desks, staff = (
        number_of(len(config.desks), "desk"),
        number_of(len(config.staff), "staff member"),
    )
    return f"{desks}, {staff}"
