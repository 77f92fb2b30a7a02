import type { FileItem, FileQuery } from '../../../contract/api.ts';

/**
 * Returns the files with folders before everything else, each group in the order of the server. Only in a folder
 * that is sorted by name: by date or size, and in a search, the order itself is what the user asked for.
 */
export function foldersFirst(files: readonly FileItem[], { search, sort }: FileQuery): readonly FileItem[] {
  if (sort?.by !== 'name' || search !== '') return files;
  const isFolder = ({ kind }: FileItem) => kind === 'folder';
  return [...files.filter(isFolder), ...files.filter((file) => !isFolder(file))];
}
