import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import parse from "@xmpp/xml/lib/parse.js";

import { heardIn, unwrapped } from "../src/talk/hearing.js";
import { wordsTo } from "../src/talk/stanzas.js";
import { DESK, ME } from "./stage.js";

const PARTIES = { me: ME, desk: DESK };

function heard(text: string) {
  const delivery = unwrapped(parse(text), ME);
  return delivery ? heardIn(delivery, PARTIES) : [];
}

function fromDesk(inside: string): string {
  return `<message type='chat' from='${DESK}' to='${ME}' id='im-1'>${inside}</message>`;
}

function forwarded(inside: string): string {
  return `<forwarded xmlns='urn:xmpp:forward:0'>
    <delay xmlns='urn:xmpp:delay' stamp='2026-11-24T12:00:00Z'/>${inside}</forwarded>`;
}

test("words come with all that goes beside them", () => {
  const [words] = heard(
    fromDesk(`<body>Reply 1 or 2.</body><request xmlns='urn:xmpp:receipts'/>
      <nick xmlns='http://jabber.org/protocol/nick'>Ana</nick>
      <response xmlns='urn:xmpp:tmp:quick-response' value='1' label='Hours'/>
      <response xmlns='urn:xmpp:tmp:quick-response' value='2'/>
      <line xmlns='urn:xmpp:imref:line:0' place='3'/>
      <over xmlns='urn:xmpp:imref:line:0'/>`),
  );
  deepEqual(words, {
    what: "words",
    mine: false,
    id: "im-1",
    nick: "Ana",
    text: "Reply 1 or 2.",
    at: 0,
    replaces: "",
    choices: [
      { value: "1", label: "Hours" },
      { value: "2", label: "2" },
    ],
    place: 3,
    over: true,
    url: "",
    asks: true,
  });
});

test("what others write is not part of the conversation", () => {
  deepEqual(heard(`<message from='mallory@x.example' to='${ME}'><body>Hello</body></message>`), []);
});

test("a copy or a page of the archive counts only from our own account", () => {
  const inner = `<message xmlns='jabber:client' from='${ME}/phone' to='${DESK}' id='a'>
    <body>From the phone</body></message>`;
  const carbon = `<sent xmlns='urn:xmpp:carbons:2'>${forwarded(inner)}</sent>`;
  const [words] = heard(`<message from='${ME}' to='${ME}/tab'>${carbon}</message>`);
  deepEqual([words?.what, words?.what === "words" && words.mine], ["words", true]);
  deepEqual(heard(`<message from='mallory@x.example' to='${ME}/tab'>${carbon}</message>`), []);
});

test("a page of the archive brings the archive's id and the time", () => {
  const result = `<result xmlns='urn:xmpp:mam:2' id='42'>
    ${forwarded(fromDesk("<body>Hello</body>"))}</result>`;
  const delivery = unwrapped(parse(`<message to='${ME}/tab'>${result}</message>`), ME);
  equal(delivery?.archived, "42");
  equal(delivery?.at, Date.parse("2026-11-24T12:00:00Z"));
});

test("only our own server says under which id it keeps a message", () => {
  const ids = `<stanza-id xmlns='urn:xmpp:sid:0' by='evil.example' id='1'/>
    <stanza-id xmlns='urn:xmpp:sid:0' by='${ME}' id='2'/>`;
  equal(unwrapped(parse(fromDesk(`<body>Hello</body>${ids}`)), ME)?.archived, "2");
});

test("a reaction or a retraction is not heard as the words that stand in for it", () => {
  const reaction = `<body>> Thanks\n👍</body>
    <reactions xmlns='urn:xmpp:reactions:0' id='a'><reaction>👍</reaction></reactions>`;
  deepEqual(heard(fromDesk(reaction)), [
    { what: "reactions", mine: false, id: "a", emojis: ["👍"] },
  ]);
  const retraction = `<body>I took a message back.</body>
    <retract xmlns='urn:xmpp:message-retract:1' id='a'/>`;
  deepEqual(heard(fromDesk(retraction)), [{ what: "retraction", mine: false, id: "a" }]);
});

test("only links to the web are links", () => {
  const oob = (url: string): string =>
    `<body>${url}</body><x xmlns='jabber:x:oob'><url>${url}</url></x>`;
  const [file] = heard(fromDesk(oob("https://files.example/a.png")));
  const [trick] = heard(fromDesk(oob("javascript:alert(1)")));
  deepEqual(file?.what === "words" && [file.url, file.text], ["https://files.example/a.png", ""]);
  deepEqual(trick?.what === "words" && [trick.url, trick.text], ["", "javascript:alert(1)"]);
});

test("a refusal says whether the same may be said again, and why", () => {
  const error = (kind: string, condition: string, words = ""): string =>
    `<message type='error' from='${DESK}' to='${ME}/tab' id='a'>${words}
      <error type='${kind}'><${condition} xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>
      <text xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'>Too long.</text></error></message>`;
  for (const stanza of [error("modify", "not-acceptable"), error("auth", "forbidden")]) {
    deepEqual(heard(stanza), [{ what: "refused", id: "a", again: false, why: "Too long." }]);
  }
  const again = [
    error("wait", "resource-constraint"),
    error("cancel", "remote-server-not-found"),
    error("auth", "forbidden", "<body>Hello</body>"),
  ];
  for (const stanza of again) deepEqual(heard(stanza)[0], { ...heard(stanza)[0], again: true });
});

test("what we say can be heard as we meant it", () => {
  const words = { id: "a", text: "5 < 6 & more", at: 0, replaces: "z", name: "Pat" };
  const said = wordsTo(DESK, words, 60_000);
  said.attrs.from = `${ME}/tab`;
  const heardAgain = heard(said.toString()).find(({ what }) => what === "words");
  deepEqual(heardAgain, {
    what: "words",
    mine: true,
    id: "a",
    nick: "Pat",
    text: "5 < 6 & more",
    at: 0,
    replaces: "z",
    choices: [],
    place: 0,
    over: false,
    url: "",
    asks: true,
  });
});

test("words that waited for a connection tell when they were said", () => {
  const words = { id: "a", text: "Hello", at: 0 };
  equal(wordsTo(DESK, words, 1_000).getChild("delay"), undefined);
  const late = wordsTo(DESK, words, 60_000).getChild("delay");
  equal(late?.attrs.stamp, "1970-01-01T00:00:00.000Z");
});
