import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";

import { Refusal } from "../src/model.js";
import { Connection } from "../src/talk/connection.js";
import type { Guest } from "../src/talk/guest.js";
import type { Stream } from "../src/talk/stream.js";
import { ME, StillClock } from "./stage.js";

const PAT: Guest = { jid: ME, password: "x" };

type Listener = (...told: never[]) => void;

/** A stream that does what the test says, in place of a server. */
class FakeStream {
  private readonly listeners = new Map<string, Listener>();
  readonly socket = { close: () => {}, dispatchEvent: () => this.tell("disconnect") };
  readonly client = { socket: { socket: this.socket }, on: this.on.bind(this) };
  readonly management = { on: this.on.bind(this) };
  readonly iq = {
    request: () =>
      new Promise<never>((_, reject) => this.unanswered.push(() => reject(new Error()))),
  };
  /** What makes each question of ours count as not answered. */
  readonly unanswered: (() => void)[] = [];
  /** What makes each try fail: late, perhaps. */
  readonly fails: (() => void)[] = [];

  get connects(): number {
    return this.fails.length;
  }

  connect(): Promise<void> {
    return new Promise((_, reject) => this.fails.push(() => reject(new Error())));
  }

  on(event: string, listener: Listener): void {
    this.listeners.set(event, listener);
  }

  tell(event: string, ...told: unknown[]): void {
    this.listeners.get(event)?.(...(told as never[]));
  }
}

/** A connection, what it was told to tell, and all streams that it made. */
function setUp(guest: (signal: AbortSignal) => Promise<Guest> = async () => PAT) {
  const clock = new StillClock();
  const heard: string[] = [];
  const streams: FakeStream[] = [];
  let guests = 0;
  const ways = {
    guest: (signal: AbortSignal) => {
      guests++;
      return guest(signal);
    },
    stream: (): Stream => {
      const stream = new FakeStream();
      streams.push(stream);
      return stream as unknown as Stream;
    },
  };
  const ears = {
    online: (resumed: boolean) => heard.push(resumed ? "resumed" : "online"),
    stanza: () => {},
    acknowledged: () => {},
    lost: () => heard.push("lost"),
    refused: ({ seconds }: Refusal) => heard.push(`refused ${seconds}`),
  };
  const connection = new Connection(ways, ears, clock);
  return { connection, clock, heard, streams, guests: () => guests };
}

/** Let promises that are settled go on. */
async function turn(): Promise<void> {
  for (let count = 0; count < 10; count++) await Promise.resolve();
}

class FakeCloseEvent {}
globalThis.CloseEvent ??= FakeCloseEvent as unknown as typeof CloseEvent;

test("a lost stream is tried again by itself, and resumed on the same stream", async () => {
  const { connection, clock, heard, streams } = setUp();
  connection.open();
  await turn();
  const stream = streams[0] as FakeStream;
  stream.tell("online");
  stream.tell("disconnect");
  clock.pass(500);
  await turn();
  stream.tell("resumed");
  deepEqual(heard, ["online", "lost", "resumed"]);
  deepEqual([streams.length, stream.connects], [1, 2]);
});

test("a server that does not answer is tried again, and the time for it ends with the try", async () => {
  const { connection, clock, heard, streams } = setUp();
  connection.open();
  await turn();
  const stream = streams[0] as FakeStream;
  clock.pass(19_000);
  stream.tell("disconnect"); // late, but by itself
  clock.pass(500);
  await turn();
  stream.tell("online");
  clock.pass(60_000);
  deepEqual(heard, ["online"]);
});

test("a log-in that stands still is given up", async () => {
  const { connection, clock, streams } = setUp();
  connection.open();
  await turn();
  clock.pass(21_000);
  await turn();
  equal((streams[0] as FakeStream).connects, 2);
});

test("a library that does not answer who one is is asked again", async () => {
  const { connection, clock, guests } = setUp(() => new Promise(() => {}));
  connection.open();
  await turn();
  clock.pass(21_000);
  await turn();
  equal(guests(), 2);
});

test("refused credentials are asked for anew", async () => {
  const { connection, clock, streams, guests } = setUp();
  connection.open();
  await turn();
  streams[0]?.tell("error", Object.assign(new Error(), { name: "SASLError" }));
  clock.pass(1_000);
  await turn();
  deepEqual([guests(), streams.length], [2, 2]);
});

test("a refusal ends the tries, until somebody opens again", async () => {
  const { connection, clock, heard, guests } = setUp(async () => {
    throw new Refusal(30);
  });
  connection.open();
  await turn();
  clock.pass(600_000);
  await turn();
  deepEqual([heard, guests()], [["refused 30"], 1]);
  connection.open();
  await turn();
  equal(guests(), 2);
});

