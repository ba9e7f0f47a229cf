/** The connection: made when the patron begins, made again whenever it is lost, resumed if it can. */

import xml, { type Element } from "@xmpp/xml";

import { Refusal } from "../model.js";
import { BackOff, type Clock } from "./clock.js";
import type { Guest } from "./guest.js";
import { bare } from "./hearing.js";
import { NS } from "./namespaces.js";
import { ask, presence } from "./stanzas.js";
import type { Stream } from "./stream.js";

export interface Ears {
  /** There is a stream: the old one, with nothing lost (XEP-0198), or a new one. */
  online(resumed: boolean): void;
  stanza(stanza: Element): void;
  /** The server has this message of ours. */
  acknowledged(id: string): void;
  lost(): void;
  refused(refusal: Refusal): void;
}

/** How to get in: who one is, and a stream for that guest. */
export interface Ways {
  /** Rejects with a `Refusal` when nobody is let in. `signal` tells when it is not wanted any more. */
  guest(signal: AbortSignal): Promise<Guest>;
  stream(guest: Guest): Stream;
}

/** A log-in under way. What an old one says after another was begun is not heard. */
class Attempt {
  readonly given = new AbortController();
  /** Somebody looked at the page meanwhile: should it fail, the next one is not to wait. */
  hurried = false;
}

/** Milliseconds: the first and the longest delay before another try. */
const TRIES = [500, 30_000] as const;
/** Milliseconds for a whole log-in, and for an answer on a stream that may be dead. */
const LOG_IN = 20_000;
const ANSWER = 5_000;

export class Connection {
  private readonly backOff = new BackOff(...TRIES);
  private stream: Stream | undefined;
  private guest: Guest | undefined;
  /** Whether there shall be a connection. */
  private wanted = false;
  private up = false;
  /** How many times a log-in has come to an end that was good. */
  private arrivals = 0;
  private attempt: Attempt | undefined;
  private cancelTry: (() => void) | undefined;
  private cancelLogIn: (() => void) | undefined;

  constructor(
    private readonly ways: Ways,
    private readonly ears: Ears,
    private readonly clock: Clock,
  ) {}

  get online(): boolean {
    return this.up;
  }

  /** The guest's bare address; "" before there is one. */
  get me(): string {
    return this.guest ? bare(this.guest.jid) : "";
  }

  get domain(): string {
    return this.me.split("@")[1] ?? "";
  }

  open(): void {
    this.wanted = true;
    this.tryNow();
  }

  send(stanza: Element): void {
    // What cannot be written any more is not lost: the outbox, or XEP-0198, sends it again.
    if (this.up) void this.stream?.client.send(stanza).catch(() => {});
  }

  /** Ask the server or a service; rejects with its error, or when it is not answered in time. */
  request(iq: Element, within = 15_000): Promise<Element> {
    if (!this.up || !this.stream) return Promise.reject(new Error("offline"));
    return this.stream.iq.request(iq, within);
  }

  /** Somebody looks at the page, perhaps after a long time: do not wait, nor trust an old stream. */
  wake(): void {
    if (this.up) void this.prove();
    else if (this.attempt) this.attempt.hurried = true;
    else this.tryNow();
  }

  /** The network is back: what was begun without it is not to be trusted either. */
  renew(): void {
    if (!this.up) {
      this.giveUp();
      this.cut();
    }
    this.backOff.reset();
    this.wake();
  }

  /** The network has gone: do not wait until the stream notices. It can be resumed. */
  cut(): void {
    const socket = this.stream?.client.socket?.socket;
    if (!socket) return;
    socket.close();
    // The real event may take minutes on a dead network.
    socket.dispatchEvent(new CloseEvent("close", { wasClean: false }));
  }

  /** The page is going away: say so, without waiting for an answer. */
  leave(): void {
    const client = this.stream?.client;
    if (!this.up || !client) return;
    void client.send(presence(undefined, "unavailable")).catch(() => {});
    void client.write(client.footer(client.footerElement())).catch(() => {});
  }

