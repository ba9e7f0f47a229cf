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
  readonly #notice: Notice;
  #asking: Asking;
  #composer: Composer;
  #log: Log;
  #details = NOTHING_ADDED;
  #hadBegun = false;

  constructor(private readonly scene: Scene) {
    this.menu = new Menu(scene);
    this.#notice = new Notice(scene, () => this.#connect());
    this.#asking = this.#newAsking();
    this.#composer = new Composer(scene);
    this.#log = this.#newLog();
    if (scene.talk.begun) this.#connect();
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
    if (this.#hadBegun && !this.begun) this.#forget();
    this.#hadBegun = this.begun;
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

  /** Somebody else may sit here next: nothing that was written is left in a field. */
  #forget(): void {
    this.#details = NOTHING_ADDED;
    this.#asking = this.#newAsking();
    this.#composer = new Composer(this.scene);
    this.#log = this.#newLog();
  }

  #newAsking(): Asking {
    return new Asking(this.scene, (question, details) => this.#begin(question, details));
  }

  #newLog(): Log {
    return new Log(this.scene, {
      edit: (line) => this.#composer.edit(line),
      again: ({ id }) => this.scene.talk.again(id),
    });
  }

  #begin(question: string, details: Details): void {
    this.#details = details;
    this.#connect();
    this.scene.talk.say(question);
    this.scene.focusField();
  }

  #connect(): void {
    // A refusal is told by the state of the link, and the patron may try again.
    this.scene.talk.open(this.#details).catch(() => this.scene.refresh());
  }
}
