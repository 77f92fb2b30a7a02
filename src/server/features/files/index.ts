import {
  routes,
  fileViews,
  MAX_PAGE_SIZE,
  MAX_SEARCH_LENGTH,
  sortKeys,
  type FileQuery,
  type FileView,
  type SortKey,
} from '../../../contract/api.ts';
import { ProblemError } from '../../../contract/problem.ts';
import type { Feature } from '../../feature.ts';
import { sanitizeText } from '../../graph/graphClient.ts';
import { isGraphId } from './filesPath.ts';
import { readFiles, type FilesRequest } from './readFiles.ts';

/** GET /api/files?cursor=&view=&folder=&drive=&search=&sort=&top= */
export const files: Feature = {
  routes(api, { graph, logger }) {
    api.get(routes.files, async ({ caller, call, req, res }) => {
      const request = readFilesRequest(req.query);
      const { page, droppedItems, droppedLink } = await readFiles(graph, caller, call, request);
      if (droppedItems > 0 || droppedLink) {
        logger.warn(
          { droppedItems, droppedLink, correlationId: call.correlationId },
          'Graph returned items or links in an unexpected format; the list leaves them out.',
        );
      }
      res.json(page);
    });
  },
};

const DEFAULT_TOP = 100;

type Parameters = Readonly<Record<string, unknown>>;

/** @param given the parsed query string  @throws ProblemError request_invalid that names the parameter */
export function readFilesRequest(given: Parameters): FilesRequest {
  const view = one(given, 'view') ?? 'files';
  if (!isOneOf(fileViews, view)) throw invalid('view', `one of ${fileViews.join(', ')}`);
  const drive = readId('drive', one(given, 'drive'));
  const request: FilesRequest = {
    view,
    cursor: one(given, 'cursor') ?? null,
    folder: readId('folder', one(given, 'folder')),
    ...(drive === null ? {} : { drive }),
    search: readSearch(one(given, 'search')),
    sort: readSort(one(given, 'sort')),
    top: readTop(one(given, 'top')),
  };
  assertCombination(request, view);
  return request;
}

/** Rejects combinations that Graph does not support instead of silently ignoring parameters. */
function assertCombination({ folder, drive, search, sort }: FilesRequest, view: FileView): void {
  if (drive !== undefined && folder === null) throw invalid('drive', 'used together with folder');
  if (view !== 'files') {
    if (folder !== null) throw invalid('folder', 'omitted in this view');
    if (search !== '') throw invalid('search', 'omitted in this view');
    if (sort !== null) throw invalid('sort', 'omitted in this view');
  }
  if (folder !== null && search !== '') throw invalid('search', 'omitted within a folder');
}

/** Returns the value of a parameter; undefined if it is absent or empty. Rejects repeated parameters. */
function one(given: Parameters, name: string): string | undefined {
  const value = given[name];
  if (value === undefined || value === '') return undefined;
  if (typeof value === 'string') return value;
  throw invalid(name, 'given once');
}

function readId(name: 'folder' | 'drive', id: string | undefined): string | null {
  if (id === undefined) return null;
  if (isGraphId(id)) return id;
  throw invalid(name, `the id of a ${name}`);
}

function readSearch(text: string | undefined): string {
  if (text === undefined) return '';
  if (text.length > MAX_SEARCH_LENGTH)
    throw invalid('search', `at most ${MAX_SEARCH_LENGTH} characters long`);
  if (/[\p{Surrogate}\p{Cc}]/u.test(text)) throw invalid('search', 'text without control characters');
  return sanitizeText(text) ?? '';
}

function readSort(text: string | undefined): FileQuery['sort'] {
  if (text === undefined) return null;
  const descending = text.startsWith('-');
  const by = descending ? text.slice(1) : text;
  if (isOneOf<SortKey>(sortKeys, by)) return { by, descending };
  throw invalid('sort', `one of ${sortKeys.join(', ')}, with a leading minus for descending order`);
}

function readTop(text: string | undefined): number {
  if (text === undefined) return DEFAULT_TOP;
  const top = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (top >= 1 && top <= MAX_PAGE_SIZE) return top;
  throw invalid('top', `a number from 1 to ${MAX_PAGE_SIZE}`);
}

function isOneOf<T extends string>(list: readonly T[], value: string): value is T {
  return list.some((known) => known === value);
}

function invalid(name: string, rule: string): ProblemError {
  return new ProblemError('request_invalid', { detail: `The parameter ${name} must be ${rule}.` });
}
