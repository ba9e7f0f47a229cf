/**
 * What the conversation (`talk/`) and what is seen of it (`face/`) know of each other.
 *
 * Beyond the first plan there are: `Desk`; `Talk.begun` (show the conversation, not the form, after
 * a reload); `Talk.again` and `Line.failure` (say why a line was refused, and try it again);
 * `Conversation.unread` (a number on the closed window), `Conversation.files` (whether there is
 * a place to upload to) and `Conversation.catchingUp`.
 */

/** The state of a desk, as `/desk.json` tells it; texts are in the language that was asked for. */
export interface Desk {
  desk: string;
  /** The Jabber address that the patron writes to. */
  address: string;
  title: string;
  state: "open" | "busy" | "closed" | "unstaffed";
  /** One or two true sentences for a patron: until when we are here, or when again. */
  says: string;
  language: string;
  direction: "ltr" | "rtl";
  /** Every text of the widget, by name. */
  words: Readonly<Record<string, string>>;
  /** Where XMPP over WebSocket (RFC 7395) is spoken. */
  websocket: string;
  /** Where a guest's credentials come from; `/forget` below it drops them. */
  guest: string;
  /** A page that says what is kept. */
  about: string;
  /** The longest message in characters, the largest file in bytes. */
  limits: { length: number; file: number };
  /** Whether the library takes files at all. */
  files: boolean;
}

/**
 * How far a line has come.
 *
 * - `sending`: only this browser has it; it will be sent by itself when there is a connection
 * - `sent`: it is on its way, the server has it
 * - `kept`: the library has it (XEP-0184; one tick). Nothing can lose it from here on
 * - `read`: a librarian has seen it (XEP-0333; two ticks)
 * - `failed`: it was refused, see `Line.failure`; `Talk.again` tries once more
 *
 * A line of the desk or of a librarian is `kept`, and `read` when the patron has seen it.
 */
export type Mark = "sending" | "sent" | "kept" | "read" | "failed";

/** A quick response (XEP-0439): a button with `label` on it, that says `value`. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** A file on its way or arrived. */
export interface Attachment {
  readonly name: string;
  /** In bytes; 0 when only the link is known. */
  readonly size: number;
  /** 0 to 1; 1 for what has arrived. */
  readonly progress: number;
}

/** One message of the conversation. Lines never change: a new state is a new object. */
export interface Line {
  /** Stable as long as the page is open: a key for lists, and what `correct` and `again` take. */
  readonly id: string;
  /** `desk` is the program itself: greetings, places in line, choices. */
  readonly from: "me" | "desk" | "librarian";
  /** The librarian's screen name, or the patron's own name; "" if unknown. */
  readonly nick: string;
  /** Empty for a retracted line, and for one that is only a file. */
  readonly text: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly mark: Mark;
  /** Why it was refused, in words; "" unless `mark` is `failed` (may be "" then too). */
  readonly failure: string;
  readonly corrected: boolean;
  readonly retracted: boolean;
  readonly choices: readonly Choice[];
  /** The link that the line is about (XEP-0066), or "". Only `http:` and `https:` get here. */
  readonly url: string;
  readonly file?: Attachment;
  /** The other side's reactions (XEP-0444). */
  readonly reactions: readonly string[];
}

/**
 * - `idle`: not begun, or closed
 * - `connecting`: the first time
 * - `online`
 * - `lost`: it was online; we try again by ourselves, and what is said meanwhile is kept
 * - `refused`: the library let nobody in just now (too many guests); `open` tries again
 */
export type Link = "idle" | "connecting" | "online" | "lost" | "refused";

/** A snapshot: it is never changed in place. */
export interface Conversation {
  readonly link: Link;
  /** In the order in which they were said. */
  readonly lines: readonly Line[];
  /** The screen name of the librarian who answers; "" while nobody does. */
  readonly answering: string;
  /** Whether the other side is typing (XEP-0085). */
  readonly typing: boolean;
  /** The place in line; 0 when not waiting. */
  readonly place: number;
  /** How many lines of theirs the patron has not seen yet. */
  readonly unread: number;
  /** Whether files can be sent: the library takes them and its server has a place for them. */
  readonly files: boolean;
  /** The earlier lines are still being fetched; say nothing about an empty conversation yet. */
  readonly catchingUp: boolean;
}

/** A patron's conversation with one desk. All calls return at once unless they give a promise. */
export interface Talk {
  /** What is true now; after each change of it the subscribers are called. */
  readonly now: Conversation;
  /**
   * This browser has a conversation with the desk that has not been forgotten, here or in another
   * tab: show it at once and `open` it with the same details as before (`{ name: "", email: "" }`).
   */
  readonly begun: boolean;
  subscribe(changed: () => void): () => void;
  /**
   * Connect. Resolves once online; rejects with a `Refusal` when nobody is let in. A lost network
   * rejects nothing: it waits. The name and the address go out with the first line that is said.
   */
  open(details: { name: string; email: string }): Promise<void>;
  /** Also before or without a connection: the line is kept in the browser and sent when it can. */
  say(text: string): void;
  /** Correct a line of one's own (XEP-0308). Only the last one can be: others are left alone. */
  correct(id: string, text: string): void;
  /** The id of the line that `correct` takes now, or "". */
  readonly correctable: string;
  /** Say of a failed line once more what it said, under a new id, at the end. */
  again(id: string): void;
  /** Call at each keystroke with true; with false when the box was emptied. It is throttled here. */
  typing(active: boolean): void;
  send(file: File): void;
  choose(choice: Choice): void;
  /** The patron has the newest lines before their eyes (the window is open and scrolled down). */
  seen(): void;
  /** The library and this browser forget the conversation; afterwards `now` is as at the start. */
  forget(): Promise<void>;
  /** The window was closed for good: the desk is told, the connection ends. `open` comes back. */
  close(): void;
}

/** Nobody is let in: `seconds` says when to try again, 0 if that is unknown. */
export class Refusal extends Error {
  constructor(readonly seconds: number) {
    super("refused");
    this.name = "Refusal";
  }
}
