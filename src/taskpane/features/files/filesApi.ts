import { sortParameter, type FilePage, type FileQuery } from '../../../contract/api.ts';
import type { Api } from '../../api/client.ts';
import { listRoute } from './place.ts';

/** Reads a page of files. @param cursor from the previous page of the same query; null: the first page */
export function readFiles(api: Api, cursor: string | null, query: FileQuery): Promise<FilePage> {
  return api.get<FilePage>(`${listRoute}?${parametersOf(cursor, query)}`, (body) =>
    Array.isArray(body['items']),
  );
}

function parametersOf(cursor: string | null, { view, folder, drive, search, sort, top }: FileQuery): string {
  const given: Record<string, string> = {
    view,
    folder: folder ?? '',
    drive: drive ?? '',
    search,
    sort: sort ? sortParameter(sort) : '',
    top: String(top),
    cursor: cursor ?? '',
  };
  return new URLSearchParams(Object.entries(given).filter(([, value]) => value !== '')).toString();
}
