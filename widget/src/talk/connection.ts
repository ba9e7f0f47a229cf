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
  /** Rejects with a `Refusal` when nobody is let in. */
  guest(): Promise<Guest>;
  stream(guest: Guest): Stream;
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
  private trying = false;
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

  /** The network is back, or the lid was opened: do not wait, and do not trust an old stream. */
  wake(): void {
    if (!this.wanted) return;
    if (!this.up) this.tryNow();
    else void this.prove();
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
    this.wanted = this.trying = false;
    this.stopWaiting();
    this.cancelLogIn?.();
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
    if (this.up || this.trying || !this.wanted) return;
    this.trying = true;
    this.connect().catch((error: unknown) => this.failed(error));
  }

  /** Log in as far as the stream's features: what follows comes as events. */
  private async connect(): Promise<void> {
    this.guest ??= await this.ways.guest();
    if (!this.wanted) return;
    this.stream ??= this.listening(this.ways.stream(this.guest));
    this.cancelLogIn = this.clock.after(LOG_IN, () => this.cut());
    await this.stream.connect();
  }

  private failed(error: unknown): void {
    if (error instanceof Refusal) {
      this.trying = this.wanted = false;
      this.ears.refused(error);
    } else if (this.stream?.client.socket) {
      this.cut();
    } else {
      this.later();
    }
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
    this.backOff.reset();
    this.trying = false;
    this.up = true;
    this.ears.online(resumed);
  }

  private trouble(stream: Stream, error: Error): void {
    if (stream !== this.stream || this.up) return;
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
    this.trying = false;
    this.cancelLogIn?.();
    if (!this.wanted || this.cancelTry) return;
    this.cancelTry = this.clock.after(this.backOff.next(), () => this.tryNow());
  }

  private stopWaiting(): void {
    this.cancelTry?.();
    this.cancelTry = undefined;
  }

  private async prove(): Promise<void> {
    try {
      await this.request(ask("get", this.domain, xml("ping", { xmlns: NS.ping })), ANSWER);
    } catch {
      this.cut();
    }
  }
}
