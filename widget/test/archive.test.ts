import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import type { Element } from "@xmpp/xml";
import parse from "@xmpp/xml/lib/parse.js";

import { Archive } from "../src/talk/archive.js";
import type { Delivery } from "../src/talk/hearing.js";
import { DESK, ME } from "./stage.js";

/** A server's archive of so many messages, numbered from 1; it gives pages as XEP-0059 says. */
class FakeArchive {
  readonly pages: string[] = [];
  readonly archive = new Archive(DESK, (iq) => this.answer(iq));
  /** Says what happens instead of an answer. */
  trouble: Error | undefined;

  constructor(public count: number) {}

  async read(): Promise<void> {
    const note = (how: string) => (page: readonly Delivery[]) => {
      this.pages.push(`${how} ${page.at(0)?.archived ?? ""}-${page.at(-1)?.archived ?? ""}`);
    };
    await this.archive.read({ earlier: note("earlier"), later: note("later") });
  }

  private async answer(iq: Element): Promise<Element> {
    if (this.trouble) throw this.trouble;
    const query = iq.getChild("query");
    const set = query?.getChild("set");
    const max = Number(set?.getChildText("max"));
    const after = Number(set?.getChildText("after") ?? 0);
    const before = Number(set?.getChildText("before")) || this.count + 1;
    const isForwards = set?.getChild("after") !== undefined;
    const first = isForwards ? after + 1 : Math.max(1, before - max);
    const last = isForwards ? Math.min(this.count, after + max) : before - 1;
    for (let id = first; id <= last; id++) this.give(id, query?.attrs.queryid ?? "");
    const complete = isForwards ? last === this.count : first === 1;
    return parse(`<iq type='result'><fin xmlns='urn:xmpp:mam:2' complete='${complete}'>
      <set xmlns='http://jabber.org/protocol/rsm'><first>${first}</first><last>${last}</last></set>
      </fin></iq>`);
  }

  private give(id: number, query: string): void {
    const message = `<message><result xmlns='urn:xmpp:mam:2' queryid='${query}' id='${id}'>
      <forwarded xmlns='urn:xmpp:forward:0'><message xmlns='jabber:client' from='${DESK}'>
      <body>${id}</body></message></forwarded></result></message>`;
    equal(this.archive.take(parse(message), ME), true);
  }
}

test("a fresh page reads the newest first, and then on to the beginning", async () => {
  const server = new FakeArchive(120);
  await server.read();
  deepEqual(server.pages, ["earlier 71-120", "earlier 21-70", "earlier 1-20"]);
  equal(server.archive.complete, true);
});

test("a new stream reads from the last message on, through all pages", async () => {
  const server = new FakeArchive(3);
  await server.read();
  server.count = 100;
  server.archive.interrupt();
  await server.read();
  deepEqual(server.pages.slice(1), ["later 4-53", "later 54-100"]);
});

test("what came live is not read again", async () => {
  const server = new FakeArchive(3);
  await server.read();
  server.count = 5;
  server.archive.note("5");
  server.archive.interrupt();
  server.archive.note("7"); // of the new stream: 6 is still missing
  server.count = 7;
  await server.read();
  deepEqual(server.pages.slice(1), ["later 6-7"]);
});

test("an archive that has let the last message go is read afresh", async () => {
  const server = new FakeArchive(3);
  await server.read();
  server.archive.interrupt();
  server.trouble = Object.assign(new Error(), { condition: "item-not-found" });
  const reading = server.read();
  server.trouble = undefined;
  await reading;
  deepEqual(server.pages.slice(1), ["earlier 1-3"]);
});

test("without an archive the conversation goes on, and the next stream tries again", async () => {
  const server = new FakeArchive(3);
  server.trouble = Object.assign(new Error(), { condition: "service-unavailable" });
  await server.read();
  deepEqual([server.pages, server.archive.complete], [[], false]);
  server.trouble = undefined;
  await server.read();
  equal(server.archive.complete, true);
});
