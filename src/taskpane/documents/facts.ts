import type { FileItem } from '../../contract/api.ts';
import type { InsertLabels } from './insertJob.ts';

/** ` (date, size)` to stand after the name; of files of other people one or both may not be known. */
export function factsAfterName(file: FileItem, labels: InsertLabels): string {
  const known = [labels.formatDate(file.lastModified), labels.formatSize(file.size)].filter(Boolean);
  return known.length === 0 ? '' : ` (${known.join(', ')})`;
}
