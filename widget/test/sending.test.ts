import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";

import { Courier } from "../src/talk/courier.js";
import { Outbox } from "../src/talk/outbox.js";
import { FakeBrowser, ME, StillClock } from "./stage.js";

const MINUTE = 60_000;

/** One tab: what it has kept, what it has sent, and a clock. */
function tab(browser = new FakeBrowser(), name = "tab 1") {
  const clock = new StillClock();
  const sent: string[] = [];
  const outbox = new Outbox(browser.memory, browser.tab(name));
  const courier = new Courier(outbox, clock, ({ id }) => sent.push(id));
  const say = (id: string): void => {
    outbox.keep({ id, text: id, at: clock.now() }, ME);
    clock.pass(1);
    courier.flush();
  };
  return { browser, clock, sent, outbox, courier, say };
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
  await two.outbox.adopt(ME);
  two.courier.begin();
  deepEqual(two.sent, []);
});

test("what a closed tab has left is sent by exactly one of the others", async () => {
  const one = tab();
  one.say("a");
  one.browser.closes("tab 1");
  const two = tab(one.browser, "tab 2");
  const three = tab(one.browser, "tab 3");
  await two.outbox.adopt(ME);
  await three.outbox.adopt(ME);
  two.courier.begin();
  three.courier.begin();
  deepEqual([two.sent, three.sent], [["a"], []]);
});

test("what is said before the browser is a guest is that guest's; another's is not said for them", async () => {
  const { outbox, courier, sent } = tab();
  outbox.keep({ id: "early", text: "Hello", at: 1 }, "");
  outbox.keep({ id: "other", text: "Hello", at: 2 }, "g0-y@guest.library.example");
  await outbox.adopt(ME);
  courier.begin();
  deepEqual(sent, ["early"]);
  deepEqual([outbox.find("early")?.guest, outbox.find("other")?.failure], [ME, ""]);
});

test("damaged memory is passed over", () => {
  const { outbox, browser } = tab();
  browser.shelf.setItem("imref-ask ask@ref.library.example line x", "{");
  deepEqual(outbox.all, []);
});
