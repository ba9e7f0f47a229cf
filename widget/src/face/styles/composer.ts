/** Where a patron writes. */

import { css } from "lit";

export const composer = css`
  .composer {
    flex: none;
    display: grid;
    gap: 0.35em;
    padding: 0.6em 0.7em 0.7em;
    border-block-start: 1px solid var(--line);
    background: var(--surface);
  }
  .composer .row { align-items: end; gap: 0.35em; }
  .composer .hint { padding-inline: 0.5em; }

  /* The field is as high as its text: a copy of the text, unseen, holds it open. */
  .grow { display: grid; flex: 1; min-inline-size: 0; max-block-size: 9em; overflow: hidden; }
  .grow::after {
    content: attr(data-text);
    visibility: hidden;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    border: 1px solid transparent;
    padding: 0.6em 0.8em;
  }
  .grow > textarea, .grow::after { grid-area: 1 / 1; min-block-size: 2.75em; max-block-size: 9em; }
  .grow > textarea { overflow-y: auto; border-radius: 1.2em; }
  .grow > textarea:focus-visible { outline-offset: -2px; }

  .send { border-radius: 50%; color: var(--muted); }
  .send.ready { background: var(--accent); color: var(--on-accent); }

  .editing {
    display: flex;
    align-items: center;
    justify-content: space-between;
    padding-inline-start: 0.5em;
    color: var(--accent);
    font-size: 0.875em;
    font-weight: 600;
  }

  .drop {
    position: absolute;
    z-index: 1;
    inset: 0.6em;
    display: grid;
    place-content: center;
    justify-items: center;
    gap: 0.6em;
    border: 2px dashed var(--accent);
    border-radius: 0.9em;
    background: var(--surface);
    color: var(--accent);
    font-weight: 600;
    pointer-events: none;
  }
`;
