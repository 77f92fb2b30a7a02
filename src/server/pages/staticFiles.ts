import { stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { ProblemError } from '../../contract/problem.ts';
import { acceptedEncodings, type Encoding } from '../http/encoding.ts';

/** Plain names in folders below: no dot files, no way up, no encoded slashes. Nothing else is looked for. */
const SAFE_PATH = /^(\/[\w~-][\w.~-]*)+$/;
/** The build puts a hash of the content into such names: the content can never change. */
const HASHED_NAME = /[.-][0-9a-f]{8,}\./;

const YEAR_SECONDS = 31_536_000;
const DAY_SECONDS = 86_400;

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.txt': 'text/plain; charset=utf-8',
};

/** Scripts and styles of the build; compressed at build time, so that no request pays for it. */
export function assets(folder: string): RequestHandler {
  return files(folder, (path) =>
    HASHED_NAME.test(path) ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache',
  );
}

/** Icons of the ribbon: Office's own pages show them, hence the wider resource policy. */
export function icons(folder: string): RequestHandler {
  const serve = files(folder, () => `public, max-age=${DAY_SECONDS}`);
  return (req, res, next) => {
    res.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
    return serve(req, res, next);
  };
}

function files(folder: string, cacheControl: (path: string) => string): RequestHandler {
  return (req, res, next) => {
    const type = types[extname(req.path).toLowerCase()];
    if ((req.method !== 'GET' && req.method !== 'HEAD') || !SAFE_PATH.test(req.path) || type === undefined) {
      next(new ProblemError('not_found'));
      return;
    }
    serve(folder, type, cacheControl(req.path), req, res, next).catch(next);
  };
}

async function serve(
  folder: string,
  type: string,
  cacheControl: string,
  req: Request,
  res: Response,
  next: NextFunction,
): Promise<void> {
  const path = req.path;
  const encoding = await firstThatExists(join(folder, path), req.headers['accept-encoding']);
  const headers = { 'Content-Type': type, 'Cache-Control': cacheControl, Vary: 'Accept-Encoding' };
  const encoded = encoding ? { ...headers, 'Content-Encoding': encoding.name } : headers;
  const options = {
    root: folder,
    headers: encoded,
    dotfiles: 'deny',
    cacheControl: false,
    acceptRanges: false,
  } as const;
  res.sendFile(path.slice(1) + (encoding?.extension ?? ''), options, (error: unknown) => {
    if (!error) return;
    // Not there, or the client left in the middle: the first is said, the second is nobody's fault.
    if (!res.headersSent) {
      for (const name of Object.keys(encoded)) res.removeHeader(name);
      next(error);
    }
  });
}

async function firstThatExists(file: string, accept: string | undefined): Promise<Encoding | undefined> {
  for (const encoding of acceptedEncodings(accept)) {
    if (await isFile(file + encoding.extension)) return encoding;
  }
  return undefined;
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false; // The build made no compressed form of a small file.
  }
}
