/** The conversation: its lines, and the answers to choose from. */

import { css } from "lit";

export const log = css`
  .log-place { position: relative; display: flex; flex: 1; flex-direction: column; min-block-size: 0; }
  .log {
    position: relative;
    flex: 1;
    min-block-size: 0;
    padding: 0.9em 1em 1em;
    overflow-y: auto;
    overscroll-behavior: contain;
  }
  .log:focus-visible { outline-offset: -3px; }
  .line { margin-block-start: 0.3em; }
  .line:has(> .who) { margin-block-start: 1.05em; }
  .line:first-child { margin-block-start: 0; }

  .day {
    margin-block: 1em 0.9em;
    color: var(--muted);
    font-size: 0.8125em;
    text-align: center;
  }
  .line:first-child .day { margin-block-start: 0; }

  .who { margin-block-end: 0.2em; padding-inline: 0.2em; font-size: 0.8125em; color: var(--muted); }
  .who .name { font-weight: 600; color: var(--ink); margin-inline-end: 0.35em; }
  .me .who { text-align: end; }

  .said { display: flex; align-items: end; gap: 0.3em; flex-wrap: wrap; }
  .me .said { flex-direction: row-reverse; }
  .bubble {
    position: relative;
    max-inline-size: min(86%, 34em);
    padding: 0.5em 0.85em;
    border: 1px solid var(--line);
    border-radius: 1.05em;
    background: var(--surface);
  }
  .me .bubble { max-inline-size: 80%; background: var(--mine); border-end-end-radius: 0.3em; }
  .librarian .bubble { border-end-start-radius: 0.3em; }
  .desk .bubble {
    max-inline-size: 96%;
    padding-block: 0.1em;
    padding-inline: 0.85em 0;
    border: 0;
    border-inline-start: 3px solid var(--accent);
    border-radius: 0;
    background: none;
  }

  .text { white-space: pre-wrap; overflow-wrap: anywhere; }
  .text > * + * { margin-block-start: 0.45em; }
  .text blockquote {
    padding-inline-start: 0.7em;
    border-inline-start: 2px solid var(--edge);
    color: var(--muted);
  }
  .text pre { overflow-x: auto; white-space: pre-wrap; }
  .text pre, .text code { font-family: ui-monospace, "SF Mono", Menlo, Consolas, monospace; font-size: 0.9em; }
  .sign { color: var(--muted); font-weight: 400; font-style: normal; }
  s .sign { text-decoration: none; }
  .gone { color: var(--muted); font-style: italic; }
  .changed { color: var(--muted); font-size: 0.8125em; }

  .file {
    display: flex;
    align-items: center;
    gap: 0.45em;
    padding-block: 0.15em;
    color: inherit;
    font-weight: 500;
  }
  a.file { color: var(--accent); }
  .text + .file { margin-block-start: 0.3em; }
  .file-name { min-inline-size: 0; overflow-wrap: anywhere; }
  .file-size { flex: none; color: var(--muted); font-weight: 400; font-size: 0.875em; }
  progress {
    display: block;
    inline-size: 100%;
    min-inline-size: 11em;
    block-size: 0.35em;
    margin-block: 0.35em 0.2em;
    border: 0;
    border-radius: 1em;
    overflow: hidden;
    appearance: none;
    background: var(--line);
    accent-color: var(--accent);
  }
  progress::-webkit-progress-bar { background: var(--line); }
  progress::-webkit-progress-value { background: var(--accent); transition: inline-size 200ms; }
  progress::-moz-progress-bar { background: var(--accent); }

  .reactions {
    padding: 0.05em 0.5em;
    border: 1px solid var(--line);
    border-radius: 1em;
    background: var(--surface);
    font-size: 0.875em;
  }
  .mark { color: var(--muted); padding-block-end: 0.25em; }
  .mark .icon { inline-size: 1.05em; block-size: 1.05em; stroke-width: 2; }
  .mark.read { color: var(--accent); }
  .mark.failed { color: var(--alarm); }
  .line .quiet { inline-size: 2em; block-size: 2em; }
  .line .quiet .icon { inline-size: 1.1em; block-size: 1.1em; }
  .failure {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: flex-end;
    gap: 0.3em 0.7em;
    margin-block-start: 0.35em;
    color: var(--alarm);
    font-size: 0.875em;
  }

  .typing {
    display: flex;
    align-items: center;
    gap: 0.55em;
    margin-block-start: 0.9em;
    color: var(--muted);
    font-size: 0.875em;
  }
  .typing-dots { display: inline-flex; gap: 0.25em; }
  .typing-dots i {
    inline-size: 0.4em;
    block-size: 0.4em;
    border-radius: 50%;
    background: currentColor;
    animation: breathe 1.4s ease-in-out infinite;
  }
  .typing-dots i:nth-child(2) { animation-delay: 0.2s; }
  .typing-dots i:nth-child(3) { animation-delay: 0.4s; }
  @keyframes breathe { 0%, 60%, 100% { opacity: 0.35; } 30% { opacity: 1; } }

  .to-end {
    position: absolute;
    inset-block-end: 0.7em;
    inset-inline-end: 1em;
    display: grid;
    place-content: center;
    inline-size: 2.6em;
    block-size: 2.6em;
    border: 1px solid var(--edge);
    border-radius: 50%;
    background: var(--surface);
    color: var(--accent);
    box-shadow: 0 3px 12px rgb(0 0 0 / 18%);
  }

  .choices {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    gap: 0.5em;
    max-block-size: 45%;
    padding: 0.2em 1em 0.8em;
    overflow-y: auto;
  }
  .choice {
    min-block-size: 2.6em;
    padding: 0.4em 1em;
    border: 1px solid var(--accent);
    border-radius: 1.4em;
    background: var(--surface);
    color: var(--accent);
    font-size: 0.9375em;
    font-weight: 500;
    text-align: start;
  }
  @media (hover: hover) { .choice:hover { background: var(--mine); } }
`;
