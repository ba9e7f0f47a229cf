/** The conversation: everything that a patron can do, and what they see of it. */

import xml, { type Element } from "@xmpp/xml";

import type { Choice, Conversation, Desk, Link, Mark, Refusal, Talk } from "../model.js";
import { Archive } from "./archive.js";
import { Attention } from "./attention.js";
import { type Clock, realClock } from "./clock.js";
import { Connection } from "./connection.js";
import { Courier } from "./courier.js";
import { Files } from "./files.js";
import { fetchGuest, forgetGuest, type Guest } from "./guest.js";
import { Heir } from "./heir.js";
import { browserShelf, Memory } from "./memory.js";
import { NS } from "./namespaces.js";
import { Outbox, type Unsent } from "./outbox.js";
import { Reception } from "./reception.js";
import * as stanzas from "./stanzas.js";
import { makeStream } from "./stream.js";
import { listenAround } from "./surroundings.js";
import { browserTabs, type Tabs } from "./tabs.js";
import { Thread } from "./thread.js";
import { OwnTyping, TheirTyping } from "./typing.js";

/** Milliseconds within which the library must have heard that it shall forget. */
const FORGOTTEN_WITHIN = 15_000;

/** One for the page: an element that is taken out and put in again is still the same tab. */
let tabs: Tabs | undefined;

/** A conversation with a desk; nothing is sent before `open`. */
export function talkWith(desk: Desk): Talk {
  tabs ??= browserTabs();
  return new DeskTalk(desk, new Memory(browserShelf(), desk.address), tabs, realClock);
}

class DeskTalk implements Talk {
  now: Conversation;

  private link: Link = "idle";
  private catchingUp = false;
  private lastSaid = 0;
  private details = { name: "", email: "" };
  private ignoreSurroundings: (() => void) | undefined;
  private readonly subscribers = new Set<() => void>();
  /** Those who wait until the patron is let in. */
  private readonly arrivals = new Set<{ resolve(): void; reject(why: Refusal): void }>();
  /** Those who wait for a receipt, by the id of the message. */
  private readonly receipts = new Map<string, () => void>();

  private readonly thread = new Thread();
  private readonly outbox: Outbox;
  private readonly courier: Courier;
  private readonly heir: Heir;
  private readonly connection: Connection;
  private readonly archive: Archive;
  private readonly attention: Attention;
  private readonly reception: Reception;
  private readonly files: Files;
  private readonly ownTyping: OwnTyping;
  private readonly theirTyping: TheirTyping;

  constructor(
    private readonly desk: Desk,
    private readonly memory: Memory,
    tabs: Tabs,
    private readonly clock: Clock,
  ) {
    const { thread } = this;
    const changed = (): void => this.changed();
    const ways = {
      guest: (signal: AbortSignal) => fetchGuest(desk.guest, signal),
      stream: (guest: Guest) => makeStream(desk.websocket, guest),
    };
    this.connection = new Connection(ways, this, clock);
    this.outbox = new Outbox(memory, tabs);
    this.courier = new Courier(this.outbox, clock, (line) => this.dispatch(line));
    const me = (): string => this.connection.me;
    this.heir = new Heir(this.outbox, tabs, me, () => this.inherited());
    this.archive = new Archive(desk.address, (iq) => this.connection.request(iq));
    this.attention = new Attention(thread, memory, (id) => this.tellSeen(id));
    this.files = new Files(thread, this.connection, clock, (words) => this.keep(words), changed);
    this.ownTyping = new OwnTyping(clock, (state) => this.tell(state));
    this.theirTyping = new TheirTyping(clock, changed);
    this.reception = new Reception({
      thread,
      outbox: this.outbox,
      courier: this.courier,
      archive: this.archive,
      attention: this.attention,
      typing: this.theirTyping,
      clock,
      parties: () => ({ me: this.connection.me, desk: desk.address }),
      receipt: (id) => this.connection.send(stanzas.receiptFor(desk.address, id)),
      kept: (id) => this.receipts.get(id)?.(),
      read: () => this.showUnsent(),
    });
    this.showUnsent();
    this.now = this.snapshot();
    memory.watch((name) => this.changedElsewhere(name));
  }

  // What the patron does -------------------------------------------------------------------------