  async close(): Promise<void> {
    this.wanted = false;
    this.stopWaiting();
    this.giveUp();
    const client = this.stream?.client;
    this.stream = undefined;
    this.up = false;
    if (client?.socket) await client.stop().catch(() => {});
  }

  /** As `close`, and the next `open` may be another guest. */
  async forget(): Promise<void> {
    await this.close();
    this.guest = undefined;
  }

  private tryNow(): void {
    this.stopWaiting();
    if (this.up || this.attempt || !this.wanted) return;
    const attempt = new Attempt();
    this.attempt = attempt;
    this.connect(attempt).catch((error: unknown) => this.failed(attempt, error));
  }

  /** Log in as far as the stream's features: what follows comes as events. */
  private async connect(attempt: Attempt): Promise<void> {
    this.cancelLogIn = this.clock.after(LOG_IN, () => this.failed(attempt, new Error("too long")));
    const guest = this.guest ?? (await this.ways.guest(attempt.given.signal));
    if (attempt !== this.attempt) return;
    this.guest = guest;
    this.stream ??= this.listening(this.ways.stream(guest));
    await this.stream.connect();
  }

  private failed(attempt: Attempt, error: unknown): void {
    if (attempt !== this.attempt) return;
    if (error instanceof Refusal) {
      this.wanted = false;
      this.giveUp();
      this.ears.refused(error);
    } else if (this.stream?.client.socket) {
      this.cut();
    } else {
      this.later();
    }
  }

  /** Nothing that the log-in under way still says counts. */
  private giveUp(): void {
    this.cancelLogIn?.();
    this.attempt?.given.abort();
    this.attempt = undefined;
  }

  private listening(stream: Stream): Stream {
    const { client, management } = stream;
    client.on("online", () => this.arrived(stream, false));
    management.on("resumed", () => this.arrived(stream, true));
    management.on("ack", (stanza: Element) => this.ears.acknowledged(stanza.attrs.id ?? ""));
    client.on("stanza", (stanza: Element) => this.ears.stanza(stanza));
    client.on("error", (error: Error) => this.trouble(stream, error));
    client.on("disconnect", () => this.gone(stream));
    return stream;
  }

  private arrived(stream: Stream, resumed: boolean): void {
    if (stream !== this.stream) return;
    this.cancelLogIn?.();
    this.attempt = undefined;
    this.backOff.reset();
    this.up = true;
    this.arrivals++;
    this.ears.online(resumed);
  }

  private trouble(stream: Stream, error: Error): void {
    // A step of a log-in that takes too long says so long after LOG_IN has ended that log-in.
    if (stream !== this.stream || this.up || error.name === "TimeoutError") return;
    this.cut();
    if (error.name !== "SASLError") return;
    // Credentials have run out, or the server's key was changed: ask for new ones.
    this.guest = undefined;
    this.stream = undefined;
  }

  private gone(stream: Stream): void {
    if (this.stream && stream !== this.stream) return;
    const was = this.up;
    this.up = false;
    if (was) this.ears.lost();
    this.later();
  }

  private later(): void {
    const hurried = this.attempt?.hurried;
    this.giveUp();
    if (!this.wanted || this.cancelTry) return;
    this.cancelTry = this.clock.after(hurried ? 0 : this.backOff.next(), () => this.tryNow());
  }

  private stopWaiting(): void {
    this.cancelTry?.();
    this.cancelTry = undefined;
  }

  /** Ask the server for a sign of life; without one the stream that was asked is cut. */
  private async prove(): Promise<void> {
    const { arrivals } = this;
    try {
      await this.request(ask("get", this.domain, xml("ping", { xmlns: NS.ping })), ANSWER);
    } catch {
      if (this.up && arrivals === this.arrivals) this.cut();
    }
  }
}
