/** The head of the window: what this is, who answers, and how to leave. */

import { html, nothing, type TemplateResult } from "lit";
import { CLOSE } from "./icons.js";
import { dot } from "./launcher.js";
import type { Menu } from "./menu.js";
import type { Scene } from "./scene.js";
import type { Word } from "./words.js";

export interface Head {
  readonly title: string;
  readonly menu: Menu | undefined;
  /** Undefined where the window cannot be closed. */
  readonly hides: (() => void) | undefined;
  readonly hideWords: string;
}

export function head(shown: Head, below: TemplateResult | typeof nothing): TemplateResult {
  return html`<header class="head">
    <div class="head-words">
      <h2 id="title">${shown.title}</h2>
      ${below}
    </div>
    ${shown.menu?.button() ?? nothing}
    ${
      shown.hides
        ? html`<button class="plain" type="button" data-hide aria-label=${shown.hideWords}
            title=${shown.hideWords} @click=${shown.hides}>${CLOSE}</button>`
        : nothing
    }
  </header>`;
}

/** The state of the desk in words, as on the button. */
export function stateWords(scene: Scene): string {
  return scene.say(scene.desk.state satisfies Word);
}

/** Who answers; else the place in line; else the state of the desk. */
export function standing(scene: Scene): TemplateResult {
  const { answering, place } = scene.talk.now;
  if (answering) return html`<p class="standing">${scene.say("with", { name: answering })}</p>`;
  if (place === 1) return html`<p class="standing">${scene.say("place_first")}</p>`;
  if (place > 1) return html`<p class="standing">${scene.say("place", { place })}</p>`;
  return html`<p class="standing state">${dot(scene.desk.state)}${stateWords(scene)}</p>`;
}
