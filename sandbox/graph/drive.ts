import { createHash } from 'node:crypto';
import type { Person } from '../people.ts';
import type { Scenario } from '../scenario.ts';
import { generatedFiles, type DriveEntry } from './generatedFiles.ts';

/** A Graph `driveItem`, the members that the add-in could ask for. */
export type DriveItem = Readonly<Record<string, unknown>> & {
  readonly name: string;
  readonly size: number;
  readonly lastModifiedDateTime: string;
};

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

const USUAL_FILE_COUNT = 24;

/** What stands in the root of the person's OneDrive, or null when there is none. */
export function drive(
  person: Person,
  { files, fileCount }: Pick<Scenario, 'files' | 'fileCount'>,
): DriveItem[] | null {
  const entries = files ?? (fileCount === undefined ? null : generatedFiles(fileCount));
  if (entries) return entries.map((entry, index) => item(person, entry, index));
  if (!person.hasDrive) return null;
  return generatedFiles(USUAL_FILE_COUNT).map((entry, index) => item(person, entry, index));
}

function item(person: Person, entry: DriveEntry, index: number): DriveItem {
  const id = `01${createHash('sha256').update(`${person.oid}/${index}/${entry.name}`).digest('hex').slice(0, 30).toUpperCase()}`;
  const extension = entry.name.split('.').at(-1)?.toLowerCase() ?? '';
  const owner = { user: { displayName: person.displayName, id: person.oid, email: person.mail } };
  const personal = person.mail.replaceAll(/[.@]/g, '_');
  const home = `https://files.${person.tenant.domain}/personal/${personal}/Documents`;
  const modified = entry.modified ?? '2026-10-01T08:00:00Z';
  return {
    id,
    name: entry.name,
    size: entry.size,
    webUrl: entry.webUrl ?? `${home}/${encodeURIComponent(entry.name)}`,
    eTag: `"{${id}},1"`,
    createdDateTime: modified,
    lastModifiedDateTime: modified,
    createdBy: owner,
    lastModifiedBy: owner,
    parentReference: { driveType: 'business', driveId: `b!${person.id}`, id: '01ROOT', path: '/drive/root:' },
    ...(entry.folder
      ? { folder: { childCount: index % 7 } }
      : { file: { mimeType: MIME_TYPES[extension] ?? 'application/octet-stream' } }),
  };
}
