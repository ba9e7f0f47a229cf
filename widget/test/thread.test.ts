import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";

import { Thread } from "../src/talk/thread.js";
import { mine, spoken } from "./stage.js";

/** A conversation as it is read: who, and what. */
function read(thread: Thread): string[] {
  return thread.lines.map(({ from, text }) => `${from}: ${text}`);
}

function marks(thread: Thread): string {
  return thread.lines.map(({ mark }) => mark).join(" ");
}

/** Read a page of the archive, as `Reception` does. */
function page(thread: Thread, after: string, ...said: Parameters<Thread["recall"]>[0][]): string {
  return said.reduce((last, words) => thread.recall(words, last), after);
}

test("the same words live, from another tab and from the archive are one line", () => {
  const thread = new Thread();
  thread.show({ id: "a", text: "Where is the map?", at: 1 }, "sending");
  equal(thread.hear(mine("a", "Where is the map?"), 2), "");
  equal(thread.hear(spoken("im-1", "One moment."), 3), "~im-1");
  equal(thread.hear(spoken("im-1", "One moment."), 4), "");
  page(thread, "", mine("a", "Where is the map?"), spoken("im-1", "One moment."));
  deepEqual(read(thread), ["me: Where is the map?", "desk: One moment."]);
});

test("ids of theirs are not ids of ours", () => {
  const thread = new Thread();
  thread.hear(mine("1", "Hello?"), 1);
  thread.hear(spoken("1", "Hello!", { nick: "Ana" }), 2);
  deepEqual(read(thread), ["me: Hello?", "librarian: Hello!"]);
});

test("what was missed goes where it belongs, before what is still unsent", () => {
  const thread = new Thread();
  thread.hear(spoken("1", "First", { nick: "Ana" }), 1);
  thread.show({ id: "b", text: "Said without a network", at: 2 }, "sending");
  page(thread, "~1", mine("p", "From the phone"), spoken("2", "Second", { nick: "Ana" }));
  deepEqual(read(thread), [
    "librarian: First",
    "me: From the phone",
    "librarian: Second",
    "me: Said without a network",
  ]);
});

test("what is in the archive goes before what comes after it there", () => {
  const thread = new Thread();
  thread.hear(spoken("1", "First", { nick: "Ana" }), 1);
  thread.hear(mine("b", "Ours"), 2);
  page(thread, "~1", mine("b", "Ours"), spoken("2", "Second", { nick: "Ana" }));
  deepEqual(read(thread), ["librarian: First", "me: Ours", "librarian: Second"]);
});

test("older pages come before newer ones, each in its order", () => {
  const thread = new Thread();
  page(thread, "", spoken("3", "c"), spoken("4", "d"));
  page(thread, "", spoken("1", "a"), spoken("2", "b"));
  equal(thread.lines.map(({ text }) => text).join(""), "abcd");
});

test("a correction changes its line, and its id means that line from then on", () => {
  const thread = new Thread();
  thread.hear(spoken("1", "Flor two", { nick: "Ana" }), 1);
  thread.hear(spoken("2", "Floor too", { replaces: "1", nick: "Ana" }), 2);
  thread.hear(spoken("3", "Floor two", { replaces: "2", nick: "Ana" }), 3);
  deepEqual(read(thread), ["librarian: Floor two"]);
  equal(thread.lines[0]?.corrected, true);
});

test("a live correction of something unknown is a line of its own", () => {
  const thread = new Thread();
  thread.hear(spoken("2", "Floor two", { replaces: "1" }), 1);
  deepEqual(read(thread), ["desk: Floor two"]);
});

test("a correction on a newer page waits for its line, and an older one does not undo it", () => {
  const thread = new Thread();
  page(thread, "", spoken("3", "third", { replaces: "1", at: 30 }));
  page(
    thread,
    "",
    spoken("1", "first", { at: 10 }),
    spoken("2", "second", { replaces: "1", at: 20 }),
  );
  deepEqual(read(thread), ["desk: third"]);
});

