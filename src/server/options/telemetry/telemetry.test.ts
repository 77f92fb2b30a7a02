import { localhostCertificates } from 'office-addin-tools/testing';
import { afterEach, describe, expect, it } from 'vitest';
import { TENANT } from '../../../../tests/server/stubService.ts';
import {
  killServerProcesses,
  processSettings,
  startServerProcess,
  startTestServer,
  type TestServer,
} from '../../../../tests/server/testServer.ts';
import { startCollectorStub, type CollectorStub, type CollectedSpan } from './testing/collectorStub.ts';

/** What a collector receives from the real server. */
describe('the server', () => {
  const TRACE = '0af7651916cd43dd8448eb211c80319c';
  const PARENT = 'b7ad6b7169203331';
  const quick = { metricsEveryMs: 100, spansEveryMs: 20, exportMs: 90, closeMs: 1_000 };

  let collector: CollectorStub;
  let server: TestServer;
  afterEach(async () => {
    await server.close();
    await collector.close();
  });

  async function start(answer?: () => number | 'hang'): Promise<void> {
    collector = await startCollectorStub(answer);
    const settings = { OTEL_EXPORTER_OTLP_ENDPOINT: `${collector.origin}/` };
    server = await startTestServer({ settings, limits: quick });
  }

  async function spansOf(root: string): Promise<CollectedSpan[]> {
    await expect.poll(() => collector.spans().map(({ name }) => name), { timeout: 5_000 }).toContain(root);
    return collector.spans();
  }

  describe('a trace', () => {
    it('continues the trace of the caller, covers the whole request, and is propagated to Entra ID and Graph', async () => {
      await start();
      server.answerGraph({ status: 503 }, { json: { displayName: 'Test Person' } });
      const headers = { traceparent: `00-${TRACE}-${PARENT}-01` };
      const token = await server.token();
      const reply = await server.get('/api/me?secret=query', token, { headers });
      expect(reply.status).toBe(200);
      const spans = await spansOf('GET /api/me');
      const byName = (name: string) => spans.find((span) => span.name === name);
      const root = byName('GET /api/me');
      expect(root).toMatchObject({ traceId: TRACE, parentSpanId: PARENT, kind: 2, status: { code: 0 } });
      expect(root?.facts).toEqual({
        'http.request.method': 'GET',
        'http.route': '/api/me',
        'http.response.status_code': 200,
        'url.scheme': 'https',
        'network.protocol.version': '1.1',
        'server.address': 'localhost',
        'server.port': 3100,
        'addin.correlation_id': reply.headers.get('x-correlation-id'),
        'addin.tenant_id': TENANT,
      });
      const exchange = byName('token exchange');
      const graph = byName('graph profile');
      expect(byName('token validation')?.parentSpanId).toBe(root?.spanId);
      expect(graph?.parentSpanId).toBe(root?.spanId);
      expect(exchange?.parentSpanId).toBe(graph?.spanId);
      const post = byName('POST');
      expect(post?.parentSpanId).toBe(exchange?.spanId);
      const [failed, repeated] = spans.filter(({ name }) => name === 'GET');
      expect(failed).toMatchObject({ parentSpanId: graph?.spanId, kind: 3, status: { code: 2 } });
      expect(failed?.facts).toMatchObject({ 'http.response.status_code': 503, 'error.type': '503' });
      expect(repeated?.facts).toMatchObject({
        'http.request.resend_count': 1,
        'http.response.status_code': 200,
        'server.address': '127.0.0.1',
        'server.port': Number(new URL(server.graph.origin).port),
      });
      expect(server.graph.requests[1]?.headers.traceparent).toBe(`00-${TRACE}-${repeated?.spanId}-01`);
      expect(server.exchanges()[0]?.headers.traceparent).toBe(`00-${TRACE}-${post?.spanId}-01`);
      // On a busy machine, an export can time out, which adds lines about the collector.
      const requests = server.log.take('info').filter(({ msg }) => msg === 'request');
      expect(requests).toMatchObject([{ path: '/api/me', traceId: TRACE }]);
      const sent = collector.received.map(({ text }) => text).join('');
      expect(sent).not.toMatch(/secret|query|Test Person|contoso|cccccccc|graph-token|eyJ|only-for-tests/);
    });

    it('starts a trace without a caller, and has no exchange and validation spans for a second request', async () => {
      await start();
      const token = await server.token();
      await server.get('/api/me', token);
      await server.get('/api/me', token, { headers: { traceparent: '00-zz-zz-01' } });
      await expect.poll(() => collector.spans().filter(({ kind }) => kind === 2)).toHaveLength(2);
      const roots = collector.spans().filter(({ kind }) => kind === 2);
      expect(roots.every(({ parentSpanId }) => !parentSpanId)).toBe(true);
      const second = collector.spans().filter(({ traceId }) => traceId === roots[1]?.traceId);
      expect(second.map(({ name }) => name).sort()).toEqual(['GET', 'GET /api/me', 'graph profile']);
    });

    it('contains the problem code; a 4xx response is not a span error', async () => {
      await start();
      server.answerExchange({ status: 503 });
      await server.get('/api/me', await server.token());
      await server.get('/api/files');
      await server.get('/somebody@contoso.example');
      await server.get('/healthz');
      await expect.poll(() => collector.spans().filter(({ kind }) => kind === 2)).toHaveLength(3);
      const facts = Object.fromEntries(
        collector.spans().map(({ name, status, facts }) => [name, { ...facts, failed: status.code === 2 }]),
      );
      expect(facts['GET /api/me']).toMatchObject({
        'http.response.status_code': 503,
        'error.type': 'entra_unavailable',
        'addin.problem.code': 'entra_unavailable',
        failed: true,
      });
      expect(facts['token exchange']).toMatchObject({ 'error.type': 'entra_unavailable', failed: true });
      expect(facts['GET /api/files']).toMatchObject({ 'addin.problem.code': 'token_missing', failed: false });
      expect(facts.GET).toBeDefined();
      expect(collector.received.map(({ text }) => text).join('')).not.toContain('somebody');
    });
  });

  describe('metrics', () => {
    it('use the names of the conventions, with few attribute values', async () => {
      await start();
      const token = await server.token();
      for (let i = 0; i < 3; i += 1) await server.get('/api/me', token);
      await server.get('/assets/nobody-has-this.js');
      const named = (name: string) =>
        collector
          .metrics()
          .filter((metric) => metric.name === name)
          .at(-1)?.points ?? [];
      await expect
        .poll(() =>
          named('http.server.request.duration').find(({ facts }) => facts['http.route'] === '/api/me'),
        )
        .toMatchObject({ count: 3, facts: { 'http.response.status_code': 200 } });
      await expect.poll(() => named('http.server.request.duration')).toHaveLength(2);
      expect(named('http.server.request.duration').map(({ facts }) => facts['http.route'])).toContain(
        '/assets/*',
      );
      expect(named('addin.token_exchange.duration')).toMatchObject([{ count: 1, facts: { outcome: 'ok' } }]);
      const lookups = named('addin.token_cache.lookups').map(({ facts, value }) => [facts.found, value]);
      expect(Object.fromEntries(lookups)).toEqual({ nowhere: 1, memory: 2 });
      expect(named('http.client.request.duration').length).toBeGreaterThanOrEqual(2);
      expect(named('http.server.active_requests')).toMatchObject([{ value: 0 }]);
      expect(named('nodejs.eventloop.delay.p99')[0]?.value).toBeGreaterThan(0);
      expect(named('process.memory.usage')[0]?.value).toBeGreaterThan(10_000_000);
      expect(named('v8js.memory.heap.used').length).toBeGreaterThan(3);
    });
  });

  describe('a collector', () => {
    it.each([
      ['answers 500', () => 500],
      ['answers 400', () => 400],
      ['says nothing', () => 'hang' as const],
    ])('that %s is logged once', async (_name, answer) => {
      await start(answer);
      const token = await server.token();
      await server.get('/api/me', token);
      await expect.poll(() => collector.received.length, { timeout: 8_000 }).toBeGreaterThan(3);
      expect((await server.get('/api/me', token)).status).toBe(200);
      await expect.poll(() => server.log.text()).toContain('OTEL_EXPORTER_OTLP_ENDPOINT');
      expect(server.log.take('warn')).toHaveLength(1);
    });

    it('that says nothing does not delay requests', async () => {
      // An export takes longer than this test may take.
      collector = await startCollectorStub(() => 'hang');
      const settings = { OTEL_EXPORTER_OTLP_ENDPOINT: collector.origin };
      server = await startTestServer({
        settings,
        limits: { ...quick, metricsEveryMs: 60_000, exportMs: 60_000 },
      });
      const token = await server.token();
      await server.get('/api/me', token);
      await expect.poll(() => collector.received.length).toBeGreaterThan(0);
      expect((await server.get('/api/me', token)).status).toBe(200);
    });

    it('that is down delays neither requests nor shutdown', async () => {
      collector = await startCollectorStub();
      await collector.close();
      const settings = { OTEL_EXPORTER_OTLP_ENDPOINT: collector.origin };
      server = await startTestServer({ settings, limits: { ...quick, closeMs: 60_000 } });
      expect((await server.get('/api/me', await server.token())).status).toBe(200);
      await expect
        .poll(() => server.log.take('warn'), { timeout: 8_000 })
        .toMatchObject([{ reason: 'ECONNREFUSED' }]);
      await server.app.close();
    });

    it('receives pending data when the server stops', async () => {
      collector = await startCollectorStub();
      const settings = { OTEL_EXPORTER_OTLP_ENDPOINT: collector.origin };
      server = await startTestServer({ settings });
      await server.get('/api/me', await server.token());
      expect(collector.received).toEqual([]);
      await server.app.close();
      expect(collector.spans().map(({ name }) => name)).toContain('GET /api/me');
      expect(collector.metrics().map(({ name }) => name)).toContain('http.server.request.duration');
    });
  });
});

