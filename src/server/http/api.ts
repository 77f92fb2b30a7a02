import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, type ZlibOptions } from 'node:zlib';
import type { Express, Request, RequestHandler, Response } from 'express';
import { ProblemError } from '../../contract/problem.ts';
import { readBearer, type Caller, type TokenValidator } from '../auth/tokenValidator.ts';
import { ClientDisconnected, type Call } from '../call.ts';
import type { Limits } from '../limits.ts';
import { spanOf } from '../telemetry.ts';
import { requestEnd } from './lifecycle.ts';
import { correlationOf } from './logger.ts';

interface ApiRequest {
  readonly caller: Caller;
  readonly call: Call;
  readonly req: Request;
  readonly res: Response;
  /** Parsed JSON of a POST, PUT or PATCH, not validated. Undefined for other methods. */
  readonly body: unknown;
}

/** Handles a request of a signed-in user. Errors that it throws become problem details. */
type ApiHandler = (request: ApiRequest) => Promise<void>;

interface BodyOptions {
  /** Larger bodies get a 413 response. Default: 16 kB. */
  readonly maxBodyBytes?: number;
}

/** Mounts API routes. Every request has passed the time limit, token validation and the rate limits. */
export interface Api {
  get(path: string, handler: ApiHandler): void;
  delete(path: string, handler: ApiHandler): void;
  post(path: string, handler: ApiHandler, options?: BodyOptions): void;
  put(path: string, handler: ApiHandler, options?: BodyOptions): void;
  patch(path: string, handler: ApiHandler, options?: BodyOptions): void;
}

const MAX_BODY_BYTES = 16 * 1024;

/** @param guard runs before every route, in this order */
export function createApi(app: Express, guard: readonly RequestHandler[]): Api {
  const withoutBody = (method: 'get' | 'delete') => (path: string, handler: ApiHandler) =>
    void app[method](path, ...guard, route(handler));
  const withBody =
    (method: 'post' | 'put' | 'patch') =>
    (path: string, handler: ApiHandler, { maxBodyBytes = MAX_BODY_BYTES }: BodyOptions = {}) =>
      void app[method](path, ...guard, jsonBody(maxBodyBytes), route(handler));
  return {
    get: withoutBody('get'),
    delete: withoutBody('delete'),
    post: withBody('post'),
    put: withBody('put'),
    patch: withBody('patch'),
  };
}

function route(handler: ApiHandler): RequestHandler {
  return (req, res, next) => {
    const { caller, call } = res.locals as { caller: Caller; call: Call };
    handler({ caller, call, req, res, body: req.body as unknown }).catch(next);
  };
}

/** Validates the Bearer token and sets `caller`. */
export function authenticate(validator: Pick<TokenValidator, 'validate'>): RequestHandler {
  return (req, res, next) => {
    validator.validate(readBearer(req.headers.authorization), spanOf(res)).then((caller) => {
      res.locals.caller = caller;
      next(requestEnd(res).disconnected ? new ClientDisconnected() : undefined);
    }, next);
  };
}

/** Sets `call`: the deadline of the request, and a signal that aborts when the client disconnects. */
export function limitTime(clock: () => number, { requestMs }: Pick<Limits, 'requestMs'>): RequestHandler {
  return (_req, res, next) => {
    const disconnected = new AbortController();
    requestEnd(res).onEnd((completed) => {
      // Not after a complete response: nothing listens then, and abort() creates an error with a stack trace.
      if (!completed) disconnected.abort();
    });
    const call: Call = {
      correlationId: correlationOf(res),
      signal: disconnected.signal,
      deadline: clock() + requestMs,
      span: spanOf(res),
    };
    res.locals.call = call;
    next();
  };
}

type Decompress = (bytes: Buffer, options: ZlibOptions) => Promise<Buffer>;
/** By Content-Encoding (RFC 9110 8.4.1). */
const encodings: Readonly<Record<string, Decompress>> = {
  identity: (bytes) => Promise.resolve(bytes),
  gzip: promisify<Buffer, ZlibOptions, Buffer>(gunzip),
  'x-gzip': promisify<Buffer, ZlibOptions, Buffer>(gunzip),
  deflate: promisify<Buffer, ZlibOptions, Buffer>(inflate),
  br: promisify<Buffer, ZlibOptions, Buffer>(brotliDecompress),
};

/**
 * Reads the JSON body of a request into `req.body`. Express's own parser ignores the body if the client has closed its
 * half of the connection.
 * @param maxBytes of the body, both compressed and decompressed
 */
function jsonBody(maxBytes: number): RequestHandler {
  return (req, res, next) => {
    readJson(req, maxBytes).then(
      (body) => {
        req.body = body;
        next();
      },
      (error: unknown) => {
        // Tells the client what it can send instead (RFC 9110 15.5.16, 12.5.3).
        if (error === wrongType) res.setHeader('Accept', 'application/json');
        if (error === wrongEncoding) res.setHeader('Accept-Encoding', Object.keys(encodings).join(', '));
        next(error);
      },
    );
  };
}

const refused = (status: number, detail: string) => new ProblemError('request_invalid', { status, detail });
const wrongType = refused(415, 'Send the body as application/json in UTF-8.');
const wrongEncoding = refused(415, 'The Content-Encoding of the body is not supported.');
const tooLarge = refused(413, 'The body is too large.');
const notJson = refused(400, 'The body is not JSON.');

/** @throws ProblemError with status 400, 413 or 415 */
async function readJson(req: Request, maxBytes: number): Promise<unknown> {
  const { 'content-encoding': encoding = 'identity', 'content-length': length } = req.headers;
  if (req.is('application/json') === false || !isUtf8(req.headers['content-type'])) throw wrongType;
  const name = encoding.trim().toLowerCase();
  const decompress = Object.hasOwn(encodings, name) ? encodings[name] : undefined;
  if (!decompress) throw wrongEncoding;
  if (Number(length) > maxBytes) throw tooLarge;
  const compressed = await collect(req, maxBytes);
  try {
    const bytes = await decompress(compressed, { maxOutputLength: maxBytes });
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown;
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge : notJson;
  }
}

/** JSON is UTF-8 (RFC 8259 8.1); ASCII is a subset. */
function isUtf8(contentType = ''): boolean {
  const charset = contentType.split(/;[ \t]*charset=/i)[1];
  return charset === undefined || /^"?(utf-?8|us-ascii)"?[ \t]*(;|$)/i.test(charset);
}

async function collect(req: Request, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  return new Promise((resolve, reject) => {
    const onData = (chunk: Buffer) => {
      size += chunk.length;
      if (size <= maxBytes) {
        chunks.push(chunk);
        return;
      }
      // Discard the rest instead of closing the connection, so that the client can read the response.
      req.off('data', onData).resume();
      reject(tooLarge);
    };
    req.on('data', onData);
    req.once('end', () => resolve(Buffer.concat(chunks)));
    req.once('error', reject);
  });
}
