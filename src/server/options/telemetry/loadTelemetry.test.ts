// @module-tag full
import { afterEach, describe, expect, it } from 'vitest';
import { localhostCertificates } from 'office-addin-tools/testing';
import { startCollectorStub } from './testing/collectorStub.ts';
import {
  killServerProcesses,
  processSettings,
  startServerProcess,
} from '../../../../tests/server/serverProcess.ts';

/** The server process with and without a telemetry endpoint. */

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
