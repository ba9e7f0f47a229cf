"""What holds between sections: desks name existing staff, one address is one person, …

These rules look at the raw data of the file, so that a misspelt name is reported together with
a wrong port and not only after it was mended.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from stat import S_IROTH

from imref.config.hours import Hours, lacks_zone
from imref.config.model import Config
from imref.config.pilot import Pilot
from imref.config.places import Places
from imref.config.problems import Key, nearest
from imref.config.wording import misfits
from imref.desk.calendar.hours import HORIZON

Finding = tuple[Key, str]


def contradictions(data: object) -> Iterator[Finding]:
    """Every error that concerns two places of the file. ``data`` may have any shape."""
    staff, desks = _section(data, "staff"), _section(data, "desks")
    yield from _unknown_staff(desks, staff)
    yield from _unknown_supervisors(desks, staff)
    yield from _unknown_readers(_section(data, "dashboard"), staff)
    yield from _hours_without_zone(_section(data, "hours"), desks, staff)
    yield from _unknown_desks(_section(data, "staff_room"), desks)
    yield from _wrong_reports(_section(data, "reports"), staff, _section(data, "mail"))
    yield from _unknown_desk(_section(data, "canary"), desks)
    yield from _twice_on_a_desk(desks)
    yield from _shared_addresses(staff)
    domain = _section(data, "component").get("domain")
    yield from _addresses_of_our_own(staff, domain)
    yield from _wrong_partners(desks, staff, domain)
    yield from misfits(data.get("phrases") if isinstance(data, dict) else None)
    for name in staff.keys() & desks.keys():
        yield (
            ("staff", name),
            f'"{name}" is also the name of a desk; !transfer {name} could mean either',
        )


def doubts(config: Config, path: Path, places: Places) -> Iterator[Finding]:
    """Everything that works but is probably not meant, or not wise."""
    desks = config.desks.values()
    named = {name for desk in desks for tier in (*desk.tiers, desk.supervisors) for name in tier}
    for name in config.staff:
        if name not in named:
            yield ("staff", name), "is on no desk and will be offered nothing"
    yield from _shared_screen_names(config)
    yield from _unheard_alarm(config)
    yield from _hours_on_no_clock(config)
    yield from _doubtful_hours(config)
    yield from _crooked_pictures(config)
    yield from _exposed_secrets(config, path, places)


def _section(data: object, name: str) -> dict[str, object]:
    section = data.get(name) if isinstance(data, dict) else None
    return section if isinstance(section, dict) else {}


def _places_of_staff(desks: dict[str, object]) -> Iterator[tuple[str, Key, str]]:
    """(desk, key, staff name) for every name in every tier."""
    for desk in desks:
        tiers = _section(desks, desk).get("tiers")
        for row, tier in enumerate(tiers if isinstance(tiers, list) else []):
            for column, name in enumerate(tier if isinstance(tier, list) else []):
                if isinstance(name, str):
                    yield desk, ("desks", str(desk), "tiers", str(row), str(column)), name


def _unknown_staff(desks: dict[str, object], staff: dict[str, object]) -> Iterator[Finding]:
    known = [name for name in staff if isinstance(name, str)]
    for _, key, name in _places_of_staff(desks):
        if name not in known:
            yield key, f'no staff member is called "{name}"{nearest(name, known)}'


def _unknown_supervisors(desks: dict[str, object], staff: dict[str, object]) -> Iterator[Finding]:
    known = [name for name in staff if isinstance(name, str)]
    for desk in desks:
        names = _section(desks, desk).get("supervisors")
        for place, name in enumerate(names if isinstance(names, list) else []):
            if isinstance(name, str) and name not in known:
                key = ("desks", str(desk), "supervisors", str(place))
                yield key, f'no staff member is called "{name}"{nearest(name, known)}'


def _unknown_readers(dashboard: dict[str, object], staff: dict[str, object]) -> Iterator[Finding]:
    known = [name for name in staff if isinstance(name, str)]
    names = dashboard.get("transcripts")
    for place, name in enumerate(names if isinstance(names, list) else []):
        if isinstance(name, str) and name not in known:
            key = ("dashboard", "transcripts", str(place))
            yield key, f'no staff member is called "{name}"{nearest(name, known)}'


def _unknown_desks(room: dict[str, object], desks: dict[str, object]) -> Iterator[Finding]:
    known = [name for name in desks if isinstance(name, str)]
    names = room.get("desks")
    for place, name in enumerate(names if isinstance(names, list) else []):
        if isinstance(name, str) and name not in known:
            key = ("staff_room", "desks", str(place))
            yield key, f'no desk is called "{name}"{nearest(name, known)}'


def _unknown_desk(canary: dict[str, object], desks: dict[str, object]) -> Iterator[Finding]:
    known = [name for name in desks if isinstance(name, str)]
    name = canary.get("desk")
    if isinstance(name, str) and name and name not in known:
        yield ("canary", "desk"), f'no desk is called "{name}"{nearest(name, known)}'


def _wrong_reports(
    reports: dict[str, object], staff: dict[str, object], mail: dict[str, object]
) -> Iterator[Finding]:
    """Readers of the weekly report whom nobody knows, and mail without a server for it."""
    known = [name for name in staff if isinstance(name, str)]
    names = reports.get("staff")
    for place, name in enumerate(names if isinstance(names, list) else []):
        if isinstance(name, str) and name not in known:
            key = ("reports", "staff", str(place))
            yield key, f'no staff member is called "{name}"{nearest(name, known)}'
    if reports.get("mail") and not mail.get("server"):
        yield ("reports", "mail"), "needs a mail server: see the section mail"


def _hours_without_zone(
    hours: dict[str, object], desks: dict[str, object], staff: dict[str, object]
) -> Iterator[Finding]:
    text = 'zone is missing: the time zone that the hours are meant in, such as "Europe/Berlin"'
    if lacks_zone({}, hours):
        yield ("hours",), text
        return
    for desk in desks:
        own = _section(_section(desks, desk), "hours")
        if lacks_zone(hours, own):
            yield ("desks", str(desk), "hours"), text
        elif _section(desks, desk).get("partners") and not (own.get("zone") or hours.get("zone")):
            yield ("desks", str(desk), "partners"), f"hours.{text}"
    for name in staff:
        if lacks_zone(hours, _section(_section(staff, name), "shift")):
            yield ("staff", str(name), "shift"), text


def _doubtful_hours(config: Config) -> Iterator[Finding]:
    """Hours that are probably not meant: a desk that never opens, a year that is over."""
    now = datetime.now(UTC)
    for name, desk in config.agreement().desks.items():
        if desk.hours.opens(now.timestamp()) is None:
            key = ("desks", name, "hours") if config.desks[name].hours else ("hours",)
            yield key, f"the desk {name} does not open in the next {HORIZON} days"
    yield from _of_the_past(("hours",), config.hours, now.date())
    for name, section in config.desks.items():
        if section.hours:
            yield from _of_the_past(("desks", name, "hours"), section.hours, now.date())


def _of_the_past(key: Key, hours: Hours, today: date) -> Iterator[Finding]:
    if hours.exceptions and all(dates[-1] < today for dates in hours.exceptions):
        yield (*key, "exceptions"), "are all over; is there nothing to come?"
    for place, calendar in enumerate(hours.calendars or []):
        if not calendar.file.ahead:
            text = f"nothing in {calendar.file.path} is still to come; is it an old one?"
            yield (*key, "calendars", str(place), "file"), text


def _twice_on_a_desk(desks: dict[str, object]) -> Iterator[Finding]:
    seen: set[tuple[str, str]] = set()
    for desk, key, name in _places_of_staff(desks):
        if (desk, name) in seen:
            yield key, f'"{name}" is on this desk already; once is enough'
        seen.add((desk, name))


def _addresses(staff: dict[str, object]) -> Iterator[tuple[str, Key, str]]:
    for name in staff:
        address = _section(staff, name).get("address")
        if isinstance(address, str):
            yield name, ("staff", str(name), "address"), address.lower()


def _shared_addresses(staff: dict[str, object]) -> Iterator[Finding]:
    owners: dict[str, str] = {}
    for name, key, address in _addresses(staff):
        owner = owners.setdefault(address, name)
        if owner != name:
            yield key, f'is the address of "{owner}" already'


def _addresses_of_our_own(staff: dict[str, object], domain: object) -> Iterator[Finding]:
    for _, key, address in _addresses(staff):
        if isinstance(domain, str) and address.partition("@")[2] == domain.lower():
            yield key, f"is at {domain}, imref's own domain; a librarian's account is elsewhere"


def _addresses_of_partners(desks: dict[str, object]) -> Iterator[tuple[str, Key, str]]:
    """(desk, key, address) for every partner of every desk."""
    for desk in desks:
        partners = _section(desks, desk).get("partners")
        for place, partner in enumerate(partners if isinstance(partners, list) else []):
            address = partner.get("address") if isinstance(partner, dict) else None
            if isinstance(address, str):
                key = ("desks", str(desk), "partners", str(place), "address")
                yield str(desk), key, address.lower()


def _wrong_partners(
    desks: dict[str, object], staff: dict[str, object], domain: object
) -> Iterator[Finding]:
    """Partners that are ourselves, or that are named twice at one desk."""
    people = {address: name for name, _, address in _addresses(staff)}
    seen: set[tuple[str, str]] = set()
    for desk, key, address in _addresses_of_partners(desks):
        if isinstance(domain, str) and address.partition("@")[2] == domain.lower():
            yield key, f"is at {domain}, imref's own domain; a partner is another library"
        elif address in people:
            yield key, f'is the address of "{people[address]}", who is on the staff here'
        elif (desk, address) in seen:
            yield key, "is a partner of this desk already; one `when` can hold all hours"
        seen.add((desk, address))


def _shared_screen_names(config: Config) -> Iterator[Finding]:
    owners: dict[str, str] = {}
    for person in config.agreement().staff.values():
        owner = owners.setdefault(person.screen_name, person.name)
        if owner != person.name:
            yield (
                ("staff", person.name),
                f'has the same screen name as "{owner}": patrons cannot tell them apart',
            )


def _unheard_alarm(config: Config) -> Iterator[Finding]:
    agreed = config.agreement()
    if agreed.canary is not None and not agreed.desks[agreed.canary.desk].supervisors:
        desk = agreed.canary.desk
        text = f"has nobody to tell when it fails; name supervisors of the desk {desk}"
        yield ("canary", "at"), text


def _hours_on_no_clock(config: Config) -> Iterator[Finding]:
    """Times of day that somebody has set for a desk whose time zone is not known."""
    agreed, first, usual = config.agreement(), next(iter(config.desks)), Pilot().tell_at
    told = config.pilot.tell_at if config.pilot.tell_at != usual else None
    times = [
        (("canary", "at"), config.canary.at, agreed.canary.desk if agreed.canary else ""),
        (("pilot", "tell_at"), told, first),
        (("reports", "time"), config.reports.time, first if agreed.weekly_report else ""),
    ]
    for key, time, desk in times:
        if time and desk and agreed.desks[desk].hours.zone is UTC:
            yield (
                key,
                f"is {time} in UTC, since no hours.zone says on which clock the desk {desk} goes",
            )


def _crooked_pictures(config: Config) -> Iterator[Finding]:
    for name, picture in config.pictures.items():
        if picture.width != picture.height:
            key = ("desks", name, "avatar") if name else ("component", "avatar")
            yield key, "is no square; many clients cut pictures to one, or to a circle"


def _exposed_secrets(config: Config, path: Path, places: Places) -> Iterator[Finding]:
    if config.component.secret is None:
        return  # secrets were not read
    for name, section in (("component", config.component), ("web", config.web)):
        if section is None:
            continue
        file = section.secret_file or path
        key = (name, "secret_file" if section.secret_file else "secret")
        if key in places.lines and file.stat().st_mode & S_IROTH:
            yield key, f"everybody on this machine can read the secret; chmod o= {file}"
