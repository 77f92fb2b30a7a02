import type { Deployment } from './deployment.ts';
import type { Edit } from './edits.ts';
import { parseJsonStrings, type JsonString } from './jsonStrings.ts';
import { moveToOrigin, resourceUri } from './origin.ts';

/** Returns the broker's redirect URI, which contains only the host (Microsoft's page on nested app authentication). */
export const brokerUri = (origin: string) => `brk-multihub://${new URL(origin).host}`;

/** Returns the edits of a unified manifest. It has no list of scopes. */
export function jsonEdits(json: string, facts: Deployment): Edit[] {
  const read = parseJsonStrings(json);
  if ('error' in read) return [];
  const from = originOfJsonPages(read.texts);
  const oldId = read.texts.find(({ path }) => path.join('.') === 'webApplicationInfo.id')?.value ?? '';
  const clientId = facts.clientId ?? oldId;
  return read.texts.flatMap((place) => {
    const text = wanted(place, { ...facts, clientId }, from);
    return text === place.value ? [] : [{ from: place.from, to: place.to, text: JSON.stringify(text) }];
  });
}

function wanted(
  { path, value }: JsonString,
  { origin, clientId, version }: Deployment & { clientId: string },
  from: string | undefined,
): string {
  const [first, second, index, member] = path;
  if (first === 'version' && path.length === 1) return version ?? value;
  if (first === 'validDomains') {
    return from !== undefined && value === new URL(from).host ? new URL(origin).host : value;
  }
  if (first !== 'webApplicationInfo') return from === undefined ? value : moveToOrigin(value, from, origin);
  if (second === 'id') return clientId;
  if (second === 'resource') return resourceUri(origin, clientId);
  if (second !== 'nestedAppAuthInfo' || typeof index !== 'number') return value;
  if (member === 'redirectUri') return brokerUri(origin);
  // A scope of the add-in's API: api://host/client-id/access_as_user.
  const scope =
    member === 'scopes' ? /^api:\/\/.*\/(?<name>[^/]+)$/u.exec(value)?.groups?.['name'] : undefined;
  return scope === undefined ? value : `${resourceUri(origin, clientId)}/${scope}`;
}

/** Returns the add-in's origin: that of the first runtime's page. */
export function originOfJsonPages(texts: readonly JsonString[]): string | undefined {
  const page = texts.find(({ path }) => path.join('.') === 'extensions.0.runtimes.0.code.page');
  return URL.parse(page?.value ?? '')?.origin;
}
