import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";

import { BackOff } from "../src/talk/clock.js";
import { OwnTyping, TheirTyping } from "../src/talk/typing.js";
import { StillClock } from "./stage.js";

function keyboard() {
  const clock = new StillClock();
  const told: string[] = [];
  return { clock, told, typing: new OwnTyping(clock, (state) => told.push(state)) };
}

test("many keystrokes are one chat state, and a pause is another", () => {
  const { clock, told, typing } = keyboard();
  for (let key = 0; key < 20; key++) {
    typing.keystroke(true);
    clock.pass(300);
  }
  deepEqual(told, ["composing"]);
  clock.pass(10_000);
  deepEqual(told, ["composing", "paused"]);
  typing.keystroke(true);
  typing.keystroke(false);
  deepEqual(told.slice(2), ["composing", "active"]);
});

test("a message tells by itself that nobody types any more", () => {
  const { clock, told, typing } = keyboard();
  typing.keystroke(true);
  typing.said();
  clock.pass(10_000);
  deepEqual(told, ["composing"]);
});

test("a librarian whose client is gone does not type for ever", () => {
  const clock = new StillClock();
  let changes = 0;
  const typing = new TheirTyping(clock, () => changes++);
  typing.hear("composing");
  clock.pass(50_000);
  typing.hear("composing");
  clock.pass(50_000);
  equal(typing.now, true);
  clock.pass(50_000);
  deepEqual([typing.now, changes], [false, 2]);
});

test("tries come ever less often, up to a limit, until there is a connection", () => {
  const backOff = new BackOff(500, 4_000, () => 1);
  deepEqual(
    [1, 2, 3, 4, 5].map(() => backOff.next()),
    [500, 1_000, 2_000, 4_000, 4_000],
  );
  backOff.reset();
  equal(backOff.next(), 500);
});