test("our own correction waits for its own receipt", () => {
  const thread = new Thread();
  thread.show({ id: "a", text: "teh map", at: 1 }, "sending");
  thread.raise("a", "kept");
  thread.displayed("a");
  equal(marks(thread), "read");
  thread.show({ id: "b", text: "the map", at: 2, replaces: "a" }, "sending");
  thread.raise("a", "kept");
  equal(marks(thread), "sending");
  thread.raise("b", "kept");
  equal(marks(thread), "kept");
  thread.displayed("b");
  equal(marks(thread), "read");
  deepEqual(read(thread), ["me: the map"]);
});

test("an unsent correction shows through what the archive brings after a reload", () => {
  const thread = new Thread();
  thread.show({ id: "b", text: "the map", at: 2, replaces: "a" }, "sending");
  page(thread, "", mine("a", "teh map"));
  deepEqual(read(thread), ["me: the map"]);
  equal(marks(thread), "sending");
});

test("marks only rise, but a refused line can be said again", () => {
  const thread = new Thread();
  thread.show({ id: "a", text: "Hello", at: 1 }, "sending");
  thread.raise("a", "kept");
  thread.raise("a", "sent");
  equal(marks(thread), "kept");
  thread.show({ id: "b", text: "Hello?", at: 1 }, "failed", "too long");
  equal(thread.lines[1]?.failure, "too long");
  thread.show({ id: "b", text: "Hello?", at: 1 }, "sending");
  equal(thread.lines[1]?.failure, "");
});

test("a line that was seen means that those before it were", () => {
  const thread = new Thread();
  for (const id of ["a", "b", "c"]) thread.hear(mine(id, id), 1);
  thread.displayed("b");
  equal(marks(thread), "read read kept");
  page(thread, "", mine("z", "earlier"));
  equal(marks(thread), "read read read kept");
});

test("reactions are those of the other side; a retraction leaves an empty line", () => {
  const thread = new Thread();
  thread.hear(mine("a", "Thank you"), 1);
  thread.hear(spoken("1", "Wrong room", { nick: "Ana" }), 2);
  thread.react(false, "a", ["👍"]);
  thread.react(true, "1", ["❤"]);
  thread.retract(false, "1");
  deepEqual(thread.lines[0]?.reactions, ["👍"]);
  deepEqual(thread.lines[1]?.reactions, []);
  deepEqual([thread.lines[1]?.text, thread.lines[1]?.retracted], ["", true]);
});

test("only the last line of ours can be corrected, unless it is refused, a file or taken back", () => {
  const thread = new Thread();
  equal(thread.correctable, "");
  thread.hear(mine("a", "one"), 1);
  thread.hear(mine("b", "two"), 2);
  thread.hear(spoken("1", "Yes?"), 3);
  equal(thread.correctable, "b");
  thread.attach({ id: "c", text: "", at: 4 }, { name: "map.png", size: 3, progress: 0 }, "sending");
  equal(thread.correctable, "");
});

test("who answers and the place in line follow the newest words", () => {
  const thread = new Thread();
  thread.hear(spoken("1", "You are third", { place: 3 }), 1);
  deepEqual([thread.place, thread.answering], [3, ""]);
  thread.hear(spoken("2", "Hello", { nick: "Ana" }), 2);
  deepEqual([thread.place, thread.answering], [0, "Ana"]);
  thread.hear(spoken("3", "You are first", { place: 1 }), 3);
  deepEqual([thread.place, thread.answering], [1, ""]);
  thread.hear(spoken("4", "Hello again", { nick: "Ben" }), 4);
  thread.hear(spoken("5", "Ben has ended the conversation.", { over: true }), 5);
  deepEqual([thread.place, thread.answering], [0, ""]);
});

test("unread is what came after what was seen and after our own last line", () => {
  const thread = new Thread();
  thread.hear(mine("a", "Hello"), 1);
  thread.hear(spoken("1", "Hello"), 2);
  thread.hear(spoken("2", "How can I help?"), 3);
  equal(thread.unread(""), 2);
  equal(thread.unread("~1"), 1);
  thread.hear(mine("b", "The map"), 4);
  equal(thread.unread(""), 0);
});

test("a link alone is a file with the name that the link gives it", () => {
  const thread = new Thread();
  thread.hear(spoken("1", "", { url: "https://files.example/x/map%20of%201923.png" }), 1);
  deepEqual(thread.lines[0]?.file, { name: "map of 1923.png", size: 0, progress: 1 });
});
