/** What this client says, as stanzas. */

import xml, { type Element } from "@xmpp/xml";

import { CLIENT, FEATURES, NS } from "./namespaces.js";

export type ChatState = "active" | "composing" | "paused" | "inactive" | "gone";

/** Words on their way to the desk; the same ones each time that they must be said again. */
export interface Words {
  readonly id: string;
  readonly text: string;
  /** When they were said, in milliseconds since 1970. */
  readonly at: number;
  /** The id of the message that these correct (XEP-0308). */
  readonly replaces?: string;
  /** A link that the words stand for (XEP-0066). */
  readonly url?: string;
  /** Who the patron is, if they said so: goes with their first words. */
  readonly name?: string;
  readonly email?: string;
}

/** Older than this, words tell when they were said (XEP-0203): they waited for a connection. */
const LATE = 10_000;

export function wordsTo(desk: string, words: Words, now: number): Element {
  return message(desk, words.id)(
    xml("body", {}, words.text),
    xml("request", { xmlns: NS.receipts }),
    xml("markable", { xmlns: NS.markers }),
    xml("active", { xmlns: NS.states }),
    xml("origin-id", { xmlns: NS.identity, id: words.id }),
    words.replaces && xml("replace", { xmlns: NS.correction, id: words.replaces }),
    words.url && xml("x", { xmlns: NS.oob }, xml("url", {}, words.url)),
    words.name && xml("nick", { xmlns: NS.nick }, words.name),
    words.email && form({ email: words.email }),
    now - words.at > LATE && xml("delay", { xmlns: NS.delay, stamp: stamp(words.at) }),
  );
}

export function receiptFor(desk: string, id: string): Element {
  return message(desk)(xml("received", { xmlns: NS.receipts, id }));
}

export function displayed(desk: string, id: string): Element {
  return message(desk)(xml("displayed", { xmlns: NS.markers, id }));
}

export function chatState(desk: string, state: ChatState): Element {
  return message(desk)(xml(state, { xmlns: NS.states }), xml("no-store", { xmlns: NS.hints }));
}

/** To everybody (RFC 6121, section 4.2), or directed at the desk (section 4.6). */
export function presence(to?: string, type?: "unavailable"): Element {
  return xml("presence", { to, type, xmlns: CLIENT });
}

export function ask(type: "get" | "set", to: string | undefined, payload: Element): Element {
  return xml("iq", { type, to, id: freshId(), xmlns: CLIENT }, payload);
}

/** What we are, for whoever asks by disco#info. */
export function description(): Element {
  return xml(
    "query",
    { xmlns: NS.info },
    xml("identity", { category: "client", type: "web", name: "imref" }),
    ...FEATURES.map((feature) => xml("feature", { var: feature })),
  );
}

/** A form that is handed in (XEP-0004, section 3.2); `kind` is its FORM_TYPE (XEP-0068). */
export function form(fields: Readonly<Record<string, string>>, kind?: string): Element {
  const type = kind && xml("field", { var: "FORM_TYPE", type: "hidden" }, xml("value", {}, kind));
  const rest = Object.entries(fields).map(([name, value]) =>
    xml("field", { var: name }, xml("value", {}, value)),
  );
  return xml("x", { xmlns: NS.form, type: "submit" }, type, ...rest);
}

/** An id that nobody else has; `crypto.randomUUID` is not there on a page without TLS. */
export function freshId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function message(to: string, id = freshId()) {
  return (...children: Parameters<typeof xml>[2][]): Element =>
    xml("message", { type: "chat", to, id, xmlns: CLIENT }, ...children);
}

function stamp(at: number): string {
  return new Date(at).toISOString();
}
