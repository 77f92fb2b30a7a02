import type { Finding } from '../../finding.ts';
import { finding, type Check, type Manifest } from '../check.ts';
import { childOf, childrenOf, descendantsOf, type XmlElement } from '../element.ts';
import { ID_PLACEHOLDER, isGuid } from '../manifestFacts.ts';
import { resourceUri, shortScope, SIGN_IN_SCOPES } from '../origin.ts';

/** Required in the manifest in addition to the scopes of Graph; not part of SCOPE. */
const REQUIRED_SCOPES = ['openid', 'profile'];

/**
 * Checks WebApplicationInfo, which single sign-on needs. Without it Office reports 13000, with a wrong Resource 13004,
 * without openid and profile 13007 (Microsoft's page "Troubleshoot error messages for single sign-on").
 */
export const checkWebApplicationInfo: Check = (manifest) => {
  const all = descendantsOf(manifest.root, 'WebApplicationInfo');
  const overrides = descendantsOf(manifest.root, 'VersionOverrides').at(-1);
  const info = all.find(({ parent }) => parent === overrides);
  const strays = all
    .filter((element) => element !== info)
    .map((element) =>
      finding(
        element,
        'WebApplicationInfo is in the wrong place.',
        'Move it into the innermost VersionOverrides, after Resources.',
      ),
    );
  if (!info) {
    return strays.length > 0
      ? strays
      : [
          finding(
            overrides ?? manifest.root,
            'WebApplicationInfo is missing.',
            'Add it after Resources. Without it, single sign-on fails with 13000.',
          ),
        ];
  }
  return [
    ...strays,
    ...checkApplicationId(manifest, info),
    ...checkResource(manifest, info),
    ...checkScopes(manifest, info),
  ];
};

function checkApplicationId({ facts }: Manifest, info: XmlElement): Finding[] {
  const id = childOf(info, 'Id');
  if (!id) return [];
  if (facts.clientId === undefined) {
    if (id.text === ID_PLACEHOLDER || isGuid(id.text)) return [];
    return [
      finding(
        id,
        `"${id.text}" is neither an application id nor the placeholder.`,
        `Write CLIENT_ID or ${ID_PLACEHOLDER}.`,
      ),
    ];
  }
  if (id.text.toLowerCase() === facts.clientId.toLowerCase()) return [];
  return [
    finding(
      id,
      `The application id is "${id.text}", but CLIENT_ID is ${facts.clientId}.`,
      'Write CLIENT_ID here and in Resource.',
    ),
  ];
}

function checkResource({ facts, root }: Manifest, info: XmlElement): Finding[] {
  const resource = childOf(info, 'Resource');
  const id = childOf(info, 'Id')?.text ?? '';
  if (!resource) return [];
  const host = URL.parse(facts.addinOrigin)?.host ?? '';
  const wanted = resourceUri(facts.addinOrigin, id);
  const fix = `Write ${wanted}, the Application ID URI of the registration. Otherwise Office reports 13004.`;
  const parts = /^api:\/\/(?<host>[^/]+)\/(?<id>[^/]+)$/u.exec(resource.text)?.groups;
  if (!parts || /[^\x21-\x7e ]/u.test(resource.text)) {
    return [finding(resource, `"${resource.text}" does not have the form api://host:port/id.`, fix)];
  }
  const findings: Finding[] = [];
  if (parts.id?.toLowerCase() !== id.toLowerCase()) {
    findings.push(finding(resource, `Resource ends in "${parts.id ?? ''}", not in the Id "${id}".`, fix));
  }
  if (parts.host !== host) {
    findings.push(
      finding(resource, `Resource names ${parts.host ?? ''}, but ADDIN_ORIGIN is on ${host}.`, fix),
    );
  }
  const page = descendantsOf(root, 'SourceLocation').find((element) =>
    element.attributes.has('DefaultValue'),
  );
  const pageHost = URL.parse(page?.attributes.get('DefaultValue') ?? '')?.host;
  if (pageHost !== undefined && parts.host !== pageHost) {
    findings.push(
      finding(resource, `Resource names ${parts.host ?? ''}, but the page is on ${pageHost}.`, fix),
    );
  }
  return findings;
}

function checkScopes({ facts }: Manifest, info: XmlElement): Finding[] {
  const list = childOf(info, 'Scopes');
  if (!list) return [];
  const scopes = childrenOf(list, 'Scope').map(({ text }) => text);
  const graph = scopes.filter((scope) => !SIGN_IN_SCOPES.includes(scope));
  const wanted = facts.scopes.map(shortScope).filter((scope) => !SIGN_IN_SCOPES.includes(scope));
  return [
    ...REQUIRED_SCOPES.filter((scope) => !scopes.includes(scope)).map((scope) =>
      finding(
        list,
        `The scope ${scope} is missing.`,
        `Add <Scope>${scope}</Scope>. Without it, Office reports 13007.`,
      ),
    ),
    ...wanted
      .filter((scope) => !graph.includes(scope))
      .map((scope) =>
        finding(
          list,
          `SCOPE contains ${scope}, but the manifest does not.`,
          `Add <Scope>${scope}</Scope>, or remove it from SCOPE.`,
        ),
      ),
    ...graph
      .filter((scope) => !wanted.includes(scope))
      .map((scope) =>
        finding(
          list,
          `The manifest contains the scope ${scope}, but SCOPE does not.`,
          'Remove it, or add it to SCOPE.',
        ),
      ),
  ];
}
