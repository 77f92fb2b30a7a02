import type { FileItem } from '../../../contract/api.ts';
import type { InsertContent } from '../../documents/insertJob.ts';
import type { SharedTexts, Strings } from '../../strings/index.ts';
import type { FilesTexts } from './strings.ts';

/** Returns the files as rows for a document: linked name, date of change, size. */
export function fileRows(
  files: readonly FileItem[],
  { t, moment, size }: Strings<SharedTexts & FilesTexts>,
): InsertContent {
  return {
    header: [t('name'), t('changed'), t('size')],
    rows: files.map((file) => ({
      title: file.name,
      link: file.webUrl,
      cells: [
        { text: moment(file.lastModified), date: file.lastModified },
        { text: size(file.size), bytes: file.size },
      ],
    })),
  };
}
