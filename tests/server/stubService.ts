import { createServer } from 'node:https';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { localhostCertificates } from 'office-addin-tools/testing';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK } from 'jose';

/** A stub's response, or a network failure. */
export type StubResponse =
  | 'hang'
  | 'reset'
  | {
      status?: number;
      headers?: Record<string, string>;
      json?: unknown;
      body?: string | Buffer;
      cut?: boolean;
      /** Sends the headers and the first byte of the body, then nothing. */
      stall?: boolean;
      /** Sends one byte of the body per this many milliseconds. */
      dripMs?: number;
    }
  /** Sends these bytes and closes the connection. */
  | { raw: string };

export interface StubRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** Resolves if the client closes the connection before the response. */
  readonly abandoned: Promise<void>;
}

export interface StubService {
  readonly origin: string;
  readonly requests: StubRequest[];
  /** Number of open connections. */
  readonly connections: () => number;
  close(): Promise<void>;
}

/** Starts a stub service over HTTPS. @param answer returns the response to a request */
export async function startStubService(
  answer: (request: StubRequest) => StubResponse | Promise<StubResponse>,
): Promise<StubService> {
  const { cert, key } = await localhostCertificates();
  const requests: StubRequest[] = [];
  const serve = async (req: IncomingMessage, res: ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk as Buffer);
    const request: StubRequest = {
      method: req.method ?? '',
      url: new URL(req.url ?? '/', 'https://localhost'),
      headers: req.headers,
      body: Buffer.concat(chunks).toString('utf8'),
      abandoned: new Promise((resolve) => res.once('close', () => !res.writableFinished && resolve())),
    };
    requests.push(request);
    write(res, await answer(request));
  };
  const server = createServer({ cert, key }, (req, res) => {
    serve(req, res).catch(() => res.destroy());
  });
  const open = new Set<Duplex>();
  server.on('connection', (socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  // Not `localhost`: another program may use the same port in the other address family.
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    connections: () => open.size,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

function write(res: ServerResponse, answer: StubResponse): void {
  if (answer === 'hang') return;
  if (answer === 'reset') {
    res.destroy();
    return;
  }
  if ('raw' in answer) {
    res.socket?.end(answer.raw, 'latin1');
    return;
  }
  const { status = 200, headers = {}, json, cut = false, stall = false, dripMs } = answer;
  const body = json === undefined ? (answer.body ?? '') : JSON.stringify(json);
  const type = json === undefined ? 'text/html' : 'application/json';
  const extra = cut ? { 'content-length': String(body.length + 100) } : {};
  res.writeHead(status, { 'content-type': type, ...extra, ...headers });
  if (cut) res.write(body, () => res.destroy());
  else if (stall) res.write(body.slice(0, 1));
  else if (dripMs !== undefined) drip(res, body, dripMs);
  else res.end(body);
}

function drip(res: ServerResponse, body: string | Buffer, everyMs: number): void {
  let sent = 0;
  const timer = setInterval(() => {
    if (sent >= body.length) res.end();
    else res.write(body.slice(sent, (sent += 1)));
  }, everyMs);
  res.once('close', () => clearInterval(timer));
}

/** Identities and keys for tests that issue tokens like Entra ID. */
export const CLIENT_ID = '5a5d0b0c-0000-4000-8000-0000000000aa';
export const TENANT = 'aaaaaaaa-0000-4000-8000-000000000001';
export const OTHER_TENANT = 'bbbbbbbb-0000-4000-8000-000000000002';
export const USER = 'cccccccc-0000-4000-8000-000000000003';

export interface SigningPair {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly jwk: JWK;
}

export async function createSigningPair(kid: string): Promise<SigningPair> {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  return { kid, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, use: 'sig' } };
}

export type Claims = Record<string, unknown>;

/** Returns the claims of a valid v2.0 token with a lifetime of one hour. @param origin of the authority */
export function goodClaims(origin: string, now = Date.now()): Claims {
  const seconds = Math.floor(now / 1000);
  return {
    aud: CLIENT_ID,
    iss: `${origin}/${TENANT}/v2.0`,
    iat: seconds,
    nbf: seconds,
    exp: seconds + 3600,
    oid: USER,
    tid: TENANT,
    scp: 'access_as_user',
    ver: '2.0',
    name: 'Test Person',
    preferred_username: 'test@contoso.example',
  };
}

/** Signs a token. @param claims undefined members are left out; @param header overrides the default header */
export function sign(
  pair: SigningPair,
  claims: Claims,
  header: Record<string, unknown> = {},
): Promise<string> {
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: pair.kid, ...header })
    .sign(pair.privateKey);
}

export const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
