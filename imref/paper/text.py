"""The text of the agreement: desks, people, times, words, what is kept, and lines to sign on."""

from collections.abc import Iterable, Iterator
from dataclasses import fields
from datetime import UTC, date, datetime
from textwrap import wrap

from imref.desk import phrases
from imref.desk.agreement import Agreement, Desk, PerPerson, StaffMember, Strategy
from imref.desk.duty.order import order_words
from imref.desk.phrases import TERMS, Listed, Text
from imref.paper.exact import exactly
from imref.paper.hours import in_a_line, special_days, usual_week
from imref.paper.occasions import occasions

WIDTH = 88
BLANK = "_" * 22

ASKED = {
    Strategy.EVERYONE: phrases.PAPER_EVERYONE,
    Strategy.LEAST_LOADED: phrases.PAPER_LEAST_LOADED,
    Strategy.IN_ORDER: phrases.PAPER_IN_ORDER,
}
FIGURES = {
    PerPerson.NOBODY: phrases.PAPER_FIGURES_NOBODY,
    PerPerson.SELF: phrases.PAPER_FIGURES_SELF,
    PerPerson.SUPERVISORS: phrases.PAPER_FIGURES_SUPERVISORS,
}


def agreement_text(agreement: Agreement, now: float, language: str = "") -> Iterator[str]:
    """The agreement line by line, as of ``now`` (Unix seconds).

    ``language`` is a tag that the library's wording knows; "" is the library's own.
    """
    return _Paper(agreement, now, language).lines()


