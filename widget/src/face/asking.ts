/** Before the first message: how things stand, the question, and what one may add to it. */

import { html, type TemplateResult } from "lit";
import { FOLD } from "./icons.js";
import { dot } from "./launcher.js";
import { room } from "./room.js";
import { handled, type Scene } from "./scene.js";
import type { Word } from "./words.js";

export interface Details {
  readonly name: string;
  readonly email: string;
}

const WELCOMES: Record<string, Word> = {
  closed: "welcome_closed",
  unstaffed: "welcome_unstaffed",
};

/** Something before and after an at sign: more cannot be known without writing to it. */
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/u;

export class Asking {
  #question = "";
  #name = "";
  #email = "";
  #unfolded = false;
  #doubted = false;

  constructor(
    private readonly scene: Scene,
    private readonly ask: (question: string, details: Details) => void,
  ) {}

  form(): TemplateResult {
    const { desk } = this.scene;
    return html`<form class="asking" novalidate @submit=${this.#submitted}>
      <div class="welcome">
        <p class="says">${dot(desk.state)}${desk.says}</p>
        <p>${this.scene.say(WELCOMES[desk.state] ?? "welcome")}</p>
      </div>
      <label for="question">${this.scene.say("question")}</label>
      <textarea id="question" rows="4" enterkeyhint="send" aria-describedby="question-room"
        .value=${this.#question} @input=${this.#written} @keydown=${this.#pressed}></textarea>
      ${room(this.scene, "question-room", this.#question)}
      ${this.#details()}
      <button class="main" type="submit">${this.scene.say("ask")}</button>
      <p class="about">
        <a href=${desk.about} target="_blank" rel="noopener">${this.scene.say("about")}</a>
      </p>
    </form>`;
  }

  #details(): TemplateResult {
    return html`<div class="details">
      <button class="fold" type="button" aria-expanded=${this.#unfolded} aria-controls="details"
        @click=${this.#toggled}>${FOLD}${this.scene.say("details")}</button>
      <div id="details" ?hidden=${!this.#unfolded}>
        <label for="name">${this.scene.say("name")}</label>
        <input id="name" type="text" autocomplete="nickname" maxlength="60"
          aria-describedby="name-hint" .value=${this.#name}
          @input=${(event: InputEvent) => {
            this.#name = value(event);
          }} />
        <p class="hint" id="name-hint">${this.scene.say("name_hint")}</p>
        <label for="email">${this.scene.say("email")}</label>
        <input id="email" type="email" autocomplete="email" inputmode="email" maxlength="254"
          aria-describedby="email-hint" aria-invalid=${this.#doubted} .value=${this.#email}
          @input=${(event: InputEvent) => {
            this.#email = value(event);
            this.#doubted &&= this.#isDoubtful();
            this.scene.refresh();
          }} />
        <p class=${this.#doubted ? "hint wrong" : "hint"} id="email-hint">
          ${this.scene.say(this.#doubted ? "email_wrong" : "email_hint")}
        </p>
      </div>
    </div>`;
  }

  #isDoubtful(): boolean {
    const email = this.#email.trim();
    return email !== "" && !EMAIL.test(email);
  }

  #toggled = (): void => {
    this.#unfolded = !this.#unfolded;
    this.scene.refresh();
    if (this.#unfolded) this.scene.focusOn("#name");
  };

  #written = (event: InputEvent): void => {
    this.#question = value(event);
    this.scene.refresh();
  };

  #pressed = (event: KeyboardEvent): void => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) this.#submitted(event);
  };

  #submitted = (event: Event): void => {
    handled(event);
    const question = this.#question.trim();
    this.#doubted = this.#isDoubtful();
    if (this.#doubted) {
      this.#unfolded = true;
      this.scene.announce(this.scene.say("email_wrong"));
      this.scene.focusOn("#email");
    } else if (question === "" || question.length > this.scene.desk.limits.length) {
      this.scene.focusOn("#question");
    } else {
      this.ask(question, { name: this.#name.trim(), email: this.#email.trim() });
      this.#question = "";
    }
    this.scene.refresh();
  };
}

function value(event: Event): string {
  return (event.target as HTMLInputElement | HTMLTextAreaElement).value;
}
