/** The window once the desk is known: the form before the first message, then the conversation. */

import { html, nothing, type TemplateResult } from "lit";
import { Asking, type Details } from "./asking.js";
import { Composer } from "./composer.js";
import { standing } from "./head.js";
import { Log } from "./log.js";
import { Menu } from "./menu.js";
import { Notice } from "./notice.js";
import type { Scene } from "./scene.js";

const NOTHING_ADDED: Details = { name: "", email: "" };

export class Panel {
  readonly menu: Menu;
  readonly #asking: Asking;
  readonly #composer: Composer;
  readonly #log: Log;
  readonly #notice: Notice;
  #details = NOTHING_ADDED;

  constructor(private readonly scene: Scene) {
    const { talk } = scene;
    this.menu = new Menu(scene);
    this.#asking = new Asking(scene, (question, details) => this.#begin(question, details));
    this.#composer = new Composer(scene);
    this.#log = new Log(scene, {
      edit: (line) => this.#composer.edit(line),
      again: ({ id }) => talk.again(id),
    });
    this.#notice = new Notice(scene, () => this.#connect());
    if (talk.begun) this.#connect();
  }

  /** Whether there is a conversation to show, or the form before it. */
  get begun(): boolean {
    const { begun, now } = this.scene.talk;
    return begun || now.lines.length > 0;
  }

  /** What stands below the title; before the first message the form tells how the desk stands. */
  standing(): TemplateResult | typeof nothing {
    return this.begun ? standing(this.scene) : nothing;
  }

  body(): TemplateResult {
    const composer = this.#composer;
    const asked = this.menu.confirming;
    return html`<div class="body" ?inert=${asked}
        @dragenter=${composer.hovers} @dragover=${composer.hovers}
        @dragleave=${composer.leaves} @drop=${composer.drops}>
        ${this.#notice.notice()}
        ${this.begun ? html`${this.#log.log()}${composer.composer()}` : this.#asking.form()}
        ${composer.dropPlace()}
      </div>
      ${this.menu.question()}`;
  }

  /** What Escape does before it closes the window: leave what was begun inside. */
  back(): boolean {
    return this.menu.fold() || this.#composer.leaveEdit();
  }

  drawn(): void {
    this.#log.drawn();
  }

  #begin(question: string, details: Details): void {
    this.#details = details;
    this.#connect();
    this.scene.talk.say(question);
    this.scene.focusOn("textarea");
  }

  #connect(): void {
    // A refusal is told by the state of the link, and the patron may try again.
    this.scene.talk.open(this.#details).catch(() => this.scene.refresh());
  }
}
