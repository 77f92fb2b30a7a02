import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createServer, type Server } from 'node:https';
import { localhostCertificates } from '../certificates.ts';
import { freePorts } from '../ports.ts';
import { postControl } from '../testing/officeToken.ts';
import { json, startTestSandbox, type TestSandbox } from '../testing/testSandbox.ts';
import { ALLOWED_FILE, EventScripts } from './eventScripts.ts';
import { LaunchEvents } from './launchEvents.ts';

describe('LaunchEvents', () => {
  it('lets one page run the handlers, and returns its result', async () => {
    const events = new LaunchEvents();
    const result = { handlers: [], sent: true };
    const claims: boolean[] = [];
    for (const page of [1, 2]) {
      events.onRequest((id, request) => {
        expect(request).toEqual({ type: 'OnMessageSend' });
        claims.push(events.claim(id));
        if (page === 1) events.finish(id, result);
      });
    }
    await expect(events.raise({ type: 'OnMessageSend' })).resolves.toEqual(result);
    expect(claims).toEqual([true, false]);
  });

  it('passes a request on to a page that opens later', async () => {
    const events = new LaunchEvents();
    const raised = events.raise({ type: 'OnMessageSend' });
    events.onRequest((id) => {
      expect(events.claim(id)).toBe(true);
      events.finish(id, { handlers: [] });
    });
    await expect(raised).resolves.toEqual({ handlers: [] });
  });

  it('rejects if no page takes the request', async () => {
    const events = new LaunchEvents();
    await expect(events.raise({ type: 'OnMessageSend' }, 10)).rejects.toThrow(
      'No page of the sandbox shows an add-in that handles OnMessageSend.',
    );
    expect(events.claim('1')).toBe(false);
  });
});

describe('the script of an event handler', () => {
  const pages = new Map<string, { status?: number; headers?: Record<string, string>; body: string }>();
  const received: { path: string | undefined; origin: string | undefined; body: string }[] = [];
  let server: Server;
  let origin: string;
  let script: string;
  let scripts: EventScripts;
  let sandbox: TestSandbox;
  beforeAll(async () => {
    const [port = 0] = await freePorts(1);
    origin = `https://localhost:${port}`;
    script = `${origin}/events.js`;
    sandbox = await startTestSandbox();
    const ports = [sandbox.origins.office, sandbox.origins.entra, sandbox.origins.graph].map((address) =>
      Number(new URL(address).port),
    );
    const [office = 0, entra = 0, graph = 0] = ports;
    scripts = new EventScripts({ office, entra, graph });
    server = createServer(await localhostCertificates(), (request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        received.push({ path: request.url, origin: request.headers.origin, body });
        const page = pages.get(request.url ?? '');
        response.writeHead(page ? (page.status ?? 200) : 404, page?.headers).end(page?.body);
      });
    });
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await sandbox.close();
  });
  beforeEach(() => {
    sandbox.state.reset();
    pages.clear();
    received.length = 0;
  });
  const list = (...allowed: string[]) => pages.set(ALLOWED_FILE, { body: JSON.stringify({ allowed }) });
  const send = (path: string, body?: string) =>
    scripts.send({
      script,
      url: origin + path,
      method: body === undefined ? 'GET' : 'POST',
      headers: {},
      ...(body === undefined ? {} : { body }),
    });

  it('may use single sign-on if its origin lists it', async () => {
    expect(await scripts.reasonAgainst(script)).toBe(`${origin}${ALLOWED_FILE} returned 404.`);
    list(`${origin}/other.js`);
    expect(await scripts.reasonAgainst(script)).toBe(`${origin}${ALLOWED_FILE} doesn't list ${script}.`);
    list(script);
    expect(await scripts.reasonAgainst(script)).toBeUndefined();
    pages.set(ALLOWED_FILE, { body: '<html>' });
    expect(await scripts.reasonAgainst(script)).toContain('JSON');
  });

  it('reads its own origin if it is listed, and otherwise only what everyone may read', async () => {
    pages.set('/data', { body: 'private' });
    pages.set('/open', { body: 'open', headers: { 'access-control-allow-origin': '*' } });
    await expect(send('/data')).rejects.toThrow(`${origin}/data doesn't permit requests from null.`);
    expect(await send('/open')).toMatchObject({ status: 200, body: 'open' });
    list(script);
    expect(await send('/data', 'sent')).toMatchObject({ status: 200, body: 'private' });
    expect(received.at(-1)).toEqual({ path: '/data', origin, body: 'sent' });
  });

  it('calls Microsoft Graph in the sandbox', async () => {
    list(script);
    const url = 'https://graph.microsoft.com/v1.0/me';
    expect(await scripts.send({ script, url, method: 'GET', headers: {} })).toMatchObject({ status: 401 });
  });

  it('gets a token over the control call only if it is listed', async () => {
    const ask = () =>
      json(postControl(sandbox, 'office/access-token', { app: 'outlook', options: {}, script }));
    expect(await ask()).toEqual({ error: 5001 });
    list(script);
    expect(await ask()).toHaveProperty('token');
    expect(sandbox.state.log.entries).toMatchObject([
      { kind: 'getAccessToken', answer: 5001, reason: `${origin}${ALLOWED_FILE} returned 404.` },
      { kind: 'getAccessToken', answer: 'ok' },
    ]);
  });

  it('is loaded over the control call, or named in the error', async () => {
    const load = () => json(postControl(sandbox, 'office/event-script', { script }));
    expect(await load()).toEqual({ error: `${script} returned 404.` });
    pages.set('/events.js', { body: 'let a;' });
    expect(await load()).toEqual({ text: 'let a;' });
  });
});
