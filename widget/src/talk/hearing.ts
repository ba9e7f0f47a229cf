/** What a stanza says: one message may say several things. Nothing is decided here. */

import type { Element } from "@xmpp/xml";

import type { Choice } from "../model.js";
import { NS } from "./namespaces.js";
import type { ChatState } from "./stanzas.js";

/** Words of either side. */
export interface Spoken {
  readonly what: "words";
  readonly mine: boolean;
  readonly id: string;
  readonly nick: string;
  readonly text: string;
  /** Milliseconds since 1970; 0 is now. */
  readonly at: number;
  readonly replaces: string;
  readonly choices: readonly Choice[];
  readonly place: number;
  /** Whether the conversation ends with these words. */
  readonly over: boolean;
  readonly url: string;
  /** Whether a receipt is asked for. */
  readonly asks: boolean;
}

export type Heard =
  | Spoken
  /** The other side has a message of the speaker's (XEP-0184). */
  | { readonly what: "receipt"; readonly mine: boolean; readonly id: string }
  /** … and has seen it (XEP-0333). */
  | { readonly what: "displayed"; readonly mine: boolean; readonly id: string }
  | { readonly what: "state"; readonly mine: boolean; readonly state: ChatState }
  | {
      readonly what: "reactions";
      readonly mine: boolean;
      readonly id: string;
      readonly emojis: readonly string[];
    }
  | { readonly what: "retraction"; readonly mine: boolean; readonly id: string }
  /** A message of ours came back: `again` when the same may be said once more (RFC 6120, 8.3.2). */
  | {
      readonly what: "refused";
      readonly id: string;
      readonly again: boolean;
      readonly why: string;
    };

/** Who talks with whom: bare addresses. */
export interface Parties {
  readonly me: string;
  readonly desk: string;
}

/** A message with the archive's id for it, "" if it has none, and when it was sent. */
export interface Delivery {
  readonly message: Element;
  readonly archived: string;
  readonly at: number;
}

const STATES: readonly string[] = ["active", "composing", "paused", "inactive", "gone"];

/** Conditions that pass, although some servers call them final. */
const PASSING: readonly string[] = [
  "remote-server-not-found", // COMPAT: ejabberd 23.01 while the component is away
  "remote-server-timeout",
  "resource-constraint",
  "internal-server-error",
];

/**
 * Take a message out of what it comes in: a carbon (XEP-0280) or a page of the archive (XEP-0313).
 * Undefined for a wrapping that does not come from our own account: anybody can write one.
 */
export function unwrapped(stanza: Element, me: string): Delivery | undefined {
  const carbon = stanza.getChild("received", NS.carbons) ?? stanza.getChild("sent", NS.carbons);
  const result = stanza.getChild("result", NS.archive);
  const wrapping = carbon ?? result;
  if (!wrapping) return delivery(stanza, archiveId(stanza, me), timeOf(stanza));
  const { from } = stanza.attrs;
  if (from && from !== me) return undefined;
  const forwarded = wrapping.getChild("forwarded", NS.forward);
  const inner = forwarded?.getChild("message");
  if (!forwarded || !inner) return undefined;
  const archived = result?.attrs.id ?? archiveId(inner, me);
  return delivery(inner, archived, timeOf(forwarded) || timeOf(inner));
}

/** What a message says, in this conversation; nothing when it belongs to another. */
export function heardIn({ message, at }: Delivery, { me, desk }: Parties): readonly Heard[] {
  const from = bare(message.attrs.from ?? me);
  const mine = from === me;
  if (mine ? bare(message.attrs.to ?? me) !== desk : from !== desk) return [];
  if (message.attrs.type === "error") return [refusal(message)];
  return [...acknowledged(message, mine), ...said(message, mine, at)];
}

export function bare(address: string): string {
  return (address.split("/", 1)[0] ?? "").toLowerCase();
}

function* acknowledged(message: Element, mine: boolean): Generator<Heard> {
  const receipt = message.getChild("received", NS.receipts);
  if (receipt) yield { what: "receipt", mine, id: receipt.attrs.id ?? "" };
  const marker = message.getChild("displayed", NS.markers);
  if (marker) yield { what: "displayed", mine, id: marker.attrs.id ?? "" };
  const state = STATES.find((name) => message.getChild(name, NS.states));
  if (state) yield { what: "state", mine, state: state as ChatState };
}

function* said(message: Element, mine: boolean, at: number): Generator<Heard> {
  const retraction = message.getChild("retract", NS.retraction);
  const reactions = message.getChild("reactions", NS.reactions);
  if (retraction) {
    yield { what: "retraction", mine, id: retraction.attrs.id ?? "" };
  } else if (reactions) {
    const emojis = reactions.getChildren("reaction").map((reaction) => reaction.text());
    yield { what: "reactions", mine, id: reactions.attrs.id ?? "", emojis };
  } else if (message.getChild("body")) {
    yield words(message, mine, at);
  }
  // The body of a retraction or a reaction stands in for it (XEP-0428), and has been left out.
}

function words(message: Element, mine: boolean, at: number): Spoken {
  const url = safeLink(message.getChild("x", NS.oob)?.getChildText("url") ?? "");
  const text = message.getChildText("body") ?? "";
  return {
    what: "words",
    mine,
    id: message.attrs.id ?? message.getChild("origin-id", NS.identity)?.attrs.id ?? "",
    nick: message.getChildText("nick", NS.nick) ?? "",
    text: url && text.trim() === url ? "" : text,
    at,
    replaces: message.getChild("replace", NS.correction)?.attrs.id ?? "",
    choices: message.getChildren("response", NS.responses).map(choice),
    place: Number(message.getChild("line", NS.line)?.attrs.place ?? 0) || 0,
    over: message.getChild("over", NS.line) !== undefined,
    url,
    asks: message.getChild("request", NS.receipts) !== undefined,
  };
}

function choice({ attrs }: Element): Choice {
  const value = attrs.value ?? "";
  return { value, label: attrs.label ?? value };
}

/** A link that may be shown as one: `javascript:` and its like may not. */
function safeLink(url: string): string {
  return /^https?:\/\//i.test(url) ? url : "";
}

function refusal(message: Element): Heard {
  const error = message.getChild("error");
  const condition = error?.getChildElements().find(({ name }) => name !== "text")?.name ?? "";
  // COMPAT: ejabberd 23.01 with `s2s_access: none`, while the component is away. Its bounces repeat
  // the words; those of a desk, which tells somebody blocked so, do not.
  const isBounce = condition === "forbidden" && message.getChild("body") !== undefined;
  const again = error?.attrs.type === "wait" || PASSING.includes(condition) || isBounce;
  const why = error?.getChildText("text") ?? "";
  return { what: "refused", id: message.attrs.id ?? "", again, why };
}

function delivery(message: Element, archived: string, at: number): Delivery {
  return { message, archived, at };
}

/** The archive's id of a live message (XEP-0359): only our own server's word counts. */
function archiveId(message: Element, me: string): string {
  const ids = message.getChildren("stanza-id", NS.identity);
  return ids.find(({ attrs }) => attrs.by === me)?.attrs.id ?? "";
}

function timeOf(element: Element): number {
  const stamp = element.getChild("delay", NS.delay)?.attrs.stamp ?? "";
  return Date.parse(stamp) || 0;
}
