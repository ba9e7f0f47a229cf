/**
 * The lines of a conversation: from the archive, live, from another tab or still to be sent, each
 * of them once and in its place. Pure: it sends nothing and has no clock.
 */

import type { Attachment, Line, Mark } from "../model.js";
import type { Spoken } from "./hearing.js";
import type { Words } from "./stanzas.js";

/** Marks in their order; nothing but a correction or another try brings a line back. */
const RANK: Readonly<Record<Mark, number>> = { failed: 0, sending: 1, sent: 2, kept: 3, read: 4 };

/** The key of a line: their ids must not be taken for ours, some clients count from 1. */
export function lineId(mine: boolean, id: string): string {
  return mine ? id : `~${id}`;
}

/** Their id for a line of theirs. */
export function theirId(line: Line): string {
  return line.id.slice(1);
}

type Change = (line: Line) => Line;

export class Thread {
  lines: readonly Line[] = [];

  /** Changes to lines that only an older page of the archive will bring. */
  private readonly early = new Map<string, Change[]>();
  /** The line that each correction was for: receipts and markers name the correction. */
  private readonly corrections = new Map<string, string>();
  /** The correction whose receipt a line of ours waits for. */
  private readonly awaited = new Map<string, string>();
  /** When the text of a corrected line was said: pages of the archive come newest first. */
  private readonly versions = new Map<string, number>();
  private readonly places = new Map<string, number>();
  private readonly endings = new Set<string>();

  /**
   * Take in words that were just said. Gives the id of the line that is new with them, or "": they
   * were known, or they correct another line.
   */
  hear(spoken: Spoken, now: number): string {
    const before = this.lines.length;
    const id = this.put({ ...spoken, at: spoken.at || now }, this.lines.at(-1)?.id ?? "", false);
    return this.lines.length > before ? id : "";
  }

  /**
   * Take in words from the archive, behind the line `after` ("" is the very beginning) or behind
   * where they are already. Gives the line behind which the next words of the page belong.
   */
  recall(spoken: Spoken, after: string): string {
    return this.put(spoken, after, true);
  }

  /** Show words that the browser still keeps; `mark` is how far they have come. */
  show(words: Words, mark: Mark, failure = ""): void {
    if (words.replaces) this.showCorrection(words, words.replaces, mark, failure);
    else {
      if (!this.find(words.id)) this.append(lineOf(words));
      this.change(words.id, (line) => ({ ...line, url: words.url ?? "", mark, failure }));
    }
  }

  /** Show how far an upload has come; the line is new with the first of these. */
  attach(words: Words, file: Attachment, mark: Mark, failure = ""): void {
    if (!this.find(words.id)) this.append(lineOf(words));
    this.change(words.id, (line) => ({ ...line, file, mark, failure }));
  }

  /** A message of ours has come as far as `mark`; a later mark stays. */
  raise(id: string, mark: Mark): void {
    const target = this.corrections.get(id) ?? id;
    const awaited = this.awaited.get(target);
    if (awaited && awaited !== id) return; // a receipt for what has been corrected since
    if (RANK[mark] >= RANK.kept) this.awaited.delete(target);
    this.change(target, (line) =>
      RANK[mark] > RANK[line.mark] ? { ...line, mark, failure: "" } : line,
    );
  }

  /** The other side has seen this message of ours, and so all before it (XEP-0333, section 5). */
  displayed(id: string): void {
    this.raise(id, "read");
    const last = this.indexOf(this.corrections.get(id) ?? id);
    this.lines = this.lines.map((line, index) =>
      index < last && line.from === "me" && line.mark === "kept" ? { ...line, mark: "read" } : line,
    );
  }

  react(mine: boolean, id: string, emojis: readonly string[]): void {
    // Their reactions are for lines of ours, and the other way round; ours are not shown.
    if (!mine) this.changeOrWait(this.target(true, id), (line) => ({ ...line, reactions: emojis }));
  }

  retract(mine: boolean, id: string): void {
    this.changeOrWait(this.target(mine, id), (line) => {
      const { file: _, ...rest } = line;
      return { ...rest, text: "", url: "", retracted: true, choices: [] };
    });
  }

  find(id: string): Line | undefined {
    return this.lines[this.indexOf(id)];
  }

  /** Forget everything. */
  clear(): void {
    this.lines = [];
    for (const memory of [this.early, this.corrections, this.awaited, this.versions, this.places]) {
      memory.clear();
    }
    this.endings.clear();
  }

  /** The last line of ours, if it can be corrected: it is words that nobody has refused or taken back. */
  get correctable(): string {
    const last = this.lines.findLast(({ from }) => from === "me");
    const can = last && !last.retracted && !last.url && !last.file && last.mark !== "failed";
    return can ? last.id : "";
  }

  /** The newest line of theirs. */
  get newest(): Line | undefined {
    return this.lines.findLast(({ from }) => from !== "me");
  }

