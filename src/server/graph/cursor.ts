import type { FileList } from './filesPath.ts';

/**
 * The cursor of a list of files: path and query of Graph's next page, base64url. It comes back from the client,
 * so it is looked at again: it may lead to a page of the same list of a drive and nowhere else.
 */

const MAX_CURSOR_LENGTH = 4_096;
const PARAMETERS: ReadonlySet<string> = new Set([
  '$top',
  '$select',
  '$skiptoken',
  '$skip',
  '$orderby',
  'allowexternal',
]);

/** Graph names the same drive in several ways in its links: as `me`, by its user, by its own id. */
const DRIVE = [
  String.raw`/me/drive`,
  String.raw`/users(/[\w-]+|\('[\w-]+'\)|\(%27[\w-]+%27\))/drive`,
  String.raw`/drives(/[\w!-]+|\('[\w!-]+'\)|\(%27[\w!-]+%27\))`,
].join('|');

const ITEM = String.raw`items(?:/(?<id>[\w!-]+)|\('(?<quoted>[\w!-]+)'\)|\(%27(?<encoded>[\w!-]+)%27\))`;
const below = (rest: string) => new RegExp(`^/v1\\.0(${DRIVE})/${rest}$`, 'i');

/** The root may also be named by its id. */
const CHILDREN = below(`(?:root|${ITEM})/children`);
const SEARCH = below(String.raw`(?:root/)?(?:microsoft\.graph\.)?search\((?:q=)?(?:'|%27)[^/]*(?:'|%27)\)`);
const SHARED = below(String.raw`(?:microsoft\.graph\.)?sharedWithMe(?:\(\))?`);

/** @returns undefined when the link leads elsewhere, which must not be followed */
export function cursorOf(nextLink: string, endpoint: string, list: FileList): string | undefined {
  const path = pathOf(nextLink, endpoint, list);
  const cursor = path === undefined ? undefined : Buffer.from(path, 'utf8').toString('base64url');
  return cursor !== undefined && cursor.length <= MAX_CURSOR_LENGTH ? cursor : undefined;
}

/** @returns path and query below the endpoint; undefined for anything that `cursorOf` did not make for this list */
export function readCursor(cursor: string, endpoint: string, list: FileList): string | undefined {
  if (cursor.length > MAX_CURSOR_LENGTH || !/^[\w-]+$/.test(cursor)) return undefined;
  const path = Buffer.from(cursor, 'base64url').toString('utf8');
  return path.startsWith('/') ? pathOf(endpoint + path, endpoint, list) : undefined;
}

function pathOf(link: string, endpoint: string, list: FileList): string | undefined {
  if (!URL.canParse(link)) return undefined;
  const url = new URL(link);
  const fits =
    url.origin === endpoint &&
    url.username === '' &&
    leadsTo(list, url.pathname) &&
    [...url.searchParams.keys()].every((name) => PARAMETERS.has(name)) &&
    (url.searchParams.has('$skiptoken') || url.searchParams.has('$skip'));
  return fits ? url.pathname + url.search : undefined;
}

function leadsTo(list: FileList, path: string): boolean {
  switch (list.kind) {
    case 'root':
      return CHILDREN.test(path);
    case 'folder': {
      const named = CHILDREN.exec(path)?.groups ?? {};
      return [named['id'], named['quoted'], named['encoded']].includes(list.id);
    }
    case 'search':
      return SEARCH.test(path);
    case 'shared':
      return SHARED.test(path);
  }
}
