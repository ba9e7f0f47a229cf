/** The names of what is spoken here, each by the XEP that it comes from. */

export const CLIENT = "jabber:client";
export const NS = {
  archive: "urn:xmpp:mam:2", // XEP-0313
  carbons: "urn:xmpp:carbons:2", // XEP-0280
  correction: "urn:xmpp:message-correct:0", // XEP-0308
  delay: "urn:xmpp:delay", // XEP-0203
  fallback: "urn:xmpp:fallback:0", // XEP-0428
  form: "jabber:x:data", // XEP-0004
  forward: "urn:xmpp:forward:0", // XEP-0297
  hints: "urn:xmpp:hints", // XEP-0334
  identity: "urn:xmpp:sid:0", // XEP-0359
  info: "http://jabber.org/protocol/disco#info", // XEP-0030
  items: "http://jabber.org/protocol/disco#items",
  line: "urn:xmpp:imref:line:0", // our own: the place in line, and the end
  markers: "urn:xmpp:chat-markers:0", // XEP-0333
  nick: "http://jabber.org/protocol/nick", // XEP-0172
  oob: "jabber:x:oob", // XEP-0066
  ping: "urn:xmpp:ping", // XEP-0199
  reactions: "urn:xmpp:reactions:0", // XEP-0444
  receipts: "urn:xmpp:receipts", // XEP-0184
  reply: "urn:xmpp:reply:0", // XEP-0461
  responses: "urn:xmpp:tmp:quick-response", // XEP-0439
  retraction: "urn:xmpp:message-retract:1", // XEP-0424
  pages: "http://jabber.org/protocol/rsm", // XEP-0059
  states: "http://jabber.org/protocol/chatstates", // XEP-0085
  upload: "urn:xmpp:http:upload:0", // XEP-0363
} as const;

/** What this client can show: an answer to disco#info (XEP-0030), so that nobody sends fallbacks. */
export const FEATURES: readonly string[] = [
  NS.info,
  NS.correction,
  NS.markers,
  NS.nick,
  NS.oob,
  NS.ping,
  NS.reactions,
  NS.receipts,
  NS.responses,
  NS.retraction,
  NS.states,
];
