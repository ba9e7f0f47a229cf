/** The button on the page, and the window's own shape: head, strips, menu, questions. */

import { css } from "lit";

export const frame = css`
  .launcher, .window { position: fixed; z-index: 2147483000; inset-block-end: 1.25em; }
  .end > * { inset-inline-end: 1.25em; }
  .start > * { inset-inline-start: 1.25em; }

  .launcher {
    display: flex;
    align-items: center;
    gap: 0.7em;
    padding: 0.65em 1.15em 0.65em 0.95em;
    max-inline-size: calc(100vw - 2.5em);
    margin-block-end: env(safe-area-inset-bottom);
    border-radius: 999px;
    background: var(--brand);
    color: var(--on-brand);
    box-shadow: 0 1px 2px rgb(0 0 0 / 20%), 0 6px 20px rgb(0 0 0 / 18%);
    transition: box-shadow 150ms, transform 150ms;
  }
  @media (hover: hover) { .launcher:hover { transform: translateY(-1px); box-shadow: 0 2px 4px rgb(0 0 0 / 20%), 0 10px 28px rgb(0 0 0 / 22%); } }
  .launcher:focus-visible { outline: 3px solid var(--on-brand); outline-offset: -5px; }
  .launcher-words { display: grid; text-align: start; line-height: 1.25; }
  .launcher-title { font-weight: 600; }
  .launcher .state { font-size: 0.8125em; }
  .badge {
    position: absolute;
    inset-block-start: -0.45em;
    inset-inline-end: -0.15em;
    min-inline-size: 1.65em;
    padding: 0 0.4em;
    border: 2px solid #fff;
    border-radius: 999px;
    background: #b3261e;
    color: #fff;
    font-size: 0.8125em;
    font-weight: 700;
    line-height: 1.5;
    text-align: center;
  }

  .window {
    display: flex;
    flex-direction: column;
    inline-size: 25.5em;
    max-inline-size: calc(100vw - 2.5em);
    block-size: min(42em, 100vh - 2.5em);
    overflow: hidden;
    border: 1px solid var(--line);
    border-radius: 1.1em;
    background: var(--ground);
    color: var(--ink);
    box-shadow: 0 2px 6px rgb(0 0 0 / 12%), 0 18px 50px rgb(0 0 0 / 22%);
    outline: none;
    animation: rise 180ms ease-out;
  }
  @keyframes rise { from { transform: translateY(0.75em); opacity: 0; } }

  .imref.inline { block-size: 100%; }
  .inline > .window {
    position: relative;
    inset: auto;
    z-index: 0;
    inline-size: 100%;
    max-inline-size: none;
    block-size: 100%;
    min-block-size: 24em;
    box-shadow: none;
    animation: none;
  }

  @media (max-width: 480px), (max-height: 480px) {
    .end > .window, .start > .window {
      inset-inline: 0;
      inset-block: var(--top, 0) auto;
      inline-size: 100%;
      max-inline-size: none;
      block-size: var(--height, 100dvh);
      padding-block-end: env(safe-area-inset-bottom);
      padding-inline: env(safe-area-inset-left) env(safe-area-inset-right);
      border: 0;
      border-radius: 0;
    }
    .end > .window > .head, .start > .window > .head {
      padding-block-start: calc(0.7em + env(safe-area-inset-top));
    }
  }

  .head {
    display: flex;
    align-items: center;
    gap: 0.15em;
    flex: none;
    padding-block: 0.7em 0.75em;
    padding-inline: 1.1em 0.5em;
    background: var(--brand);
    color: var(--on-brand);
  }
  .head-words { flex: 1; min-inline-size: 0; line-height: 1.3; }
  h2 { font-size: 1.0625em; font-weight: 650; overflow-wrap: anywhere; }
  .standing { font-size: 0.875em; }
  .head .plain { color: var(--on-brand); }
  @media (hover: hover) { .head .plain:hover { background: rgb(127 127 127 / 28%); } }
  .head .plain:focus-visible { outline-color: var(--on-brand); outline-offset: -3px; }

  .menu-place { position: relative; }
  .menu {
    position: absolute;
    z-index: 2;
    inset-block-start: calc(100% + 0.35em);
    inset-inline-end: 0;
    display: grid;
    min-inline-size: 14em;
    max-inline-size: 80vw;
    padding: 0.35em;
    border: 1px solid var(--line);
    border-radius: 0.8em;
    background: var(--surface);
    color: var(--ink);
    box-shadow: 0 8px 28px rgb(0 0 0 / 22%);
  }
  .menu button { padding: 0.6em 0.8em; border-radius: 0.55em; text-align: start; }
  @media (hover: hover) { .menu button:hover { background: var(--ground); } }
  .menu button:focus-visible { outline-offset: -2px; }

  .body {
    position: relative;
    display: flex;
    flex: 1;
    flex-direction: column;
    min-block-size: 0;
  }
  .notice-place { flex: none; }
  .notice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.4em 0.7em;
    padding: 0.6em 1.1em;
    border-block-end: 1px solid var(--line);
    background: var(--surface);
    font-size: 0.9375em;
  }
  .turning {
    flex: none;
    inline-size: 0.9em;
    block-size: 0.9em;
    border: 2px solid var(--line);
    border-block-start-color: var(--accent);
    border-radius: 50%;
    animation: turn 1.1s linear infinite;
  }
  .notice .turning { align-self: start; margin-block-start: 0.3em; }
  .notice:has(.turning) { flex-wrap: nowrap; }
  @keyframes turn { to { transform: rotate(1turn); } }

  .confirm {
    position: absolute;
    z-index: 3;
    inset-inline: 1em;
    inset-block-start: 5.5em;
    display: grid;
    gap: 0.7em;
    padding: 1.1em 1.2em;
    border: 1px solid var(--line);
    border-radius: 1em;
    background: var(--surface);
    box-shadow: 0 8px 40px rgb(0 0 0 / 30%);
  }
  .confirm h3 { font-size: 1.0625em; font-weight: 650; }
  .confirm .row { justify-content: flex-end; flex-wrap: wrap; }
  .confirm .small { padding: 0.6em 1em; font-size: 0.9375em; }
  .confirm [aria-busy="true"] { cursor: progress; opacity: 0.6; }
  .body[inert] { opacity: 0.35; }

  .unreachable {
    display: grid;
    flex: 1;
    align-content: center;
    justify-items: center;
    gap: 1.2em;
    padding: 2em;
    text-align: center;
  }

  @media print { .imref { display: none; } }
`;
