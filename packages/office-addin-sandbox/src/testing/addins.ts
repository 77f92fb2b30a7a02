import type { Addin } from '../addins.ts';
import type { AddinManifest, WebApplication } from '../manifest/addinManifest.ts';

/** Returns an add-in for Word with one page. */
export function testAddin(key: string, origin: string, webApplication?: WebApplication): Addin {
  const text = (value: string) => ({ default: value, overrides: {} });
  const manifest: AddinManifest = {
    file: `${key}.xml`,
    format: 'xml',
    id: key,
    version: '1.0',
    providerName: 'Northwind',
    name: text(key),
    description: text(key),
    defaultLocale: 'en-US',
    permissions: ['ReadWriteDocument'],
    appDomains: [],
    ...(webApplication ? { webApplication } : {}),
    hosts: [
      {
        host: 'word',
        requirementSets: {},
        pages: [{ formFactor: 'desktop', context: 'default', url: text(`${origin}/pane.html`) }],
        groups: [],
        runtimes: [],
        launchEvents: [],
      },
    ],
  };
  return { key, manifest, origins: [origin] };
}
