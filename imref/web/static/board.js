/* Keeps the page of now up to date: each part that has changed is put in place of the one before,
   so that nothing else on the page moves, and a reader's place in it is kept. */

const state = document.getElementById("state");
const now = document.getElementById("now");
const title = document.title;
const AGAIN = 30_000; // ms until a refused stream is tried again, for a browser does so no more
const SILENCE = 40_000; // ms without a word after which the connection counts as lost

let source;
let silence;

function says(what) {
  if (state.textContent !== state.dataset[what]) state.textContent = state.dataset[what];
  now.classList.toggle("stale", what !== "live");
  state.classList.toggle("warn", what !== "live");
}

function count(waits) {
  document.title = waits ? `(${waits}) ${title}` : title;
}

function heard() {
  clearTimeout(silence);
  silence = setTimeout(lost, SILENCE);
}

function draw(html) {
  const drawn = document.createElement("template");
  drawn.innerHTML = html;
  const parts = (root) => [...root.querySelectorAll("[data-part]")];
  const names = (root) => parts(root).map((part) => part.dataset.part).join("\n");
  if (names(now) !== names(drawn.content)) {
    now.replaceChildren(drawn.content);
    return;
  }
  const fresh = parts(drawn.content);
  parts(now).forEach((part, place) => {
    if (part.innerHTML !== fresh[place].innerHTML) part.replaceChildren(...fresh[place].childNodes);
  });
}

function lost() {
  clearTimeout(silence);
  says("lost");
  if (source.readyState === EventSource.CLOSED) setTimeout(look, AGAIN);
  else heard();
}

function ended() {
  clearTimeout(silence);
  source.close();
  says("ended");
  count(0);
}

async function refused() {
  // A browser does not tell why a stream was refused: the page itself does.
  const answer = await fetch(location.href, { method: "HEAD" }).catch(() => undefined);
  if (answer?.status === 403) ended();
  else lost();
}

function look() {
  source = new EventSource("dashboard/live");
  source.addEventListener("now", (event) => {
    const told = JSON.parse(event.data);
    draw(told.html);
    count(told.waits);
    says("live");
    heard();
  });
  source.addEventListener("end", ended);
  source.addEventListener("error", () => {
    if (source.readyState === EventSource.CLOSED) refused();
    else lost();
  });
}

count(Number(now.dataset.waits));
look();
addEventListener("pagehide", () => source.close());
addEventListener("pageshow", (event) => event.persisted && look());
