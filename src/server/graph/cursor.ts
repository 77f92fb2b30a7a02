/**
 * The cursor of a list of files: path and query of Graph's next page, base64url. It comes back from the client,
 * so it is looked at again: it may lead to a list of children of a drive and nowhere else.
 */

const MAX_CURSOR_LENGTH = 4_096;
const PARAMETERS: ReadonlySet<string> = new Set(['$top', '$select', '$skiptoken', '$skip', '$orderby']);

/** Graph names the same drive in several ways in its links: as `me`, by its user, by its own id. */
const CHILDREN = [
  /^\/v1\.0\/me\/drive\/root\/children$/,
  /^\/v1\.0\/users(\/[\w-]+|\('[\w-]+'\)|\(%27[\w-]+%27\))\/drive\/root\/children$/i,
  /^\/v1\.0\/drives(\/[\w!-]+|\('[\w!-]+'\)|\(%27[\w!-]+%27\))\/(root|items(\/[\w!-]+|\('[\w!-]+'\)|\(%27[\w!-]+%27\)))\/children$/i,
];

/** @returns undefined when the link leads elsewhere, which must not be followed */
export function cursorOf(nextLink: string, endpoint: string): string | undefined {
  const path = pathOf(nextLink, endpoint);
  const cursor = path === undefined ? undefined : Buffer.from(path, 'utf8').toString('base64url');
  return cursor !== undefined && cursor.length <= MAX_CURSOR_LENGTH ? cursor : undefined;
}

/** @returns path and query below the endpoint; undefined for anything that `cursorOf` did not make */
export function readCursor(cursor: string, endpoint: string): string | undefined {
  if (cursor.length > MAX_CURSOR_LENGTH || !/^[\w-]+$/.test(cursor)) return undefined;
  const path = Buffer.from(cursor, 'base64url').toString('utf8');
  return path.startsWith('/') ? pathOf(endpoint + path, endpoint) : undefined;
}

function pathOf(link: string, endpoint: string): string | undefined {
  if (!URL.canParse(link)) return undefined;
  const url = new URL(link);
  const fits =
    url.origin === endpoint &&
    url.username === '' &&
    CHILDREN.some((children) => children.test(url.pathname)) &&
    [...url.searchParams.keys()].every((name) => PARAMETERS.has(name)) &&
    (url.searchParams.has('$skiptoken') || url.searchParams.has('$skip'));
  return fits ? url.pathname + url.search : undefined;
}
