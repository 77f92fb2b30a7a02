import { z } from 'zod';
import type { FileItem, FileKind } from '../../../contract/api.ts';
import { sanitizeText, safeUrl } from '../../graph/graphClient.ts';
import { isGraphId } from './filesPath.ts';

/** A facet is present if it is an object, even an empty one. */
const facet = z.looseObject({}).optional().catch(undefined);
const text = z.string().optional().catch(undefined);

const identity = z.looseObject({ displayName: z.unknown().optional() }).optional().catch(undefined);
const identities = z
  .looseObject({ user: identity, group: identity, siteUser: identity, siteGroup: identity })
  .optional()
  .catch(undefined);

const itemFields = {
  name: text,
  webUrl: z.string().max(4096).optional().catch(undefined),
  lastModifiedDateTime: z.string().nullish(),
  size: z.number().nonnegative().nullish().catch(null),
  folder: facet,
  bundle: facet,
  file: z
    .looseObject({ mimeType: z.string().catch('') })
    .optional()
    .catch(undefined),
  package: z
    .looseObject({ type: z.string().catch('') })
    .optional()
    .catch(undefined),
  parentReference: z.looseObject({ driveId: text, path: text, name: text }).optional().catch(undefined),
};

/**
 * The target of a shortcut to another drive, or of an item that others share. May have fewer fields than an item. The
 * fields of the shortcut itself do not describe the target (its size is 0).
 */
const remoteItem = z.looseObject({
  id: text,
  ...itemFields,
  shared: z.looseObject({ owner: identities, sharedBy: identities }).optional().catch(undefined),
});

const driveItem = z.looseObject({
  id: z.string().min(1).max(512),
  ...itemFields,
  remoteItem: remoteItem.optional().catch(undefined),
});

type ItemFields = z.output<z.ZodObject<typeof itemFields>>;
type RemoteItem = z.output<typeof remoteItem>;

/** The list that an item comes from. */
interface ItemContext {
  /** Id of the drive that the list belongs to. Undefined: the user's own. */
  readonly drive?: string | undefined;
  /** True if the items come from several folders, so that each needs its path. */
  readonly withPath?: boolean;
}

/**
 * Returns whether an item belongs in a list. Leaves out deleted items, the root of the drive, and files with malware,
 * whose links must not get into a document.
 */
export function isListed(value: unknown): boolean {
  const { success, data } = z.looseObject({ deleted: facet, root: facet, malware: facet }).safeParse(value);
  return !success || (!data.deleted && !data.root && !data.malware);
}

/** Converts a driveItem of Graph. Returns null if it cannot be shown or inserted safely. */
export function toFileItem(value: unknown, { drive, withPath = false }: ItemContext = {}): FileItem | null {
  const read = driveItem.safeParse(value);
  if (!read.success) return null;
  const { id, remoteItem: remote, ...own } = read.data;
  const target: ItemFields = remote ?? own;
  const name = sanitizeText(own.name ?? target.name);
  // Not the URL of the shortcut: others with access to the target cannot open it.
  const webUrl = safeUrl(target.webUrl) ?? safeUrl(own.webUrl);
  const lastModified = utc(target.lastModifiedDateTime ?? own.lastModifiedDateTime ?? null);
  if (name === null || webUrl === null || lastModified === undefined) return null;
  const kind = kindOf(target.name ?? name, {
    mimeType: (target.file ?? own.file)?.mimeType ?? '',
    isFolder: isFolder(target) || isFolder(own),
    packageType: (target.package ?? own.package)?.type,
  });
  const path = withPath ? (remote ? pathInOtherDrive(remote) : pathInDrive(own)) : undefined;
  return {
    id,
    name,
    kind,
    webUrl,
    size: sizeOf(target),
    lastModified,
    ...(path && { path }),
    ...(kind === 'folder' && opening(id, remote, drive)),
  };
}

/** A bundle, such as an album, acts as a folder of items stored elsewhere. */
function isFolder({ folder, bundle }: ItemFields): boolean {
  return folder !== undefined || bundle !== undefined;
}

