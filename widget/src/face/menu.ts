/** What a patron seldom wants: the transcript, the end, to be forgotten. */

import { html, nothing, type TemplateResult } from "lit";
import { MORE } from "./icons.js";
import { handled, type Scene } from "./scene.js";

export class Menu {
  #open = false;
  #confirming = false;
  #forgetting = false;
  #failed = false;

  constructor(private readonly scene: Scene) {}

  /** Whether the question "forget me?" is before everything else. */
  get confirming(): boolean {
    return this.#confirming;
  }

  /** Close what is open, if anything is: what Escape does first. */
  fold(): boolean {
    const was = this.#open || this.#confirming;
    this.#open = this.#confirming = false;
    if (was) this.#focusButton();
    return was;
  }

  button(): TemplateResult {
    const words = this.scene.say("menu");
    return html`<div class="menu-place" @focusout=${this.#left}>
      <button class="plain" type="button" data-menu aria-expanded=${this.#open} aria-controls="menu"
        aria-label=${words} title=${words} @click=${this.#toggled}>${MORE}</button>
      <div class="menu" id="menu" ?hidden=${!this.#open} @keydown=${this.#moved}>
        ${this.#item("transcript", () => this.#write("transcript", "transcript"))}
        ${this.#item("end", () => this.#write("bye", "end"))}
        ${this.#item("forget", () => this.#ask())}
      </div>
    </div>`;
  }

  /** The question before somebody is forgotten; it stands before the conversation. */
  question(): TemplateResult | typeof nothing {
    if (!this.#confirming) return nothing;
    return html`<div class="confirm" role="alertdialog" aria-labelledby="forget-title"
      aria-describedby="forget-words">
      <h3 id="forget-title">${this.scene.say("forget")}</h3>
      <p id="forget-words">${this.scene.say(this.#failed ? "forget_failed" : "forget_sure")}</p>
      <div class="row">
        <button class="small" type="button" data-cancel @click=${() => this.fold()}>
          ${this.scene.say("cancel")}
        </button>
        <button class="small grave" type="button" data-forget aria-busy=${this.#forgetting} @click=${this.#forget}>
          ${this.scene.say("forget")}
        </button>
      </div>
    </div>`;
  }

  #item(word: "transcript" | "end" | "forget", chosen: () => void): TemplateResult {
    return html`<button type="button" data-item=${word} @click=${chosen}>${this.scene.say(word)}</button>`;
  }

  /** English words of commands are understood in every language. */
  #write(value: string, word: "transcript" | "end"): void {
    this.#open = false;
    this.scene.talk.choose({ value, label: this.scene.say(word) });
    this.scene.focusField();
  }

  #ask(): void {
    this.#open = this.#failed = false;
    this.#confirming = true;
    this.scene.focusOn("[data-cancel]");
  }

  #forget = async (): Promise<void> => {
    if (this.#forgetting) return;
    this.#forgetting = true;
    this.scene.refresh();
    try {
      await this.scene.talk.forget();
      this.#confirming = false;
      this.scene.announce(this.scene.say("forgotten"));
      this.scene.focusField();
    } catch {
      this.#failed = true;
      this.scene.announce(this.scene.say("forget_failed"));
      this.scene.focusOn("[data-cancel]");
    }
    this.#forgetting = false;
    this.scene.refresh();
  };

  #toggled = (): void => {
    this.#open = !this.#open;
    this.scene.refresh();
  };

  /** Closed when the focus goes elsewhere; a click on nothing in particular does that too. */
  #left = (event: FocusEvent): void => {
    const place = event.currentTarget as Element;
    if (!this.#open || place.contains(event.relatedTarget as Node | null)) return;
    this.#open = false;
    this.scene.refresh();
  };

  #moved = (event: KeyboardEvent): void => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (!step) return;
    handled(event);
    const items = [...(event.currentTarget as Element).querySelectorAll("button")];
    const at = items.indexOf(event.target as HTMLButtonElement);
    items[(at + step + items.length) % items.length]?.focus();
  };

  #focusButton(): void {
    this.scene.focusOn("[data-menu]");
  }
}
