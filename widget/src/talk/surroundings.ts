/** What happens around the page: the network, the laptop's lid, another tab in front, the end. */

export interface Surroundings {
  /** The network is back, or the page itself is, out of the browser's store of pages. */
  back(): void;
  /** Somebody looks at the page again. */
  looked(): void;
  /** The network has gone. */
  cutOff(): void;
  /** The page is going away. */
  leaving(): void;
}

/** Listen until what is returned is called. */
export function listenAround(around: Surroundings): () => void {
  const listeners = new AbortController();
  const { signal } = listeners;
  addEventListener("online", () => around.back(), { signal });
  addEventListener("offline", () => around.cutOff(), { signal });
  addEventListener("pageshow", ({ persisted }) => persisted && around.back(), { signal });
  addEventListener("pagehide", () => around.leaving(), { signal });
  document.addEventListener("visibilitychange", () => isSeen() && around.looked(), { signal });
  return () => listeners.abort();
}

/** Whether somebody can see the page: markers and the like must not say so otherwise. */
export function isSeen(): boolean {
  return document.visibilityState === "visible";
}
