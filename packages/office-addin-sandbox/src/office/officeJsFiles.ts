import { readFile, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, extname, join, normalize, resolve, sep } from 'node:path';
import express, { type Request, type Response } from 'express';
import { UserError } from '../userError.ts';

/** The application's file, which office.js loads. The prelude is prepended to it. */
const hostSpecific = /^(word|excel|powerpoint|outlook)-web-16\.0\d(\.debug)?\.js$/;

/** Returns a file of office.js by its path, or undefined. */
type Source = (path: string) => Promise<{ readonly name: string; readonly body: Buffer } | undefined>;

/**
 * Serves office.js unchanged, for pages of any origin. Only the application's file is prepended with the prelude,
 * which adds what Microsoft's current builds have and npm's build lacks.
 * @param officeJs path or https address of office.js; undefined: the installed package `@microsoft/office-js`
 * @throws UserError if there is no office.js
 */
export async function officeJsFiles(prelude: string, officeJs?: string): Promise<express.Router> {
  const source = await sourceOf(officeJs);
  // The bundle starts with "use strict". The semicolon keeps it from applying to Microsoft's code, which would fail on
  // assignments that sloppy mode ignores.
  const before = Buffer.from(`;${prelude}\n`);
  const router = express.Router();
  const serve = async (request: Request, response: Response): Promise<boolean> => {
    const found = await source(request.path);
    if (!found) return false;
    // office.js loads its parts with crossorigin=anonymous.
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Cache-Control', 'public, max-age=300');
    response.type(extname(found.name));
    response.send(hostSpecific.test(found.name) ? Buffer.concat([before, found.body]) : found.body);
    return true;
  };
  router.use((request, response, next) => {
    serve(request, response).then((found) => !found && next(), next);
  });
  return router;
}

async function sourceOf(officeJs: string | undefined): Promise<Source> {
  if (officeJs === undefined) return inFolder(join(dirname(installedPackage()), 'dist'));
  if (/^https?:/u.test(officeJs)) return atAddress(new URL(officeJs));
  const path = resolve(officeJs);
  if (!(await isFile(path))) throw new UserError(`--office-js: There is no file ${path}.`);
  return inFolder(dirname(path));
}

/** Looks next to this package first, then in the project: a peer dependency may be in either. */
function installedPackage(): string {
  for (const from of [import.meta.url, join(process.cwd(), 'package.json')]) {
    try {
      return createRequire(from).resolve('@microsoft/office-js/package.json');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw error;
    }
  }
  throw new UserError(
    "office.js isn't installed. Run `npm install --save-dev @microsoft/office-js`, or pass a file or address with --office-js.",
  );
}

function inFolder(root: string): Source {
  return async (path) => {
    // office.js requests some names in mixed case; the package has lowercase names. Matters on case-sensitive file systems.
    for (const candidate of [path, path.toLowerCase()]) {
      const full = inside(root, candidate);
      if (full && (await isFile(full))) {
        return { name: candidate.replace(/^\/+/, ''), body: await readFile(full) };
      }
    }
    return undefined;
  };
}

/**
 * Downloads each file once, the first one now.
 * @throws UserError if it can't be downloaded
 */
async function atAddress(address: URL): Promise<Source> {
  const base = new URL('./', address);
  const downloads = new Map<string, ReturnType<Source>>();
  const download = async (name: string): ReturnType<Source> => {
    const url = new URL(name, base);
    if (!url.href.startsWith(base.href)) return undefined;
    const response = await fetch(url, { signal: AbortSignal.timeout(30_000) });
    return response.ok ? { name, body: Buffer.from(await response.arrayBuffer()) } : undefined;
  };
  const source: Source = (path) => {
    const name = path.replace(/^\/+/, '');
    const known = downloads.get(name);
    if (known) return known;
    const started = download(name);
    downloads.set(name, started);
    started.catch(() => downloads.delete(name));
    return started;
  };
  const failure = await source(address.pathname.slice(base.pathname.length)).then(
    (found) => (found ? undefined : new Error('The server has no such file.')),
    (error: unknown) => error,
  );
  if (failure !== undefined) {
    const { message, cause } = failure as Error;
    const reason = cause instanceof Error ? cause.message : message;
    throw new UserError(`--office-js: Can't download ${address.href}: ${reason}`, { cause: failure });
  }
  return source;
}

function inside(root: string, path: string): string | undefined {
  try {
    const full = normalize(join(root, decodeURIComponent(path)));
    return full.startsWith(root + sep) ? full : undefined;
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ERR_INVALID_ARG_VALUE') return false;
    throw error;
  }
}
