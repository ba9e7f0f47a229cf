/** The conversation: its lines, what is being written, the answers to choose from. */

import { html, nothing, type TemplateResult } from "lit";
import { createRef, type Ref, ref } from "lit/directives/ref.js";
import { repeat } from "lit/directives/repeat.js";
import type { Choice, Line } from "../model.js";
import { day, daysBetween } from "./figures.js";
import { DOWN } from "./icons.js";
import { type Doing, line, type Standing } from "./line.js";
import type { Scene } from "./scene.js";

/** A silence after which a line has its own name and time again, in milliseconds. */
const PAUSE = 5 * 60 * 1000;
/** So near to the end of the log, in pixels, somebody still reads along. */
const NEAR = 48;

export class Log {
  readonly #place: Ref<HTMLElement> = createRef();
  #atEnd = true;
  #last: Line | undefined;
  /** How high the lines were, and what is seen of them: unless that changes nothing moves. */
  #room = "";
  #failed = new Set<string>();
  /** Earlier lines are not heard as if they were said now. */
  #quiet = true;

  constructor(
    private readonly scene: Scene,
    private readonly doing: Doing,
  ) {}

  log(): TemplateResult {
    const { lines, typing } = this.scene.talk.now;
    return html`<div class="log-place">
        <div class="log" role="log" aria-live=${this.#quiet ? "off" : "polite"} aria-relevant="additions" aria-label=${this.scene.say("log")}
          tabindex="0" ${ref(this.#place)} @scroll=${this.#scrolled}>
          <ul>
            ${repeat(lines, key, (shown, index) =>
              line(this.scene, shown, standing(this.scene, lines, index), this.doing),
            )}
          </ul>
          ${typing ? this.#typing() : nothing}
        </div>
        ${this.#atEnd ? nothing : this.#toEnd()}
      </div>
      ${this.#choices(offered(lines))}`;
  }

  /** Seen, not heard: a screen reader would say it again and again. */
  #typing(): TemplateResult {
    const { answering } = this.scene.talk.now;
    const words = answering
      ? this.scene.say("typing", { name: answering })
      : this.scene.say("typing_somebody");
    return html`<p class="typing" aria-live="off">
      <span class="typing-dots" aria-hidden="true"><i></i><i></i><i></i></span>${words}
    </p>`;
  }

  #choices(choices: readonly Choice[]): TemplateResult | typeof nothing {
    if (!choices.length) return nothing;
    return html`<div class="choices" role="group" aria-label=${this.scene.say("choices")}>
      ${choices.map(
        (choice) =>
          html`<button class="choice" type="button" @click=${() => this.#choose(choice)}>
            <span dir="auto">${choice.label}</span>
          </button>`,
      )}
    </div>`;
  }

  #toEnd(): TemplateResult {
    const words = this.scene.say("latest");
    return html`<button class="to-end" type="button" aria-label=${words} title=${words}
      @click=${() => this.toEnd()}>
      ${DOWN}
    </button>`;
  }

  #choose(choice: Choice): void {
    this.scene.talk.choose(choice);
    this.scene.focusField();
  }

  /** Show the newest line; what is there has been seen then. */
  toEnd(): void {
    this.#atEnd = true;
    const place = this.#place.value;
    if (place) place.scrollTop = place.scrollHeight;
    this.scene.refresh();
  }

  /** After each time that the window was drawn: keep the place, and tell what was seen. */
  drawn(): void {
    this.#tellFailures();
    this.#speakUp();
    const place = this.#place.value;
    const last = this.scene.talk.now.lines.at(-1);
    if (!place) {
      this.#last = undefined;
      this.#room = "";
      return;
    }
    const added = last?.id !== this.#last?.id;
    const opened = this.#last === undefined;
    this.#last = last;
    if (added && last?.from === "me") this.#atEnd = true;
    const room = `${place.scrollHeight} ${place.clientHeight}`;
    if (this.#atEnd && room !== this.#room) {
      place.scrollTop = opened ? place.scrollHeight : this.#endOrTop(place, added);
    }
    this.#room = room;
    if (this.#atEnd && document.visibilityState === "visible") this.scene.talk.seen();
  }

  /** The end; but a new line that is longer than the window is shown from its beginning. */
  #endOrTop(place: HTMLElement, added: boolean): number {
    const end = place.scrollHeight - place.clientHeight;
    const newest = place.querySelector<HTMLElement>("li:last-child > .said");
    return added && newest ? Math.min(end, newest.offsetTop - 8) : end;
  }

  #scrolled = (): void => {
    const place = this.#place.value;
    if (!place) return;
    const atEnd = place.scrollHeight - place.clientHeight - place.scrollTop < NEAR;
    if (atEnd === this.#atEnd) return;
    this.#atEnd = atEnd;
    this.scene.refresh();
  };

  /** From the draw after the one that shows the earlier lines. */
  #speakUp(): void {
    const { link, catchingUp } = this.scene.talk.now;
    if (!this.#quiet || link !== "online" || catchingUp) return;
    this.#quiet = false;
    requestAnimationFrame(() => this.scene.refresh());
  }

  #tellFailures(): void {
    for (const { id, mark, failure } of this.scene.talk.now.lines) {
      if (mark !== "failed" || this.#failed.has(id)) continue;
      this.#failed.add(id);
      this.scene.announce(failure || this.scene.say("failed"));
    }
  }
}

/** A correction is an entry of its own, so that it is heard; a mark that changes is not. */
function key(shown: Line): string {
  return shown.from !== "me" && shown.corrected ? `${shown.id} ${shown.text}` : shown.id;
}

/** Answers are offered until something is said; only the newest offer counts. */
function offered(lines: readonly Line[]): readonly Choice[] {
  let choices: readonly Choice[] = [];
  for (const shown of lines) {
    if (shown.from === "me") choices = [];
    else if (shown.choices.length) choices = shown.choices;
  }
  return choices;
}

function standing(scene: Scene, lines: readonly Line[], index: number): Standing {
  const shown = lines[index] as Line;
  const before = lines[index - 1];
  const newDay = before
    ? daysBetween(before.at, shown.at) !== 0
    : daysBetween(shown.at, Date.now()) > 0;
  return {
    first: newDay || !before || !together(before, shown),
    day: newDay ? day(scene.desk.language, shown.at, Date.now()) : "",
  };
}

function together(before: Line, shown: Line): boolean {
  return before.from === shown.from && before.nick === shown.nick && shown.at - before.at < PAUSE;
}
