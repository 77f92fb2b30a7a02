import { expect, it } from 'vitest';
import { defaultPreferences, type FileItem } from '../../../contract/api.ts';
import type { Api } from '../../api/client.ts';
import { readFiles } from './files.ts';
import {
  foldersFirst,
  initialState,
  selectedFiles,
  withPage,
  withSelected,
  withToggled,
  enterFolder,
  fileQuery,
  home,
  listOffers,
  listRoute,
  openableFolder,
  parentOf,
} from './filesState.ts';
import { findByName, listAction, ROW_HEIGHT, rowsInView, rowsToRender, type ListAction } from './list.ts';

it('sends the query and the cursor in the URL', async () => {
  const paths: string[] = [];
  const api: Api = {
    get: (path) => {
      paths.push(path);
      return Promise.reject(new Error('no response'));
    },
    request: () => Promise.reject(new Error('not used')),
  };
  const query = { view: 'files', folder: null, search: 'x=y&z', top: 25 } as const;
  await expect(
    readFiles(api, 'a b&c', { ...query, sort: { by: 'size', descending: true } }),
  ).rejects.toThrow();
  expect(paths).toEqual([`${listRoute}?view=files&search=x%3Dy%26z&sort=-size&top=25&cursor=a+b%26c`]);
});

const file = (id: string) => ({ id, name: id }) as FileItem;

it('returns the query for a place, with the order that the view supports', () => {
  const folder = { id: 'f1', name: 'Folder' };
  const inside = enterFolder(home, folder);
  expect(fileQuery(inside, defaultPreferences)).toEqual({
    view: 'files',
    folder: 'f1',
    search: '',
    sort: listOffers.sort ? { by: 'name', descending: false } : null,
    top: 100,
  });
  expect(fileQuery({ ...home, view: 'recent' }, defaultPreferences).sort).toBeNull();
  expect(
    enterFolder({ ...inside, search: 'x' }, { id: 'f2', name: 'Found' }).folders.map(({ id }) => id),
  ).toEqual(['f2']);
});

it('keeps the selection of other folders, once each and in order', () => {
  const there = { ...initialState, files: [file('a'), file('b')] };
  const chosen = { ...there, ...withToggled(there, 'b') };
  const elsewhere = { ...chosen, files: [file('c')] };
  const all = { ...elsewhere, ...withSelected(elsewhere, [file('c'), file('b')]) };
  expect(selectedFiles(all).map(({ id }) => id)).toEqual(['b', 'c']);
  expect(selectedFiles({ ...all, ...withToggled(all, 'b') }).map(({ id }) => id)).toEqual(['c']);
  expect(withToggled(all, 'unknown').selected).toEqual(['b', 'c']);
});

it('goes back one folder at a time, then to the search in which the first was found', () => {
  const [one, two] = [
    { id: '1', name: 'One' },
    { id: '2', name: 'Two' },
  ];
  const search = { ...home, search: 'report' };
  const deep = enterFolder(enterFolder(search, one), two);
  expect(parentOf(deep).folders).toEqual([one]);
  expect(parentOf(parentOf(deep))).toEqual(search);
  expect(parentOf(enterFolder(home, one))).toEqual(home);
});

it('opens a shortcut in the drive of its target', () => {
  const folder = { ...file('f'), kind: 'folder' } as const;
  expect(openableFolder(folder)).toEqual({ id: 'f', name: 'f' });
  const target = openableFolder({ ...folder, opens: { drive: 'b!x', folder: 'r' } });
  expect(target).toEqual({ id: 'r', name: 'f', drive: 'b!x' });
  expect(target && fileQuery(enterFolder(home, target), defaultPreferences)).toMatchObject({
    folder: 'r',
    drive: 'b!x',
  });
  expect(fileQuery(enterFolder(home, { id: 'f', name: 'f' }), defaultPreferences)).not.toHaveProperty(
    'drive',
  );
});

it('opens neither a shortcut without a target nor a file', () => {
  expect(openableFolder({ ...file('f'), kind: 'folder', opens: null })).toBeNull();
  expect(openableFolder({ ...file('f'), kind: 'notebook' })).toBeNull();
});

const query = fileQuery(home, defaultPreferences);
const page = (ids: string, nextCursor: string | null = null) => ({ items: [...ids].map(file), nextCursor });

