/** Which tabs of this browser are alive, so that exactly one of them sends what is unsent. */

import { freshId } from "./stanzas.js";

export interface Tabs {
  /** The name of this one. */
  readonly own: string;
  /** The names of all that are alive, this one too. */
  alive(): Promise<ReadonlySet<string>>;
}

const PREFIX = "imref-ask tab ";

/**
 * Each tab holds a lock (Web Locks API) by its name for as long as it lives: the browser lets it go
 * when the tab is closed, reloaded or has crashed, which no message to other tabs could tell.
 */
export function browserTabs(): Tabs {
  const own = freshId();
  // COMPAT: no locks on a page without TLS, nor in old browsers. Then a tab takes what others may be
  // sending too; the library knows the second of two messages with one id.
  const locks = "locks" in navigator ? navigator.locks : undefined;
  void locks?.request(PREFIX + own, () => new Promise<never>(() => {}));
  return { own, alive: () => heldBy(locks, own) };
}

async function heldBy(locks: LockManager | undefined, own: string): Promise<ReadonlySet<string>> {
  const { held = [] } = (await locks?.query()) ?? {};
  const names = held.map(({ name = "" }) => name).filter((name) => name.startsWith(PREFIX));
  return new Set([own, ...names.map((name) => name.slice(PREFIX.length))]);
}
