import type { FileQuery } from '../../contract/api.ts';
import type { SortKey } from '../../contract/preferences.ts';

/** Which of Graph's lists a page belongs to; its cursor leads to the same list and to no other. */
export type FileList =
  | { readonly kind: 'root' }
  | { readonly kind: 'folder'; readonly id: string }
  | { readonly kind: 'search' }
  | { readonly kind: 'shared' };

const MEMBERS = 'id,name,size,webUrl,lastModifiedDateTime,folder,file';

const graphNames: Record<SortKey, string> = {
  name: 'name',
  lastModified: 'lastModifiedDateTime',
  size: 'size',
};

export function fileListOf({ view, folder, search }: FileQuery): FileList {
  if (view === 'shared') return { kind: 'shared' };
  if (view === 'recent' || search !== '') return { kind: 'search' };
  return folder === null ? { kind: 'root' } : { kind: 'folder', id: folder };
}

/**
 * Path and query of the first page, below GRAPH_ENDPOINT. `recent` is a search for everything, newest first:
 * Graph's own `recent` ends in November 2026 (docs/decisions/0008-recent-and-shared.md).
 */
export function firstPage(query: FileQuery): string {
  const { view, folder, search, sort, top } = query;
  switch (view) {
    case 'shared':
      // Takes no $top and no $orderby.
      return `/v1.0/me/drive/sharedWithMe?$select=${MEMBERS},remoteItem`;
    case 'recent':
      return `${searchFor('')}?$top=${top}&$select=${MEMBERS}&$orderby=lastModifiedDateTime%20desc`;
    case 'files': {
      const list =
        search !== ''
          ? searchFor(search)
          : `/v1.0/me/drive/${folder === null ? 'root' : `items/${folder}`}/children`;
      const order = sort ? `&$orderby=${graphNames[sort.by]}${sort.descending ? '%20desc' : ''}` : '';
      return `${list}?$top=${top}&$select=${MEMBERS}${order}`;
    }
  }
}

/**
 * The text stands in an OData string within the path: its quotes are doubled (OData 4.01 ABNF, `string`), then all
 * of it is percent-encoded.
 */
function searchFor(text: string): string {
  return `/v1.0/me/drive/root/search(q='${encodeURIComponent(text.replaceAll("'", "''"))}')`;
}
