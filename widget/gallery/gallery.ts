/**
 * The gallery: `state.html?state=NAME` shows the window in one state, `index.html` all of them.
 * `theme`, `dir`, `lang`, `color`, `position` are as the attributes of the element.
 */

import { AskElement } from "../src/face/element.js";
import type { Desk, Talk } from "../src/model.js";
import { line, ScriptedTalk } from "./scripted.js";
import { STATES, type State } from "./states.js";

const asked = new URL(location.href).searchParams;

class Shown extends AskElement {
  state: State | undefined;
  scripted: ScriptedTalk | undefined;

  protected override talkWith(_desk: Desk): Talk {
    this.scripted = new ScriptedTalk(this.state?.talk);
    return this.scripted;
  }
}

/** One state, on a page such as a library has. */
function show(state: State): void {
  const element = document.createElement("imref-ask") as Shown;
  element.state = state;
  element.desk =
    state.desk === "nowhere"
      ? "nowhere"
      : `${state.desk}${asked.get("dir") === "rtl" ? "-rtl" : ""}`;
  for (const name of ["theme", "color", "position", "heading"]) {
    const value = asked.get(name);
    if (value) element.setAttribute(name, value);
  }
  element.setAttribute("language", asked.get("lang") ?? "en");
  element.open = state.open;
  document.body.append(element);
  void settled(element).then(async (root) => {
    state.after?.(root);
    await element.updateComplete;
    document.documentElement.dataset.settled = "";
  });
  // What tests act with.
  Object.assign(window, { element, line });
}

async function settled(element: Shown): Promise<ShadowRoot> {
  for (;;) {
    await element.updateComplete;
    const root = element.shadowRoot;
    if (root?.querySelector(".launcher, .window")) return root;
    await new Promise((drawn) => requestAnimationFrame(drawn));
  }
}

/** All of them side by side, each in a frame of its own. */
function showAll(list: Element): void {
  for (const name of Object.keys(STATES)) {
    const address = new URL("state.html", location.href);
    address.search = location.search;
    address.searchParams.set("state", name);
    const figure = document.createElement("figure");
    const caption = document.createElement("figcaption");
    const frame = document.createElement("iframe");
    caption.textContent = frame.title = name;
    frame.src = address.href;
    figure.append(caption, frame);
    list.append(figure);
  }
}

AskElement.base = new URL("/", location.href);
customElements.define("imref-ask", Shown);

document.documentElement.dataset.theme = asked.get("theme") ?? "";
document.documentElement.dir = asked.get("dir") ?? "ltr";
document.documentElement.lang = asked.get("lang") ?? "en";
const list = document.querySelector("#all");
const state = STATES[asked.get("state") ?? ""];
if (list) showAll(list);
else if (state) show(state);
