import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ownAuthority } from '../authority.ts';
import { usableCertificates } from '../certificates.ts';
import { readAssets } from '../office/assets.ts';
import { UserError } from '../userError.ts';
import { probeDialog, probeManifest, probePane } from './probePages.ts';

export interface ProbeServer {
  readonly origin: string;
  /** Path of the manifest. */
  readonly manifest: string;
  close(): Promise<void>;
}

/** Serves the probe add-in on loopback, with the certificate of office-addin-dev-certs if there is one. */
export async function serveProbe(port: number, clientId: string): Promise<ProbeServer> {
  const origin = `https://localhost:${port}`;
  const manifest = probeManifest(origin, clientId);
  const { probe } = await readAssets();
  const files: Readonly<Record<string, readonly [type: string, text: string]>> = {
    '/probe.html': ['text/html; charset=utf-8', probePane],
    '/probe-dialog.html': ['text/html; charset=utf-8', probeDialog],
    '/probe.js': ['text/javascript; charset=utf-8', probe],
    '/manifest.xml': ['application/xml; charset=utf-8', manifest],
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
  writeFileSync(path, manifest);
  return {
    origin,
    manifest: path,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
