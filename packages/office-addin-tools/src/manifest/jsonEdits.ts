import type { Deployment } from './deployment.ts';
import type { Edit } from './edits.ts';
import { parseJsonStrings, type JsonString } from './jsonStrings.ts';
import { moveToOrigin, resourceUri } from './origin.ts';

/** The broker's redirect URI names the origin's host alone (Microsoft's page on nested app authentication). */
export const brokerUri = (origin: string) => `brk-multihub://${new URL(origin).host}`;

/** The places of a unified manifest that these facts change. Its scopes are not among them: it has no list of them. */
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
  // A scope of our own API: api://host/client-id/access_as_user.
  const scope =
    member === 'scopes' ? /^api:\/\/.*\/(?<name>[^/]+)$/u.exec(value)?.groups?.['name'] : undefined;
  return scope === undefined ? value : `${resourceUri(origin, clientId)}/${scope}`;
}

/** Where the add-in is: the origin of the page that its first runtime opens. */
export function originOfJsonPages(texts: readonly JsonString[]): string | undefined {
  const page = texts.find(({ path }) => path.join('.') === 'extensions.0.runtimes.0.code.page');
  return URL.parse(page?.value ?? '')?.origin;
}
