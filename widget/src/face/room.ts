/** How much may still be written; said only when it becomes scarce. */

import { html, type TemplateResult } from "lit";
import type { Scene } from "./scene.js";

/** It is spoken of when less than this part of the limit is left. */
const SCARCE = 0.1;

/** A line below a field, empty most of the time; `id` is what the field is described by. */
export function room(scene: Scene, id: string, written: string): TemplateResult {
  const limit = scene.desk.limits.length;
  const left = limit - written.trim().length;
  const words =
    left < 0
      ? scene.say("long", { count: -left })
      : left < limit * SCARCE
        ? scene.say("left", { count: left })
        : "";
  return html`<p class=${left < 0 ? "hint wrong" : "hint"} id=${id} ?hidden=${!words}>${words}</p>`;
}