  get begun(): boolean {
    return this.memory.get("begun") === true;
  }

  get correctable(): string {
    return this.thread.correctable;
  }

  subscribe(changed: () => void): () => void {
    this.subscribers.add(changed);
    return () => this.subscribers.delete(changed);
  }

  open(details: { name: string; email: string }): Promise<void> {
    this.details = details;
    if (this.link === "online") return Promise.resolve();
    this.ignoreSurroundings ??= listenAround({
      back: () => void this.awake(() => this.connection.renew()),
      looked: () => void this.awake(() => this.connection.wake()),
      cutOff: () => this.connection.cut(),
      leaving: () => this.connection.leave(),
    });
    if (this.link !== "lost") this.turn("connecting");
    const arrival = new Promise<void>((resolve, reject) => this.arrivals.add({ resolve, reject }));
    this.connection.open();
    return arrival;
  }

  say(text: string): void {
    if (text.trim()) this.keep(this.words(text));
  }

  correct(id: string, text: string): void {
    if (text.trim() && id && id === this.correctable) {
      this.keep({ ...this.words(text), replaces: id });
    }
  }

  choose({ value }: Choice): void {
    this.say(value);
  }

  again(id: string): void {
    this.files.again(id);
    const refused = this.outbox.all.find((line) => line.id === id || line.replaces === id);
    if (refused?.failure === undefined) return;
    const line = this.outbox.retry(refused.id, this.connection.me);
    if (line) this.showAndSend(line);
  }

  typing(active: boolean): void {
    this.ownTyping.keystroke(active);
  }

  send(file: File): void {
    this.files.send(file);
  }

  seen(): void {
    const before = this.attention.unread;
    this.attention.look();
    if (this.attention.unread !== before) this.changed();
  }

  async forget(): Promise<void> {
    await this.sayAndAwait("forget me");
    await forgetGuest(this.desk.guest);
    await this.connection.forget();
    this.memory.clear();
    this.reset();
  }

  close(): void {
    this.tell("gone");
    this.connection.send(stanzas.presence(this.desk.address, "unavailable"));
    void this.connection.close();
    this.stop();
  }

  // What the connection says ---------------------------------------------------------------------

  online(resumed: boolean): void {
    if (!resumed) this.archive.interrupt();
    this.turn("online");
    for (const { resolve } of this.arrivals) resolve();
    this.arrivals.clear();
    void (resumed ? this.goOn() : this.begin());
  }

  stanza(stanza: Element): void {
    if (stanza.name === "message" && this.reception.stanza(stanza)) this.changed();
  }

  acknowledged(id: string): void {
    if (this.outbox.find(id)?.failure !== undefined) return;
    this.thread.raise(id, "sent");
    this.changed();
  }

  lost(): void {
    this.courier.rest();
    this.theirTyping.hear("paused");
    this.turn("lost");
  }

  refused(refusal: Refusal): void {
    this.turn("refused");
    for (const { reject } of this.arrivals) reject(refusal);
    this.arrivals.clear();
  }

  /** A new stream: tell who is here, read what was missed, then send what is unsent. */
  private async begin(): Promise<void> {
    const carbons = xml("enable", { xmlns: NS.carbons });
    this.connection.send(stanzas.ask("set", undefined, carbons));
    this.connection.send(stanzas.presence());
    this.connection.send(stanzas.presence(this.desk.address));
    if (this.desk.files) void this.files.lookForPlace();
    await this.takeOver();
    await this.catchUp();
    this.courier.begin();
    this.caughtUp();
  }

  private async goOn(): Promise<void> {
    await this.takeOver();
    if (!this.archive.complete) await this.catchUp();
    this.courier.goOn();
    this.caughtUp();
  }

  /** See to what is unsent from before: here, or in tabs that are closed by now. */
  private async takeOver(): Promise<void> {
    this.outbox.adopt(this.connection.me);
    await this.heir.look();
    this.showUnsent();
  }

  /** What a closed tab has left is ours to send. */
  private inherited(): void {
    this.showUnsent();
    this.courier.flush();
    this.changed();
  }

  private async catchUp(): Promise<void> {
    this.catchingUp = true;
    this.changed();
    await this.archive.read(this.reception);
    this.catchingUp = false;
  }

  private caughtUp(): void {
    this.attention.note();
    this.changed();
  }

