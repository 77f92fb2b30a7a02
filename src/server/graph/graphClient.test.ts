import { createServer, type AddressInfo, type Server } from 'node:net';
import { localhostCertificates } from 'office-addin-tools/testing';
import { Agent } from 'undici';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  TENANT,
  USER,
  startStubService,
  type StubResponse,
  type StubRequest,
  type StubService,
} from '../../../tests/server/stubService.ts';
import { shortLimits } from '../../../tests/server/testServer.ts';
import { isProblem } from '../../contract/problem.ts';
import type { Caller } from '../auth/tokenValidator.ts';
import { ClientDisconnected, type Call } from '../call.ts';
import type { Method } from '../httpClient/httpClient.ts';
import { GraphClient, sanitizeText, type GraphRequest } from './graphClient.ts';

describe('GraphClient', () => {
  /** Requests with every method, over real sockets. For the mapping of responses, see graphProblem.test.ts. */

  const caller: Caller = {
    oid: USER,
    tid: TENANT,
    alias: 'caller',
    token: 'assertion',
    tokenHash: 'hash',
    expiresAt: Date.now() + 3_600_000,
  };
  const writes = ['POST', 'PUT', 'PATCH', 'DELETE'] as const;
  const unavailable = (headers = {}): StubResponse => ({ status: 503, headers });

  let answers: (StubResponse | ((request: StubRequest) => StubResponse))[];
  let tokens: string[];
  let graph: StubService;
  let dispatcher: Agent;
  let leave: AbortController;

  beforeEach(async () => {
    answers = [{ json: { ok: true } }];
    tokens = ['old', 'new'];
    leave = new AbortController();
    graph = await startStubService((request) => {
      const answer = (answers.length > 1 ? answers.shift() : answers[0]) ?? 'reset';
      return typeof answer === 'function' ? answer(request) : answer;
    });
    const { ca } = await localhostCertificates();
    dispatcher = new Agent({ connect: { ca } });
  });
  afterEach(async () => {
    await dispatcher.destroy();
    await graph.close();
  });

  function clientOf(endpoint: string): GraphClient {
    const cache = { get: () => Promise.resolve(tokens[0] ?? ''), drop: () => void tokens.shift() };
    const client = { dispatcher, limits: shortLimits, clock: Date.now, random: () => 0.5 };
    return new GraphClient(endpoint, cache, client);
  }

  async function request(wanted: Omit<GraphRequest, 'call'>, endpoint = graph.origin) {
    const call: Call = { correlationId: 'id', signal: leave.signal, deadline: Date.now() + 3_000 };
    return await clientOf(endpoint).request(caller, { call, ...wanted });
  }

  const codeOf = async (work: Promise<unknown>) =>
    work.then(
      () => 'ok',
      (error: unknown) => (isProblem(error) ? error.code : error),
    );
  const send = (method: Method, endpoint?: string) =>
    codeOf(
      request({ method, path: '/v1.0/me/events', ...(method === 'DELETE' ? {} : { body: {} }) }, endpoint),
    );

  describe('a request', () => {
    it('sends JSON and returns JSON', async () => {
      answers = [{ status: 201, json: { id: 'A1' } }];
      const body = { subject: 'Überblick' };
      const response = await request({ method: 'POST', path: '/v1.0/me/events', body });
      expect([response.status, response.json()]).toEqual([201, { id: 'A1' }]);
      expect(graph.requests[0]).toMatchObject({ method: 'POST', body: JSON.stringify(body) });
      expect(graph.requests[0]?.headers).toMatchObject({
        'content-type': 'application/json',
        authorization: 'Bearer old',
        'client-request-id': 'id',
      });
    });

    it('sends bytes unchanged, and returns a response without a body', async () => {
      answers = [{ status: 204 }];
      const headers = { 'Content-Type': 'text/plain', 'If-Match': '"1"' };
      const path = '/v1.0/me/drive/root:/a.txt:/content';
      const response = await request({ method: 'PUT', path, body: Buffer.from('hello'), headers });
      expect([response.status, response.body.length]).toEqual([204, 0]);
      expect(() => response.json()).toThrow(expect.objectContaining({ code: 'graph_error' }) as Error);
      expect(graph.requests[0]?.body).toBe('hello');
      expect(graph.requests[0]?.headers).toMatchObject({ 'content-type': 'text/plain', 'if-match': '"1"' });
    });

    it('encodes the query', async () => {
      await request({
        path: '/v1.0/me/messages?a=1',
        query: { $filter: "subject eq 'a&b'", $top: 5, $skip: undefined },
      });
      const { pathname, search } = graph.requests[0]?.url ?? new URL('https://none.example');
      expect(pathname + search).toBe('/v1.0/me/messages?a=1&$filter=subject%20eq%20%27a%26b%27&$top=5');
    });

    it('allows no other token or host', async () => {
      const headers = { Authorization: 'Bearer other', 'Client-Request-Id': 'other' };
      await request({ path: '/v1.0/me', headers });
      expect(graph.requests[0]?.headers).toMatchObject({
        authorization: 'Bearer old',
        'client-request-id': 'id',
      });
      for (const path of [
        '.evil.example/v1.0/me',
        '@evil.example/',
        '//evil.example/',
        'https://evil.example/',
      ]) {
        await expect(request({ path })).rejects.toThrow(TypeError);
      }
      expect(graph.requests).toHaveLength(1);
    });

    it('rejects a body for GET and HEAD', async () => {
      await expect(request({ path: '/v1.0/me', body: {} })).rejects.toThrow(TypeError);
    });

    it('fails if the response is larger than maxBytes', async () => {
      answers = [{ body: 'x'.repeat(2_000) }];
      expect(await codeOf(request({ method: 'POST', path: '/v1.0/me/x', maxBytes: 1_000 }))).toBe(
        'graph_error',
      );
    });

    it.each(writes)('with %s is canceled when the client disconnects', async (method) => {
      answers = ['hang'];
      const result = send(method);
      await expect.poll(() => graph.requests.length).toBe(1);
      leave.abort();
      expect(await result).toBeInstanceOf(ClientDisconnected);
      await graph.requests[0]?.abandoned;
    });

    it.each(writes)('with %s times out, and is sent once', async (method) => {
      answers = ['hang'];
      expect(await send(method)).toBe('graph_timeout');
      expect(graph.requests).toHaveLength(1);
    });

    it.each(writes)('with %s gets a new token once after a 401', async (method) => {
      answers = [{ status: 401 }, { status: 204 }];
      expect(await send(method)).toBe('ok');
      expect(graph.requests.map(({ headers }) => headers.authorization)).toEqual([
        'Bearer old',
        'Bearer new',
      ]);
      expect(new Set(graph.requests.map(({ body }) => body)).size).toBe(1);
    });

    it('lets the feature map an error response to a problem', async () => {
      answers = [{ status: 404, json: { error: { code: 'itemNotFound', message: 'gone' } } }];
      const explain: GraphRequest['explain'] = ({ usual, codes, message }) =>
        usual === 'not_found' && codes[0] === 'itemNotFound' && message === 'gone'
          ? { code: 'no_drive' }
          : undefined;
      expect(await codeOf(request({ path: '/v1.0/me/drive', explain }))).toBe('no_drive');
    });
  });

  describe('retries', () => {
    it.each(['GET', 'HEAD'] as const)('retries %s after a lost connection and any 5xx', async (method) => {
      answers = ['reset', { status: 500 }, { status: 200 }];
      expect(await codeOf(request({ method, path: '/v1.0/me' }))).toBe('ok');
      expect(graph.requests).toHaveLength(3);
    });

    it.each(writes)('does not retry %s after a lost connection', async (method) => {
      answers = ['reset'];
      expect(await send(method)).toBe('graph_unavailable');
      expect(graph.requests).toHaveLength(1);
    });

    it.each(writes)('does not retry %s after a 500 or a 503 without Retry-After', async (method) => {
      answers = [{ status: 500 }, unavailable()];
      expect(await send(method)).toBe('graph_unavailable');
      expect(await send(method)).toBe('graph_unavailable');
      expect(graph.requests).toHaveLength(2);
    });

    it.each(writes)('retries %s after a 429 with a short Retry-After', async (method) => {
      answers = [{ status: 429, headers: { 'retry-after': '0' } }, { status: 204 }];
      expect(await send(method)).toBe('ok');
      expect(graph.requests).toHaveLength(2);
    });

    it.each(writes)('does not retry %s after a 429 with a long Retry-After', async (method) => {
      answers = [{ status: 429, headers: { 'retry-after': '17' } }];
      expect(await send(method)).toBe('throttled');
      expect(graph.requests).toHaveLength(1);
    });

    it.each([
      ['PUT', 'ok', 2],
      ['DELETE', 'ok', 2],
      ['POST', 'graph_unavailable', 1],
      ['PATCH', 'graph_unavailable', 1],
    ] as const)('%s after a 503 with Retry-After: %s', async (method, expected, sent) => {
      answers = [unavailable({ 'retry-after': '0' }), { status: 204 }];
      expect(await send(method)).toBe(expected);
      expect(graph.requests).toHaveLength(sent);
    });

    it('retries any method if the request never got a connection', async () => {
      // Accepts the TCP connection and closes it before TLS: no byte of the request was sent.
      let attempts = 0;
      const closing: Server = createServer((socket) => {
        attempts += 1;
        socket.destroy();
      });
      await new Promise<void>((resolve) => closing.listen(0, '127.0.0.1', resolve));
      const endpoint = `https://127.0.0.1:${(closing.address() as AddressInfo).port}`;
      expect(await send('POST', endpoint)).toBe('graph_unavailable');
      expect(attempts).toBe(3);
      await new Promise((resolve) => closing.close(resolve));
    });
  });
});

describe('sanitizeText', () => {
  it.each([
    ['cuts before an emoji at the limit', `${'a'.repeat(399)}😀`, 'a'.repeat(399)],
    ['cuts before a joined emoji', `${'a'.repeat(395)}👨‍👩‍👧.docx`, 'a'.repeat(395)],
    ['replaces a lone surrogate', 'a\ud83d.docx', 'a\ufffd.docx'],
    ['does not join surrogates across a removed character', '\ud83d\u202e\ude00', '\ufffd\ufffd'],
    ['counts characters after removing control characters', '\u0000'.repeat(500) + 'a.docx', 'a.docx'],
    ['removes bidirectional marks', 'invoice\u202excod.exe', 'invoicexcod.exe'],
    ['keeps combining marks in Thai', 'น้ำ.docx', 'น้ำ.docx'],
    ['returns null for control characters only', '\u0007\u2066 \u2069', null],
    ['returns null for anything but a string', 7, null],
  ])('%s', (_name, value, expected) => expect(sanitizeText(value)).toBe(expected));

  it('handles a name of 4 MB quickly', () => {
    const start = performance.now();
    expect(sanitizeText('e\u0301'.repeat(2_000_000))?.length).toBe(400);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
