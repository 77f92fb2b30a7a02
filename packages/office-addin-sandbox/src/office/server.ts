import { readFile } from 'node:fs/promises';
import express from 'express';
import type { SandboxOrigins } from '../ports.ts';
import { parseScenario } from '../scenario.ts';
import type { SandboxState } from '../state.ts';
import { bundle } from './bundle.ts';
import { officeJsFiles } from './officeJsFiles.ts';
import type { PageFacts } from './page/pageFacts.ts';

const here = (path: string) => new URL(path, import.meta.url);

/**
 * The host page that plays Office on the web, and the office.js it and the add-in use. Everything is bundled in
 * memory once; nothing is written to disk. The page reads and changes the sandbox by the control calls only, so
 * that a test and a person go the same way: `_state` is taken to keep the parts of the sandbox alike.
 */
export async function createOffice(_state: SandboxState, origins: SandboxOrigins): Promise<express.Router> {
  const [template, script, styles, prelude] = await Promise.all([
    readFile(here('./page/host.html'), 'utf8'),
    bundle(here('./page/main.ts'), 'esm'),
    bundle(here('./page/styles/host.css'), 'esm'),
    bundle(here('./prelude/main.ts'), 'iife'),
  ]);
  const page = withFacts(template, { addinOrigin: origins.addin, usual: parseScenario({}) });

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
