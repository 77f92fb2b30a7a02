import { z } from 'zod';
import type { FileItem } from '../../contract/api.ts';
import { fileKind } from './fileKind.ts';
import { plainText } from './plainText.ts';

const driveItem = z.looseObject({
  id: z.string().min(1).max(512),
  name: z.string(),
  webUrl: z.string().max(4096),
  lastModifiedDateTime: z.string(),
  size: z.number().nonnegative().catch(0),
  folder: z.unknown().optional(),
  file: z
    .looseObject({ mimeType: z.string().catch('') })
    .optional()
    .catch(undefined),
});

/** One driveItem of Graph as the pane gets it; null when it cannot be shown or inserted safely. */
export function toFileItem(value: unknown): FileItem | null {
  const read = driveItem.safeParse(value);
  if (!read.success) return null;
  const { id, size, folder, file, lastModifiedDateTime } = read.data;
  const name = plainText(read.data.name);
  const webUrl = safeUrl(read.data.webUrl);
  const modified = new Date(lastModifiedDateTime);
  if (name === null || webUrl === null || Number.isNaN(modified.getTime())) return null;
  const isFolder = typeof folder === 'object' && folder !== null;
  return {
    id,
    name,
    kind: fileKind(name, file?.mimeType ?? '', isFolder),
    webUrl,
    size: Math.trunc(size),
    lastModified: modified.toISOString(),
  };
}

/** It becomes a link in the user's document: https only, and no name and password in it. */
function safeUrl(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  return url.protocol === 'https:' && url.username === '' && url.password === '' ? url.href : null;
}
