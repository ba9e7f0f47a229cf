"""How long things take and when they are, as parts of other sentences."""

from imref.desk.phrases.registry import Lapse, phrase

LAPSE_MOMENT = phrase("lapse_moment", "a moment", "A waiting time of less than two seconds.")
LAPSE_SECONDS = phrase("lapse_seconds", "{seconds} s", "A waiting time of less than a minute.")
LAPSE_MINUTES = phrase("lapse_minutes", "{minutes} min", "A waiting time of less than an hour.")
LAPSE_HOURS = phrase("lapse_hours", "{hours} h", "A waiting time of whole hours.")
LAPSE_HOURS_MINUTES = phrase(
    "lapse_hours_minutes", "{hours} h {minutes} min", "A waiting time of hours and minutes."
)

LAPSE_DAYS = phrase(
    "lapse_days", "{count} day", "A waiting time of a day or more.", plural="{count} days"
)
LAPSE_DAYS_HOURS = phrase(
    "lapse_days_hours", "{days} {hours} h", "A waiting time of days, and hours besides."
)

TIME_OF_DAY = phrase(
    "time_of_day",
    "H:mm",
    "How a time of day is written, as a pattern of Unicode CLDR: H is the hour of 24 (h of 12, "
    "with a for am and pm), mm the minutes; letters of your own stand in single quotes.",
)
DATE_OF_YEAR = phrase(
    "date_of_year",
    "EEEE, d MMMM",
    "How a date is written, as a pattern of Unicode CLDR: EEEE is the day of the week, "
    "d the day of the month, MMMM the month by name.",
)
WHEN_HOUR = phrase("when_hour", "{time}", "A moment of today, after “until”.")
WHEN_TODAY = phrase("when_today", "today at {time}", "A moment of today, within other sentences.")
WHEN_TOMORROW = phrase("when_tomorrow", "tomorrow at {time}", "A moment of tomorrow.")
WHEN_YESTERDAY = phrase("when_yesterday", "yesterday at {time}", "A moment of yesterday.")
WHEN_WEEKDAY = phrase("when_weekday", "{weekday} at {time}", "A moment of the coming week.")
WHEN_DATE = phrase("when_date", "{date} at {time}", "A moment that is further away.")


def age(seconds: float) -> Lapse:
    """A waiting time, to fill a gap with."""
    return Lapse(seconds)
