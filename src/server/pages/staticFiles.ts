import { stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { ProblemError } from '../../contract/problem.ts';

/** Plain file names in subfolders: no dot files, `..` or encoded slashes, and no direct request for a compressed file. */
const SAFE_PATH = /^(\/[\w~-][\w.~-]*)+(?<!\.br|\.gz)$/;
/** File names that contain a content hash: their content never changes. */
const HASHED_NAME = /[.-][0-9a-f]{8,}\./;

const YEAR_SECONDS = 31_536_000;
const DAY_SECONDS = 86_400;

/** Compressed variants that the build creates, smallest first. `send`, behind `res.sendFile`, does not support them. */
const ENCODINGS = [
  { name: 'br', extension: '.br' },
  { name: 'gzip', extension: '.gz' },
] as const;

/** Serves the scripts and styles of the build, compressed at build time. */
export function assets(folder: string): RequestHandler {
  return files(folder, (path) =>
    HASHED_NAME.test(path) ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache',
  );
}

/** Serves the ribbon icons. Office's own pages show them, so the resource policy is cross-origin. */
export function icons(folder: string): RequestHandler {
  const serve = files(folder, () => `public, max-age=${DAY_SECONDS}`);
  return (req, res, next) => {
    res.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
    return serve(req, res, next);
  };
}

function files(folder: string, cacheControl: (path: string) => string): RequestHandler {
  return (req, res, next) => {
    if ((req.method !== 'GET' && req.method !== 'HEAD') || !SAFE_PATH.test(req.path)) {
      next(new ProblemError('not_found'));
      return;
    }
    serve(folder, cacheControl(req.path), req, res, next).catch(next);
  };
}

async function serve(
  root: string,
  cacheControl: string,
  req: Request,
  res: Response,
  next: NextFunction,
): Promise<void> {
  const encoding = await encodingOf(join(root, req.path), req);
  res.type(extname(req.path)).set('Cache-Control', cacheControl).vary('Accept-Encoding');
  if (encoding) res.set('Content-Encoding', encoding.name);
  const options = { root, dotfiles: 'deny', cacheControl: false, acceptRanges: false } as const;
  res.sendFile(req.path.slice(1) + (encoding?.extension ?? ''), options, (error: unknown) => {
    // Sent, or the client has disconnected.
    if (!error || res.headersSent) return;
    for (const name of ['Content-Type', 'Cache-Control', 'Vary', 'Content-Encoding']) res.removeHeader(name);
    next(error);
  });
}

/** Returns the smallest existing variant that the client accepts; undefined for the file itself. */
async function encodingOf(file: string, req: Request): Promise<(typeof ENCODINGS)[number] | undefined> {
  for (const encoding of ENCODINGS) {
    if (req.acceptsEncodings(encoding.name) && (await isFile(file + encoding.extension))) return encoding;
  }
  return undefined;
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false; // The build does not compress small files.
  }
}
