/** A conversation that is made up: it shows what it is told to, and writes down what is asked. */

import type { Choice, Conversation, Line, Talk } from "../src/model.js";

const SILENT: Conversation = {
  link: "idle",
  lines: [],
  answering: "",
  typing: false,
  place: 0,
  unread: 0,
  files: false,
  catchingUp: false,
};

export class ScriptedTalk implements Talk {
  now: Conversation;
  /** What the window asked for, as `["say", "Hello"]`. */
  readonly asked: unknown[][] = [];
  #changed = new Set<() => void>();

  constructor(start: Partial<Conversation> = {}) {
    this.now = { ...SILENT, ...start };
  }

  get begun(): boolean {
    return this.now.lines.length > 0;
  }

  get correctable(): string {
    const last = this.now.lines.filter((line) => line.from === "me").at(-1);
    return last && !last.file && !last.retracted && last.mark !== "failed" ? last.id : "";
  }

  /** What happens next in the play. */
  play(next: Partial<Conversation>): void {
    this.now = { ...this.now, ...next };
    for (const changed of this.#changed) changed();
  }

  /** Add a line. */
  add(next: Line): void {
    this.play({ lines: [...this.now.lines, next] });
  }

  /** Change a line: its mark, its words. */
  change(id: string, next: Partial<Line>): void {
    const lines = this.now.lines.map((shown) => (shown.id === id ? { ...shown, ...next } : shown));
    this.play({ lines });
  }

  subscribe(changed: () => void): () => void {
    this.#changed.add(changed);
    return () => this.#changed.delete(changed);
  }

  async open(details: { name: string; email: string }): Promise<void> {
    this.asked.push(["open", details]);
    if (this.now.link === "idle") this.play({ link: "online" });
  }

  say(text: string): void {
    this.asked.push(["say", text]);
    this.add(line("me", text, { mark: "sent" }));
  }

  correct(id: string, text: string): void {
    this.asked.push(["correct", id, text]);
    this.change(id, { text, corrected: true });
  }

  again(id: string): void {
    this.asked.push(["again", id]);
    this.change(id, { mark: "sending", failure: "" });
  }

  typing(active: boolean): void {
    if (this.asked.at(-1)?.[0] !== "typing") this.asked.push(["typing", active]);
  }

  send(file: File): void {
    this.asked.push(["send", file.name]);
    const { name, size } = file;
    this.add(line("me", "", { mark: "sending", file: { name, size, progress: 0.4 } }));
  }

  choose(choice: Choice): void {
    this.asked.push(["choose", choice.value]);
    this.add(line("me", choice.label, { mark: "sent" }));
  }

  seen(): void {
    if (this.now.unread) this.play({ unread: 0 });
  }

  async forget(): Promise<void> {
    this.asked.push(["forget"]);
    this.play(SILENT);
  }

  close(): void {
    this.asked.push(["close"]);
  }
}

let lines = 0;

/** A line of the play, spoken now unless `more` says when. */
export function line(from: Line["from"], text: string, more: Partial<Line> = {}): Line {
  lines += 1;
  return {
    id: `line-${lines}`,
    from,
    nick: "",
    text,
    at: Date.now(),
    mark: from === "me" ? "read" : "kept",
    failure: "",
    corrected: false,
    retracted: false,
    choices: [],
    url: "",
    reactions: [],
    ...more,
  };
}
