/** Lines that the library has not acknowledged: kept in the browser until it has. */

import type { Memory } from "./memory.js";
import type { Words } from "./stanzas.js";
import type { Tabs } from "./tabs.js";

export interface Unsent extends Words {
  /** The tab that sends it. */
  readonly tab: string;
  /** The guest who says it, as a bare address; "" before the browser has one. */
  readonly guest: string;
  /** Why it was refused, if it was: then it stays, is shown, and is not sent. */
  readonly failure?: string;
}

const LINE = "line ";

export class Outbox {
  constructor(
    private readonly memory: Memory,
    private readonly tabs: Tabs,
  ) {}

  /** All of them, of every tab, in the order in which they were said. */
  get all(): readonly Unsent[] {
    return this.memory
      .names(LINE)
      .map((name) => this.memory.get<Unsent>(name))
      .filter((line): line is Unsent => line !== undefined)
      .sort((one, other) => one.at - other.at);
  }

  /** Those that this tab has to send. */
  get own(): readonly Unsent[] {
    return this.all.filter(({ tab, failure }) => tab === this.tabs.own && failure === undefined);
  }

  /** The other tabs that have something unsent, or had when they ended. */
  get others(): readonly string[] {
    const tabs = new Set(this.all.map(({ tab }) => tab));
    tabs.delete(this.tabs.own);
    return [...tabs];
  }

  find(id: string): Unsent | undefined {
    return this.memory.get<Unsent>(LINE + id);
  }

  /** Keep words that are about to be sent from here. */
  keep(words: Words, guest: string): Unsent {
    const line = { ...words, tab: this.tabs.own, guest };
    this.memory.set(LINE + words.id, line);
    return line;
  }

  /** The library has it. */
  settle(id: string): void {
    this.memory.remove(LINE + id);
  }

  /** It was refused. */
  fail(id: string, failure: string): void {
    const line = this.find(id);
    if (line) this.memory.set(LINE + id, { ...line, failure });
  }

  /** Say once more, from this tab, what was refused. */
  retry(id: string, guest: string): Unsent | undefined {
    const line = this.find(id);
    if (!line) return undefined;
    const { failure: _, ...words } = line;
    return this.keep(words, guest);
  }

  /**
   * Take over what a tab has left, or give `guest` what was said here before there was one. What
   * another guest said is not said in this one's name: it counts as refused.
   */
  adopt(guest: string, from = this.tabs.own): void {
    for (const line of this.all.filter(({ tab }) => tab === from)) {
      if (guest && line.guest && line.guest !== guest) this.fail(line.id, line.failure ?? "");
      else this.keep(line, line.guest || guest);
    }
  }

  /** The line that a name in the browser's memory is of, or "". */
  static lineOf(name: string): string {
    return name.startsWith(LINE) ? name.slice(LINE.length) : "";
  }
}
