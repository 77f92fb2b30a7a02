import { z } from 'zod';
import type { FileItem } from '../../contract/api.ts';
import { fileKind } from './fileKind.ts';
import { plainText } from './plainText.ts';

const facts = {
  name: z.string().optional().catch(undefined),
  webUrl: z.string().max(4096).optional().catch(undefined),
  lastModifiedDateTime: z.string().nullish(),
  size: z.number().nonnegative().nullish().catch(null),
  folder: z.unknown().optional(),
  file: z
    .looseObject({ mimeType: z.string().catch('') })
    .optional()
    .catch(undefined),
};

/** What lies in another drive has its facts in `remoteItem`, and may have fewer of them. */
const driveItem = z.looseObject({
  id: z.string().min(1).max(512),
  ...facts,
  remoteItem: z.looseObject(facts).optional().catch(undefined),
});

/** One driveItem of Graph as the pane gets it; null when it cannot be shown or inserted safely. */
export function toFileItem(value: unknown): FileItem | null {
  const read = driveItem.safeParse(value);
  if (!read.success) return null;
  const { id, remoteItem: remote, ...own } = read.data;
  const name = plainText(own.name ?? remote?.name);
  const webUrl = safeUrl(own.webUrl ?? remote?.webUrl ?? '');
  const lastModified = utc(own.lastModifiedDateTime ?? remote?.lastModifiedDateTime ?? null);
  if (name === null || webUrl === null || lastModified === undefined) return null;
  const folder = own.folder ?? remote?.folder;
  const size = own.size ?? remote?.size ?? null;
  const mimeType = (own.file ?? remote?.file)?.mimeType ?? '';
  return {
    id,
    name,
    kind: fileKind(name, mimeType, typeof folder === 'object' && folder !== null),
    webUrl,
    size: size === null ? null : Math.trunc(size),
    lastModified,
  };
}

/** Null: Graph does not say. Undefined: what it says is no time. */
function utc(text: string | null): string | null | undefined {
  if (text === null) return null;
  const time = new Date(text);
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString();
}

/** It becomes a link in the user's document: https only, and no name and password in it. */
function safeUrl(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  return url.protocol === 'https:' && url.username === '' && url.password === '' ? url.href : null;
}
