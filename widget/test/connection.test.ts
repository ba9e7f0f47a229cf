import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";

import { Refusal } from "../src/model.js";
import { Connection } from "../src/talk/connection.js";
import type { Stream } from "../src/talk/stream.js";
import { ME, StillClock } from "./stage.js";

type Listener = (...told: never[]) => void;

/** A stream that does what the test says, in place of a server. */
class FakeStream {
  private readonly listeners = new Map<string, Listener>();
  readonly socket = { close: () => {}, dispatchEvent: () => this.tell("disconnect") };
  readonly client = { socket: { socket: this.socket }, on: this.on.bind(this) };
  readonly management = { on: this.on.bind(this) };
  connects = 0;

  async connect(): Promise<void> {
    this.connects++;
  }

  on(event: string, listener: Listener): void {
    this.listeners.set(event, listener);
  }

  tell(event: string, ...told: unknown[]): void {
    this.listeners.get(event)?.(...(told as never[]));
  }
}

/** A connection, what it was told to tell, and all streams that it made. */
function setUp(guest = async () => ({ jid: ME, password: "x" })) {
  const clock = new StillClock();
  const heard: string[] = [];
  const streams: FakeStream[] = [];
  let guests = 0;
  const ways = {
    guest: () => {
      guests++;
      return guest();
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