  private async awake(hurry: () => void): Promise<void> {
    hurry();
    this.caughtUp();
    if (!this.connection.online) return;
    await this.takeOver();
    this.courier.flush();
  }

  // What is said ---------------------------------------------------------------------------------

  private words(text: string): stanzas.Words {
    // Never the same moment twice: lines that wait are kept in the order of their times.
    this.lastSaid = Math.max(this.clock.now(), this.lastSaid + 1);
    return { id: stanzas.freshId(), text, at: this.lastSaid };
  }

  /** Keep words in the browser, and send them when that is possible: now, or later by itself. */
  private keep(words: stanzas.Words): void {
    const line = { ...words, ...this.introduction() };
    this.memory.set("begun", true);
    this.ownTyping.said();
    this.showAndSend(this.outbox.keep(line, this.connection.me));
  }

  /** Who the patron is goes with their first words, once. */
  private introduction(): { name?: string; email?: string } {
    const { name, email } = this.details;
    this.details = { name: "", email: "" };
    return { ...(name && { name }), ...(email && { email }) };
  }

  private showAndSend(line: Unsent): void {
    this.thread.show(line, "sending");
    this.courier.flush();
    this.changed();
  }

  private dispatch(line: Unsent): void {
    this.connection.send(stanzas.wordsTo(this.desk.address, line, this.clock.now()));
  }

  private tell(state: stanzas.ChatState): void {
    // Nobody is told that somebody types who has not begun a conversation.
    if (this.begun) this.connection.send(stanzas.chatState(this.desk.address, state));
  }

  private tellSeen(id: string): boolean {
    this.connection.send(stanzas.displayed(this.desk.address, id));
    return this.connection.online;
  }

  /** Resolves when the library has the words, which are not shown. Rejects when it does not answer. */
  private async sayAndAwait(text: string): Promise<void> {
    const words = this.words(text);
    await new Promise<void>((resolve, reject) => {
      const cancel = this.clock.after(FORGOTTEN_WITHIN, () => reject(new Error("no answer")));
      this.receipts.set(words.id, () => {
        cancel();
        resolve();
      });
      this.connection.send(stanzas.wordsTo(this.desk.address, words, words.at));
    }).finally(() => this.receipts.delete(words.id));
  }

  // What is seen ---------------------------------------------------------------------------------

  /** Lines that wait in the browser, this tab's and others', are shown as far as they have come. */
  private showUnsent(): void {
    for (const line of this.outbox.all) {
      const refused = line.failure !== undefined;
      this.thread.show(line, refused ? "failed" : this.markOf(line), line.failure);
    }
  }

  private markOf(line: Unsent): Mark {
    const shown = this.thread.find(line.replaces ?? line.id);
    return shown?.mark === "sent" && !line.replaces ? "sent" : "sending";
  }

  private changedElsewhere(name: string): void {
    const id = Outbox.lineOf(name);
    const line = this.outbox.find(id);
    if (name === "begun" && !this.begun) void this.connection.forget().then(() => this.reset());
    else if (line) this.unsentElsewhere(line);
    else if (id) this.thread.raise(id, "kept");
    this.changed();
  }

  private unsentElsewhere(line: Unsent): void {
    this.showUnsent();
    if (this.ignoreSurroundings) this.heir.watch(line.tab);
  }

  /** As at the start, for somebody else. */
  private reset(): void {
    this.thread.clear();
    this.reception.forget();
    this.archive.forget();
    this.files.forget();
    this.stop();
  }

  private stop(): void {
    this.courier.stop();
    this.heir.stop();
    this.theirTyping.hear("paused");
    this.ignoreSurroundings?.();
    this.ignoreSurroundings = undefined;
    this.turn("idle");
  }

  private turn(link: Link): void {
    this.link = link;
    this.changed();
  }

  private changed(): void {
    this.now = this.snapshot();
    for (const subscriber of this.subscribers) subscriber();
  }

  private snapshot(): Conversation {
    return {
      link: this.link,
      lines: this.thread.lines,
      answering: this.thread.answering,
      typing: this.theirTyping.now,
      place: this.thread.place,
      unread: this.attention.unread,
      files: this.files.possible,
      catchingUp: this.catchingUp,
    };
  }
}
