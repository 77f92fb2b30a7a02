import type { FileItem, FileQuery } from '../../../contract/api.ts';

/**
 * Returns the files with folders first, each group in the order of the server. Only for a folder that is sorted by name:
 * with any other order, and in a search, the user expects one sequence.
 */
export function foldersFirst(files: readonly FileItem[], { search, sort }: FileQuery): readonly FileItem[] {
  if (sort?.by !== 'name' || search !== '') return files;
  const isFolder = ({ kind }: FileItem) => kind === 'folder';
  return [...files.filter(isFolder), ...files.filter((file) => !isFolder(file))];
}
