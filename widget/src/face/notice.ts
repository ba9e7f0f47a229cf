/** A strip below the head that says what is wrong with the connection, and what follows. */

import { html, nothing, type TemplateResult } from "lit";
import type { Scene } from "./scene.js";

/** After so many milliseconds of connecting it is a connection that is interrupted. */
const PATIENCE = 10_000;

export class Notice {
  #patience: ReturnType<typeof setTimeout> | undefined;
  #impatient = false;

  constructor(
    private readonly scene: Scene,
    private readonly again: () => void,
  ) {}

  /** Always there, so that screen readers notice when it has something to say. */
  notice(): TemplateResult {
    this.#wait();
    return html`<div class="notice-place" role="status">${this.#strip()}</div>`;
  }

  #strip(): TemplateResult | typeof nothing {
    const { link, lines, catchingUp } = this.scene.talk.now;
    if (link === "lost" || this.#impatient) return waiting(this.scene.say("lost"));
    if (link === "connecting" || (catchingUp && !lines.length)) {
      return waiting(this.scene.say("connecting"));
    }
    if (link !== "refused") return nothing;
    return html`<p class="notice">
      ${this.scene.say("refused")}
      <button class="small" type="button" @click=${this.again}>${this.scene.say("again")}</button>
    </p>`;
  }

  #wait(): void {
    if (this.scene.talk.now.link !== "connecting") {
      clearTimeout(this.#patience);
      this.#patience = undefined;
      this.#impatient = false;
    } else {
      this.#patience ??= setTimeout(() => {
        this.#impatient = true;
        this.scene.refresh();
      }, PATIENCE);
    }
  }
}

function waiting(words: string): TemplateResult {
  return html`<p class="notice"><span class="turning" aria-hidden="true"></span>${words}</p>`;
}
