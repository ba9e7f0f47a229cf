/** What the patron has seen: how many lines are new, and what the librarian is told (XEP-0333). */

import type { Memory } from "./memory.js";
import { isSeen } from "./surroundings.js";
import { lineId, type Thread, theirId } from "./thread.js";

export class Attention {
  /** Whether the window shows the newest line, although nobody may be looking at the page. */
  private shown = false;

  constructor(
    private readonly thread: Thread,
    private readonly memory: Memory,
    /** Tell the other side that its message was seen; gives whether that was possible just now. */
    private readonly tell: (id: string) => boolean,
  ) {}

  /** How many lines of theirs nobody has seen, here or in another tab. */
  get unread(): number {
    return this.thread.unread(this.memory.get<string>("seen") ?? "");
  }

  /** The window shows the newest line. */
  look(): void {
    this.shown = true;
    this.note();
  }

  /** There is a newer line, which the window may not show. */
  distract(): void {
    this.shown = false;
  }

  /** Somebody looks at the page, or there is a connection now: it may have become true. */
  note(): void {
    const { newest } = this.thread;
    if (!this.shown || !newest || !isSeen()) return;
    this.memory.set("seen", newest.id);
    const line = this.thread.lines.findLast(({ from }) => from === "librarian");
    if (!line || this.memory.get("displayed") === line.id) return;
    if (this.tell(theirId(line))) this.memory.set("displayed", line.id);
  }

  /** Another tab has shown this message of theirs. */
  seenElsewhere(id: string): void {
    this.memory.set("seen", lineId(false, id));
  }
}
