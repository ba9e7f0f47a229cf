/** What the tests share: a clock that stands still, and words of either side. */

import type { Clock } from "../src/talk/clock.js";
import type { Spoken } from "../src/talk/hearing.js";
import { Memory, PageShelf, type Shelf } from "../src/talk/memory.js";
import type { Tabs } from "../src/talk/tabs.js";

export class StillClock implements Clock {
  private time = 1_000_000;
  private timers: { at: number; run: () => void }[] = [];

  now(): number {
    return this.time;
  }

  after(milliseconds: number, run: () => void): () => void {
    const timer = { at: this.time + milliseconds, run };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((other) => other !== timer);
    };
  }

  /** Let time go by, and what was to happen meanwhile happen in its order. */
  pass(milliseconds: number): void {
    const end = this.time + milliseconds;
    for (;;) {
      const due = this.timers.filter(({ at }) => at <= end).sort((one, two) => one.at - two.at)[0];
      if (!due) break;
      this.timers = this.timers.filter((other) => other !== due);
      this.time = due.at;
      due.run();
    }
    this.time = end;
  }
}

export const DESK = "ask@ref.library.example";
export const ME = "g1-x@guest.library.example";

export function spoken(id: string, text: string, rest: Partial<Spoken> = {}): Spoken {
  return {
    what: "words",
    mine: false,
    id,
    nick: "",
    text,
    at: 1_000,
    replaces: "",
    choices: [],
    place: 0,
    over: false,
    url: "",
    asks: true,
    ...rest,
  };
}

export function mine(id: string, text: string, rest: Partial<Spoken> = {}): Spoken {
  return spoken(id, text, { mine: true, ...rest });
}

/** A browser whose tabs share one shelf; each is alive until it is closed. */
export class FakeBrowser {
  readonly shelf: Shelf = new PageShelf();
  private readonly tabs = new Set<string>();
  private waits: { tab: string; run: () => void }[] = [];

  tab(own: string): Tabs {
    this.tabs.add(own);
    return {
      own,
      ifGone: async (tab, inherit) => {
        if (!this.tabs.has(tab)) inherit();
      },
      whenGone: (tab, inherit, signal) =>
        new Promise<void>((resolve, reject) => {
          const wait = { tab, run: () => resolve(inherit()) };
          signal.addEventListener("abort", () => {
            this.waits = this.waits.filter((other) => other !== wait);
            reject(new Error("not wanted any more"));
          });
          if (this.tabs.has(tab)) this.waits.push(wait);
          else wait.run();
        }),
    };
  }

  /** How many times a tab waits for another one. */
  get waiting(): number {
    return this.waits.length;
  }

  closes(tab: string): void {
    this.tabs.delete(tab);
    const ended = this.waits.filter((wait) => wait.tab === tab);
    this.waits = this.waits.filter((wait) => wait.tab !== tab);
    for (const { run } of ended) run();
  }

  /** Let promises that are settled go on. */
  async settled(): Promise<void> {
    for (let count = 0; count < 10; count++) await Promise.resolve();
  }

  get memory(): Memory {
    return new Memory(this.shelf, DESK);
  }
}
