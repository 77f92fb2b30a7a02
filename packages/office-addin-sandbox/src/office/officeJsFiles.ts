import { readFile, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, extname, join, normalize, sep } from 'node:path';
import express, { type Request, type Response } from 'express';

const root = join(
  dirname(createRequire(import.meta.url).resolve('@microsoft/office-js/package.json')),
  'dist',
);

/** The application's file, which office.js loads. The prelude is prepended to it. */
const hostSpecific = /^(word|excel|powerpoint|outlook)-web-16\.0\d(\.debug)?\.js$/;

/**
 * Serves npm's office.js unchanged, for pages of any origin. Only the application's file is prepended with the prelude,
 * which adds what Microsoft's current builds have and npm's build lacks.
 */
export function officeJsFiles(prelude: string): express.Router {
  // The bundle starts with "use strict". The semicolon keeps it from applying to Microsoft's code, which would fail on
  // assignments that sloppy mode ignores.
  const before = Buffer.from(`;${prelude}\n`);
  const router = express.Router();
  const serve = async (request: Request, response: Response): Promise<boolean> => {
    const found = await locate(request.path);
    if (!found) return false;
    // office.js loads its parts with crossorigin=anonymous.
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Cache-Control', 'public, max-age=300');
    response.type(extname(found.path));
    const body = await readFile(found.path);
    response.send(hostSpecific.test(found.name) ? Buffer.concat([before, body]) : body);
    return true;
  };
  router.use((request, response, next) => {
    serve(request, response).then((found) => !found && next(), next);
  });
  return router;
}

/** office.js requests some names in mixed case; the package has lowercase names. Matters on case-sensitive file systems. */
async function locate(path: string): Promise<{ name: string; path: string } | undefined> {
  for (const candidate of [path, path.toLowerCase()]) {
    const full = inside(candidate);
    if (full && (await isFile(full))) return { name: candidate.replace(/^\/+/, ''), path: full };
  }
  return undefined;
}

function inside(path: string): string | undefined {
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
