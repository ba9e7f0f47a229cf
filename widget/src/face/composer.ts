/** Where a patron writes: sends, corrects, adds files. */

import { html, nothing, type TemplateResult } from "lit";
import type { Line } from "../model.js";
import { size } from "./figures.js";
import { CLIP, CLOSE, SEND } from "./icons.js";
import { room } from "./room.js";
import { handled, type Scene } from "./scene.js";

export class Composer {
  #draft = "";
  /** What was in the field before a correction began. */
  #aside = "";
  #editing = "";
  #complaint = "";
  #hovering = false;

  constructor(private readonly scene: Scene) {}

  composer(): TemplateResult {
    const words = this.scene.say(this.#editing ? "edit" : "message");
    return html`<form class="composer" @submit=${this.#submitted}>
      ${this.#editing ? this.#editingStrip() : nothing}
      ${this.#complaint ? html`<p class="hint wrong">${this.#complaint}</p>` : nothing}
      ${room(this.scene, "message-room", this.#draft)}
      <div class="row">
        ${this.scene.talk.now.files && !this.#editing ? this.#attach() : nothing}
        <div class="grow" data-text=${`${this.#draft}\n`}>
          <textarea rows="1" enterkeyhint="send" aria-label=${words} placeholder=${words}
            aria-describedby="message-room" .value=${this.#draft} @input=${this.#written}
            @keydown=${this.#pressed} @paste=${this.#pasted}></textarea>
        </div>
        ${this.#button()}
      </div>
    </form>`;
  }

  /** What lies over the window while a file is held above it. */
  dropPlace(): TemplateResult | typeof nothing {
    return this.#hovering
      ? html`<div class="drop">${CLIP}${this.scene.say("drop")}</div>`
      : nothing;
  }

  edit(line: Line): void {
    if (!this.#editing) this.#aside = this.#draft;
    this.#editing = line.id;
    this.#draft = line.text;
    this.scene.focusOn("textarea");
  }

  /** Leave a correction, if one is being written: what Escape does first. */
  leaveEdit(): boolean {
    if (!this.#editing) return false;
    this.#editing = "";
    this.#draft = this.#aside;
    this.#aside = "";
    this.scene.focusOn("textarea");
    return true;
  }

  readonly hovers = (event: DragEvent): void => {
    if (!this.scene.talk.now.files || !event.dataTransfer?.types.includes("Files")) return;
    handled(event);
    this.#hover(true);
  };

  readonly leaves = (event: DragEvent): void => {
    const panel = event.currentTarget as Element;
    if (!panel.contains(event.relatedTarget as Node | null)) this.#hover(false);
  };

  readonly drops = (event: DragEvent): void => {
    if (!this.#hovering) return;
    handled(event);
    this.#hover(false);
    this.#send(event.dataTransfer?.files);
  };

  #hover(hovering: boolean): void {
    if (hovering === this.#hovering) return;
    this.#hovering = hovering;
    this.scene.refresh();
  }

  #editingStrip(): TemplateResult {
    const cancel = this.scene.say("cancel");
    return html`<div class="editing">
      <span>${this.scene.say("edit")}</span>
      <button class="quiet" type="button" aria-label=${cancel} title=${cancel}
        @click=${() => this.leaveEdit()}>${CLOSE}</button>
    </div>`;
  }

  #attach(): TemplateResult {
    const words = this.scene.say("attach");
    return html`<button class="quiet" type="button" data-attach aria-label=${words} title=${words}
        @click=${this.#choosing}>${CLIP}</button>
      <input type="file" multiple hidden @change=${this.#chosen} />`;
  }

  #button(): TemplateResult {
    const words = this.scene.say(this.#editing ? "save" : "send");
    const ready = this.#fits() ? "ready" : "";
    return html`<button class="send ${ready}" type="submit" aria-label=${words} title=${words}>
      ${SEND}
    </button>`;
  }

  #fits(): boolean {
    const { length } = this.#draft.trim();
    return length > 0 && length <= this.scene.desk.limits.length;
  }

  #written = (event: InputEvent): void => {
    this.#draft = (event.target as HTMLTextAreaElement).value;
    this.#complaint = "";
    this.scene.talk.typing(this.#draft.trim() !== "");
    this.scene.refresh();
  };

  #pressed = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (event.key === "Enter" && !event.shiftKey) this.#submitted(event);
    else if (event.key === "ArrowUp" && !this.#draft && this.#editLast()) handled(event);
  };

  #editLast(): boolean {
    const { correctable, now } = this.scene.talk;
    const last = now.lines.find((line) => line.id === correctable);
    if (last) this.edit(last);
    return last !== undefined;
  }

  #submitted = (event: Event): void => {
    handled(event);
    if (this.#fits()) this.#say(this.#draft.trim());
    this.scene.focusOn("textarea");
  };

  #say(text: string): void {
    const { talk } = this.scene;
    if (this.#editing) {
      const edited = talk.now.lines.find((line) => line.id === this.#editing);
      if (edited?.text !== text) talk.correct(this.#editing, text);
      this.leaveEdit();
    } else {
      talk.say(text);
      this.#draft = "";
      talk.typing(false);
    }
  }

  #choosing = (event: Event): void => {
    const button = event.currentTarget as Element;
    (button.nextElementSibling as HTMLInputElement).click();
  };

  #chosen = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    this.#send(input.files);
    input.value = ""; // The same file can be chosen again.
    this.scene.focusField();
  };

  #pasted = (event: ClipboardEvent): void => {
    const files = event.clipboardData?.files;
    if (!this.scene.talk.now.files || !files?.length) return;
    handled(event);
    this.#send(files);
  };

  #send(files: FileList | null | undefined): void {
    const { desk, talk } = this.scene;
    this.#complaint = "";
    for (const file of files ?? []) {
      if (file.size <= desk.limits.file) {
        talk.send(file);
        continue;
      }
      const most = size(desk.language, desk.limits.file);
      this.#complaint = this.scene.say("file_large", { name: file.name, size: most });
      this.scene.announce(this.#complaint);
    }
    this.scene.refresh();
  }
}
