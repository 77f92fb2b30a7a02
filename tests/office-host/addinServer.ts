import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localhostCertificates } from 'office-addin-tools/testing';

/** First port of the add-ins of these tests, far from the ports of the others; one for each worker and file. */
export const FIRST_ADDIN_PORT = Number(process.env['TEST_PORT'] ?? 3400) + 100;

/** A running add-in with its manifest. */
export interface AddinServer {
  readonly origin: string;
  /** Path of the manifest. */
  readonly manifest: string;
  /** Its pages by path; a test may change them. */
  readonly pages: Map<string, string>;
  close(): Promise<void>;
}

/** Contents by path. Scripts end in `.js` and data in `.json`; the rest is HTML. */
export type Pages = Readonly<Record<string, string>>;

/** Serves an add-in. @param manifest returns its manifest: XML, or unified JSON */
export async function serveAddin(
  port: number,
  manifest: (origin: string) => string,
  pages: (origin: string) => Pages,
): Promise<AddinServer> {
  const origin = `https://localhost:${port}`;
  const folder = mkdtempSync(join(tmpdir(), 'addin-'));
  const file = join(folder, 'manifest');
  writeFileSync(file, manifest(origin));
  const contents = new Map(Object.entries(pages(origin)));
  const { cert, key } = await localhostCertificates();
  const server = createServer({ cert, key }, (request, response) => {
    const { pathname } = new URL(request.url ?? '/', origin);
    const content = contents.get(pathname);
    response.statusCode = content === undefined ? 404 : 200;
    response.setHeader('content-type', typeOf(pathname));
    response.end(content ?? 'Not found');
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    origin,
    manifest: file,
    pages: contents,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(folder, { recursive: true });
    },
  };
}

function typeOf(path: string): string {
  if (path.endsWith('.js')) return 'text/javascript; charset=utf-8';
  return path.endsWith('.json') ? 'application/json' : 'text/html; charset=utf-8';
}

/** Returns a page that loads office.js from Microsoft's CDN. @param script runs at the end of the body */
export function officePage(body: string, script: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Add-in</title>
    <script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script></head>
    <body>${body}<script>${script}</script></body></html>`;
}
