/** Who a patron is to the server: a signed guest, known again by a cookie that scripts cannot read. */

import { Refusal } from "../model.js";

export interface Guest {
  readonly jid: string;
  readonly password: string;
}

/** Seconds to wait after a refusal that names none. */
const PATIENCE = 60;

/**
 * The guest that this browser is, or a new one. Throws a `Refusal` when nobody is let in, and
 * something else when the library could not be asked.
 */
export async function fetchGuest(url: string, signal: AbortSignal): Promise<Guest> {
  const answer = await fetch(url, { method: "POST", credentials: "include", signal });
  if (answer.status === 429)
    throw new Refusal(Number(answer.headers.get("Retry-After")) || PATIENCE);
  if (answer.status >= 400 && answer.status < 500) throw new Refusal(0);
  if (!answer.ok) throw new Error(`guest: ${answer.status}`);
  return (await answer.json()) as Guest;
}

/** The cookie goes, and with it the guest: the next conversation is somebody else's. */
export async function forgetGuest(url: string): Promise<void> {
  const answer = await fetch(`${url}/forget`, { method: "POST", credentials: "include" });
  if (!answer.ok) throw new Error(`guest/forget: ${answer.status}`);
}