  /** Who answers: the last librarian, until the desk says that it is over or that the patron waits again. */
  get answering(): string {
    const decides = this.lines.findLast(
      (line) => line.from === "librarian" || this.placeOf(line) || this.endings.has(line.id),
    );
    return decides?.from === "librarian" ? decides.nick : "";
  }

  /** The place in line, if the newest words of theirs name it: older ones may be true no more. */
  get place(): number {
    return this.newest ? this.placeOf(this.newest) : 0;
  }

  /** How many lines of theirs came after `seen` and after the last one of ours. */
  unread(seen: string): number {
    const last = this.lines.findLastIndex((line) => line.from === "me" || line.id === seen);
    return this.lines.length - 1 - last;
  }

  private put(spoken: Spoken, after: string, archived: boolean): string {
    if (spoken.replaces) {
      const known = this.correct(spoken, archived);
      if (known || archived) return after;
    }
    const id = lineId(spoken.mine, spoken.id);
    const line = this.find(id);
    if (line) {
      if (spoken.mine) this.raise(spoken.id, "sent"); // a server has it: the archive, or a carbon
      return this.indexOf(after) > this.indexOf(id) ? after : id;
    }
    if (spoken.place) this.places.set(id, spoken.place);
    if (spoken.over) this.endings.add(id);
    const index = this.indexOf(after) + 1;
    const read = this.lines.some((later, at) => at >= index && isOursAndRead(later));
    this.insert(heardLine(spoken, spoken.mine && read ? "read" : "kept"), index);
    for (const change of this.early.get(id) ?? []) this.change(id, change);
    this.early.delete(id);
    return id;
  }

  /** Gives whether there is such a line. */
  private correct(spoken: Spoken, archived: boolean): boolean {
    const target = this.target(spoken.mine, spoken.replaces);
    this.corrections.set(lineId(spoken.mine, spoken.id), target);
    if (this.awaited.has(target)) return true; // what the browser still has to send is newer
    const change = this.newerText(target, spoken.text, spoken.at);
    if (archived) this.changeOrWait(target, change);
    else this.change(target, change);
    return this.find(target) !== undefined;
  }

  private showCorrection(words: Words, replaces: string, mark: Mark, failure: string): void {
    this.corrections.set(words.id, replaces);
    this.awaited.set(replaces, words.id);
    this.versions.set(replaces, words.at);
    this.changeOrWait(replaces, (line) => ({
      ...line,
      text: words.text,
      corrected: true,
      mark,
      failure,
    }));
  }

  private newerText(target: string, text: string, at: number): Change {
    return (line) => {
      if (at < (this.versions.get(target) ?? 0)) return line;
      this.versions.set(target, at);
      return { ...line, text, corrected: true };
    };
  }

  /** The line that an id means: a correction's id means the line that it corrects. */
  private target(mine: boolean, id: string): string {
    const own = lineId(mine, id);
    return this.corrections.get(own) ?? own;
  }

  private changeOrWait(id: string, change: Change): void {
    if (this.find(id)) this.change(id, change);
    else this.early.set(id, [...(this.early.get(id) ?? []), change]);
  }

  private change(id: string, change: Change): void {
    this.lines = this.lines.map((line) => (line.id === id ? change(line) : line));
  }

  private append(line: Line): void {
    this.insert(line, this.lines.length);
  }

  private insert(line: Line, index: number): void {
    this.lines = [...this.lines.slice(0, index), line, ...this.lines.slice(index)];
  }

  private indexOf(id: string): number {
    return this.lines.findLastIndex((line) => line.id === id);
  }

  private placeOf(line: Line): number {
    return this.places.get(line.id) ?? 0;
  }
}

function lineOf(words: Words): Line {
  return {
    id: words.id,
    from: "me",
    nick: words.name ?? "",
    text: words.url === words.text ? "" : words.text,
    at: words.at,
    mark: "sending",
    failure: "",
    corrected: false,
    retracted: false,
    choices: [],
    url: words.url ?? "",
    ...(words.url && { file: fileAt(words.url) }),
    reactions: [],
  };
}

function isOursAndRead({ from, mark }: Line): boolean {
  return from === "me" && mark === "read";
}

function heardLine(spoken: Spoken, mark: Mark): Line {
  const { mine, id, nick, text, at, url, choices } = spoken;
  return {
    id: lineId(mine, id),
    from: mine ? "me" : nick ? "librarian" : "desk",
    nick,
    text,
    at,
    mark,
    failure: "",
    corrected: false,
    retracted: false,
    choices,
    url,
    ...(url && !text && { file: fileAt(url) }),
    reactions: [],
  };
}

/** What a link says of the file behind it. */
function fileAt(url: string): Attachment {
  const last = new URL(url).pathname.split("/").at(-1) ?? "";
  return { name: decoded(last), size: 0, progress: 1 };
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name; // not every link is well formed
  }
}
