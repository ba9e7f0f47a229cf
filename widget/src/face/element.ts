/** What a patron sees of the conversation. */

import { LitElement } from "lit";

export class AskElement extends LitElement {
  /** Where `ask.js` came from, and so where the library's service is. */
  static base: URL;
}
