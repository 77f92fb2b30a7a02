import type { Request, RequestHandler } from 'express';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, type ZlibOptions } from 'node:zlib';
import { ProblemError } from '../../contract/problem.ts';

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
export function jsonBody(maxBytes: number): RequestHandler {
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
