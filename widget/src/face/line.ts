/** One message as it is shown: who, when, what, and how far it has come. */

import { html, nothing, type TemplateResult } from "lit";
import type { Attachment, Line, Mark } from "../model.js";
import { clock, size } from "./figures.js";
import { CLIP, FAILED, PEN, SENDING, SENT, TICK, TICKS } from "./icons.js";
import type { Scene } from "./scene.js";
import { type Block, blocks, type Span } from "./text.js";

/** How a line stands among the others. */
export interface Standing {
  /** The first of a group by one speaker: the name and the time are above it. */
  readonly first: boolean;
  /** What separates it from those of the day before, or "". */
  readonly day: string;
}

export interface Doing {
  readonly edit: (line: Line) => void;
  readonly again: (line: Line) => void;
}

const MARKS = {
  sending: SENDING,
  sent: SENT,
  kept: TICK,
  read: TICKS,
  failed: FAILED,
} as const satisfies Record<Mark, unknown>;

/** An entry of the log. Screen readers say each once, with its speaker, when it is added. */
export function line(scene: Scene, shown: Line, standing: Standing, doing: Doing): TemplateResult {
  const who = speaker(scene, shown);
  const time = clock(scene.desk.language, shown.at);
  return html`<li class="line ${shown.from}" data-id=${shown.id}>
    ${standing.day ? html`<p class="day">${standing.day}</p>` : nothing}
    ${
      standing.first
        ? html`<p class="who" aria-hidden="true">
            ${shown.from === "me" ? nothing : html`<span class="name" dir="auto">${who}</span>`}
            <time>${time}</time>
          </p>`
        : nothing
    }
    <div class="said">
      <div class="bubble">
        <span class="unseen">${who}${standing.first ? `, ${time}` : ""}: </span>
        ${body(scene, shown)}
      </div>
      ${reactions(scene, shown)}
      ${shown.from === "me" ? mark(scene, shown) : nothing}
      ${
        shown.from === "me" && shown.id === scene.talk.correctable
          ? html`<button class="quiet" type="button" data-edit aria-label=${scene.say("edit")}
              title=${scene.say("edit")} @click=${() => doing.edit(shown)}>${PEN}</button>`
          : nothing
      }
    </div>
    ${shown.mark === "failed" ? failure(scene, shown, doing) : nothing}
  </li>`;
}

/** Who is heard. The desk itself has no name but its title. */
export function speaker(scene: Scene, shown: Line): string {
  if (shown.from === "me") return scene.say("you");
  return shown.nick || scene.desk.title;
}

function body(scene: Scene, shown: Line): TemplateResult {
  if (shown.retracted) return html`<p class="gone">${scene.say("retracted")}</p>`;
  const file = shown.file ?? (shown.url ? fileOf(shown.url) : undefined);
  const onlyLink = shown.text.trim() === shown.url;
  return html`${shown.text && !onlyLink ? html`<div class="text" dir="auto">${blocks(shown.text).map(block)}</div>` : nothing}
    ${file ? attachment(scene, file, shown.url) : nothing}
    ${shown.corrected ? html`<p class="changed">${scene.say("corrected")}</p>` : nothing}`;
}

function block(shown: Block): TemplateResult {
  const content = shown.spans.map(span);
  switch (shown.kind) {
    case "quote":
      return html`<blockquote>${content}</blockquote>`;
    case "preformatted":
      return html`<pre>${content}</pre>`;
    case "paragraph":
      return html`<p>${content}</p>`;
  }
}

function span(shown: Span): TemplateResult | string {
  switch (shown.kind) {
    case "plain":
      return shown.text;
    case "link":
      return html`<a href=${shown.href} target="_blank" rel="noopener noreferrer">${shown.text}</a>`;
    case "strong":
      return html`<strong>${styled("*", shown.text)}</strong>`;
    case "emphasis":
      return html`<em>${styled("_", shown.text)}</em>`;
    case "struck":
      return html`<s>${styled("~", shown.text)}</s>`;
    case "code":
      return html`<code>${styled("`", shown.text)}</code>`;
  }
}

/** The marks stay, in a lower voice (XEP-0393): what was no styling loses nothing. */
function styled(sign: string, text: string): TemplateResult {
  return html`<span class="sign">${sign}</span>${text}<span class="sign">${sign}</span>`;
}

function attachment(scene: Scene, file: Attachment, url: string): TemplateResult {
  const words = html`${CLIP}<span class="file-name" dir="auto">${file.name}</span>
    ${file.size ? html`<span class="file-size">${size(scene.desk.language, file.size)}</span>` : nothing}`;
  if (file.progress < 1) {
    return html`<div class="file">${words}</div>
      <progress max="1" .value=${file.progress}
        aria-label=${scene.say("uploading", { name: file.name })}></progress>`;
  }
  return url
    ? html`<a class="file" href=${url} target="_blank" rel="noopener noreferrer">${words}</a>`
    : html`<div class="file">${words}</div>`;
}

/** What a link is called: the end of its path, else its host. */
function fileOf(url: string): Attachment {
  const { pathname, host } = new URL(url);
  const name = pathname.split("/").at(-1) || host;
  try {
    return { name: decodeURIComponent(name), size: 0, progress: 1 };
  } catch {
    return { name, size: 0, progress: 1 };
  }
}

function reactions(scene: Scene, shown: Line): TemplateResult | typeof nothing {
  if (!shown.reactions.length) return nothing;
  const signs = shown.reactions.join(" ");
  const words = scene.say("reactions", { reactions: signs });
  return html`<span class="reactions" role="img" aria-label=${words}>${signs}</span>`;
}

/** A picture whose words change without being spoken: only what is added to the log is. */
function mark(scene: Scene, shown: Line): TemplateResult {
  const words = scene.say(shown.mark);
  return html`<span class="mark ${shown.mark}" role="img" aria-label=${words} title=${words}>
    ${MARKS[shown.mark]}
  </span>`;
}

function failure(scene: Scene, shown: Line, doing: Doing): TemplateResult {
  return html`<p class="failure">
    ${shown.failure || scene.say("failed")}
    <button class="small" type="button" data-again @click=${() => doing.again(shown)}>
      ${scene.say("again")}
    </button>
  </p>`;
}
