/** Sees to what closed tabs have left unsent: exactly one of those that are left sends it. */

import type { Outbox } from "./outbox.js";
import type { Tabs } from "./tabs.js";

export class Heir {
  private listening = new AbortController();
  /** The tabs whose end is waited for. */
  private readonly awaited = new Set<string>();

  constructor(
    private readonly outbox: Outbox,
    private readonly tabs: Tabs,
    /** The guest that this browser is, "" before it is one. */
    private readonly guest: () => string,
    private readonly inherited: () => void,
  ) {}

  /** Take over what is left of tabs that are no more by now, and wait for the end of the others. */
  async look(): Promise<void> {
    const { others } = this.outbox;
    await Promise.all(others.map((tab) => this.tabs.ifGone(tab, () => this.inherit(tab))));
    for (const tab of others) this.watch(tab);
  }

  /** A tab has something unsent: it becomes ours when that tab ends. */
  watch(tab: string): void {
    if (tab === this.tabs.own || this.awaited.has(tab)) return;
    const { awaited } = this;
    const { signal } = this.listening;
    const forget = (): void => {
      if (!signal.aborted) awaited.delete(tab);
    };
    awaited.add(tab);
    void this.tabs.whenGone(tab, () => this.inherit(tab), signal).then(forget, forget);
  }

  /** Wait for no tab any more. */
  stop(): void {
    this.listening.abort();
    this.listening = new AbortController();
    this.awaited.clear();
  }

  private inherit(tab: string): void {
    this.outbox.adopt(this.guest(), tab);
    this.inherited();
  }
}
