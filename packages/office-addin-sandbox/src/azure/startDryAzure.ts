import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { chmodSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Directory, DRY_USER } from './directory.ts';
import { routeRequest, grantAdminConsent, type DryRequest } from './graphRoutes.ts';
import { badRequest, notFound, type GraphFault } from './graphFault.ts';
import type { Answer } from './applications.ts';
import { Recording } from './recording.ts';
import { connectionLossOf, type Situation } from './situations.ts';
import { FaultInjector } from './faultInjector.ts';

export interface DryAzure {
  /** Origin of the simulated Graph: http on loopback. */
  readonly graphEndpoint: string;
  /** Variables to add to a process's environment so that it runs this az. */
  readonly environment: Readonly<Record<string, string>>;
  readonly directory: Directory;
  /** Path of a file with JSON lines: every call of az and every request to Graph, with secrets masked. */
  readonly recording: string;
  close(): Promise<void>;
}

const BODY_LIMIT = 1_000_000;

/**
 * Starts a simulated Azure: an az that records its calls, and the parts of Graph v1.0 that manage app registrations.
 * @param folder keeps the tenant between runs
 */
export async function startDryAzure(folder: string, situation?: Situation): Promise<DryAzure> {
  const directory = new Directory(folder);
  // A sign-in lasts for one run, so that a situation can be repeated.
  rmSync(join(folder, 'signed-in'), { force: true });
  const recording = new Recording(folder);
  const faults = new FaultInjector(situation);
  const loss = connectionLossOf(situation);
  const sockets = new Set<Socket>();
  let requests = 0;

  const server = createServer((req, res) => {
    requests += 1;
    // Once lost, the connection stays lost.
    if (loss && (requests > loss.at || (requests === loss.at && loss.when === 'before'))) {
      req.socket.destroy();
      return;
    }
    const isLast = requests === loss?.at;
    void handle(req)
      .then(({ request, answer }) => {
        recording.add({
          ...lineOf(request),
          ...('code' in answer ? { refused: answer } : { status: answer.status }),
        });
        if (isLast) req.socket.destroy();
        else send(res, answer);
      })
      .catch(() => {
        // The address or the connection can't be read: there is nothing to record.
        if (!res.headersSent) sendFault(res, badRequest('The request cannot be read.'));
      });
  });

  async function handle(req: IncomingMessage): Promise<{ request: DryRequest; answer: Answer }> {
    const url = new URL(req.url ?? '/', 'http://localhost');
    const request: DryRequest = {
      method: req.method ?? 'GET',
      path: decodeURIComponent(url.pathname),
      query: url.searchParams,
      createIfMissing: req.headers['prefer'] === 'create-if-missing',
      body: await readBody(req),
    };
    if (!/^Bearer .+\.dry-azure-token$/u.test(req.headers.authorization ?? ''))
      return {
        request,
        answer: {
          status: 401,
          code: 'InvalidAuthenticationToken',
          message: 'The token is not from the simulated az.',
        },
      };
    const answer =
      faults.faultOf(request) ??
      answerBySituation(request) ??
      routeRequest(request, directory) ??
      notFound(request.path);
    if (answer.status === 201) faults.objectCreated();
    return { request, answer };
  }

  /** Handles requests that depend on the situation or aren't part of Graph. */
  function answerBySituation({ method, path, body }: DryRequest): Answer | undefined {
    if (method === 'POST' && path === '/dry-azure/admin-consent')
      return grantAdminConsent(directory, (body as { appId?: unknown } | undefined)?.appId);
    if (!/^\/v1\.0\/directoryRoles\/[^/]+\/members$/u.test(path)) return undefined;
    return {
      status: 200,
      body: { value: situation === 'administrator' ? [{ userPrincipalName: DRY_USER }] : [] },
    };
  }

  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const graphEndpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const bin = join(import.meta.dirname, 'bin');
  // ZIP archives lose the executable bit.
  if (process.platform !== 'win32') chmodSync(join(bin, 'az'), 0o755);

  return {
    graphEndpoint,
    environment: {
      PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}`,
      DRY_AZURE_FOLDER: folder,
      DRY_AZURE_GRAPH: graphEndpoint,
      DRY_AZURE_SITUATION: situation ?? '',
    },
    directory,
    recording: recording.file,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

function lineOf({ method, path, query, body }: DryRequest) {
  const pathAndQuery = query.size === 0 ? path : `${path}?${query.toString()}`;
  return body === undefined ? { method, path: pathAndQuery } : { method, path: pathAndQuery, body };
}

async function readBody(req: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const chunk of req.setEncoding('utf8')) {
    text += chunk as string;
    if (text.length > BODY_LIMIT) return null;
  }
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function send(res: ServerResponse, answer: Answer): void {
  if ('code' in answer) sendFault(res, answer);
  else {
    res.writeHead(answer.status, answer.body === undefined ? {} : { 'Content-Type': 'application/json' });
    res.end(answer.body === undefined ? '' : JSON.stringify(answer.body));
  }
}

function sendFault(res: ServerResponse, { status, code, message, detail, retryAfter }: GraphFault): void {
  if (retryAfter !== undefined) res.setHeader('Retry-After', String(retryAfter));
  const details = detail === undefined ? {} : { details: [{ code: detail, message }] };
  res.writeHead(status, { 'Content-Type': 'application/json' });
  res.end(JSON.stringify({ error: { code, message, ...details } }));
}
