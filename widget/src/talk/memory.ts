/** What the browser keeps of one desk's conversation; all tabs of the page's origin share it. */

/** The part of `Storage` that is used. */
export type Shelf = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

/**
 * A shelf whose keys begin with the desk's address. Each thing has a key of its own: two tabs that
 * write at once would undo each other's changes to a common list.
 */
export class Memory {
  private readonly prefix: string;

  constructor(
    private readonly shelf: Shelf,
    desk: string,
  ) {
    this.prefix = `imref-ask ${desk} `;
  }

  get<T>(name: string): T | undefined {
    try {
      const text = this.shelf.getItem(this.prefix + name);
      return text === null ? undefined : (JSON.parse(text) as T);
    } catch {
      return undefined; // somebody else's, or damaged
    }
  }

  set(name: string, value: unknown): void {
    try {
      this.shelf.setItem(this.prefix + name, JSON.stringify(value));
    } catch {
      // Full, or forbidden by now. The conversation goes on; a reload may lose what is unsent.
    }
  }

  remove(name: string): void {
    this.shelf.removeItem(this.prefix + name);
  }

  /** The names that begin with `start`. */
  names(start = ""): string[] {
    const keys = Array.from({ length: this.shelf.length }, (_, index) => this.shelf.key(index));
    return keys
      .filter((key): key is string => key?.startsWith(this.prefix + start) ?? false)
      .map((key) => key.slice(this.prefix.length));
  }

  clear(): void {
    for (const name of this.names()) this.remove(name);
  }

  /** Call when another tab has changed something. */
  watch(changed: (name: string) => void): () => void {
    const listener = ({ key, storageArea }: StorageEvent): void => {
      if (storageArea === this.shelf && key?.startsWith(this.prefix)) {
        changed(key.slice(this.prefix.length));
      }
    };
    addEventListener("storage", listener);
    return () => removeEventListener("storage", listener);
  }
}

/** The browser's own shelf, or one that lasts as long as the page where it is forbidden. */
export function browserShelf(): Shelf {
  try {
    const probe = "imref-ask";
    localStorage.setItem(probe, "");
    localStorage.removeItem(probe);
    return localStorage;
  } catch {
    return new PageShelf();
  }
}

export class PageShelf implements Shelf {
  private readonly things = new Map<string, string>();

  get length(): number {
    return this.things.size;
  }

  key(index: number): string | null {
    return [...this.things.keys()][index] ?? null;
  }

  getItem(key: string): string | null {
    return this.things.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    this.things.set(key, value);
  }

  removeItem(key: string): void {
    this.things.delete(key);
  }
}
