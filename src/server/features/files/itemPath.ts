import type { ItemFields, RemoteItem } from './fileItem.ts';
import { sanitizeText } from '../../graph/graphClient.ts';

/** Longer paths are shortened in the middle to fit in a list row. */
const MAX_NAMES = 12;

/**
 * Returns the folder names of an item in the user's own drive; empty for an item in the root. Search results of OneDrive
 * for work or school often lack `parentReference.path`; then the path comes from the item's URL or its folder's name.
 */
export function pathInDrive({ parentReference, webUrl }: ItemFields): string[] | undefined {
  const address = pathOfAddress(webUrl);
  const parent = sanitizeText(parentReference?.name);
  return (
    pathOfReference(parentReference?.path) ??
    (address?.site === null ? address.folders : undefined) ??
    (parent === null || parent === 'root' ? undefined : [parent])
  );
}

/** Like `pathInDrive` for an item in another drive; starts with the name of its owner or site. */
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

/** Parses `/drive/root:/Plans/2027` or `/drives/b!x/root:/Plans/2027`. Only some services encode the names. */
function pathOfReference(path: string | undefined): string[] | undefined {
  const found = /^[^:]*\/root(?::(\/.*)?)?$/s.exec(path ?? '');
  return found ? namesOf(found[1] ?? '') : undefined;
}

/**
 * Returns the folders in a URL of SharePoint or OneDrive for work or school, without library and item:
 * `/personal/<user>/Documents/<folders>/<item>` and `/sites/<site>/<library>/<folders>/<item>`. URLs of pages
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

/** Leaves a name with an unencoded percent sign unchanged. */
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
