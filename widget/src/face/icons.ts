/** The few pictures of the window, drawn in the colour of the words beside them. */

import { html, type SVGTemplateResult, svg, type TemplateResult } from "lit";

/** They say nothing by themselves: the words are on the button. */
function icon(drawing: SVGTemplateResult): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    ${drawing}
  </svg>`;
}

export const SPEECH = icon(
  svg`<path d="M4.5 5h15A1.5 1.5 0 0 1 21 6.5v9A1.5 1.5 0 0 1 19.5 17H11l-4.5 4v-4h-2A1.5
    1.5 0 0 1 3 15.5v-9A1.5 1.5 0 0 1 4.5 5Z" /><path d="M7.5 9.5h9M7.5 12.5h6" />`,
);
export const CLOSE = icon(svg`<path d="m6 6 12 12M18 6 6 18" />`);
export const FOLD = icon(svg`<path d="m6 9.5 6 6 6-6" />`);
export const MORE = icon(svg`<path class="dots" d="M12 6.5v.01M12 12v.01M12 17.5v.01" />`);
export const SEND = icon(svg`<path d="M12 19V5.5M6 11l6-6 6 6" />`);
export const CLIP = icon(
  svg`<path d="m19.5 11.5-7.8 7.8a4.6 4.6 0 0 1-6.5-6.5l8-8a3.1 3.1 0 0 1 4.4
    4.4l-7.9 7.9a1.5 1.5 0 0 1-2.2-2.2l7.2-7.2" />`,
);
export const PEN = icon(svg`<path d="m5 19 .9-3.9L16.3 4.7a1.6 1.6 0 0 1 2.3 0l.7.7a1.6 1.6 0 0 1
    0 2.3L8.9 18.1 5 19ZM14.5 6.5l3 3" />`);
export const DOWN = icon(svg`<path d="M12 5v13.5M6 13l6 6 6-6" />`);
export const SENDING = icon(svg`<circle cx="12" cy="12" r="7.5" /><path d="M12 8v4l2.5 2" />`);
export const SENT = icon(svg`<path d="m7 12 0 .01M12 12v.01M17 12v.01" class="dots" />`);
export const TICK = icon(svg`<path d="m5.5 12.5 4 4 9-9.5" />`);
export const TICKS = icon(svg`<path d="m2.5 12.5 4 4 8.5-9.5M11.5 15.8l.9.7 8.6-9.5" />`);
export const FAILED = icon(
  svg`<circle cx="12" cy="12" r="8.5" /><path d="M12 7.5v5.5M12 16.2v.01" />`,
);
