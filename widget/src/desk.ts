/** The state of a desk, fetched before anything else: a patron sees it without connecting. */

import type { Desk } from "./model.js";

/**
 * Ask the library for one desk. `base` is where `ask.js` came from, `languages` what the patron
 * reads, best first. Throws when there is no such desk, or no network.
 */
export async function fetchDesk(
  base: URL,
  name: string,
  languages: readonly string[],
): Promise<Desk> {
  const url = new URL("desk.json", base);
  url.searchParams.set("desk", name);
  url.searchParams.set("lang", languages.join(","));
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url.pathname}: ${answer.status}`);
  return (await answer.json()) as Desk;
}
