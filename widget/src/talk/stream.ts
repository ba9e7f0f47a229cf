/** One XMPP stream over WebSocket (RFC 7395), put together from the parts of xmpp.js we need. */

import { Client } from "@xmpp/client-core";
import iqCallee from "@xmpp/iq/callee.js";
import iqCaller, { type IqCaller } from "@xmpp/iq/caller.js";
import middleware from "@xmpp/middleware";
import resourceBinding from "@xmpp/resource-binding";
import sasl from "@xmpp/sasl";
import plain from "@xmpp/sasl-plain";
import streamFeatures from "@xmpp/stream-features";
import streamManagement, { type StreamManagement } from "@xmpp/stream-management";
import websocket from "@xmpp/websocket";
import SaslFactory from "saslmechanisms";

import type { Guest } from "./guest.js";
import { NS } from "./namespaces.js";
import { description } from "./stanzas.js";

export interface Stream {
  readonly client: Client;
  readonly iq: IqCaller;
  readonly management: StreamManagement;
  /** Open the socket and the stream; logging in and all that follows are told as events. */
  connect(): Promise<void>;
}

/** Milliseconds for each step of opening or closing a stream, on a slow phone. */
const STEP = 10_000;
/** Milliseconds within which the server must acknowledge (XEP-0198), or the link is taken as cut. */
const ACKNOWLEDGED_WITHIN = 15_000;

/**
 * A stream that is not connected yet. `@xmpp/client` would bring TCP, TLS and DNS along; and it asks
 * for answers before it counts stanzas, so that answers to our own requests are missing from the
 * count, and a resumed stream gets its last stanzas twice (XEP-0198, section 4). Here the order is
 * the right one.
 */
export function makeStream(service: string, guest: Guest): Stream {
  const [username = "", domain = ""] = guest.jid.split("@");
  const client = new Client({ service, domain, timeout: STEP });
  websocket({ entity: client });
  // COMPAT: xmpp.js 0.14 goes on waiting for the next step of a log-in whose socket is gone, and
  // takes that step of the next log-in for it: everything after would be done twice.
  client.on("disconnect", () => client.removeAllListeners("nonza"));
  const steps = middleware({ entity: client });
  const features = streamFeatures({ middleware: steps });
  const saslFactory = new SaslFactory();
  plain(saslFactory);
  sasl({ streamFeatures: features, saslFactory }, (authenticate) =>
    authenticate({ username, password: guest.password }, "PLAIN"),
  );
  const management = streamManagement({
    streamFeatures: features,
    entity: client,
    middleware: steps,
  });
  management.timeout = ACKNOWLEDGED_WITHIN;
  const iq = iqCaller({ middleware: steps, entity: client });
  const answers = iqCallee({ middleware: steps, entity: client });
  answers.get(NS.ping, "ping", () => true);
  answers.get(NS.info, "query", () => description());
  resourceBinding({ streamFeatures: features, iqCaller: iq });
  const connect = async (): Promise<void> => {
    await client.connect(service);
    await client.open({ domain });
  };
  return { client, iq, management, connect };
}
