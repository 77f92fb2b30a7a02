import type { Finding } from '../../finding.ts';
import { finding, type Check, type Manifest } from '../check.ts';
import { childOf, childrenOf, descendantsOf } from '../element.ts';
import { isLocal } from '../origin.ts';

/** Checks that pages are on ADDIN_ORIGIN, and that AppDomains lists valid origins, including the one Outlook needs. */
export const checkAddresses: Check = (manifest) => [...checkPages(manifest), ...checkAppDomains(manifest)];

function checkPages({ root, facts }: Manifest): Finding[] {
  const urlIds = new Set(
    descendantsOf(root, 'SourceLocation').map((element) => element.attributes.get('resid') ?? ''),
  );
  const pages = [
    ...descendantsOf(root, 'SourceLocation').filter((element) => element.attributes.has('DefaultValue')),
    ...descendantsOf(root, 'Url').filter((element) => urlIds.has(element.attributes.get('id') ?? '')),
  ];
  return pages.flatMap((page) => {
    const value = page.attributes.get('DefaultValue') ?? '';
    const origin = URL.parse(value)?.origin;
    if (origin === undefined || origin === facts.addinOrigin) return [];
    return [
      finding(
        page,
        `The page is on ${origin}, but ADDIN_ORIGIN is ${facts.addinOrigin}.`,
        'Use the same origin in both: the server serves one origin only.',
      ),
    ];
  });
}

/**
 * AppDomains lists the origins that the pane navigates to. Dialogs and the pane's own origin need no entry, with one
 * exception: Outlook on the web and the new Outlook open a dialog on localhost only if it is listed (Microsoft's page
 * "AppDomain element").
 */
function checkAppDomains({ root, kind, facts }: Manifest): Finding[] {
  const list = childOf(root, 'AppDomains');
  const domains = childrenOf(list, 'AppDomain');
  const findings = domains
    .filter(
      ({ text }) => text.includes('*') || !text.startsWith('https://') || URL.parse(text)?.origin !== text,
    )
    .map((domain) =>
      finding(
        domain,
        `"${domain.text}" is not an origin.`,
        'Write scheme, host and port only, as in https://localhost:3000: no path, trailing slash or wildcard.',
      ),
    );
  if (kind !== 'MailApp' || !isLocal(facts.addinOrigin)) return findings;
  if (domains.some(({ text }) => text === facts.addinOrigin)) return findings;
  return [
    ...findings,
    finding(
      list ?? root,
      `AppDomains does not list the add-in's own origin ${facts.addinOrigin}.`,
      `Add <AppDomains><AppDomain>${facts.addinOrigin}</AppDomain></AppDomains> after SupportUrl. Without it, Outlook on ` +
        'the web opens no dialog on localhost (12004).',
    ),
  ];
}
