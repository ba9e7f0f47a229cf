/** Takes in what comes, live or from the archive, and sees to what follows from it. */

import type { Element } from "@xmpp/xml";

import type { Archive, Reader } from "./archive.js";
import type { Attention } from "./attention.js";
import type { Clock } from "./clock.js";
import type { Courier } from "./courier.js";
import {
  type Delivery,
  type Heard,
  heardIn,
  type Parties,
  type Spoken,
  unwrapped,
} from "./hearing.js";
import type { Outbox } from "./outbox.js";
import type { Thread } from "./thread.js";
import type { TheirTyping } from "./typing.js";

export interface Parts {
  readonly thread: Thread;
  readonly outbox: Outbox;
  readonly courier: Courier;
  readonly archive: Archive;
  readonly attention: Attention;
  readonly typing: TheirTyping;
  readonly clock: Clock;
  parties(): Parties;
  /** We have this message of theirs (XEP-0184). */
  receipt(id: string): void;
  /** The library has this message of ours. */
  kept(id: string): void;
  /** A page of the archive has been read. */
  read(): void;
}

export class Reception implements Reader {
  /** The line behind which the archive goes on: the last one that is in it without a gap before. */
  private anchor = "";

  constructor(private readonly parts: Parts) {}

  forget(): void {
    this.anchor = "";
  }

  /** A message from the stream. Gives whether it was of this conversation. */
  stanza(message: Element): boolean {
    const { archive, parties } = this.parts;
    const { me } = parties();
    if (archive.take(message, me)) return false;
    const delivery = unwrapped(message, me);
    return delivery !== undefined && this.live(delivery, delivery.message !== message);
  }

  earlier(page: readonly Delivery[], newest: boolean): void {
    const last = this.recall(page, "");
    if (newest) this.anchor = last;
  }

  later(page: readonly Delivery[]): void {
    this.anchor = this.recall(page, this.anchor);
  }

  /** `isCopy`: another tab has it too, and sees to what is owed for it. */
  private live(delivery: Delivery, isCopy: boolean): boolean {
    const { archive, parties } = this.parts;
    const all = heardIn(delivery, parties());
    for (const heard of all) {
      if (heard.what === "words") this.words(heard, delivery.archived, isCopy);
      else this.sign(heard);
    }
    if (all.length > 0) archive.note(delivery.archived);
    return all.length > 0;
  }

  private words(spoken: Spoken, archived: string, isCopy: boolean): void {
    const { thread, archive, attention, courier, typing, clock } = this.parts;
    const line = thread.hear(spoken, clock.now());
    if (line && archived && archive.complete) this.anchor = line;
    if (spoken.mine) return;
    typing.hear("active");
    if (line) attention.distract();
    courier.isThere();
    if (spoken.asks && spoken.id && !isCopy) this.parts.receipt(spoken.id);
  }

  private recall(page: readonly Delivery[], after: string): string {
    let last = after;
    for (const delivery of page) {
      for (const heard of heardIn(delivery, this.parts.parties())) {
        if (heard.what === "words") last = this.parts.thread.recall(heard, last);
        else if (heard.what !== "state" && heard.what !== "refused") this.sign(heard);
      }
    }
    this.parts.read();
    return last;
  }

  private sign(heard: Exclude<Heard, Spoken>): void {
    const { thread, typing } = this.parts;
    switch (heard.what) {
      case "receipt":
        if (!heard.mine) this.kept(heard.id);
        break;
      case "displayed":
        this.displayed(heard.id, heard.mine);
        break;
      case "state":
        if (!heard.mine) typing.hear(heard.state);
        break;
      case "reactions":
        thread.react(heard.mine, heard.id, heard.emojis);
        break;
      case "retraction":
        thread.retract(heard.mine, heard.id);
        break;
      case "refused":
        this.refused(heard.id, heard.again, heard.why);
    }
  }

  /** A librarian has seen ours; or another tab of the patron's has shown theirs. */
  private displayed(id: string, mine: boolean): void {
    if (mine) {
      this.parts.attention.seenElsewhere(id);
    } else {
      this.kept(id);
      this.parts.thread.displayed(id);
    }
  }

  private kept(id: string): void {
    this.parts.courier.kept(id);
    this.parts.thread.raise(id, "kept");
    this.parts.kept(id);
  }

  private refused(id: string, again: boolean, why: string): void {
    const { outbox, courier, thread } = this.parts;
    const line = outbox.find(id);
    if (!line) return;
    if (again) courier.notNow(id);
    else courier.failed(id, why);
    thread.show(line, again ? "sending" : "failed", again ? "" : why);
  }
}