test("no network at all is no refusal", async () => {
  const { connection, clock, heard, guests } = setUp(async () => {
    throw new TypeError("Failed to fetch");
  });
  connection.open();
  for (let count = 0; count < 5; count++) {
    await turn();
    clock.pass(30_000);
  }
  equal(guests() >= 5, true);
  deepEqual(heard, []);
});

test("when the network is back, a try begun without it is given up for a new one at once", async () => {
  const { connection, clock, heard, streams } = setUp();
  connection.open();
  await turn();
  const stream = streams[0] as FakeStream;
  connection.renew();
  await turn();
  equal(stream.connects, 2);
  stream.fails[0]?.();
  await turn();
  stream.tell("online");
  clock.pass(60_000);
  deepEqual([heard, stream.connects], [["online"], 2]);
});

test("the tries after the network is back are as quick as the first", async () => {
  const { connection, clock, streams } = setUp();
  connection.open();
  await turn();
  const stream = streams[0] as FakeStream;
  for (let count = 0; count < 8; count++) {
    stream.tell("disconnect");
    clock.pass(30_000);
    await turn();
  }
  connection.renew();
  await turn();
  const before = stream.connects;
  stream.tell("disconnect");
  clock.pass(500);
  await turn();
  equal(stream.connects, before + 1);
});

test("a guest who was asked for without a network is asked for anew, and comes once", async () => {
  const answers: ((guest: Guest) => void)[] = [];
  const signals: AbortSignal[] = [];
  const { connection, streams, guests } = setUp((signal) => {
    signals.push(signal);
    return new Promise((resolve) => answers.push(resolve));
  });
  connection.open();
  await turn();
  connection.renew();
  await turn();
  deepEqual([guests(), signals.map(({ aborted }) => aborted)], [2, [true, false]]);
  answers[1]?.({ jid: "g2-x@guest.library.example", password: "x" });
  await turn();
  answers[0]?.(PAT);
  await turn();
  deepEqual([streams.length, streams[0]?.connects], [1, 1]);
  equal(connection.me, "g2-x@guest.library.example");
});

test("a look at the page lets a log-in go on; if it fails, the next is made at once", async () => {
  const { connection, clock, streams } = setUp();
  connection.open();
  await turn();
  const stream = streams[0] as FakeStream;
  connection.wake();
  await turn();
  equal(stream.connects, 1);
  stream.tell("disconnect");
  clock.pass(0);
  await turn();
  equal(stream.connects, 2);
  stream.tell("disconnect");
  clock.pass(0);
  await turn();
  equal(stream.connects, 2);
});

test("a look at the page does not wait for the next try", async () => {
  const { connection, streams } = setUp();
  connection.open();
  await turn();
  const stream = streams[0] as FakeStream;
  stream.tell("disconnect");
  connection.wake();
  await turn();
  equal(stream.connects, 2);
});

test("a stream that was asked and is lost meanwhile does not take the next one along", async () => {
  const { connection, clock, heard, streams } = setUp();
  connection.open();
  await turn();
  const stream = streams[0] as FakeStream;
  stream.tell("online");
  connection.wake();
  stream.tell("disconnect");
  clock.pass(500);
  await turn();
  stream.unanswered[0]?.(); // while the next log-in is under way
  await turn();
  stream.tell("resumed");
  deepEqual(heard, ["online", "lost", "resumed"]);
});

test("a dead stream is found out by a look at the page", async () => {
  const { connection, heard, streams } = setUp();
  connection.open();
  await turn();
  const stream = streams[0] as FakeStream;
  stream.tell("online");
  connection.wake();
  stream.unanswered[0]?.();
  await turn();
  deepEqual(heard, ["online", "lost"]);
});

test("a step that took too long is of a log-in that has ended, not of this one", async () => {
  const { connection, clock, streams } = setUp();
  connection.open();
  await turn();
  const stream = streams[0] as FakeStream;
  clock.pass(21_000);
  await turn();
  stream.tell("error", Object.assign(new Error(), { name: "TimeoutError" }));
  clock.pass(10_000);
  await turn();
  equal(stream.connects, 2);
});

test("what is closed is not opened by what was under way", async () => {
  let answer: (guest: Guest) => void = () => {};
  const { connection, clock, streams } = setUp(
    () =>
      new Promise((resolve) => {
        answer = resolve;
      }),
  );
  connection.open();
  await turn();
  await connection.close();
  connection.renew();
  answer(PAT);
  await turn();
  clock.pass(60_000);
  equal(streams.length, 0);
});
