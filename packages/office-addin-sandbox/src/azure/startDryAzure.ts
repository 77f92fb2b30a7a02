import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { chmodSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Directory, DRY_USER } from './directory.ts';
import { answerOf, grantForEverybody, type DryRequest } from './graph.ts';
import { badRequest, notFound, type GraphFault } from './graphFault.ts';
import type { Answer } from './applications.ts';
import { Recording } from './recording.ts';
import { deathOf, type Situation } from './situations.ts';
import { Trouble } from './trouble.ts';

export interface DryAzure {
  /** Origin of the imitation of Graph: http on loopback. */
  readonly graphEndpoint: string;
  /** What a process needs, over its own environment, to meet this az and no other. */
  readonly environment: Readonly<Record<string, string>>;
  readonly directory: Directory;
  /** JSON lines: every call of az and every request to Graph, secrets masked. */
  readonly recording: string;
  close(): Promise<void>;
}

const BODY_LIMIT = 1_000_000;

/**
 * An Azure to try the registration with: a recording az, and as much of Graph v1.0 as a registration asks for.
 * @param folder where the tenant is kept between runs
 */
export async function startDryAzure(folder: string, situation?: Situation): Promise<DryAzure> {
  const directory = new Directory(folder);
  // A sign-in lasts for one run, so that a situation can be seen again.
  rmSync(join(folder, 'signed-in'), { force: true });
  const recording = new Recording(folder);
  const trouble = new Trouble(situation);
  const death = deathOf(situation);
  const sockets = new Set<Socket>();
  let requests = 0;

  const server = createServer((req, res) => {
    requests += 1;
    // Once the connection is lost it stays lost.
    if (death && (requests > death.at || (requests === death.at && death.when === 'before'))) {
      req.socket.destroy();
      return;
    }
    const last = requests === death?.at;
    void answer(req)
      .then(({ request, said }) => {
        recording.add({
          ...lineOf(request),
          ...('code' in said ? { refused: said } : { status: said.status }),
        });
        if (last) req.socket.destroy();
        else send(res, said);
      })
      .catch(() => {
        // An address or a connection that cannot be read; the recording has nothing to say of it.
        if (!res.headersSent) sendFault(res, badRequest('The request cannot be read.'));
      });
  });

  async function answer(req: IncomingMessage): Promise<{ request: DryRequest; said: Answer }> {
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
        said: { status: 401, code: 'InvalidAuthenticationToken', message: 'No token of az.' },
      };
    const said =
      trouble.faultOf(request) ?? special(request) ?? answerOf(request, directory) ?? notFound(request.path);
    if (said.status === 201) trouble.created();
    return { request, said };
  }

  /** What depends on the situation, or is no part of Graph. */
  function special({ method, path, body }: DryRequest): Answer | undefined {
    if (method === 'POST' && path === '/dry-azure/admin-consent')
      return grantForEverybody(directory, (body as { appId?: unknown } | undefined)?.appId);
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
  // An archive without modes, such as a ZIP file, loses the right to run it.
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
  const asked = query.size === 0 ? path : `${path}?${query.toString()}`;
  return body === undefined ? { method, path: asked } : { method, path: asked, body };
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

function send(res: ServerResponse, said: Answer): void {
  if ('code' in said) sendFault(res, said);
  else {
    res.writeHead(said.status, said.body === undefined ? {} : { 'Content-Type': 'application/json' });
    res.end(said.body === undefined ? '' : JSON.stringify(said.body));
  }
}

function sendFault(res: ServerResponse, { status, code, message, detail, retryAfter }: GraphFault): void {
  if (retryAfter !== undefined) res.setHeader('Retry-After', String(retryAfter));
  const details = detail === undefined ? {} : { details: [{ code: detail, message }] };
  res.writeHead(status, { 'Content-Type': 'application/json' });
  res.end(JSON.stringify({ error: { code, message, ...details } }));
}
