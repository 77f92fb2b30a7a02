import { Agent, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import { join } from 'node:path';
import { pipeline } from 'node:stream';
import express from 'express';
import webpack, { type Configuration, type Stats } from 'webpack';
import { WebSocketServer } from 'ws';
import { UserError } from './userError.ts';

export interface DevServer {
  readonly stop: () => Promise<void>;
}

interface Options {
  /** Builds the pages; `output.path` is the folder of /assets/. */
  readonly pages: Configuration;
  readonly port: number;
  /** Port of the server on localhost that receives all other requests, without TLS. */
  readonly serverPort: number;
  readonly certificates: { readonly cert: string | Buffer; readonly key: string | Buffer };
}

/** Not less than the limit of the server behind it. A token with the ids of 199 groups has 12 kB. */
const MAX_HEADER_BYTES = 64 * 1024;
const CLIENT = join(import.meta.dirname, '../browser/hotUpdates.mjs');

/**
 * Builds the pages after each change, serves /assets/ and forwards everything else to the server. Sends the hash of each
 * build to the open pages, which replace the changed modules.
 * @throws UserError if the first build fails
 */
export async function startDevServer(options: Options): Promise<DevServer> {
  const { pages, port, certificates } = options;
  const builds = watch(pages);
  const agent = new Agent({ keepAlive: true });
  const app = express();
  app.disable('x-powered-by');
  app.use('/assets', async (_request, _response, next) => {
    await builds.finished();
    next();
  });
  app.use(
    '/assets',
    express.static(pages.output?.path ?? '', { index: false, fallthrough: false, setHeaders }),
  );
  app.use(forward(options.serverPort, agent));
  const { cert, key } = certificates;
  const server = createServer({ cert, key, maxHeaderSize: MAX_HEADER_BYTES }, app);
  const sockets = new WebSocketServer({
    server,
    path: '/ws',
    verifyClient: ({ origin }: { origin: string }) => origin === `https://localhost:${port}`,
  });
  sockets.on('connection', (socket) => {
    socket.on('error', () => socket.terminate());
    const { hash } = builds;
    if (hash !== '') socket.send(hash);
  });
  builds.onHash((hash) => {
    for (const socket of sockets.clients) socket.send(hash);
  });
  const stop = async () => {
    for (const socket of sockets.clients) socket.terminate();
    await Promise.all([builds.stop(), new Promise((done) => server.close(done).closeAllConnections())]);
    agent.destroy();
  };
  try {
    await new Promise<void>((done, fail) => {
      server.once('error', fail).listen(port, 'localhost', done);
    });
    await builds.first;
  } catch (error) {
    await stop();
    throw error;
  }
  return { stop };
}

function setHeaders(response: ServerResponse): void {
  response.setHeader('cache-control', 'no-cache');
  // Other sites must not read the source.
  response.setHeader('cross-origin-resource-policy', 'same-origin');
}

/** Builds now and after each change. Prints errors and warnings. */
function watch(pages: Configuration) {
  const compiler = webpack(pages);
  if (!compiler) throw new Error('webpack gave no compiler.');
  new webpack.HotModuleReplacementPlugin().apply(compiler);
  new webpack.EntryPlugin(compiler.context, CLIENT, {}).apply(compiler);
  let hash = '';
  let notify = (_hash: string): void => undefined;
  const waiting = new Set<() => void>();
  let building = true;
  compiler.hooks.watchRun.tap('devServer', () => {
    building = true;
  });
  const first = new Promise<void>((done, fail) => {
    const onBuild = (error: Error | null, stats?: Stats) => {
      building = false;
      for (const resume of waiting) resume();
      waiting.clear();
      if (error) fail(error);
      if (!stats) return;
      if (stats.hasErrors() && hash === '') fail(new UserError(stats.toString('errors-only')));
      else if (stats.hasErrors() || stats.hasWarnings())
        process.stdout.write(`${stats.toString('errors-warnings')}\n`);
      if (stats.hasErrors()) return;
      hash = stats.hash ?? '';
      notify(hash);
      done();
    };
    compiler.watch({}, onBuild);
  });
  // Also without a listener, when the port is in use.
  first.catch(() => undefined);
  return {
    first,
    get hash() {
      return hash;
    },
    onHash: (listener: (hash: string) => void) => {
      notify = listener;
    },
    /** Resolves when no build is running. */
    finished: async () => {
      if (building) await new Promise<void>((resume) => waiting.add(resume));
    },
    stop: () => new Promise<void>((done) => compiler.close(() => done())),
  };
}

/** Returns a handler that sends requests to the server. */
function forward(port: number, agent: Agent) {
  return (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    const { method, url: path, headers, socket } = incoming;
    const forwarded = {
      'x-forwarded-for': socket.remoteAddress,
      'x-forwarded-host': headers.host,
      'x-forwarded-proto': 'https',
    };
    const inner = request({
      host: 'localhost',
      port,
      method,
      path,
      headers: { ...headers, ...forwarded },
      agent,
      maxHeaderSize: MAX_HEADER_BYTES,
    });
    inner.once('response', (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.statusMessage, answer.rawHeaders);
      pipeline(answer, outgoing, () => undefined);
    });
    inner.once('error', () => answerRestarting(incoming, outgoing));
    // A client that disconnects ends the request to the server too.
    outgoing.once('close', () => inner.destroy());
    incoming.pipe(inner);
  };
}

/**
 * Answers while the server restarts after a change: the pane gets problem details that it can handle instead of the
 * proxy's error, a browser an empty page that reloads after a second.
 */
function answerRestarting(request: IncomingMessage, response: ServerResponse): void {
  if (response.headersSent || response.destroyed) return;
  if (request.headers.accept?.includes('text/html') === true) {
    response.writeHead(503, { 'content-type': 'text/html; charset=utf-8', refresh: '1' });
    response.end('<!doctype html><title>…</title>');
    return;
  }
  // RFC 9457.
  response.writeHead(503, { 'content-type': 'application/problem+json', 'retry-after': '1' });
  const title = 'The server is restarting.';
  response.end(
    JSON.stringify({ type: 'about:blank', title, status: 503, code: 'shutting_down', retryAfter: 1 }),
  );
}
