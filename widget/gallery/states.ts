/** Every state that a patron can see the window in, each with what leads to it. */

import type { Conversation, Line } from "../src/model.js";
import { line } from "./scripted.js";

export interface State {
  /** The desk of the gallery's service that it is shown with; each stands another way. */
  readonly desk: "open" | "busy" | "closed" | "unstaffed" | "nowhere";
  readonly open: boolean;
  readonly talk: Partial<Conversation>;
  /** What is done in the window once it is shown. */
  readonly after?: (root: ShadowRoot) => void;
}

const MINUTE = 60 * 1000;
const NOW = Date.now();
const ago = (minutes: number): { at: number } => ({ at: NOW - minutes * MINUTE });
const MARIA = { nick: "Maria" };

function greeting(): Line[] {
  return [
    line("me", "Hello! Is the 1908 atlas of the harbour in your reading room?", ago(6)),
    line(
      "desk",
      "Thank you, your question has reached Ask a librarian. A librarian is being asked now. You are first in line.",
      ago(6),
    ),
    line("desk", "Maria is here for you now.", ago(5)),
  ];
}

function conversation(): Line[] {
  return [
    ...greeting(),
    line("librarian", "Good morning! It is: map room, second floor, shelf K 12.", {
      ...MARIA,
      ...ago(5),
    }),
    line(
      "librarian",
      "The sheets are scanned as well: https://maps.library.example/harbour/1908?sheet=4 (you can print them).",
      { ...MARIA, ...ago(5) },
    ),
    line("me", "That is *exactly* what I needed. Thank you!", { ...ago(4), reactions: ["👍"] }),
    line("me", "Do I need a card for the map room?", { ...ago(3), corrected: true }),
    line("librarian", "No card, but please leave bags in a locker.\n> until 17:00 today", {
      ...MARIA,
      ...ago(2),
    }),
  ];
}

const online = (lines: Line[], more: Partial<Conversation> = {}): Partial<Conversation> => ({
  link: "online",
  lines,
  ...more,
});

const click = (selector: string) => (root: ShadowRoot) =>
  root.querySelector<HTMLElement>(selector)?.click();

