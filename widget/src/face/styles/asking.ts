/** The form before the first message. */

import { css } from "lit";

export const asking = css`
  .asking {
    display: flex;
    flex: 1;
    flex-direction: column;
    gap: 0.45em;
    min-block-size: 0;
    padding: 1.2em 1.2em 1em;
    overflow-y: auto;
    overscroll-behavior: contain;
  }
  .welcome { display: grid; gap: 0.4em; margin-block-end: 0.6em; }
  .says { font-weight: 600; font-size: 1.0625em; }
  .says .dot { margin-inline-end: 0.5em; }
  .asking label { font-weight: 600; font-size: 0.9375em; }
  .asking textarea { flex: 1 0 6.5em; max-block-size: 11em; }
  .asking .hint { margin-block-end: 0.3em; }

  .fold {
    display: flex;
    align-items: center;
    gap: 0.35em;
    margin-inline-start: -0.25em;
    padding: 0.5em 0.4em 0.5em 0.2em;
    border-radius: 0.5em;
    color: var(--accent);
    text-align: start;
    font-size: 0.9375em;
  }
  @media (hover: hover) { .fold:hover { text-decoration: underline; text-underline-offset: 0.2em; } }
  .fold .icon { transition: transform 150ms; transform: rotate(-90deg); }
  [dir="rtl"] .fold .icon { transform: rotate(90deg); }
  .fold[aria-expanded="true"] .icon { transform: none; }
  #details { display: grid; gap: 0.3em; padding-block: 0.2em 0.4em; }

  .about { font-size: 0.875em; text-align: center; padding-block-start: 0.3em; }
  .asking .main { margin-block-start: 0.2em; }
`;
