import express from 'express';
import type { Addin } from '../addins.ts';
import { parseScenario } from '../scenario.ts';
import { readAssets } from './assets.ts';
import { officeJsFiles } from './officeJsFiles.ts';
import type { PageConfig } from './page/pageConfig.ts';

export interface OfficeOptions {
  readonly addins: readonly Addin[];
  /** Address of the task pane of an add-in without a manifest. */
  readonly pane: string;
  /** File or https address; undefined: the installed package. */
  readonly officeJs?: string | undefined;
  readonly strict: boolean;
}

/**
 * Returns the router for the host page, which simulates Office on the web, and for office.js. The page uses only the
 * control calls, as tests do.
 */
export async function createOffice({
  addins,
  pane,
  officeJs,
  strict,
}: OfficeOptions): Promise<express.Router> {
  const { template, script, styles, prelude, eventRuntime, eventStream } = await readAssets();
  const page = withConfig(template, {
    addins,
    pane,
    strict,
    defaultScenario: parseScenario({}),
  });

  const router = express.Router();
  router.get('/', (_request, response) => {
    response.setHeader('Content-Security-Policy', policy);
    response.setHeader('Cache-Control', 'no-store');
    response.type('html').send(page);
  });
  router.get('/host.js', (_request, response) => send(response, 'js', script));
  router.get('/host.css', (_request, response) => send(response, 'css', styles));
  router.get('/event-stream.js', (_request, response) => send(response, 'js', eventStream));
  router.get('/event-runtime.js', (_request, response) => {
    // Runs office.js and the add-in's script as text, and downloads only office.js.
    response.setHeader(
      'Content-Security-Policy',
      "default-src 'none'; script-src 'unsafe-eval'; connect-src 'self'",
    );
    send(response, 'js', eventRuntime);
  });
  router.get('/favicon.ico', (_request, response) => void response.status(204).end());
  const files = await officeJsFiles(prelude, officeJs);
  router.use('/office-js', files);
  // The paths of Microsoft's CDN, such as /lib/1/hosted/office.js.
  router.use(/^\/lib\/[^/]+\/hosted/u, files);
  return router;
}

/** Allows only the page's own files, and frames of any origin for add-ins. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  // Icons of add-ins.
  "img-src 'self' data: https:",
  "connect-src 'self'",
  'frame-src https:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Cached, but the browser revalidates with the ETag. */
function send(response: express.Response, type: string, body: string): void {
  response.setHeader('Cache-Control', 'no-cache');
  response.type(type).send(body);
}

/** Escapes `<`, because the JSON is inside a script element. */
function withConfig(template: string, config: PageConfig): string {
  const json = JSON.stringify(config).replaceAll('<', '\\u003c');
  return template.replace('{{config}}', () => json);
}
