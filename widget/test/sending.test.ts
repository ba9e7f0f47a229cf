import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";

import { Courier } from "../src/talk/courier.js";
import { Heir } from "../src/talk/heir.js";
import { Outbox } from "../src/talk/outbox.js";
import { FakeBrowser, ME, StillClock } from "./stage.js";

const MINUTE = 60_000;

/** One tab: what it has kept, what it has sent, and a clock. */
function tab(browser = new FakeBrowser(), name = "tab 1") {
  const clock = new StillClock();
  const sent: string[] = [];
  const tabs = browser.tab(name);
  const outbox = new Outbox(browser.memory, tabs);
  const courier = new Courier(outbox, clock, ({ id }) => sent.push(id));
  const heir = new Heir(
    outbox,
    tabs,
    () => ME,
    () => courier.flush(),
  );
  const say = (id: string): void => {
    outbox.keep({ id, text: id, at: clock.now() }, ME);
    clock.pass(1);
    courier.flush();
  };
  return { browser, clock, sent, outbox, courier, heir, say };
}

test("what is said before there is a connection is sent in its order, once there is", () => {
  const { courier, say, sent } = tab();
  for (const id of ["a", "b", "c"]) say(id);
  deepEqual(sent, []);
  courier.begin();
  courier.flush();
  deepEqual(sent, ["a", "b", "c"]);
});

test("a receipt is missed after a while, and the same is sent under the same id until it comes", () => {
  const { courier, say, sent, clock, outbox } = tab();
  courier.begin();
  say("a");
  clock.pass(MINUTE);
  equal(sent.length > 1 && new Set(sent).size === 1, true);
  courier.kept("a");
  const { length } = sent;
  clock.pass(10 * MINUTE);
  deepEqual([sent.length, outbox.all.length], [length, 0]);
});

test("a resumed stream does not make us say again what is on its way", () => {
  const { courier, say, sent } = tab();
  courier.begin();
  say("a");
  courier.rest();
  say("b");
  courier.goOn();
  deepEqual(sent, ["a", "b"]);
});

test("a new stream does", () => {
  const { courier, say, sent } = tab();
  courier.begin();
  say("a");
  courier.rest();
  courier.begin();
  deepEqual(sent, ["a", "a"]);
});

test("what was refused for now is said again after a while, before what was said since", () => {
  const { courier, say, sent, clock } = tab();
  courier.begin();
  say("a");
  courier.notNow("a");
  say("b");
  deepEqual(sent, ["a"]);
  clock.pass(5_000);
  deepEqual(sent, ["a", "a", "b"]);
});

test("when the desk says something, what was refused for now is said again at once", () => {
  const { courier, say, sent } = tab();
  courier.begin();
  say("a");
  courier.isThere();
  deepEqual(sent, ["a"]);
  courier.notNow("a");
  courier.isThere();
  deepEqual(sent, ["a", "a"]);
});

test("what was refused for good stays, is not sent, and can be said again", () => {
  const { courier, say, sent, clock, outbox } = tab();
  courier.begin();
  say("a");
  courier.failed("a", "too long");
  clock.pass(10 * MINUTE);
  deepEqual([sent, outbox.find("a")?.failure], [["a"], "too long"]);
  outbox.retry("a", ME);
  courier.flush();
  deepEqual(sent, ["a", "a"]);
});

test("a tab does not send what another one is sending", async () => {
  const one = tab();
  const two = tab(one.browser, "tab 2");
  one.say("a");
  await two.heir.look();
  two.courier.begin();
  deepEqual(two.sent, []);
});

test("what a closed tab has left is sent by exactly one of the others, before its own", async () => {
  const one = tab();
  one.say("a");
  one.browser.closes("tab 1");
  const two = tab(one.browser, "tab 2");
  const three = tab(one.browser, "tab 3");
  two.clock.pass(10);
  two.say("b");
  await Promise.all([two.heir.look(), three.heir.look()]);
  two.courier.begin();
  three.courier.begin();
  deepEqual([two.sent, three.sent], [["a", "b"], []]);
});

test("what a tab has left that is closed later is sent by exactly one of the others then", async () => {
  const one = tab();
  const two = tab(one.browser, "tab 2");
  const three = tab(one.browser, "tab 3");
  one.say("a");
  for (const { heir, courier } of [two, three]) {
    await heir.look();
    courier.begin();
  }
  one.say("b");
  one.browser.closes("tab 1");
  await one.browser.settled();
  deepEqual([two.sent, three.sent], [["a", "b"], []]);
});

test("words of a closed tab that come into sight late are not left lying", async () => {
  const one = tab();
  const two = tab(one.browser, "tab 2");
  await two.heir.look();
  two.courier.begin();
  one.browser.closes("tab 1");
  one.say("a");
  two.heir.watch("tab 1");
  await one.browser.settled();
  deepEqual(two.sent, ["a"]);
});

test("a tab that does not listen any more waits for no other, until it looks again", async () => {
  const one = tab();
  const two = tab(one.browser, "tab 2");
  one.say("a");
  await two.heir.look();
  two.courier.begin();
  equal(one.browser.waiting, 1);
  two.heir.stop();
  equal(one.browser.waiting, 0);
  one.browser.closes("tab 1");
  await one.browser.settled();
  deepEqual(two.sent, []);
  await two.heir.look();
  deepEqual(two.sent, ["a"]);
});

test("a tab waits once for each other one, and not for itself", async () => {
  const one = tab();
  const two = tab(one.browser, "tab 2");
  one.say("a");
  two.say("b");
  await two.heir.look();
  await two.heir.look();
  two.heir.watch("tab 1");
  two.heir.watch("tab 2");
  equal(one.browser.waiting, 1);
});

test("what another guest has left in a closed tab is not said in this one's name", async () => {
  const one = tab();
  one.outbox.keep({ id: "other", text: "Hello", at: 2 }, "g0-y@guest.library.example");
  one.outbox.keep({ id: "early", text: "Hello", at: 3 }, "");
  one.browser.closes("tab 1");
  const two = tab(one.browser, "tab 2");
  await two.heir.look();
  two.courier.begin();
  deepEqual(two.sent, ["early"]);
  equal(two.outbox.find("other")?.failure, "");
});

test("what is said before the browser is a guest is that guest's; another's is not said for them", () => {
  const { outbox, courier, sent } = tab();
  outbox.keep({ id: "early", text: "Hello", at: 1 }, "");
  outbox.keep({ id: "other", text: "Hello", at: 2 }, "g0-y@guest.library.example");
  outbox.adopt(ME);
  courier.begin();
  deepEqual(sent, ["early"]);
  deepEqual([outbox.find("early")?.guest, outbox.find("other")?.failure], [ME, ""]);
});

test("damaged memory is passed over", () => {
  const { outbox, browser } = tab();
  browser.shelf.setItem("imref-ask ask@ref.library.example line x", "{");
  deepEqual(outbox.all, []);
});