describe('the server process', { tags: ['full'] }, () => {
  afterEach(killServerProcesses);

  /** Prints at exit which OpenTelemetry modules were loaded. They are CommonJS, so they are in `require.cache`. */
  const tellLoaded = `import { createRequire } from 'node:module';
process.on('exit', () => {
  const names = Object.keys(createRequire(process.execPath).cache);
  const loaded = names.filter((name) => /@opentelemetry|monitor-opentelemetry/.test(name));
  process.stderr.write('loaded: ' + loaded.length);
});`;

  describe.skipIf(process.platform === 'win32')('OpenTelemetry', () => {
    it('is not loaded without an endpoint', async () => {
      const started = startServerProcess(processSettings, { before: tellLoaded });
      const port = await started.port();
      await fetch(`http://127.0.0.1:${port}/api/me`);
      started.child.kill('SIGTERM');
      expect(await started.ended).toBe(0);
      expect(started.err()).toBe('loaded: 0');
      expect(started.out()).not.toContain('traceId');
    });

    it('is loaded with an endpoint, and samples according to OTEL_TRACES_SAMPLER', async () => {
      const collector = await startCollectorStub();
      const environment = {
        ...processSettings,
        OTEL_EXPORTER_OTLP_ENDPOINT: collector.origin,
        OTEL_TRACES_SAMPLER: 'always_off',
        OTEL_SERVICE_NAME: 'named-by-me',
        OTEL_EXPORTER_OTLP_HEADERS: 'api-key=secret-of-the-collector',
      };
      const started = startServerProcess(environment, { before: tellLoaded });
      const port = await started.port();
      await fetch(`http://127.0.0.1:${port}/api/me`);
      started.child.kill('SIGTERM');
      expect(await started.ended).toBe(0);
      expect(started.err()).toMatch(/^loaded: [1-9]/);
      expect(collector.spans()).toEqual([]);
      expect(collector.metrics().map(({ name }) => name)).toContain('http.server.request.duration');
      const [first] = collector.received;
      expect(first?.text).toContain('named-by-me');
      expect(first?.headers['api-key']).toBe('secret-of-the-collector');
      await collector.close();
    });

    it('flushes to Application Insights, and nowhere else, before the process exits', async () => {
      const { caPath, cert, key } = await localhostCertificates();
      const collector = await startCollectorStub(() => 200, { cert, key });
      const environment = {
        ...processSettings,
        NODE_EXTRA_CA_CERTS: caPath,
        APPLICATIONINSIGHTS_CONNECTION_STRING: `InstrumentationKey=00000000-0000-4000-8000-000000000009;IngestionEndpoint=${collector.origin}/`,
      };
      const started = startServerProcess(environment);
      const port = await started.port();
      const reply = await fetch(`http://127.0.0.1:${port}/api/me?secret=query`);
      started.child.kill('SIGTERM');
      expect(await started.ended).toBe(0);
      const sent = collector.received.map(({ text }) => text).join('\n');
      expect(sent).toContain('RequestData');
      expect(sent).toContain('GET /api/me');
      expect(sent).toContain(reply.headers.get('x-correlation-id'));
      expect(sent).toContain('http.server.request.duration');
      expect(sent).not.toContain('query');
      expect(new Set(collector.received.map(({ path }) => path))).toEqual(new Set(['/v2.1/track']));
      await collector.close();
    });
  });
});
