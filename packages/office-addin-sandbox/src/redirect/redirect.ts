/**
 * Makes this Node.js process connect to the sandbox instead of Microsoft: `node --import office-addin-sandbox/redirect
 * server.js`. Covers fetch, undici, http2, https and everything on top of them, because all of them call tls.connect.
 */
import { existsSync, readFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import tls, { type ConnectionOptions, type TLSSocket } from 'node:tls';
import { cacheFolder } from '../cacheFolder.ts';
import { portFor } from '../hostNames.ts';
import { PORT_VARIABLE, readPorts } from './portVariable.ts';

const ports = readPorts(process.env[PORT_VARIABLE]);
const connect = tls.connect;

type Connect = (...args: unknown[]) => TLSSocket;

tls.connect = (...args: unknown[]) => {
  const { options, callback } = normalize(args);
  const port = redirectedPort(options);
  if (port === undefined) return (connect as Connect)(...args);
  const { secureContext: _context, lookup: _lookup, ...rest } = options;
  const redirected: ConnectionOptions = {
    ...rest,
    host: '127.0.0.1',
    port,
    servername: options.servername || options.host || '',
    ca: authority(),
  };
  return callback ? connect(redirected, callback) : connect(redirected);
};
// For modules that import { connect } from 'node:tls'.
syncBuiltinESMExports();

/** Returns the sandbox's port for a connection to Microsoft, or undefined for any other. */
function redirectedPort(options: ConnectionOptions): number | undefined {
  // A connection over a given socket goes through a proxy; the environment of `run` excludes Microsoft's hosts from proxies.
  if (options.socket || options.path || Number(options.port) !== 443) return undefined;
  return portFor(options.servername || options.host || '', ports);
}

/** Normalizes the arguments of tls.connect: (options), (path), (port, host), each with options and callback. */
function normalize(args: readonly unknown[]): {
  options: ConnectionOptions;
  callback: (() => void) | undefined;
} {
  const callback = args.find((arg): arg is () => void => typeof arg === 'function');
  const given = args.find((arg): arg is ConnectionOptions => typeof arg === 'object' && arg !== null) ?? {};
  const [port, host] = args;
  const isPort = typeof port === 'number' || (typeof port === 'string' && /^\d+$/u.test(port));
  const positional: ConnectionOptions = isPort
    ? { port: Number(port), ...(typeof host === 'string' ? { host } : {}) }
    : typeof port === 'string'
      ? { path: port }
      : {};
  return { options: { ...positional, ...given }, callback };
}

/** Read at the first connection, because the sandbox may start later than this process. */
function authority(): Buffer {
  const path = join(cacheFolder(), 'authority', 'ca.crt');
  if (existsSync(path)) return readFileSync(path);
  throw new Error(
    `office-addin-sandbox/redirect: ${path} is missing. Start the sandbox with a manifest first.`,
  );
}
