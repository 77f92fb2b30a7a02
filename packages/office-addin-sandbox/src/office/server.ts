import express from 'express';
import { parseScenario } from '../scenario.ts';
import { readAssets } from './assets.ts';
import { officeJsFiles } from './officeJsFiles.ts';
import type { PageFacts } from './page/pageFacts.ts';

/**
 * Serves the host page that plays Office on the web, and the office.js that it and the add-in use. The page reads and
 * changes the sandbox through the control calls only, as tests do.
 * @param pane address of the page that the task pane shows
 */
export async function createOffice(pane: string): Promise<express.Router> {
  const { template, script, styles, prelude } = await readAssets();
  const page = withFacts(template, { pane, usual: parseScenario({}) });

  const router = express.Router();
  router.get('/', (_request, response) => {
    response.setHeader('Content-Security-Policy', policy);
    response.setHeader('Cache-Control', 'no-store');
    response.type('html').send(page);
  });
  router.get('/host.js', (_request, response) => send(response, 'js', script));
  router.get('/host.css', (_request, response) => send(response, 'css', styles));
  router.get('/favicon.ico', (_request, response) => void response.status(204).end());
  router.use('/office-js', officeJsFiles(prelude));
  return router;
}

/** The page itself never needs more than its own files; add-ins live in frames of any origin. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  'frame-src https:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** The browser keeps the file, and asks by its ETag whether it has changed. */
function send(response: express.Response, type: string, body: string): void {
  response.setHeader('Cache-Control', 'no-cache');
  response.type(type).send(body);
}

/** `<` is escaped because the text stands inside a script element. */
function withFacts(template: string, facts: PageFacts): string {
  const json = JSON.stringify(facts).replaceAll('<', '\\u003c');
  return template.replace('{{facts}}', () => json);
}
