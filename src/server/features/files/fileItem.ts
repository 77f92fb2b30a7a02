import { z } from 'zod';
import type { FileItem } from '../../../contract/api.ts';
import { kindOf } from './fileKind.ts';
import { pathInDrive, pathInOtherDrive } from './itemPath.ts';
import { isGraphId } from './pathSegment.ts';
import { sanitizeText, safeUrl } from '../../graph/graphClient.ts';

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

export type ItemFields = z.output<z.ZodObject<typeof itemFields>>;
export type RemoteItem = z.output<typeof remoteItem>;

/** The list that an item comes from. */
export interface ItemContext {
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
