import { Agent, EnvHttpProxyAgent, type Dispatcher } from 'undici';
import type { ProblemCode } from '../../contract/catalogue.ts';
import { ProblemError } from '../../contract/problem.ts';
import type { Environment } from '../config.ts';
import type { Limits } from '../limits.ts';
import type { Telemetry } from '../telemetry.ts';

/** What requests to other services need. Tests pass their own clock and network. */
export interface HttpClient {
  readonly dispatcher: Dispatcher;
  readonly limits: Limits;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** 0 to 1. */
  readonly random: () => number;
  readonly telemetry?: Telemetry | undefined;
}

export type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface OutgoingRequest {
  readonly method: Method;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** Larger responses fail. */
  readonly maxBytes: number;
  /** True if a repetition has no side effects, whatever the method. Default: true for GET and HEAD. */
  readonly repeatable?: boolean;
}

export interface ServiceResponse {
  readonly status: number;
  /** Names in lower case; values of repeated headers joined by a comma and a space. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** Parses a JSON body. Returns undefined for anything else, such as a proxy's HTML page or a truncated body. */
export function readJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8')) as unknown;
  } catch {
    return undefined; // Callers treat it like any other invalid response.
  }
}

/**
 * Creates the connection pool for Entra ID and Graph: kept alive, bounded, and through the proxy in HTTPS_PROXY, if any
 * (Node 20 ignores that variable). NODE_EXTRA_CA_CERTS adds trusted certificates.
 */
export function createDispatcher(limits: Limits, environment: Environment = process.env): Dispatcher {
  const options = {
    connect: { timeout: limits.connectMs },
    // `send` enforces the shorter limits of each request; these end abandoned ones.
    headersTimeout: limits.requestMs,
    bodyTimeout: limits.requestMs,
    keepAliveTimeout: 30_000,
    connections: 128,
  };
  const httpsProxy = environment.HTTPS_PROXY ?? environment.https_proxy;
  if (!httpsProxy) return new Agent(options);
  const noProxy = environment.NO_PROXY ?? environment.no_proxy ?? '';
  // Ignore HTTP_PROXY: plain HTTP is used only for the managed identity endpoint, which is on this machine.
  return new EnvHttpProxyAgent({ ...options, httpProxy: '', httpsProxy, noProxy });
}

/**
 * Why there is no readable response. `unreachable`: the connection was refused, reset or cut off, worth a retry;
 * `timeout`: no complete response within the time limit; `too-large`: more bytes than `maxBytes`.
 */
export type TransportErrorKind = 'timeout' | 'unreachable' | 'too-large';

export class TransportError extends Error {
  override readonly name = 'TransportError';
  readonly kind: TransportErrorKind;
  /** For the log: the system's or TLS error code, such as ECONNRESET or UNABLE_TO_VERIFY_LEAF_SIGNATURE. */
  readonly transportCode: string | undefined;
  /** False if the service has not seen the request. */
  readonly wasSent: boolean;

  constructor(kind: TransportErrorKind, cause?: unknown, wasSent = true) {
    super(`The service did not respond: ${kind}.`, { cause });
    this.kind = kind;
    this.wasSent = wasSent;
    this.transportCode = codeOf(cause);
  }
}

function codeOf(cause: unknown): string | undefined {
  if (typeof cause !== 'object' || cause === null) return undefined;
  const { code, cause: inner } = cause as { code?: unknown; cause?: unknown };
  return typeof code === 'string' ? code : codeOf(inner);
}

/** The log name of a service that the server calls. */
export type Service = 'entra' | 'entra-keys' | 'graph';

const codes = {
  timeout: { entra: 'entra_timeout', graph: 'graph_timeout' },
  unreachable: { entra: 'entra_unavailable', graph: 'graph_unavailable' },
  'too-large': { entra: 'entra_error', graph: 'graph_error' },
} as const satisfies Record<TransportErrorKind, Record<'entra' | 'graph', ProblemCode>>;

/** Returns the problem of a service without a readable response. */
export function transportProblem(error: TransportError, service: Service): ProblemError {
  const code = codes[error.kind][service === 'graph' ? 'graph' : 'entra'];
  const facts = { service, fault: error.kind, transport: error.transportCode };
  return new ProblemError(code, {}, { cause: new UpstreamError(facts) });
}

/**
 * The error response of another service, as the `cause` of a problem: status, codes and ids for the log. Never its text,
 * which may contain names and addresses of people.
 */
export class UpstreamError extends Error {
  override readonly name = 'UpstreamError';
  readonly facts: Readonly<Record<string, string | number | undefined>>;

  constructor(facts: Readonly<Record<string, string | number | undefined>>) {
    super('The service returned an error.');
    this.facts = facts;
  }
}
