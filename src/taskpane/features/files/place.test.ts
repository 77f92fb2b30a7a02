import { expect, it } from 'vitest';
import type { FileItem } from '../../../contract/api.ts';
import { defaultPreferences } from '../../../contract/preferences.ts';
import { fileQuery, folderOf, home, inFolder, listOffers, parentOf } from './place.ts';
import { initialState, selectedFiles, toggled, withFiles, withPage } from './filesState.ts';

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

it('opens a shortcut in the drive of its target', () => {
  const folder = { ...file('f'), kind: 'folder' } as const;
  expect(folderOf(folder)).toEqual({ id: 'f', name: 'f' });
  const target = folderOf({ ...folder, opens: { drive: 'b!x', folder: 'r' } });
  expect(target).toEqual({ id: 'r', name: 'f', drive: 'b!x' });
  expect(target && fileQuery(inFolder(home, target), defaultPreferences)).toMatchObject({
    folder: 'r',
    drive: 'b!x',
  });
  expect(fileQuery(inFolder(home, { id: 'f', name: 'f' }), defaultPreferences)).not.toHaveProperty('drive');
});

it('does not open a shortcut without a target, nor a file', () => {
  expect(folderOf({ ...file('f'), kind: 'folder', opens: null })).toBeNull();
  expect(folderOf({ ...file('f'), kind: 'notebook' })).toBeNull();
});

const query = fileQuery(home, defaultPreferences);
const page = (ids: string, nextCursor: string | null = null) => ({ items: [...ids].map(file), nextCursor });

it('adds a page without listing a file twice', () => {
  const first = withPage([], page('aab', '1'), query);
  expect(first.files?.map(({ id }) => id)).toEqual(['a', 'b']);
  const second = withPage(first.files ?? [], page('bcc'), query);
  expect(second.files?.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  expect(second).toMatchObject({ nextCursor: null, incomplete: false });
});

it('ends a list whose next page has only files that are listed already', () => {
  const files = ['a', 'b'].map(file);
  expect(withPage(files, page('ab', '2'), query)).toMatchObject({ nextCursor: null, incomplete: true });
  expect(withPage(files, page('ab'), query)).toMatchObject({ nextCursor: null, incomplete: false });
  expect(withPage(files, page('', '2'), query)).toMatchObject({ nextCursor: '2', incomplete: false });
});

it('keeps what the server says of the list', () => {
  const said = { ...page('a'), incomplete: true, sort: null } as const;
  expect(withPage([], said, query)).toMatchObject({ incomplete: true, sortInForce: null });
  expect(withPage([], page('a'), query).sortInForce).toBeUndefined();
});