/** Returns null if unknown. A size of 0 is meaningless for a package and for an item without a facet. */
function sizeOf({ size, file, folder }: ItemFields): number | null {
  if (size == null || (size === 0 && !file && !folder)) return null;
  return Math.trunc(size);
}

/** A shortcut opens in the drive of its target; a folder in another drive opens in that drive. */
function opening(
  id: string,
  remote: RemoteItem | undefined,
  drive: string | undefined,
): Pick<FileItem, 'opens'> {
  if (!remote) return drive === undefined ? {} : { opens: { drive, folder: id } };
  const target = { drive: remote.parentReference?.driveId ?? '', folder: remote.id ?? '' };
  return { opens: isGraphId(target.drive) && isGraphId(target.folder) ? target : null };
}

/** Returns null if Graph sends no time, and undefined if the time is invalid. */
function utc(text: string | null): string | null | undefined {
  if (text === null) return null;
  const time = new Date(text);
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString();
}

const extensions: Readonly<Partial<Record<FileKind, readonly string[]>>> = {
  document: ['doc', 'docx', 'docm', 'dot', 'dotx', 'dotm', 'odt', 'rtf'],
  workbook: ['xls', 'xlsx', 'xlsm', 'xlsb', 'xlt', 'xltx', 'xltm', 'ods', 'csv'],
  presentation: ['ppt', 'pptx', 'pptm', 'pot', 'potx', 'potm', 'pps', 'ppsx', 'ppsm', 'odp'],
  image: ['png', 'jpg', 'jpeg', 'gif', 'bmp', 'webp', 'svg', 'tif', 'tiff', 'heic'],
  pdf: ['pdf'],
};

const byExtension = new Map<string, FileKind>(
  Object.entries(extensions).flatMap(([kind, names]) =>
    names.map((name) => [name, kind as FileKind] as const),
  ),
);

/** The facets of a driveItem that determine its kind ("driveItem resource type"). */
interface Facets {
  /** Of a file; empty if unknown. */
  readonly mimeType: string;
  readonly isFolder: boolean;
  /** Of a package, such as `oneNote`; Graph may add others. Undefined: not a package. */
  readonly packageType: string | undefined;
}

/** Returns the kind of an item, with or without facets. */
function kindOf(name: string, { mimeType, isFolder, packageType }: Facets): FileKind {
  // A package has neither the file nor the folder facet.
  if (packageType !== undefined) return packageType.toLowerCase() === 'onenote' ? 'notebook' : 'package';
  return fileKind(name, mimeType, isFolder);
}

/** Returns the kind by file extension, and otherwise by media type, which OneDrive often leaves generic. */
export function fileKind(name: string, mimeType: string, isFolder: boolean): FileKind {
  if (isFolder) return 'folder';
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const known = byExtension.get(extension);
  if (known) return known;
  if (mimeType.startsWith('image/')) return 'image';
  if (mimeType === 'application/pdf') return 'pdf';
  if (/wordprocessingml|msword|opendocument\.text/.test(mimeType)) return 'document';
  if (/spreadsheetml|ms-excel|opendocument\.spreadsheet/.test(mimeType)) return 'workbook';
  if (/presentationml|ms-powerpoint|opendocument\.presentation/.test(mimeType)) return 'presentation';
  return 'other';
}

/** Longer paths are shortened in the middle to fit in a list row. */
const MAX_NAMES = 12;

/**
 * Returns the folder names of an item in the user's own drive; empty for an item in the root. Search results of OneDrive
 * for work or school often lack `parentReference.path`; then the path comes from the item's URL or its folder's name.
 */
function pathInDrive({ parentReference, webUrl }: ItemFields): string[] | undefined {
  const address = pathOfAddress(webUrl);
  const parent = sanitizeText(parentReference?.name);
  return (
    pathOfReference(parentReference?.path) ??
    (address?.site === null ? address.folders : undefined) ??
    (parent === null || parent === 'root' ? undefined : [parent])
  );
}

/** Like `pathInDrive` for an item in another drive; starts with the name of its owner or site. */
function pathInOtherDrive({ shared, parentReference, webUrl }: RemoteItem): string[] | undefined {
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
