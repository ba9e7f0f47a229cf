/** Sends what is in the outbox, in order, again and again under the same id, until it is kept. */

import { BackOff, type Clock } from "./clock.js";
import type { Outbox, Unsent } from "./outbox.js";

/** Milliseconds after which a receipt is missed: the component may have ended just then. */
const MISSED = 20_000;
/** The first and the longest delay before what was refused for now is said again. */
const PATIENCE = [4_000, 30_000] as const;

export class Courier {
  private readonly flying = new Map<string, () => void>();
  private readonly patience = new BackOff(...PATIENCE);
  private ready = false;
  private release: (() => void) | undefined;

  constructor(
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly send: (line: Unsent) => void,
  ) {}

  /** There is a new stream, and the archive has been read: nothing is on its way. */
  begin(): void {
    this.land();
    this.ready = true;
    this.flush();
  }

  /** The stream is resumed: it sees by itself to what was on its way (XEP-0198, section 5). */
  goOn(): void {
    this.ready = true;
    this.flush();
  }

  /** There is no stream just now. */
  rest(): void {
    this.ready = false;
  }

  /** Send what is not on its way. */
  flush(): void {
    if (!this.ready || this.release) return;
    for (const line of this.outbox.own) if (!this.flying.has(line.id)) this.dispatch(line);
  }

  /** The library has it. */
  kept(id: string): void {
    this.stopWaiting(id);
    this.outbox.settle(id);
    this.patience.reset();
  }

  /** It came back, and may be said again after a while; what is said meanwhile comes after it. */
  notNow(id: string): void {
    if (!this.outbox.find(id)) return;
    this.stopWaiting(id);
    this.release ??= this.clock.after(this.patience.next(), () => this.goAhead());
  }

  /** The desk has said something: it is there, so what was refused for now need not wait. */
  isThere(): void {
    this.release?.();
    if (this.release) this.goAhead();
  }

  /** It came back for good. */
  failed(id: string, why: string): void {
    this.stopWaiting(id);
    this.outbox.fail(id, why);
  }

  stop(): void {
    this.rest();
    this.land();
  }

  private goAhead(): void {
    this.release = undefined;
    this.flush();
  }

  private dispatch(line: Unsent): void {
    this.flying.set(
      line.id,
      this.clock.after(MISSED, () => this.missed(line.id)),
    );
    this.send(line);
  }

  /** No receipt came. */
  private missed(id: string): void {
    this.flying.delete(id);
    this.flush();
  }

  private stopWaiting(id: string): void {
    this.flying.get(id)?.();
    this.flying.delete(id);
  }

  private land(): void {
    this.release?.();
    this.release = undefined;
    for (const id of [...this.flying.keys()]) this.stopWaiting(id);
  }
}
