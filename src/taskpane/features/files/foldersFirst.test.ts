import { expect, it } from 'vitest';
import { defaultPreferences, type FileItem } from '../../../contract/api.ts';
import { foldersFirst } from './foldersFirst.ts';
import { fileQuery, home } from './place.ts';

const files = ['a.docx', 'B', 'c.xlsx', 'D'].map(
  (name) => ({ id: name, name, kind: name.includes('.') ? 'document' : 'folder' }) as FileItem,
);
const names = (query = fileQuery(home, defaultPreferences)) =>
  foldersFirst(files, query).map(({ name }) => name);

it('puts folders before files, each group in the order of the server', () => {
  expect(names()).toEqual(['B', 'D', 'a.docx', 'c.xlsx']);
});

it.each([
  ['sorted by date', fileQuery(home, { ...defaultPreferences, sortBy: 'lastModified' })],
  ['of a search', fileQuery({ ...home, search: 'a' }, defaultPreferences)],
  ['of recent files', fileQuery({ ...home, view: 'recent' }, defaultPreferences)],
])('keeps the order of the server in a list %s', (_name, query) => {
  expect(names(query)).toEqual(files.map(({ name }) => name));
});