class _Paper:
    """One agreement, one language, one day."""

    def __init__(self, agreement: Agreement, now: float, language: str) -> None:
        self._agreement = agreement
        self._now = now
        self._language = agreement.wording.language(language) if language else ""

    def lines(self) -> Iterator[str]:
        agreement = self._agreement
        yield f"# {self._said(phrases.PAPER_TITLE())}"
        today = self._date(datetime.fromtimestamp(self._now, UTC).date())
        yield from self._paragraph(phrases.PAPER_INTRO(domain=agreement.domain, date=today))
        for desk in agreement.desks.values():
            yield from self._desk(desk)
        yield from self._chapter(phrases.PAPER_PEOPLE(), self._people())
        yield from self._chapter(phrases.PAPER_TIMES(), self._times())
        yield from self._heading(phrases.PAPER_TOLD())
        first_desk = next(iter(agreement.desks.values()))
        for when, words in occasions(agreement, first_desk, self._now):
            yield from self._bullet(when)
            yield from self._quoted(words)
        yield from self._chapter(phrases.PAPER_KEPT(), self._kept())
        yield from self._heading(phrases.PAPER_SIGNED())
        for member in agreement.staff.values():
            name = self._name(member)
            yield from (self._said(phrases.PAPER_SIGNATURE(name=name, blank=BLANK)), "")

    # A desk.

    def _desk(self, desk: Desk) -> Iterator[str]:
        address = f"{desk.name}@{self._agreement.domain}"
        yield from self._heading(phrases.PAPER_DESK(title=desk.title, address=address))
        yield from self._hours(desk)
        for text in (self._order(desk), *self._tiers(desk), ASKED[desk.strategy]()):
            yield from self._bullet(text)
        if desk.supervisors:
            yield from self._bullet(
                phrases.PAPER_SUPERVISORS(
                    age=exactly(self._agreement.timings.unstaffed),
                    names=self._names(desk.supervisors),
                    count=len(desk.supervisors),
                )
            )
        for partner in desk.partners:
            yield from self._bullet(
                phrases.PAPER_PARTNER(
                    title=partner.title, address=partner.address, hours=in_a_line(partner.when)
                )
            )

    def _hours(self, desk: Desk) -> Iterator[str]:
        if desk.hours.always:
            yield from self._bullet(phrases.PAPER_ALWAYS())
            return
        yield from self._bullet(phrases.PAPER_HOURS(zone=str(desk.hours.zone)))
        for line in usual_week(desk.hours):
            yield from self._bullet(line, indent=4)
        special = list(special_days(desk.hours, self._now, self._date))
        if special:
            yield from self._bullet(phrases.PAPER_EXCEPTIONS())
        for line in special:
            yield from self._bullet(line, indent=4)
        after = exactly(self._agreement.timings.closing_grace)
        yield from self._bullet(phrases.PAPER_AFTER_CLOSING(age=after))

    def _order(self, desk: Desk) -> Text:
        if not desk.order and not desk.order_text:
            return phrases.PAPER_ORDER_FIRST_COME()
        return phrases.PAPER_ORDER(order=order_words(desk))

    def _tiers(self, desk: Desk) -> Iterator[Text]:
        first, *others = desk.tiers
        only = phrases.PAPER_TIER_ONE if not others else phrases.PAPER_TIER_FIRST
        yield only(names=self._names(first))
        for number, tier in enumerate(others, 1):
            age = exactly(number * self._agreement.timings.widen)
            yield phrases.PAPER_TIER_NEXT(age=age, names=self._names(tier))

    # People and times.

    def _people(self) -> Iterator[Text]:
        desks = self._agreement.desks.values()
        for member in self._agreement.staff.values():
            titles = tuple(desk.title for desk in desks if member.name in desk.staff)
            watched = tuple(desk.title for desk in desks if member.name in desk.supervisors)
            if watched and not titles:
                yield phrases.PAPER_SUPERVISOR_ONLY(name=self._name(member), desks=Listed(watched))
                continue
            yield phrases.PAPER_PERSON(
                name=self._name(member),
                screen_name=member.screen_name,
                count=member.limit,
                desks=Listed(titles) if titles else "–",
            )
            if member.shift is not None:
                yield phrases.PAPER_SHIFT(name=self._name(member), hours=in_a_line(member.shift))
        yield phrases.PAPER_OWN_WORD()
        yield phrases.PAPER_NAMES()
        yield phrases.PAPER_PRACTICE()
        yield FIGURES[self._agreement.per_person]()

    def _times(self) -> Iterator[Text]:
        timings = self._agreement.timings
        for each in fields(timings):
            yield TERMS[each.name](time=exactly(getattr(timings, each.name)))

    def _kept(self) -> Iterator[Text]:
        yield phrases.PAPER_KEPT_MESSAGES()
        yield phrases.PAPER_KEPT_ADDRESS()
        yield phrases.PAPER_KEPT_PROMISED(time=exactly(self._agreement.timings.comeback))
        yield phrases.PAPER_KEPT_FORGOTTEN()
        if self._agreement.ratings:
            yield phrases.PAPER_KEPT_RATINGS()
        yield phrases.PAPER_KEPT_LOGS()
        yield phrases.PAPER_KEPT_SERVERS()

    def _names(self, names: Iterable[str]) -> Text:
        members = (self._agreement.member(name) for name in names)
        return Listed(tuple(self._name(member) for member in members if member is not None))

    def _name(self, member: StaffMember) -> str:
        """The name that somebody signs with: their real one, where the agreement has it."""
        return member.real_name or member.screen_name

    # Lines.

    def _said(self, text: Text) -> str:
        return self._agreement.wording.render(text, self._language, self._now)

    def _date(self, on: date) -> str:
        from babel.dates import format_date

        pattern = self._said(phrases.DATE_OF_YEAR())
        language = self._language or self._agreement.wording.language("")
        return format_date(on, f"{pattern} y", locale=language.replace("-", "_"))

    def _heading(self, text: Text) -> Iterator[str]:
        yield from ("", f"## {self._said(text)}", "")

    def _paragraph(self, text: Text) -> Iterator[str]:
        yield from ("", *wrap(self._said(text), WIDTH))

    def _bullet(self, text: Text, indent: int = 0) -> Iterator[str]:
        margin = " " * indent
        yield from wrap(f"{margin}- {self._said(text)}", WIDTH, subsequent_indent=f"{margin}  ")

    def _quoted(self, text: Text) -> Iterator[str]:
        for line in self._said(text).splitlines():
            yield from wrap(line, WIDTH, initial_indent="  > ", subsequent_indent="  > ")

    def _chapter(self, title: Text, texts: Iterable[Text]) -> Iterator[str]:
        yield from self._heading(title)
        for text in texts:
            yield from self._bullet(text)