export const STATES: Readonly<Record<string, State>> = {
  "button-open": { desk: "open", open: false, talk: {} },
  "button-closed": { desk: "closed", open: false, talk: {} },
  "button-unread": { desk: "open", open: false, talk: online(conversation(), { unread: 3 }) },
  "ask-open": { desk: "open", open: true, talk: {} },
  "ask-busy": { desk: "busy", open: true, talk: {} },
  "ask-closed": { desk: "closed", open: true, talk: {} },
  "ask-unstaffed": { desk: "unstaffed", open: true, talk: {} },
  "ask-details": { desk: "open", open: true, talk: {}, after: click(".fold") },
  "ask-wrong": {
    desk: "open",
    open: true,
    talk: {},
    after: (root) => {
      fill(root, "#email", "maria at home");
      fill(root, "#question", "Where are the newspapers?");
      click(".asking .main")(root);
    },
  },
  unreachable: { desk: "nowhere", open: true, talk: {} },
  connecting: {
    desk: "open",
    open: true,
    talk: {
      link: "connecting",
      lines: [line("me", "Is the 1908 atlas in your reading room?", { mark: "sending" })],
    },
  },
  waiting: {
    desk: "busy",
    open: true,
    talk: online(
      [
        line("me", "Is the 1908 atlas in your reading room?", { mark: "kept" }),
        line(
          "desk",
          "Thank you, your question has reached Ask a librarian. Everybody here is with somebody at the moment. You are number 3 in line.",
        ),
        line("desk", "You can wait here, or leave the question.", {
          choices: [
            { value: "wait", label: "I wait" },
            { value: "keep", label: "Keep my question" },
          ],
        }),
      ],
      { place: 3 },
    ),
  },
  conversation: {
    desk: "open",
    open: true,
    talk: online(conversation(), { answering: "Maria", files: true }),
  },
  typing: {
    desk: "open",
    open: true,
    talk: online(conversation().slice(0, 5), { answering: "Maria", typing: true }),
  },
  marks: {
    desk: "open",
    open: true,
    talk: online(
      [
        line("me", "I am read.", { mark: "read" }),
        line("me", "I am kept.", { mark: "kept" }),
        line("me", "I have left.", { mark: "sent" }),
        line("me", "I am still here.", { mark: "sending" }),
        line("me", "I was refused.", {
          mark: "failed",
          failure: "We take no messages of this kind.",
        }),
        line("librarian", "", { ...MARIA, retracted: true }),
        line("librarian", "I say it better: 17:30.", { ...MARIA, corrected: true }),
        line(
          "librarian",
          "A very long word: Donaudampfschifffahrtsgesellschaftskapitänswitwenrente",
          MARIA,
        ),
      ],
      { answering: "Maria" },
    ),
  },
  files: {
    desk: "open",
    open: true,
    talk: online(
      [
        ...greeting(),
        line("me", "", {
          mark: "sending",
          file: { name: "title page.jpg", size: 2_400_000, progress: 0.6 },
        }),
        line("me", "https://upload.library.example/a/order.pdf", {
          url: "https://upload.library.example/a/order.pdf",
          file: { name: "order.pdf", size: 82_000, progress: 1 },
        }),
        line("librarian", "https://upload.library.example/b/shelf%20plan.pdf", {
          ...MARIA,
          url: "https://upload.library.example/b/shelf%20plan.pdf",
        }),
      ],
      { answering: "Maria", files: true },
    ),
  },
  drop: {
    desk: "open",
    open: true,
    talk: online(conversation(), { answering: "Maria", files: true }),
    after: (root) => {
      const data = new DataTransfer();
      data.items.add(new File(["x"], "page.jpg"));
      const event = new DragEvent("dragenter", { bubbles: true, dataTransfer: data });
      root.querySelector(".log")?.dispatchEvent(event);
    },
  },
  editing: {
    desk: "open",
    open: true,
    talk: online(conversation().slice(0, 7), { answering: "Maria" }),
    after: click("[data-edit]"),
  },
  lost: {
    desk: "open",
    open: true,
    talk: { ...online(conversation(), { answering: "Maria" }), link: "lost" },
  },
  refused: {
    desk: "open",
    open: true,
    talk: {
      link: "refused",
      lines: [line("me", "Is the 1908 atlas in your reading room?", { mark: "sending" })],
    },
  },
  kept: {
    desk: "closed",
    open: true,
    talk: online([
      line("me", "How do I renew a book?", { mark: "kept" }),
      line(
        "desk",
        "Thank you. Ask a librarian is closed now and opens tomorrow at 9:00. Your question is kept; it is the first in line. A librarian answers in this window then.",
      ),
      line(
        "desk",
        "Our help pages may have the answer now. Write a number to read one:\n1. Renewing a loan\n2. Your library account\n3. Fees and how to pay them",
        {
          choices: [
            { value: "1", label: "Renewing a loan" },
            { value: "2", label: "Your library account" },
            { value: "3", label: "Fees and how to pay them" },
          ],
        },
      ),
    ]),
  },
  ended: {
    desk: "open",
    open: true,
    talk: online([
      ...conversation(),
      line("me", "No, that is all. Thank you!", ago(1)),
      line(
        "desk",
        "Good-bye, and thank you for asking. How was it, from 1 (poor) to 5 (very good)?",
        {
          choices: [
            ...["1", "2", "3", "4", "5"].map((value) => ({ value, label: value })),
            { value: "transcript", label: "Send me the transcript" },
          ],
        },
      ),
    ]),
  },
  yesterday: {
    desk: "open",
    open: true,
    talk: online([
      line("me", "Can you find out who drew the map?", ago(26 * 60)),
      line("librarian", "Gladly; I have to ask the archive, and write tomorrow.", {
        ...MARIA,
        ...ago(26 * 60 - 2),
      }),
      line("librarian", "It was drawn by Anna Winkler, in 1907.", { ...MARIA, ...ago(1) }),
    ]),
  },
  menu: {
    desk: "open",
    open: true,
    talk: online(conversation(), { answering: "Maria" }),
    after: click("[data-menu]"),
  },
  forget: {
    desk: "open",
    open: true,
    talk: online(conversation(), { answering: "Maria" }),
    after: (root) => {
      click("[data-menu]")(root);
      click("[data-item=forget]")(root);
    },
  },
};

function fill(root: ShadowRoot, selector: string, value: string): void {
  const field = root.querySelector<HTMLInputElement | HTMLTextAreaElement>(selector);
  if (!field) return;
  field.value = value;
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
}
