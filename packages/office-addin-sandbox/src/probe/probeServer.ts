import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ownAuthority } from '../authority.ts';
import { usableCertificates } from '../certificates.ts';
import { readAssets } from '../office/assets.ts';
import type { ApplicationId } from '../office/page/applications.ts';
import { png } from '../graph/png.ts';
import { UserError } from '../userError.ts';
import { probeDialog, probeMailManifest, probeManifest, probePane } from './probePages.ts';

export interface ProbeServer {
  readonly origin: string;
  /** Path of the manifest for the application. */
  readonly manifest: string;
  /** Address of that manifest. */
  readonly manifestUrl: string;
  close(): Promise<void>;
}

const ICON_COLOR = [11, 107, 99] as const;

/** Serves the probe add-in on loopback, with the certificate of office-addin-dev-certs if there is one. */
export async function serveProbe(app: ApplicationId, port: number, clientId: string): Promise<ProbeServer> {
  const origin = `https://localhost:${port}`;
  const manifests = {
    '/manifest.xml': probeManifest(origin, clientId),
    '/manifest.outlook.xml': probeMailManifest(origin, clientId),
  } as const;
  const manifestPath = app === 'outlook' ? '/manifest.outlook.xml' : '/manifest.xml';
  const { probe } = await readAssets();
  const icon = png(80, () => ICON_COLOR);
  const files: Readonly<Record<string, readonly [type: string, content: string | Buffer]>> = {
    '/probe.html': ['text/html; charset=utf-8', probePane],
    '/probe-dialog.html': ['text/html; charset=utf-8', probeDialog],
    '/probe.js': ['text/javascript; charset=utf-8', probe],
    '/icon.png': ['image/png', icon],
    ...Object.fromEntries(
      Object.entries(manifests).map(([path, text]) => [path, ['application/xml; charset=utf-8', text]]),
    ),
  };
  const { cert, key } = usableCertificates() ?? (await ownAuthority());
  const server = createServer({ cert, key }, (request, response) => {
    const file = files[new URL(request.url ?? '/', origin).pathname];
    response.setHeader('Cache-Control', 'no-store');
    if (file) response.setHeader('Content-Type', file[0]).end(file[1]);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(new UserError(`Can't use port ${port}: ${error.message}.`)));
    server.listen(port, 'localhost', resolve);
  });
  const folder = mkdtempSync(join(tmpdir(), 'office-probe-'));
  const path = join(folder, 'manifest.xml');
  writeFileSync(path, manifests[manifestPath]);
  return {
    origin,
    manifest: path,
    manifestUrl: `${origin}${manifestPath}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
