/** What every part of the window knows of the others. */

import type { Desk, Talk } from "../model.js";
import type { Gaps, Word } from "./words.js";

/** The window as its parts see it. */
export interface Scene {
  readonly desk: Desk;
  readonly talk: Talk;
  /** A text of the library, its gaps filled. */
  say(word: Word, gaps?: Gaps): string;
  /** Tell those who cannot see the window, once and politely. */
  announce(text: string): void;
  /** Put the focus on the first element of the window that matches, once it is drawn. */
  focusOn(selector: string): void;
  /**
   * Put the focus where one writes. On a touch screen that would raise a keyboard over half of what
   * is to be read: there the window has it.
   */
  focusField(): void;
  /** Something has changed: draw the window anew. */
  refresh(): void;
}

/** Nobody but the window has to do with this event. */
export function handled(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}
