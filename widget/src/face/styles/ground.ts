/** What all parts of the window stand on: type, buttons, fields, focus. */

import { css } from "lit";

/*
 * Sizes are in em of the reader's own text size (`medium`), never in rem, which pages redefine.
 * Sides are logical: start and end. Colours come from `colours.ts`.
 */
export const ground = css`
  :host {
    all: initial;
    display: block;
    font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
    font-size: medium;
    line-height: 1.45;
    color: var(--ink);
    -webkit-text-size-adjust: 100%;
    text-size-adjust: 100%;
  }
  :host([hidden]) { display: none; }
  :host([position="inline"]) { block-size: 100%; }

  *, *::before, *::after { box-sizing: border-box; }
  h2, h3, p, ul, pre, blockquote { margin: 0; padding: 0; }
  ul { list-style: none; }
  [hidden] { display: none !important; }
  a { color: var(--accent); text-underline-offset: 0.15em; overflow-wrap: anywhere; }

  button, input, textarea { font: inherit; letter-spacing: inherit; color: inherit; margin: 0; }
  button { cursor: pointer; border: 1px solid transparent; background: none; padding: 0; }
  input, textarea {
    inline-size: 100%;
    padding: 0.6em 0.8em;
    border: 1px solid var(--edge);
    border-radius: 0.7em;
    background: var(--surface);
    color: var(--ink);
  }
  textarea { resize: none; display: block; }
  ::placeholder { color: var(--muted); opacity: 1; }
  [aria-invalid="true"] { border-color: var(--alarm); }

  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
  input:focus-visible, textarea:focus-visible { outline-offset: -1px; border-color: var(--accent); }

  .icon {
    inline-size: 1.4em;
    block-size: 1.4em;
    flex: none;
    display: block;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.7;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .icon .dots { stroke-width: 2.6; }

  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .row { display: flex; align-items: center; gap: 0.5em; }

  .main, .small {
    border-radius: 0.7em;
    font-weight: 600;
    background: var(--accent);
    color: var(--on-accent);
  }
  .main { padding: 0.7em 1.1em; }
  .small { padding: 0.35em 0.8em; font-size: 0.875em; }
  @media (hover: hover) { .main:hover, .small:hover { filter: brightness(1.08); } }
  .small[data-cancel] {
    background: var(--surface);
    color: var(--ink);
    border-color: var(--edge);
  }
  .small.grave { background: var(--alarm); color: var(--surface); }

  .quiet, .plain, .send {
    display: grid;
    place-content: center;
    flex: none;
    inline-size: 2.75em;
    block-size: 2.75em;
    border-radius: 0.7em;
  }
  .quiet { color: var(--muted); }
  @media (hover: hover) { .quiet:hover { color: var(--ink); background: var(--line); } }

  .hint { font-size: 0.875em; color: var(--muted); }
  .wrong { color: var(--alarm); }

  .dot {
    display: inline-block;
    inline-size: 0.6em;
    block-size: 0.6em;
    border-radius: 50%;
    background: #8a9099;
  }
  .launcher .dot, .head .dot { margin-inline: 0.15em; box-shadow: 0 0 0 0.13em #fff; }
  .dot.open { background: #1f9d55; }
  .dot.busy { background: #d97706; }
  .state { display: inline-flex; align-items: center; gap: 0.4em; }

  @media (prefers-reduced-motion: reduce) {
    *, *::before, *::after { animation: none !important; transition: none !important; }
  }
`;
