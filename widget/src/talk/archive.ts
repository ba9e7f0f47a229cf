/** The server's archive (XEP-0313): where a fresh page, or one that was cut off, reads on. */

import xml, { type Element } from "@xmpp/xml";

import { type Delivery, unwrapped } from "./hearing.js";
import { NS } from "./namespaces.js";
import { ask, form, freshId } from "./stanzas.js";

/** Messages on a page (XEP-0059), and pages that a fresh window reads at most. */
const PAGE = 50;
const PAGES = 10;

export interface Reader {
  /** A page that goes before all that was read until now, the `newest` of them or an older one. */
  earlier(page: readonly Delivery[], newest: boolean): void;
  /** A page that goes after what was read until now. */
  later(page: readonly Delivery[]): void;
}

export class Archive {
  /** The archive's id of the last message up to which nothing is missing; "" before the first. */
  private last = "";
  /** Whether something after `last` may be missing. */
  private gap = true;
  private reading = false;
  private query = "";
  private page: Delivery[] = [];

  constructor(
    private readonly desk: string,
    private readonly request: (iq: Element) => Promise<Element>,
  ) {}

  /** Whether all is read up to what comes live. */
  get complete(): boolean {
    return !this.gap;
  }

  /** A live message was heard: unless something before it is missing, it is the last one. */
  note(id: string): void {
    if (id && !this.gap) this.last = id;
  }

  /** There is a new stream: what came between the old one and this one is missing. */
  interrupt(): void {
    this.gap = true;
  }

  forget(): void {
    this.last = "";
    this.gap = true;
  }

  /** Take a stanza if it is part of the page that is being read. */
  take(stanza: Element, me: string): boolean {
    const result = stanza.getChild("result", NS.archive);
    if (!result) return false;
    const delivery = unwrapped(stanza, me);
    if (delivery && result.attrs.queryid === this.query) this.page.push(delivery);
    return true;
  }

  /** Read what is missing. Without an archive, or when it fails, the conversation goes on anyway. */
  async read(reader: Reader): Promise<void> {
    if (this.reading) return;
    this.reading = true;
    try {
      if (!this.last || !(await this.forwards(reader))) await this.backwards(reader);
      this.gap = false;
    } catch {
      // The stream has gone again, or there is no archive. The next stream reads from `last` on.
    } finally {
      this.reading = false;
    }
  }

  /** Gives whether the archive still knows the last message that was read. */
  private async forwards(reader: Reader): Promise<boolean> {
    for (;;) {
      let fin: Fin;
      try {
        fin = await this.turn(xml("after", {}, this.last));
      } catch (error) {
        if (condition(error) === "item-not-found") return false;
        throw error;
      }
      reader.later(this.page);
      this.last = fin.last || this.last;
      if (fin.complete) return true;
    }
  }

  /** The newest page first: that is what the patron sees. */
  private async backwards(reader: Reader): Promise<void> {
    let first = "";
    for (let count = 0; count < PAGES; count++) {
      const fin = await this.turn(xml("before", {}, first));
      reader.earlier(this.page, !first);
      if (!first) this.last = fin.last;
      first = fin.first;
      if (fin.complete || !first) return;
    }
  }

  private async turn(where: Element): Promise<Fin> {
    this.query = freshId();
    this.page = [];
    const filter = form({ with: this.desk }, NS.archive);
    const pages = xml("set", { xmlns: NS.pages }, xml("max", {}, String(PAGE)), where);
    const query = xml("query", { xmlns: NS.archive, queryid: this.query }, filter, pages);
    return finOf(await this.request(ask("set", undefined, query)));
  }
}

interface Fin {
  readonly complete: boolean;
  readonly first: string;
  readonly last: string;
}

function finOf(answer: Element): Fin {
  const fin = answer.getChild("fin", NS.archive);
  const pages = fin?.getChild("set", NS.pages);
  return {
    complete: fin?.attrs.complete === "true",
    first: pages?.getChildText("first") ?? "",
    last: pages?.getChildText("last") ?? "",
  };
}

function condition(error: unknown): string {
  return error instanceof Error && "condition" in error ? String(error.condition) : "";
}
