import { createServer, type Server } from 'node:https';
import { test as base, type Frame, type Page } from '@playwright/test';
import { sandboxOrigins, type SandboxOrigins, startSandbox, type Sandbox } from 'office-addin-sandbox';
import { localhostCertificates } from 'office-addin-tools/testing';

export { expect } from '@playwright/test';

/** Ports of these tests: four for each worker. */
const FIRST_PORT = 3200;

interface Host {
  readonly origins: SandboxOrigins;
  readonly sandbox: Sandbox;
}

/** The host page with a minimal add-in: only the real office.js, so that only the host is under test. */
export const test = base.extend<
  { open: (query?: string) => Promise<Frame>; noPageErrors: void },
  { host: Host }
>({
  // Large enough for the panel and the traffic, which are collapsed in a small window.
  viewport: { width: 1440, height: 900 },

  host: [
    async ({ playwright: _playwright }, use, worker) => {
      const port = FIRST_PORT + (worker.parallelIndex % 12) * 4;
      const origins = sandboxOrigins(port + 1, `https://localhost:${port}`);
      const certificates = await localhostCertificates();
      const addin = await serveAddin(origins, certificates);
      const sandbox = await startSandbox({ origins, certificates });
      await use({ origins, sandbox });
      await sandbox.close();
      addin.closeAllConnections();
      await new Promise((resolve) => addin.close(resolve));
    },
    { scope: 'worker' },
  ],

  /** Opens the host page, and returns the pane's frame once `Office.onReady` has resolved in it. */
  open: async ({ host, page }, give) => {
    host.sandbox.state.reset();
    await give(async (query = '') => {
      await page.goto(`${host.origins.office}/${query}`);
      return readyFrame(page);
    });
  },

  noPageErrors: [
    async ({ context }, use) => {
      const errors: string[] = [];
      context.on('weberror', (error) => errors.push(String(error.error())));
      await use();
      base.expect(errors, 'errors and unhandled rejections in pages').toEqual([]);
    },
    { auto: true },
  ],
});

export async function readyFrame(page: Page): Promise<Frame> {
  const pane = page.getByTestId('pane-frame');
  await pane.contentFrame().locator('body[data-ready="true"]').waitFor({ state: 'attached' });
  const frame = await (await pane.elementHandle())?.contentFrame();
  if (!frame) throw new Error('The pane has no frame.');
  return frame;
}

/** Serves the same page on every path. It waits for Office, both as the pane and as a dialog. */
function serveAddin(origins: SandboxOrigins, tls: { cert: Buffer; key: Buffer }): Promise<Server> {
  const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bare add-in</title>
    <script src="${origins.office}/office-js/office.js"></script>
    <script>
      Office.onReady((info) => {
        document.body.dataset.host = String(info.host);
        document.body.dataset.ready = 'true';
      });
    </script></head><body><button>First</button></body></html>`;
  const server = createServer(tls, (_request, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(page);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(Number(new URL(origins.addin).port), '127.0.0.1', () => resolve(server));
  });
}
