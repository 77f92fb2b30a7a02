import { expect, it } from 'vitest';
import type { FileItem } from '../../contract/api.ts';
import { defaultPreferences } from '../../contract/preferences.ts';
import { fileQuery, home, inFolder, listOffers, parentOf } from './place.ts';
import { initialState, selectedFiles, toggled, withFiles } from './state.ts';

const file = (id: string) => ({ id, name: id }) as FileItem;

it('asks for what the place shows, in the order that the place has', () => {
  const folder = { id: 'f1', name: 'Folder' };
  const inside = inFolder(home, folder);
  expect(fileQuery(inside, defaultPreferences)).toEqual({
    view: 'files',
    folder: 'f1',
    search: '',
    sort: listOffers.sort ? { by: 'name', descending: false } : null,
    top: 100,
  });
  expect(fileQuery({ ...home, view: 'recent' }, defaultPreferences).sort).toBeNull();
  expect(
    inFolder({ ...inside, search: 'x' }, { id: 'f2', name: 'Found' }).folders.map(({ id }) => id),
  ).toEqual(['f2']);
});

it('keeps what was chosen in other folders, each once and in order', () => {
  const there = { ...initialState, files: [file('a'), file('b')] };
  const chosen = { ...there, ...toggled(there, 'b') };
  const elsewhere = { ...chosen, files: [file('c')] };
  const all = { ...elsewhere, ...withFiles(elsewhere, [file('c'), file('b')]) };
  expect(selectedFiles(all).map(({ id }) => id)).toEqual(['b', 'c']);
  expect(selectedFiles({ ...all, ...toggled(all, 'b') }).map(({ id }) => id)).toEqual(['c']);
  expect(toggled(all, 'unknown').selected).toEqual(['b', 'c']);
});

it('leads back one folder at a time, to the search in which the first was found', () => {
  const [one, two] = [
    { id: '1', name: 'One' },
    { id: '2', name: 'Two' },
  ];
  const search = { ...home, search: 'report' };
  const deep = inFolder(inFolder(search, one), two);
  expect(parentOf(deep).folders).toEqual([one]);
  expect(parentOf(parentOf(deep))).toEqual(search);
  expect(parentOf(inFolder(home, one))).toEqual(home);
});
