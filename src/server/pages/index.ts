import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { extname } from 'node:path/posix';
import type { Express, Request, NextFunction, RequestHandler, Response } from 'express';
import { API_SCOPE } from '../../contract/api.ts';
import { problemCodes, problemRow } from '../../contract/catalogue.ts';
import { explain } from '../../contract/explanations.ts';
import type { PageSettings } from '../../contract/signIn.ts';
import { ProblemError } from '../../contract/problem.ts';
import type { Config } from '../config.ts';
import { directivesOf, pages, setPageSecurity, type PageName } from '../http/securityHeaders.ts';

/** Mounts the HTML pages and the files of the build. */
export function mountPages(app: Express, config: Config): void {
  const built = new PageFiles(config);
  app.get('/', (_req, res) => res.redirect('/taskpane.html'));
  for (const name of pages) app.get(`/${name}`, servePage(name, built, config));
  app.get('/consent.html', consent);
  app.get('/errors', errors);
  app.get(
    '/.well-known/microsoft-identity-association.json',
    identityAssociation(config.associatedApplications),
  );
  app.use('/assets', assets(join(config.publicDir, 'assets')));
  app.use('/icons', icons(join(config.publicDir, 'icons')));
}

/** Serves a page with its own Content-Security-Policy. */
function servePage(name: PageName, files: PageFiles, config: Config): RequestHandler {
  const directives = directivesOf(name, config);
  return (_req, res, next) => {
    const send = async () => {
      const html = await files.read(name);
      setPageSecurity(res, directives);
      res.type('html').send(html);
    };
    send().catch(next);
  };
}

interface CachedPage {
  readonly version: string;
  readonly html: string;
}

/** The built pages with their settings filled in. Reads a file again when the build has changed it. */
class PageFiles {
  readonly #config: Config;
  readonly #cache = new Map<PageName, CachedPage>();

  constructor(config: Config) {
    this.#config = config;
  }

  /** @throws ProblemError not_found if the page has not been built */
  async read(page: PageName): Promise<string> {
    const path = join(this.#config.publicDir, page);
    try {
      const { mtimeMs, size } = await stat(path);
      const version = `${mtimeMs} ${size}`;
      const cached = this.#cache.get(page);
      if (cached?.version === version) return cached.html;
      const html = fillPage(await readFile(path, 'utf8'), this.#config);
      this.#cache.set(page, { version, html });
      return html;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      throw new ProblemError('not_found', {
        detail: `PUBLIC_DIR does not contain ${page}. Create it with \`npm run build\`.`,
      });
    }
  }
}

type Source = Pick<
  Config,
  | 'clientId'
  | 'paneClientId'
  | 'authority'
  | 'addinOrigin'
  | 'scopes'
  | 'forMsGraphAccess'
  | 'tokenSources'
  | 'officeJsUrl'
>;

function pageSettings(config: Source): PageSettings {
  return {
    clientId: config.paneClientId,
    authority: config.authority.url,
    apiScope: `api://${new URL(config.addinOrigin).host}/${config.clientId}/${API_SCOPE}`,
    graphScopes: config.scopes,
    forMsGraphAccess: config.forMsGraphAccess,
    tokenSources: config.tokenSources,
  };
}

/** Fills in the two placeholders of a built page. */
export function fillPage(html: string, config: Source): string {
  const json = scriptJson(pageSettings(config));
  const officeJs = attribute(config.officeJsUrl);
  // Replacer functions, because `$` is special in a replacement string.
  return html.replaceAll('__OFFICE_JS_URL__', () => officeJs).replaceAll('__PAGE_SETTINGS__', () => json);
}

/** Returns JSON for a script element: escaped so that it can neither end the element nor start a comment. */
export function scriptJson(value: unknown): string {
  const escapes = /[<>&\u2028\u2029]/g;
  return JSON.stringify(value).replace(
    escapes,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function attribute(text: string): string {
  const names: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (character) => names[character] ?? character);
}

/**
 * GET /consent.html: the page to which Entra ID redirects an administrator after tenant-wide consent (`adminConsentUrl`
 * of a problem). Must be a redirect URI of the app registration. The page never shows anything from the URL.
 */
const consent: RequestHandler = (req, res) => {
  res.type('html').send(req.query.error === undefined ? granted : declined);
};

const resultPage = (title: string, text: string) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
  `<title>${title}</title><h1>${title}</h1><p>${text} You can close this page.</p></html>`;

const granted = resultPage('Consent granted', 'Users can now sign in to the add-in.');
const declined = resultPage('Consent not granted', 'Nothing has changed.');

/** GET /errors: the target of a problem's `type`. Plain text, generated from the catalogue. */
const errors: RequestHandler = (_req, res) => {
  res.type('text/plain').send(errorList);
};

const errorList = problemCodes
  .filter((code) => problemRow(code).status !== undefined)
  .map((code) => {
    const { title, hint, link } = explain(code);
    return [
      `${code} (${problemRow(code).status})`,
      `  ${title}`,
      `  ${hint}`,
      ...(link ? [`  ${link}`] : []),
    ].join('\n');
  })
  .join('\n\n');

/**
 * GET /.well-known/microsoft-identity-association.json: lists the app registrations that may use this host as their
 * publisher domain (Microsoft's page "Configure an app's publisher domain"). Entra ID rejects a Content-Type with a charset.
 * @param applications ids; empty: 404
 */
function identityAssociation(applications: readonly string[]): RequestHandler {
  const body = JSON.stringify({
    associatedApplications: applications.map((applicationId) => ({ applicationId })),
  });
  return (_req, res, next) => {
    if (applications.length === 0) {
      next(new ProblemError('not_found', { detail: 'ASSOCIATED_APPLICATIONS is set to none.' }));
      return;
    }
    res.setHeader('Content-Type', 'application/json');
    res.setHeader('Content-Length', Buffer.byteLength(body));
    res.end(body);
  };
}

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
