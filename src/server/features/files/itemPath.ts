import type { Facts, RemoteItem } from './fileItem.ts';
import { sanitizeText } from '../../graph/sanitize.ts';

/** Deeper folders are left out in the middle: nobody can read them in a row of a list. */
const MAX_NAMES = 12;

/**
 * Returns the names of the folders that lead to an item of the user's own drive; empty: it is in the root. Search
 * results of OneDrive for work often lack `parentReference.path`; then the item's address tells, or the name of its
 * folder.
 */
export function pathInDrive({ parentReference, webUrl }: Facts): string[] | undefined {
  const address = pathOfAddress(webUrl);
  const parent = sanitizeText(parentReference?.name);
  return (
    pathOfReference(parentReference?.path) ??
    (address?.site === null ? address.folders : undefined) ??
    (parent === null || parent === 'root' ? undefined : [parent])
  );
}

/** As `pathInDrive` for an item of another drive, below the name of its owner or its site. */
export function pathInOtherDrive({ shared, parentReference, webUrl }: RemoteItem): string[] | undefined {
  const address = pathOfAddress(webUrl);
  const drive = nameOf(shared?.owner) ?? address?.site ?? nameOf(shared?.sharedBy);
  const folders = pathOfReference(parentReference?.path) ?? address?.folders ?? [];
  return drive === null && folders.length === 0
    ? undefined
    : shortened([...(drive === null ? [] : [drive]), ...folders]);
}

type Identities = NonNullable<RemoteItem['shared']>['owner'];

function nameOf(identities: Identities): string | null {
  const known = identities?.user ?? identities?.group ?? identities?.siteUser ?? identities?.siteGroup;
  return sanitizeText(known?.displayName);
}

/** `/drive/root:/Plans/2027` and `/drives/b!x/root:/Plans/2027`; some services encode the names, some do not. */
function pathOfReference(path: string | undefined): string[] | undefined {
  const found = /^[^:]*\/root(?::(\/.*)?)?$/s.exec(path ?? '');
  return found ? namesOf(found[1] ?? '') : undefined;
}

/**
 * The folders in an address of SharePoint or OneDrive for work, without library and item:
 * `/personal/<user>/Documents/<folders>/<item>` and `/sites/<site>/<library>/<folders>/<item>`. Addresses of pages
 * (`/_layouts/15/Doc.aspx?…`) have none.
 */
function pathOfAddress(webUrl: string | undefined): { site: string | null; folders: string[] } | undefined {
  if (webUrl === undefined || !URL.canParse(webUrl)) return undefined;
  const { pathname } = new URL(webUrl);
  const [, kind, owner = '', below = ''] =
    /^\/(?:(personal)|sites|teams)\/([^/]+)\/[^/_][^/]*\/((?:[^/]+\/)*)[^/]+\/?$/.exec(pathname) ?? [];
  if (owner === '' || /\/_layouts\//i.test(pathname)) return undefined;
  return { site: kind === undefined ? sanitizeText(decoded(owner)) : null, folders: namesOf(below) };
}

function namesOf(path: string): string[] {
  const names = path.split('/').map((name) => sanitizeText(decoded(name)));
  return shortened(names.filter((name) => name !== null));
}

/** A name with a percent sign that no service has encoded stays as it is. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function shortened(names: readonly string[]): string[] {
  if (names.length <= MAX_NAMES) return [...names];
  return [...names.slice(0, MAX_NAMES / 2), '…', ...names.slice(1 - MAX_NAMES / 2)];
}
