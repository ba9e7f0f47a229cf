/** A strip below the head that says what is wrong with the connection, and what follows. */

import { html, nothing, type TemplateResult } from "lit";
import type { Scene } from "./scene.js";

/** Always there, so that screen readers notice when it has something to say. */
export function notice(scene: Scene, again: () => void): TemplateResult {
  return html`<div class="notice-place" role="status">${strip(scene, again)}</div>`;
}

function strip(scene: Scene, again: () => void): TemplateResult | typeof nothing {
  switch (scene.talk.now.link) {
    case "connecting":
      return html`<p class="notice">${waiting}${scene.say("connecting")}</p>`;
    case "lost":
      return html`<p class="notice">${waiting}${scene.say("lost")}</p>`;
    case "refused":
      return html`<p class="notice">
        ${scene.say("refused")}
        <button class="small" type="button" @click=${again}>${scene.say("again")}</button>
      </p>`;
    default:
      return nothing;
  }
}

const waiting = html`<span class="turning" aria-hidden="true"></span>`;
