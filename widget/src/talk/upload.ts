/** Files: a place on the library's server (XEP-0363), where they are put over HTTP. */

import xml, { type Element } from "@xmpp/xml";

import { NS } from "./namespaces.js";
import { ask } from "./stanzas.js";

type Request = (iq: Element) => Promise<Element>;

export interface Place {
  readonly address: string;
  /** The largest file in bytes; Infinity if it does not say. */
  readonly most: number;
}

interface Slot {
  readonly put: string;
  readonly get: string;
  readonly headers: readonly (readonly [string, string])[];
}

/** The only headers that a server may have us send (XEP-0363, section 5). */
const HEADERS: readonly string[] = ["authorization", "cookie", "expires"];
/** COMPAT: a browser sets this one by itself, or not at all. */
const BROWSERS_OWN = "cookie";

/** Find the server's place for files among the services of `domain` (section 4); or undefined. */
export async function findPlace(domain: string, request: Request): Promise<Place | undefined> {
  const answer = await request(ask("get", domain, xml("query", { xmlns: NS.items })));
  const items = answer.getChild("query", NS.items)?.getChildren("item") ?? [];
  const addresses = [domain, ...items.map(({ attrs }) => attrs.jid ?? "")];
  const places = addresses.map((address) => placeAt(address, request).catch(() => undefined));
  return (await Promise.all(places)).find((place) => place !== undefined);
}

/** Put a file there, and give its link. `progress` hears 0 to 1. */
export async function upload(
  place: Place,
  file: File,
  request: Request,
  progress: (done: number) => void,
): Promise<string> {
  const slot = await slotFor(place, file, request);
  await put(slot, file, progress);
  return slot.get;
}

async function placeAt(address: string, request: Request): Promise<Place | undefined> {
  const answer = await request(ask("get", address, xml("query", { xmlns: NS.info })));
  const info = answer.getChild("query", NS.info);
  const can = info?.getChildren("feature").some(({ attrs }) => attrs.var === NS.upload);
  if (!info || !can) return undefined;
  const fields = info.getChildren("x", NS.form).flatMap((form) => form.getChildren("field"));
  const size = fields.find(({ attrs }) => attrs.var === "max-file-size")?.getChildText("value");
  return { address, most: Number(size) || Number.POSITIVE_INFINITY };
}

async function slotFor(place: Place, file: File, request: Request): Promise<Slot> {
  const wanted = xml("request", {
    xmlns: NS.upload,
    filename: file.name,
    size: file.size,
    "content-type": file.type || "application/octet-stream",
  });
  const slot = (await request(ask("get", place.address, wanted))).getChild("slot", NS.upload);
  const put = slot?.getChild("put");
  return {
    put: put?.attrs.url ?? "",
    get: slot?.getChild("get")?.attrs.url ?? "",
    headers: (put?.getChildren("header") ?? []).map(headerOf).filter(([name]) => allowed(name)),
  };
}

function headerOf(header: Element): readonly [string, string] {
  // Line breaks must be left out, as the XEP says: they would begin a header of their own.
  return [header.attrs.name ?? "", header.text().replace(/[\r\n]/g, "")];
}

function allowed(name: string): boolean {
  const lower = name.toLowerCase();
  return HEADERS.includes(lower) && lower !== BROWSERS_OWN;
}

/** `fetch` tells nothing of progress. */
function put(slot: Slot, file: File, progress: (done: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("PUT", slot.put);
    request.setRequestHeader("Content-Type", file.type || "application/octet-stream");
    for (const [name, value] of slot.headers) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => progress(total ? loaded / total : 0);
    request.onerror = () => reject(new Error("upload: no connection"));
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) resolve();
      else reject(new Error(`upload: ${request.status}`));
    };
    request.send(file);
  });
}
