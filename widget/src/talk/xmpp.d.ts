/**
 * The parts of xmpp.js 0.14 that are used here. DefinitelyTyped describes an older version, and
 * brings the types of a whole web server with it.
 */

declare module "@xmpp/xml" {
  export class Element {
    readonly name: string;
    attrs: Record<string, string | undefined>;
    children: (Element | string)[];
    is(name: string, xmlns?: string): boolean;
    getNS(): string;
    getChild(name: string, xmlns?: string): Element | undefined;
    getChildren(name: string, xmlns?: string): Element[];
    getChildElements(): Element[];
    getChildText(name: string, xmlns?: string): string | null;
    append(...nodes: (Element | string)[]): this;
    text(): string;
    toString(): string;
  }
  type Node = Element | string | undefined | null | false | readonly Node[];
  type Attributes = Record<string, string | number | undefined>;
  export default function xml(name: string, attributes?: Attributes, ...children: Node[]): Element;
  export function parse(text: string): Element;
}

declare module "@xmpp/xml/lib/parse.js" {
  import type { Element } from "@xmpp/xml";
  export default function parse(text: string): Element;
}

declare module "@xmpp/events" {
  export class EventEmitter {
    // biome-ignore lint/suspicious/noExplicitAny: each event has its own
    on(event: string, listener: (...args: any[]) => void): this;
    removeAllListeners(event: string): this;
  }
}

declare module "@xmpp/client-core" {
  import type { EventEmitter } from "@xmpp/events";
  import type { Element } from "@xmpp/xml";
  /** A stream; `socket.socket` is the browser's own WebSocket. */
  export class Client extends EventEmitter {
    constructor(options: { service: string; domain: string; timeout?: number });
    readonly status: string;
    readonly jid: { toString(): string; bare(): { toString(): string } } | null;
    readonly socket: { readonly socket: WebSocket | null } | null;
    connect(service: string): Promise<void>;
    open(options: { domain: string; lang?: string | undefined }): Promise<Element>;
    send(stanza: Element): Promise<void>;
    write(text: string): Promise<void>;
    footer(element: Element): string;
    footerElement(): Element;
    stop(): Promise<unknown>;
  }
  export interface Middleware {
    use(step: (context: { stanza: Element }, next: () => Promise<unknown>) => unknown): unknown;
  }
  export interface StreamFeatures {
    use: unknown;
  }
}

declare module "@xmpp/middleware" {
  import type { Client, Middleware } from "@xmpp/client-core";
  export default function middleware(parts: { entity: Client }): Middleware;
}

declare module "@xmpp/stream-features" {
  import type { Middleware, StreamFeatures } from "@xmpp/client-core";
  export default function streamFeatures(parts: { middleware: Middleware }): StreamFeatures;
}

declare module "@xmpp/iq/caller.js" {
  import type { Client, Middleware } from "@xmpp/client-core";
  import type { Element } from "@xmpp/xml";
  export interface IqCaller {
    /** Rejects with an error answer, or when none comes within `timeout` milliseconds. */
    request(iq: Element, timeout?: number): Promise<Element>;
  }
  export default function iqCaller(parts: { middleware: Middleware; entity: Client }): IqCaller;
}

declare module "@xmpp/iq/callee.js" {
  import type { Client, Middleware } from "@xmpp/client-core";
  import type { Element } from "@xmpp/xml";
  export interface IqCallee {
    get(
      xmlns: string,
      name: string,
      answer: (context: { element: Element }) => Element | true,
    ): void;
  }
  export default function iqCallee(parts: { middleware: Middleware; entity: Client }): IqCallee;
}

declare module "@xmpp/resource-binding" {
  import type { StreamFeatures } from "@xmpp/client-core";
  import type { IqCaller } from "@xmpp/iq/caller.js";
  export default function resourceBinding(
    parts: { streamFeatures: StreamFeatures; iqCaller: IqCaller },
    resource?: string,
  ): void;
}

declare module "@xmpp/sasl" {
  import type { StreamFeatures } from "@xmpp/client-core";
  import type SaslFactory from "saslmechanisms";

  type Authenticate = (
    credentials: { username: string; password: string },
    mechanism: string,
  ) => Promise<void>;
  export default function sasl(
    parts: { streamFeatures: StreamFeatures; saslFactory: SaslFactory },
    onAuthenticate: (authenticate: Authenticate) => Promise<void>,
  ): void;
}

declare module "@xmpp/sasl-plain" {
  import type SaslFactory from "saslmechanisms";
  export default function plain(factory: SaslFactory): void;
}

declare module "@xmpp/stream-management" {
  import type { Client, Middleware, StreamFeatures } from "@xmpp/client-core";
  import type { EventEmitter } from "@xmpp/events";
  export interface StreamManagement extends EventEmitter {
    enabled: boolean;
    /** Milliseconds within which an acknowledgement must come, or the stream is cut. */
    timeout: number;
  }
  export default function streamManagement(parts: {
    streamFeatures: StreamFeatures;
    entity: Client;
    middleware: Middleware;
  }): StreamManagement;
}

declare module "@xmpp/websocket" {
  import type { Client } from "@xmpp/client-core";
  export default function websocket(parts: { entity: Client }): void;
}

declare module "saslmechanisms" {
  export default class SaslFactory {}
}
