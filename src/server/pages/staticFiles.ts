import { stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { ProblemError } from '../../contract/problem.ts';

/** Plain names in subfolders: no dot files, no way up, no encoded slashes, no compressed file under its own name. */
const SAFE_PATH = /^(\/[\w~-][\w.~-]*)+(?<!\.br|\.gz)$/;
/** The build puts a hash of the content into such names: the content can never change. */
const HASHED_NAME = /[.-][0-9a-f]{8,}\./;

const YEAR_SECONDS = 31_536_000;
const DAY_SECONDS = 86_400;

/** What the build makes of larger files, smallest first; `send`, behind `res.sendFile`, serves no such files. */
const ENCODINGS = [
  { name: 'br', extension: '.br' },
  { name: 'gzip', extension: '.gz' },
] as const;

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
    // Without an error, or when the client has disconnected, there is nothing to say.
    if (!error || res.headersSent) return;
    for (const name of ['Content-Type', 'Cache-Control', 'Vary', 'Content-Encoding']) res.removeHeader(name);
    next(error);
  });
}

/** Returns the smallest form of a file that exists and that the client accepts; undefined for the file itself. */
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
    return false; // The build compresses no small files.
  }
}
