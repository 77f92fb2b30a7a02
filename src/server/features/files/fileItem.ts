import { z } from 'zod';
import type { FileItem } from '../../../contract/api.ts';
import { kindOf } from './fileKind.ts';
import { pathInDrive, pathInOtherDrive } from './itemPath.ts';
import { isGraphId } from './pathSegment.ts';
import { sanitizeText, safeUrl } from '../../graph/sanitize.ts';

/** A facet is there when it is an object, also an empty one. */
const facet = z.looseObject({}).optional().catch(undefined);
const text = z.string().optional().catch(undefined);

const identity = z.looseObject({ displayName: z.unknown().optional() }).optional().catch(undefined);
const identities = z
  .looseObject({ user: identity, group: identity, siteUser: identity, siteGroup: identity })
  .optional()
  .catch(undefined);

const facts = {
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
 * A shortcut to something in another drive, or what others share. The facts of the target are in `remoteItem`, and may
 * be fewer; those of the shortcut itself say nothing about it (its size is 0).
 */
const remoteItem = z.looseObject({
  id: text,
  ...facts,
  shared: z.looseObject({ owner: identities, sharedBy: identities }).optional().catch(undefined),
});

const driveItem = z.looseObject({
  id: z.string().min(1).max(512),
  ...facts,
  remoteItem: remoteItem.optional().catch(undefined),
});

export type Facts = z.output<z.ZodObject<typeof facts>>;
export type RemoteItem = z.output<typeof remoteItem>;

/** What is known of the list that an item comes from. */
export interface ItemContext {
  /** Id of another drive that the list belongs to. Undefined: the user's own. */
  readonly drive?: string | undefined;
  /** Whether the items come from several folders, so that each has to say from which. */
  readonly withPath?: boolean;
}

/**
 * Tells whether an item belongs into a list: deleted ones do not exist any more, the root is the drive itself, and a
 * link to a file with a virus must not get into a document.
 */
export function isListed(value: unknown): boolean {
  const { success, data } = z.looseObject({ deleted: facet, root: facet, malware: facet }).safeParse(value);
  return !success || (!data.deleted && !data.root && !data.malware);
}

/** Returns one driveItem of Graph as the pane gets it; null when it cannot be shown or inserted safely. */
export function toFileItem(value: unknown, { drive, withPath = false }: ItemContext = {}): FileItem | null {
  const read = driveItem.safeParse(value);
  if (!read.success) return null;
  const { id, remoteItem: remote, ...own } = read.data;
  const target: Facts = remote ?? own;
  const name = sanitizeText(own.name ?? target.name);
  // People who may see the target cannot open the address of somebody else's shortcut to it.
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

/** A bundle is a folder of items that are elsewhere, such as an album. */
function isFolder({ folder, bundle }: Facts): boolean {
  return folder !== undefined || bundle !== undefined;
}

/** Null: not known. A size of 0 means nothing for a package and for an item without a facet. */
function sizeOf({ size, file, folder }: Facts): number | null {
  if (size == null || (size === 0 && !file && !folder)) return null;
  return Math.trunc(size);
}

/** A shortcut leads to another drive; a folder within another drive stays in it. */
function opening(
  id: string,
  remote: RemoteItem | undefined,
  drive: string | undefined,
): Pick<FileItem, 'opens'> {
  if (!remote) return drive === undefined ? {} : { opens: { drive, folder: id } };
  const target = { drive: remote.parentReference?.driveId ?? '', folder: remote.id ?? '' };
  return { opens: isGraphId(target.drive) && isGraphId(target.folder) ? target : null };
}

/** Null: Graph does not say. Undefined: what it says is no time. */
function utc(text: string | null): string | null | undefined {
  if (text === null) return null;
  const time = new Date(text);
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString();
}
