/** `<imref-ask>`: a button on the library's page, and the window that it opens. */

import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { fetchDesk } from "../desk.js";
import type { Desk, Talk } from "../model.js";
import { talkWith } from "../talk/talk.js";
import { colours } from "./colours.js";
import { head } from "./head.js";
import { launcher } from "./launcher.js";
import { Panel } from "./panel.js";
import { remembered } from "./remembered.js";
import { handled, type Scene } from "./scene.js";
import { inside, Sheet } from "./sheet.js";
import { styles } from "./styles.js";
import { type LastWords, lastWords, say, type Word } from "./words.js";

/** How often the state of the desk is asked for, in milliseconds, while somebody may look at it. */
const REFRESHED = 60 * 1000;

export class AskElement extends LitElement {
  /** Where `ask.js` came from, and so where the library's service is. */
  static base: URL;
  static override styles = styles;
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: false };

  /** The desk's name in the library's config. */
  @property() desk = "ask";
  /** A title in place of the desk's own. */
  @property() heading = "";
  /** The library's colour, as in CSS. */
  @property() color = "";
  /** A language tag; else that of the page around, then those of the browser. */
  @property() language = "";
  /** `end` or `start` of the page's lower edge; `inline` fills the element's own place. */
  @property() position = "end";
  /** `light` or `dark`; else as the system has it. */
  @property() theme = "";
  @property({ type: Boolean, reflect: true }) open = false;

  @state() private known: Desk | undefined;
  @state() private failed = false;
  @state() private announced = "";

  #talk: Talk | undefined;
  #panel: Panel | undefined;
  #leave: (() => void) | undefined;
  #timer = 0;
  #focus = "";
  readonly #colours = new CSSStyleSheet();
  readonly #sheet = new Sheet(() => this.requestUpdate());

  /** The conversation that is shown. */
  protected talkWith(desk: Desk): Talk {
    return talkWith(desk);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.open ||= remembered(this.desk);
    this.#sheet.watch();
    document.addEventListener("visibilitychange", this.#looked);
    this.#timer = window.setInterval(this.#looked, REFRESHED);
    void this.#ask();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sheet.leave();
    document.removeEventListener("visibilitychange", this.#looked);
    window.clearInterval(this.#timer);
    this.#hangUp();
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    (root as ShadowRoot).adoptedStyleSheets.push(this.#colours, this.#sheet.styles);
    return root;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("color")) this.#colours.replaceSync(colours(this.color));
    if (changed.has("open") && this.hasUpdated) remembered(this.desk, this.open);
  }

  protected override updated(): void {
    this.#panel?.drawn();
    if (!this.#focus) return;
    const wanted = this.renderRoot.querySelector<HTMLElement>(this.#focus);
    this.#focus = "";
    wanted?.focus();
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.known && !this.failed) return nothing;
    const { language, direction } = this.known ?? this.#lastWords;
    return html`<section class="imref ${this.position}" aria-label=${this.#title} lang=${language}
      dir=${direction || nothing}>
      ${this.#isOpen ? this.#window() : this.#launcher()}
      <div class="unseen" role="status">${this.announced}</div>
    </section>`;
  }

  get #inline(): boolean {
    return this.position === "inline";
  }

  get #isOpen(): boolean {
    return this.open || this.#inline;
  }

  get #languages(): readonly string[] {
    const around = this.closest<HTMLElement>("[lang]")?.lang;
    return [this.language, around ?? "", ...navigator.languages].filter((tag) => tag !== "");
  }

  get #lastWords(): LastWords & { direction: "" } {
    return { ...lastWords(this.#languages), direction: "" };
  }

  get #title(): string {
    return this.heading || this.known?.title || this.#lastWords.title;
  }

  #launcher(): TemplateResult {
    const unread = this.#talk?.now.unread ?? 0;
    return launcher({
      title: this.#title,
      state: this.known?.state ?? "closed",
      stateWords: this.known ? this.#say(this.known.state) : "",
      unread,
      unreadWords: this.#say("unread", { count: unread }),
      opens: () => this.show(),
    });
  }

  #window(): TemplateResult {
    const covers = this.#sheet.covers && !this.#inline;
    return html`<div class="window" tabindex="-1" role=${this.#inline ? nothing : "dialog"}
      aria-labelledby=${this.#inline ? nothing : "title"} aria-modal=${covers ? "true" : nothing}
      @keydown=${this.#pressed}>
      ${head(
        {
          title: this.#title,
          menu: this.#panel?.begun ? this.#panel.menu : undefined,
          hides: this.#inline ? undefined : () => this.hide(),
          hideWords: this.known ? this.#say("hide") : this.#lastWords.hide,
        },
        this.#panel?.standing() ?? nothing,
      )}
      ${this.#panel?.body() ?? this.#unreachable()}
    </div>`;
  }

  #unreachable(): TemplateResult {
    return html`<div class="unreachable">
      <p role="alert">${this.#lastWords.unreachable}</p>
      <button class="main" type="button" @click=${() => this.#ask()}>${this.#lastWords.again}</button>
    </div>`;
  }

  /** Open the window, and put the focus where something can be written. */
  show(): void {
    this.open = true;
    this.announced = "";
    this.#focus = this.known ? field() : "button.main";
    void this.#ask();
  }

  /** Close the window; the conversation goes on, and the focus goes back to the button. */
  hide(): void {
    this.open = false;
    this.#focus = ".launcher";
  }

  #pressed = (event: KeyboardEvent): void => {
    if (event.key === "Tab" && this.#sheet.covers && !this.#inline) inside(event);
    if (event.key !== "Escape") return;
    if (this.#panel?.back()) handled(event);
    else if (!this.#inline) {
      handled(event);
      this.hide();
    }
  };

  /** Learn how the desk stands, and, the first time, whether a conversation is under way. */
  async #ask(): Promise<void> {
    try {
      const known = await fetchDesk(
        (this.constructor as typeof AskElement).base,
        this.desk,
        this.#languages,
      );
      if (!this.isConnected) return;
      this.known = known;
      this.failed = false;
      this.#panel ??= this.#begin(known);
    } catch {
      this.failed = true;
    }
  }

  #begin(desk: Desk): Panel {
    const talk = this.talkWith(desk);
    this.#talk = talk;
    this.#leave = talk.subscribe(() => this.#changed());
    return new Panel(this.#scene(talk));
  }

  #hangUp(): void {
    this.#leave?.();
    this.#talk?.close();
    this.#talk = this.#panel = this.#leave = undefined;
  }

  #scene(talk: Talk): Scene {
    const known = (): Desk => this.known as Desk;
    return {
      get desk() {
        return known();
      },
      talk,
      say: (word, gaps) => this.#say(word, gaps),
      announce: (text) => {
        this.announced = text;
      },
      focusOn: (selector) => this.#focusOn(selector),
      focusField: () => this.#focusOn(field()),
      refresh: () => this.requestUpdate(),
    };
  }

  #focusOn(selector: string): void {
    this.#focus = selector;
    this.requestUpdate();
  }

  #say(word: Word, gaps = {}): string {
    return say(this.known?.words ?? {}, word, gaps);
  }

  /** Something was said or heard; who cannot see the closed window's number is told it. */
  #changed(): void {
    const unread = this.#talk?.now.unread ?? 0;
    if (!this.#isOpen && unread > 0) this.announced = this.#say("unread", { count: unread });
    this.requestUpdate();
  }

  #looked = (): void => {
    if (document.visibilityState !== "visible") return;
    this.requestUpdate(); // What came meanwhile is seen now.
    void this.#ask();
  };
}

/** Where the focus goes for writing. */
function field(): string {
  return window.matchMedia("(pointer: coarse)").matches ? ".window" : "textarea";
}
