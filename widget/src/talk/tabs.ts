/** Which tabs of this browser are alive, so that exactly one of them sends what is unsent. */

import { freshId } from "./stanzas.js";

export interface Tabs {
  /** The name of this one. */
  readonly own: string;
  /**
   * Run `inherit` if that tab is no more. Here and below: of all tabs that ask for the same one,
   * one at a time does.
   */
  ifGone(tab: string, inherit: () => void): Promise<void>;
  /** Run `inherit` as soon as that tab is no more, unless `signal` says before that it is not wanted. */
  whenGone(tab: string, inherit: () => void, signal: AbortSignal): Promise<void>;
}

const PREFIX = "imref-ask tab ";

/**
 * Each tab holds a lock (Web Locks API) by its name for as long as it lives: the browser lets it go
 * when the tab is closed, reloaded or has crashed, which no message to other tabs could tell. So
 * whoever is given the lock of another tab knows that it is gone, in that moment.
 */
export function browserTabs(): Tabs {
  const own = freshId();
  const locks = "locks" in navigator ? navigator.locks : undefined;
  if (!locks) return lonely(own);
  // Refused where a page may keep nothing either: then no other tab has left anything here.
  locks.request(PREFIX + own, () => new Promise<never>(() => {})).catch(() => {});
  return {
    own,
    ifGone: (tab, inherit) =>
      locks.request(PREFIX + tab, { ifAvailable: true }, (lock) => void (lock && inherit())),
    whenGone: (tab, inherit, signal) => locks.request(PREFIX + tab, { signal }, () => inherit()),
  };
}

/**
 * COMPAT: no locks on a page without TLS, nor in old browsers. Then a tab takes what others may be
 * sending too; the library knows the second of two messages with one id.
 */
function lonely(own: string): Tabs {
  return {
    own,
    ifGone: async (_, inherit) => inherit(),
    whenGone: () => new Promise<never>(() => {}),
  };
}
