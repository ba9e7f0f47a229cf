/** Times and sizes as people of a language write them. */

const DAY = 24 * 60 * 60 * 1000;

/**
 * "14:05", or "2:05 PM". A language alone does not tell which: a reader who has it with a region
 * ("en-GB") among those of the browser reads times as that region does.
 */
export function clock(language: string, at: number): string {
  const own = navigator.languages.find((tag) => tag.startsWith(`${language}-`));
  return new Intl.DateTimeFormat(own ?? language, { hour: "numeric", minute: "2-digit" }).format(
    at,
  );
}

/** "today", "yesterday", "Monday, 4 January". */
export function day(language: string, at: number, now: number): string {
  const ago = daysBetween(at, now);
  if (ago <= 1)
    return new Intl.RelativeTimeFormat(language, { numeric: "auto" }).format(-ago, "day");
  const form = { weekday: "long", day: "numeric", month: "long" } as const;
  return new Intl.DateTimeFormat(language, form).format(at);
}

/** How many midnights are between two moments. */
export function daysBetween(from: number, to: number): number {
  return Math.round((midnight(to) - midnight(from)) / DAY);
}

function midnight(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}

/** "820 kB", "2.4 MB". */
export function size(language: string, bytes: number): string {
  const [value, unit] = bytes < 1e6 ? [bytes / 1e3, "kilobyte"] : [bytes / 1e6, "megabyte"];
  return new Intl.NumberFormat(language, {
    style: "unit",
    unit,
    unitDisplay: "short",
    maximumFractionDigits: value < 10 && unit === "megabyte" ? 1 : 0,
  }).format(Math.max(value, 1));
}
