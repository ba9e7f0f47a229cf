/** The entry: defines `<imref-ask>`, and puts one on a page that has the script alone. */

import { AskElement } from "./face/element.js";

const NAME = "imref-ask";
const HERE = new URL(import.meta.url);

/** The element of the page that loaded this script: modules have no `document.currentScript`. */
function ownScript(): HTMLScriptElement | undefined {
  const scripts = document.querySelectorAll<HTMLScriptElement>("script[src]");
  return [...scripts].find((script) => script.src === HERE.href);
}

/** One line of HTML is enough: what the script's `data-…` say becomes the element's attributes. */
function place(script: HTMLScriptElement): void {
  const element = document.createElement(NAME);
  for (const { name, value } of script.attributes) {
    if (name.startsWith("data-")) element.setAttribute(attribute(name), value);
  }
  document.body.append(element);
}

/** An element's `title` would be shown by the browser wherever the mouse rests on the window. */
function attribute(data: string): string {
  return data === "data-title" ? "heading" : data.slice("data-".length);
}

AskElement.base = HERE;
if (!customElements.get(NAME)) customElements.define(NAME, AskElement);

const script = ownScript();
if (script?.dataset.desk && !document.querySelector(NAME)) place(script);
