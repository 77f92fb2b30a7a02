import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localhostCertificates } from 'office-addin-tools/testing';
import { FIRST_PORT } from '../support/fixtures.ts';

/** First port of the add-ins of these tests, far from the ports of the others; one for each worker and file. */
export const FIRST_ADDIN_PORT = FIRST_PORT + 100;

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

interface AddinFacts {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly hosts?: readonly string[];
  /** Of its app registration; undefined: it has no single sign-on. */
  readonly clientId?: string;
}

/** Returns the manifest of an add-in whose task pane is /pane.html. */
export function taskPaneManifest(
  { id, name, description, hosts = ['Document'], clientId }: AddinFacts,
  origin: string,
): string {
  const overrides = `
  <VersionOverrides xmlns="http://schemas.microsoft.com/office/taskpaneappversionoverrides" xsi:type="VersionOverridesV1_0">
    <WebApplicationInfo>
      <Id>${clientId}</Id>
      <Resource>api://${new URL(origin).host}/${clientId}</Resource>
      <Scopes><Scope>User.Read</Scope></Scopes>
    </WebApplicationInfo>
  </VersionOverrides>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<OfficeApp xmlns="http://schemas.microsoft.com/office/appforoffice/1.1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="TaskPaneApp">
  <Id>${id}</Id>
  <Version>1.0.0.0</Version>
  <ProviderName>Northwind</ProviderName>
  <DefaultLocale>en-US</DefaultLocale>
  <DisplayName DefaultValue="${name}"/>
  <Description DefaultValue="${description}"/>
  <Hosts>${hosts.map((host) => `<Host Name="${host}"/>`).join('')}</Hosts>
  <DefaultSettings><SourceLocation DefaultValue="${origin}/pane.html"/></DefaultSettings>
  <Permissions>ReadWriteDocument</Permissions>${clientId === undefined ? '' : overrides}
</OfficeApp>`;
}

/** Returns a page that loads office.js from Microsoft's CDN. @param script runs at the end of the body */
export function officePage(body: string, script: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Add-in</title>
    <script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script></head>
    <body>${body}<script>${script}</script></body></html>`;
}
