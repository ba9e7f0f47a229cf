/** Files on their way: a place is looked for, they are put there, and their link is said. */

import type { Element } from "@xmpp/xml";

import type { Mark } from "../model.js";
import type { Clock } from "./clock.js";
import type { Connection } from "./connection.js";
import { freshId, type Words } from "./stanzas.js";
import type { Thread } from "./thread.js";
import { findPlace, type Place, upload } from "./upload.js";

export class Files {
  private place: Place | undefined;
  /** Those that have not been put anywhere yet, by the id of their line. */
  private readonly waiting = new Map<string, File>();

  constructor(
    private readonly thread: Thread,
    private readonly connection: Connection,
    private readonly clock: Clock,
    private readonly say: (words: Words) => void,
    private readonly changed: () => void,
  ) {}

  /** Whether there is a place for them. */
  get possible(): boolean {
    return this.place !== undefined;
  }

  async lookForPlace(): Promise<void> {
    this.place ??= await findPlace(this.connection.domain, this.ask).catch(() => undefined);
    this.changed();
  }

  send(file: File): void {
    const id = freshId();
    this.waiting.set(id, file);
    void this.bring(id, file);
  }

  again(id: string): void {
    const file = this.waiting.get(id);
    if (file) void this.bring(id, file);
  }

  forget(): void {
    this.place = undefined;
    this.waiting.clear();
  }

  private readonly ask = (iq: Element): Promise<Element> => this.connection.request(iq);

  private async bring(id: string, file: File): Promise<void> {
    const at = this.thread.find(id)?.at ?? this.clock.now();
    const show = (progress: number, mark: Mark = "sending", failure = ""): void => {
      const attachment = { name: file.name, size: file.size, progress };
      this.thread.attach({ id, text: "", at }, attachment, mark, failure);
      this.changed();
    };
    show(0);
    try {
      const url = await this.put(file, show);
      show(1);
      this.waiting.delete(id);
      this.say({ id, text: url, url, at });
    } catch (error) {
      show(0, "failed", reasonOf(error));
    }
  }

  private put(file: File, progress: (done: number) => void): Promise<string> {
    if (!this.place) return Promise.reject(new Error("no place for files"));
    return upload(this.place, file, this.ask, progress);
  }
}

/** What the server says of it (RFC 6120, section 8.3.2), for the patron to read; or "". */
function reasonOf(error: unknown): string {
  return error instanceof Error && "text" in error ? String(error.text ?? "") : "";
}
