/** The conversation: everything that a patron can do, and what they see of it. */

import type { Desk, Talk } from "../model.js";

/** A conversation with a desk; nothing is sent before `open`. */
export function talkWith(_desk: Desk): Talk {
  throw new Error("not yet");
}
