/** The button on the library's page that opens the window. */

import { html, nothing, type TemplateResult } from "lit";
import { SPEECH } from "./icons.js";

export interface Launcher {
  readonly title: string;
  /** The state of the desk, for its colour, and in words; "" when it is not known. */
  readonly state: string;
  readonly stateWords: string;
  readonly unread: number;
  readonly unreadWords: string;
  readonly opens: () => void;
}

export function launcher(shown: Launcher): TemplateResult {
  return html`<button class="launcher" type="button" aria-expanded="false" @click=${shown.opens}>
    ${SPEECH}
    <span class="launcher-words">
      <span class="launcher-title">${shown.title}</span>
      ${shown.stateWords ? html`<span class="state">${dot(shown.state)}${shown.stateWords}</span>` : nothing}
    </span>
    ${
      shown.unread
        ? html`<span class="badge" aria-hidden="true">${shown.unread}</span>
          <span class="unseen">${shown.unreadWords}</span>`
        : nothing
    }
  </button>`;
}

/** A small light beside the words for it: green, amber, grey. Never the only sign. */
export function dot(state: string): TemplateResult {
  return html`<span class="dot ${state}" aria-hidden="true"></span>`;
}
