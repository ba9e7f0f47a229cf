/** What people wrote, taken apart: links that can be clicked, and styling (XEP-0393) in moderation. */

export type Span =
  | { readonly kind: "plain" | "strong" | "emphasis" | "code" | "struck"; readonly text: string }
  | { readonly kind: "link"; readonly text: string; readonly href: string };

export interface Block {
  readonly kind: "paragraph" | "quote" | "preformatted";
  readonly spans: readonly Span[];
}

const LINK = /https?:\/\/[^\s<>"'`]+/giu;
/** Marks at the end of a sentence are not part of the address before them. */
const AFTER_LINK = /[.,;:!?…'"’”»\]}]+$/u;

/**
 * A mark, then no space, then words, no space, and the mark again: `*like this*`. It opens at the
 * beginning or after a space or another mark (section 6.2.1), and ends before what is no letter.
 */
const STYLED = /(?<![^\s*_~`])([*_~`])(?!\s|\1)((?:(?!\1).)*?\S)\1(?![\p{L}\p{N}])/gu;
const STYLES = { "*": "strong", _: "emphasis", "~": "struck", "`": "code" } as const;

/** The blocks of a text: quoted lines and fences (sections 5.1.2 and 5.1.3), and what is between. */
export function blocks(text: string): Block[] {
  const found: { kind: Block["kind"]; lines: string[] }[] = [];
  let fenced = false;
  for (const line of text.split("\n")) {
    if (line.startsWith("```")) {
      fenced = !fenced;
      if (fenced) found.push({ kind: "preformatted", lines: [] });
      continue;
    }
    const kind = fenced ? "preformatted" : line.startsWith(">") ? "quote" : "paragraph";
    const last = found.at(-1);
    const own = kind === "quote" ? line.replace(/^>\s?/, "") : line;
    if (last?.kind === kind) last.lines.push(own);
    else found.push({ kind, lines: [own] });
  }
  return found
    .map(({ kind, lines }) => ({ kind, text: lines.join("\n").replace(/^\n+|\s+$/g, "") }))
    .filter((block) => block.text !== "")
    .map(({ kind, text: own }) => ({
      kind,
      spans: kind === "preformatted" ? [{ kind: "plain", text: own }] : spans(own),
    }));
}

/** The links of a text, and what is between them with its styling. */
export function spans(text: string): Span[] {
  const found: Span[] = [];
  let end = 0;
  for (const match of text.matchAll(LINK)) {
    const href = address(match[0]);
    if (!isAddress(href)) continue;
    found.push(...styled(text.slice(end, match.index)), { kind: "link", text: href, href });
    end = match.index + href.length;
  }
  return [...found, ...styled(text.slice(end))];
}

/** An address without the marks of its sentence; a bracket stays if it was opened within. */
function address(raw: string): string {
  let href = raw;
  for (;;) {
    const shorter = href.replace(AFTER_LINK, "");
    const closed = shorter.endsWith(")") && count(shorter, "(") < count(shorter, ")");
    const next = closed ? shorter.slice(0, -1) : shorter;
    if (next === href) return href;
    href = next;
  }
}

function isAddress(href: string): boolean {
  try {
    return new URL(href).hostname !== "";
  } catch {
    return false;
  }
}

function count(text: string, mark: string): number {
  return text.split(mark).length - 1;
}

/** Marks stay visible: what was no styling ("2*3*4") loses nothing. */
function styled(text: string): Span[] {
  const found: Span[] = [];
  let end = 0;
  for (const match of text.matchAll(STYLED)) {
    const kind = STYLES[match[1] as keyof typeof STYLES];
    if (match.index > end) found.push({ kind: "plain", text: text.slice(end, match.index) });
    found.push({ kind, text: match[2] ?? "" });
    end = match.index + match[0].length;
  }
  if (end < text.length) found.push({ kind: "plain", text: text.slice(end) });
  return found;
}
