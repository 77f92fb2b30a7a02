import { createHash } from 'node:crypto';
import type { User } from '../users.ts';
import type { DriveEntry } from './generatedFiles.ts';

export const ROOT_ID = '01ROOT';

/** A Graph `driveItem`, without `@microsoft.graph.downloadUrl`. */
export type DriveItem = Readonly<Record<string, unknown>> & {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly lastModifiedDateTime: string;
};

export interface ItemLocation {
  readonly index: number;
  readonly drive: string;
  readonly parent: { readonly id: string; readonly path: string };
  readonly childCount: number;
}

const MIME_TYPES: Record<string, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  txt: 'text/plain',
  csv: 'text/csv',
  zip: 'application/zip',
};

export function driveItem(
  user: User,
  entry: DriveEntry,
  { index, drive, parent, childCount }: ItemLocation,
): DriveItem {
  const id = itemId(`${user.oid}/${drive}${parent.path}/${index}/${entry.name}`);
  const owner = { user: { displayName: user.displayName, id: user.oid, email: user.mail } };
  const modified = entry.modified ?? '2026-10-01T08:00:00Z';
  const isOwn = drive === driveId(user);
  const item: DriveItem = {
    id,
    name: entry.name,
    size: entry.size,
    webUrl: entry.webUrl ?? webUrlOf(user, `${parent.path}/${entry.name}`),
    eTag: `"{${id}},1"`,
    createdDateTime: modified,
    lastModifiedDateTime: modified,
    createdBy: owner,
    lastModifiedBy: owner,
    parentReference: {
      driveType: 'business',
      driveId: drive,
      id: parent.id,
      path: `${isOwn ? '/drive' : `/drives/${drive}`}/root:${parent.path}`,
    },
    ...(entry.folder ? { folder: { childCount } } : { file: { mimeType: mimeType(entry.name) } }),
  };
  const members = Object.entries({ ...item, ...entry.members }).filter(([, value]) => value !== null);
  return Object.fromEntries(members) as DriveItem;
}

/** Returns a shortcut to an item of another drive; `remoteItem` contains the target. */
export function shortcutItem(target: DriveItem, own: DriveItem, owner: string): DriveItem {
  const { folder: _folder, file: _file, ...rest } = own;
  const remoteItem = { ...target, shared: { scope: 'users', owner: { user: { displayName: owner } } } };
  return {
    ...rest,
    id: own.id,
    name: own.name,
    size: 0,
    lastModifiedDateTime: own.lastModifiedDateTime,
    remoteItem,
  };
}

export function itemId(seed: string): string {
  return `01${createHash('sha256').update(seed).digest('hex').slice(0, 30).toUpperCase()}`;
}

export function driveId(user: User): string {
  return `b!${user.id}`;
}

export function mimeType(name: string): string {
  return MIME_TYPES[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream';
}

/** @param path from the root of the drive, with a leading slash */
export function webUrlOf(user: User, path: string): string {
  const personal = user.mail.replaceAll(/[.@]/g, '_');
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  return `https://files.${user.tenant.domain}/personal/${personal}/Documents${encoded}`;
}
