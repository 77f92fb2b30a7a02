import { Agent, createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

export interface RoundRobin {
  readonly origin: string;
  readonly close: () => Promise<void>;
}

/** Response headers in which the balancer reports which instance responded, and broken connections. */
export const SERVED_BY = 'x-served-by';
export const CUT_OFF = 'x-cut-off';

const PROBE_MS = 25;

/**
 * A load balancer that sends requests to each instance in turn. Retries a request on the next instance only if it was
 * certainly not processed: the connection was refused, or the instance is shutting down. Skips such an instance until it
 * is ready again. Passes on everything else; a connection that breaks becomes 502 with CUT_OFF.
 * @param keepAlive true to keep connections to the instances open
 */
export async function startRoundRobin(ports: readonly number[], keepAlive: boolean): Promise<RoundRobin> {
  const agent = new Agent({ keepAlive });
  const out = new Set<number>();
  let turn = 0;
  let closed = false;

  async function leaveOut(port: number): Promise<void> {
    if (out.has(port)) return;
    out.add(port);
    while (!closed && !(await isReady(port))) await pause(PROBE_MS);
    out.delete(port);
  }

  async function serve(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const first = (turn += 1);
    const ready = ports.filter((port) => !out.has(port));
    const candidates = ready.length > 0 ? ready : ports;
    for (let tried = 0; tried < candidates.length; tried += 1) {
      const port = candidates[(first + tried) % candidates.length] ?? 0;
      const isLast = tried === candidates.length - 1;
      const answer = await ask(port, req, agent);
      const elsewhere = canGoElsewhere(answer);
      if (elsewhere) void leaveOut(port);
      if (elsewhere && !isLast) continue;
      write(res, port, answer);
      return;
    }
  }

  const server = createServer((req, res) => {
    serve(req, res).catch(() => res.destroy());
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      closed = true;
      const ended = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await ended;
      agent.destroy();
    },
  };
}

async function isReady(port: number): Promise<boolean> {
  return await new Promise((resolve) => {
    const probe = request({ host: '127.0.0.1', port, path: '/readyz', agent: false }, (answer) => {
      answer.resume();
      resolve(answer.statusCode === 200);
    });
    probe.once('error', () => resolve(false));
    probe.end();
  });
}

type Outcome = { readonly status: number; readonly body: Buffer } | { readonly fault: string };

function ask(port: number, { url, method, headers }: IncomingMessage, agent: Agent): Promise<Outcome> {
  return new Promise((resolve) => {
    const fail = (error: NodeJS.ErrnoException) => resolve({ fault: error.code ?? 'unknown' });
    const forward = { authorization: headers.authorization ?? '' };
    const target = { host: '127.0.0.1', port, path: url, method, headers: forward, agent };
    const upstream = request(target, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.once('error', fail);
      answer.once('end', () => resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(chunks) }));
    });
    upstream.once('error', fail);
    upstream.end();
  });
}

function canGoElsewhere(outcome: Outcome): boolean {
  if ('fault' in outcome) return outcome.fault === 'ECONNREFUSED';
  return outcome.status === 503 && outcome.body.includes('"shutting_down"');
}

function write(res: ServerResponse, port: number, outcome: Outcome): void {
  const headers = { [SERVED_BY]: String(port) };
  if ('fault' in outcome) {
    res.writeHead(502, { ...headers, [CUT_OFF]: outcome.fault }).end();
    return;
  }
  res.writeHead(outcome.status, { ...headers, 'content-type': 'application/json' }).end(outcome.body);
}
