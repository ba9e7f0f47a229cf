/** Chat states (XEP-0085): what the other side is told of the keyboard, and what they tell us. */

import type { Clock } from "./clock.js";
import type { ChatState } from "./stanzas.js";

/** Milliseconds without a keystroke after which somebody is no longer typing. */
const PAUSE = 5_000;
/** … and after which we no longer believe that the other side is: their client may be gone. */
const BELIEF = 60_000;

/** Keystrokes in, a few chat states out. */
export class OwnTyping {
  private state: ChatState = "active";
  private cancel: (() => void) | undefined;

  constructor(
    private readonly clock: Clock,
    private readonly tell: (state: ChatState) => void,
  ) {}

  /** A key was pressed; not `active` when the box is empty now. */
  keystroke(active: boolean): void {
    this.turn(active ? "composing" : "active");
    this.cancel?.();
    this.cancel = active ? this.clock.after(PAUSE, () => this.turn("paused")) : undefined;
  }

  /** The words were said: the message itself tells that we are no longer typing. */
  said(): void {
    this.cancel?.();
    this.state = "active";
  }

  private turn(state: ChatState): void {
    if (state === this.state) return;
    this.state = state;
    this.tell(state);
  }
}

/** Whether the other side is typing. */
export class TheirTyping {
  now = false;
  private cancel: (() => void) | undefined;

  constructor(
    private readonly clock: Clock,
    private readonly changed: () => void,
  ) {}

  hear(state: ChatState): void {
    this.cancel?.();
    const before = this.now;
    this.now = state === "composing";
    if (this.now) this.cancel = this.clock.after(BELIEF, () => this.hear("paused"));
    if (before !== this.now) this.changed();
  }
}
