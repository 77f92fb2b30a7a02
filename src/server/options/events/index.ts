import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Express, RequestHandler } from 'express';
import { ProblemError } from '../../../contract/problem.ts';
import type { Config } from '../../config.ts';
import { directivesOf, setPageSecurity } from '../../http/securityHeaders.ts';
import { defineOption } from '../../option.ts';

/** Handlers of Outlook's events (src/events), which run without the pane. */
export const events = defineOption({
  env: {},
  read: () => ({}),
  limits: {},
  connect: (_settings, { config }) => ({ pages: (app) => mountEvents(app, config) }),
});

/** Paths of the page and the script. The manifests name their addresses. */
export const eventPaths = { page: '/events.html', script: '/events.js' } as const;

function mountEvents(app: Express, config: Config): void {
  app.get(
    eventPaths.page,
    send('events.html', config, (html) =>
      html.replaceAll('__OFFICE_JS_URL__', () => attribute(config.officeJsUrl)),
    ),
  );
  app.get(
    eventPaths.script,
    send('events.js', config, (script) => fillScript(script, config)),
  );
  app.get('/.well-known/microsoft-officeaddins-allowed.json', allowedScripts(config));
}

const attribute = (url: string) => url.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/** Fills in what the JavaScript runtime can't read from a page. An origin contains no character special in a string. */
export function fillScript(
  script: string,
  { addinOrigin, forMsGraphAccess }: Pick<Config, 'addinOrigin' | 'forMsGraphAccess'>,
): string {
  return script
    .replaceAll('__ADDIN_ORIGIN__', () => addinOrigin)
    .replaceAll('__FOR_MS_GRAPH_ACCESS__', () => String(forMsGraphAccess));
}

/** Serves a file of the build. The addresses have no hash, so nothing may cache them: `no-store`, as by default. */
function send(name: string, config: Config, fill: (text: string) => string): RequestHandler {
  // The page runs in a frame of Office, as the pane does.
  const directives = directivesOf('taskpane.html', config);
  return (_req, res, next) => {
    readFile(join(config.publicDir, name), 'utf8').then(
      (text) => {
        if (name.endsWith('.html')) setPageSecurity(res, directives);
        res.type(name.endsWith('.html') ? 'html' : 'text/javascript').send(fill(text));
      },
      (error: NodeJS.ErrnoException) => {
        const detail = `PUBLIC_DIR does not contain ${name}. Create it with \`npm run build\`.`;
        next(error.code === 'ENOENT' ? new ProblemError('not_found', { detail }) : error);
      },
    );
  };
}

/**
 * GET /.well-known/microsoft-officeaddins-allowed.json: the scripts that may use single sign-on in classic Outlook on Windows
 * (Microsoft's page "Use single sign-on (SSO) or cross-origin resource sharing (CORS) in your event-based or spam-reporting
 * Outlook add-in").
 */
function allowedScripts({ addinOrigin }: Config): RequestHandler {
  const body = { allowed: [`${addinOrigin}${eventPaths.script}`] };
  return (_req, res) => {
    res.json(body);
  };
}