it('adds a page without duplicate files', () => {
  const first = withPage([], page('aab', '1'), query);
  expect(first.files?.map(({ id }) => id)).toEqual(['a', 'b']);
  const second = withPage(first.files ?? [], page('bcc'), query);
  expect(second.files?.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  expect(second).toMatchObject({ nextCursor: null, incomplete: false });
});

it('ends a list whose next page adds no file', () => {
  const files = ['a', 'b'].map(file);
  expect(withPage(files, page('ab', '2'), query)).toMatchObject({ nextCursor: null, incomplete: true });
  expect(withPage(files, page('ab'), query)).toMatchObject({ nextCursor: null, incomplete: false });
  expect(withPage(files, page('', '2'), query)).toMatchObject({ nextCursor: '2', incomplete: false });
});

it('keeps the flag and the order that the server reports', () => {
  const said = { ...page('a'), incomplete: true, sort: null } as const;
  expect(withPage([], said, query)).toMatchObject({ incomplete: true, effectiveSort: null });
  expect(withPage([], page('a'), query).effectiveSort).toBeUndefined();
});

const files = ['a.docx', 'B', 'c.xlsx', 'D'].map(
  (name) => ({ id: name, name, kind: name.includes('.') ? 'document' : 'folder' }) as FileItem,
);
const names = (query = fileQuery(home, defaultPreferences)) =>
  foldersFirst(files, query).map(({ name }) => name);

it.skipIf(!listOffers.sort)('puts folders before files, each group in the order of the server', () => {
  expect(names()).toEqual(['B', 'D', 'a.docx', 'c.xlsx']);
});

it.each([
  ['sorted by date', fileQuery(home, { ...defaultPreferences, sortBy: 'lastModified' })],
  ['of a search', fileQuery({ ...home, search: 'a' }, defaultPreferences)],
  ['of recent files', fileQuery({ ...home, view: 'recent' }, defaultPreferences)],
])('keeps the order of the server in a list %s', (_name, query) => {
  expect(names(query)).toEqual(files.map(({ name }) => name));
});

const facts = { active: 5, count: 100, page: 8, canOpen: false };
const press = (keys: string, change: Partial<typeof facts> = {}) => {
  const parts = keys.split('+');
  const held = (name: string) => parts.slice(0, -1).includes(name);
  const key = parts.at(-1) === 'Space' ? ' ' : (parts.at(-1) ?? '');
  const modifiers = {
    shiftKey: held('Shift'),
    ctrlKey: held('Ctrl'),
    metaKey: held('Meta'),
    altKey: held('Alt'),
  };
  return listAction({ key, ...modifiers }, { ...facts, ...change });
};

it.each<[string, ListAction | null]>([
  ['ArrowDown', { kind: 'move', to: 6 }],
  ['PageUp', { kind: 'move', to: 0 }],
  ['PageDown', { kind: 'move', to: 13 }],
  ['End', { kind: 'move', to: 99 }],
  ['Shift+ArrowUp', { kind: 'extend', to: 4 }],
  ['Shift+Home', { kind: 'move', to: 0 }],
  ['Ctrl+Shift+Home', { kind: 'extend', to: 0 }],
  ['Ctrl+Shift+End', { kind: 'extend', to: 99 }],
  ['Space', { kind: 'toggle' }],
  ['Shift+Space', { kind: 'extend', to: 5 }],
  ['Enter', { kind: 'toggle' }],
  ['Ctrl+a', { kind: 'all' }],
  ['Meta+A', { kind: 'all' }],
  ['b', { kind: 'find', letter: 'b' }],
  ['Ctrl+b', null],
  ['Alt+ArrowUp', null],
  ['Tab', null],
  ['Escape', null],
])('%s: %j', (keys, action) => {
  expect(press(keys)).toEqual(action);
});

it('opens a folder with Enter, stays within the list, and ignores keys in an empty one', () => {
  expect(press('Enter', { canOpen: true })).toEqual({ kind: 'open' });
  expect(press('ArrowDown', { active: 99 })).toEqual({ kind: 'move', to: 99 });
  expect(press('ArrowDown', { count: 0 })).toBeNull();
});

it('finds the next name that starts with the text, and wraps around', () => {
  const names = ['Budget', 'Annual', 'budget 2', 'Zoo'];
  expect(findByName(names, 'b', 0)).toBe(2);
  expect(findByName(names, 'b', 2)).toBe(0);
  expect(findByName(names, 'bu', 2)).toBe(2);
  expect(findByName(names, 'x', 0)).toBe(-1);
});

it('renders fewer than 40 of 10,000 rows at any scroll position', () => {
  for (const row of [0, 1, 500, 9_990, 9_999]) {
    const { first, end } = rowsInView(-row * ROW_HEIGHT, 600, 10_000);
    expect(first).toBeLessThanOrEqual(row);
    expect(end).toBeGreaterThanOrEqual(Math.min(10_000, row + 12));
    expect(end - first).toBeLessThan(40);
  }
});

it('renders all of a short list, and nothing of one that is out of view', () => {
  expect(rowsInView(-50_000, 600, 150)).toEqual({ first: 0, end: 150 });
  const { first, end } = rowsInView(100_000, 600, 10_000);
  expect(end - first).toBe(0);
});

it('adds the active row in list order', () => {
  expect(rowsToRender({ first: 10, end: 13 }, 2, 100)).toEqual([2, 10, 11, 12]);
  expect(rowsToRender({ first: 10, end: 13 }, 90, 100)).toEqual([10, 11, 12, 90]);
  expect(rowsToRender({ first: 10, end: 13 }, 11, 100)).toEqual([10, 11, 12]);
  expect(rowsToRender({ first: 0, end: 0 }, 0, 0)).toEqual([]);
});
