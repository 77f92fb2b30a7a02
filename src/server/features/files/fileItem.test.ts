import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileKind, isListed, toFileItem } from './fileItem.ts';

const item = {
  id: '01ABC!1',
  name: 'Plan.docx',
  size: 12000,
  webUrl: 'https://contoso.sharepoint.com/Doc.aspx?id=1',
  lastModifiedDateTime: '2026-01-02T03:04:05Z',
  file: { mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
};

describe('toFileItem', () => {
  it('converts an item of Graph', () => {
    expect(toFileItem(item)).toEqual({
      id: '01ABC!1',
      name: 'Plan.docx',
      kind: 'document',
      webUrl: item.webUrl,
      size: 12000,
      lastModified: '2026-01-02T03:04:05.000Z',
    });
  });

  it.each([
    ['a javascript: URL', { webUrl: 'javascript:alert(1)' }],
    ['a URL without https', { webUrl: 'http://contoso.example/' }],
    ['a password in the URL', { webUrl: 'https://user:password@contoso.example/' }],
    ['no URL', { webUrl: undefined }],
    ['a data: URL of another drive', { webUrl: undefined, remoteItem: { webUrl: 'data:,x' } }],
    ['a URL of another drive with a password', { webUrl: '', remoteItem: { webUrl: 'https://a:b@c/' } }],
    ['a name that is not a string', { name: { toString: 'x' } }],
    ['a name of only control characters', { name: '\u0000\u202e' }],
    ['no id', { id: '' }],
    ['an invalid time', { lastModifiedDateTime: 'yesterday' }],
  ])('leaves out an item with %s', (_name, change) => {
    expect(toFileItem({ ...item, ...change })).toBeNull();
  });

  it('sanitizes the name', () => {
    const cleaned = toFileItem({ ...item, name: 'Pay\u202exslx.exe\n', size: -5, file: 'x', folder: null });
    expect(cleaned).toMatchObject({ name: 'Payxslx.exe', size: null, kind: 'other' });
    expect(toFileItem({ ...item, name: '<img src=x onerror=alert(1)>' })?.name).toBe(
      '<img src=x onerror=alert(1)>',
    );
  });

  it('reads the fields of an item in another drive from remoteItem, and returns null for missing ones', () => {
    const { webUrl, name, size } = item;
    expect(toFileItem({ id: 's1', remoteItem: { id: 'r', name, webUrl, size, folder: {} } })).toEqual({
      id: 's1',
      name,
      kind: 'folder',
      webUrl,
      size: 12000,
      lastModified: null,
      opens: null,
    });
    expect(toFileItem({ id: 's1', name, webUrl, remoteItem: 7 })).toMatchObject({
      size: null,
      lastModified: null,
    });
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => void toFileItem(value)));
    fc.assert(fc.property(fc.jsonValue(), (value) => void toFileItem({ ...item, remoteItem: value })));
  });
});

describe('a shortcut to another drive', () => {
  const shortcut = {
    id: '01SHORTCUT',
    name: 'Team plans',
    size: 0,
    webUrl: 'https://contoso-my.sharepoint.com/personal/adele_contoso_com/Documents/Team%20plans',
    lastModifiedDateTime: '2026-01-02T03:04:05Z',
    parentReference: { driveId: 'b!own', path: '/drive/root:' },
  };
  const remoteItem = {
    id: '01REMOTE',
    name: 'Plans',
    size: 4096,
    webUrl: 'https://contoso.sharepoint.com/sites/Marketing/Shared%20Documents/Plans',
    folder: { childCount: 3 },
    parentReference: { driveId: 'b!team-1_x', id: '01ROOT', path: '/drives/b!team-1_x/root:' },
  };

  it('is a folder that opens in the drive of its target', () => {
    expect(toFileItem({ ...shortcut, remoteItem })).toMatchObject({
      id: '01SHORTCUT',
      name: 'Team plans',
      kind: 'folder',
      size: 4096,
      webUrl: remoteItem.webUrl,
      opens: { drive: 'b!team-1_x', folder: '01REMOTE' },
    });
  });

  it.each([
    ['no drive', { ...remoteItem, parentReference: {} }],
    ['a path traversal in its drive id', { ...remoteItem, parentReference: { driveId: 'a/../b' } }],
    ['an encoded separator in its id', { ...remoteItem, id: 'a%2Fb' }],
    ['an id of two dots', { ...remoteItem, id: '..' }],
    ['no id', { ...remoteItem, id: undefined }],
  ])('cannot be opened with %s', (_name, target) => {
    expect(toFileItem({ ...shortcut, remoteItem: target })).toMatchObject({ kind: 'folder', opens: null });
  });

  it('to a file is a file with the size of the target', () => {
    const file = { ...remoteItem, name: 'Plan.xlsx', size: 9216, folder: undefined, file: {} };
    const read = toFileItem({ ...shortcut, name: 'Plan', remoteItem: file });
    expect(read).toMatchObject({ name: 'Plan', kind: 'workbook', size: 9216 });
    expect(read).not.toHaveProperty('opens');
  });

  it('has no size if Graph sends none for the target', () => {
    expect(toFileItem({ ...shortcut, remoteItem: { ...remoteItem, size: undefined } })?.size).toBeNull();
  });

  it('opens folders of another drive in that drive', () => {
    const folder = { ...item, folder: {}, file: undefined };
    expect(toFileItem(folder, { drive: 'b!team' })?.opens).toEqual({ drive: 'b!team', folder: '01ABC!1' });
    expect(toFileItem(folder)).not.toHaveProperty('opens');
  });
});

describe('facets', () => {
  const bare = { ...item, name: 'Notes', size: 0, file: undefined };
  it.each([
    ['a OneNote notebook', { package: { type: 'oneNote' }, size: 300 }, 'notebook', 300],
    ['a notebook in another case', { package: { type: 'OneNote' } }, 'notebook', null],
    ['another package', { package: { type: 'somethingNew' } }, 'package', null],
    ['a package without a type', { package: {} }, 'package', null],
    ['a shortcut to a notebook', { remoteItem: { id: 'r', package: { type: 'oneNote' } } }, 'notebook', null],
    ['a bundle', { bundle: { childCount: 2 } }, 'folder', null],
    ['a special folder', { folder: {}, specialFolder: { name: 'documents' } }, 'folder', 0],
    ['a file with pending operations', { file: {}, pendingOperations: {}, name: 'a.docx' }, 'document', 0],
    ['an item without a facet', {}, 'other', null],
    ['an item without a facet, but with an extension', { name: 'a.pptx', size: 5 }, 'presentation', 5],
    ['a facet that is null', { folder: null, package: null }, 'other', null],
  ])('reads %s', (_name, change, kind, size) => {
    expect(toFileItem({ ...bare, ...change })).toMatchObject({ kind, size });
  });

  it.each(['deleted', 'root', 'malware'])('does not list an item with the facet %s', (facet) => {
    expect(isListed({ ...item, [facet]: {} })).toBe(false);
    expect(isListed({ ...item, [facet]: null })).toBe(true);
  });
});

describe('the path of an item', () => {
  const at = (path: unknown, more: object = {}) =>
    toFileItem({ ...item, parentReference: { path }, ...more }, { withPath: true })?.path;

  it.each<[string, string[]]>([
    ['/drive/root:', []],
    ['/drive/root', []],
    ['/drive/root:/', []],
    ['/drive/root:/Plans/2027', ['Plans', '2027']],
    ['/drives/b!x-Y_z/root:/Plans', ['Plans']],
    ['/me/drive/root:/Plans', ['Plans']],
    ['/drive/root:/Caf%C3%A9%20%26%20bar/100%25', ['Café & bar', '100%']],
    ['/drive/root:/100% sure', ['100% sure']],
    ['/drive/root:/root/a', ['root', 'a']],
    ['/drive/root:/a\u202eb\u0000/c', ['ab', 'c']],
  ])('of %s is %j', (path, names) => {
    expect(at(path)).toEqual(names);
  });

  it('comes from the URL if Graph sends no path', () => {
    const webUrl =
      'https://contoso-my.sharepoint.com/personal/adele_contoso_com/Documents/A%20b/c/Budget.pdf';
    expect(at(undefined, { webUrl })).toEqual(['A b', 'c']);
  });

  it('is the folder name if neither path nor URL contain it', () => {
    const webUrl =
      'https://contoso-my.sharepoint.com/personal/adele/_layouts/15/Doc.aspx?sourcedoc=1&file=b.docx';
    expect(at(undefined, { webUrl, parentReference: { name: 'Reports' } })).toEqual(['Reports']);
    expect(at(undefined, { webUrl, parentReference: { name: 'root' } })).toBeUndefined();
    expect(at(7, { webUrl })).toBeUndefined();
  });

  it('is left out if all items are in one folder', () => {
    expect(toFileItem({ ...item, parentReference: { path: '/drive/root:/Plans' } })).not.toHaveProperty(
      'path',
    );
  });

  it('in another drive starts with its owner or site', () => {
    const remoteItem = {
      id: 'r',
      webUrl: 'https://contoso.sharepoint.com/sites/Marketing%20team/Shared%20Documents/Plans/a.docx',
      parentReference: { driveId: 'b!x', path: '/drives/b!x/root:/Plans' },
    };
    const owner = { user: { displayName: 'Megan Bowen' } };
    expect(at('/drive/root:', { remoteItem: { ...remoteItem, shared: { owner } } })).toEqual([
      'Megan Bowen',
      'Plans',
    ]);
    expect(at('/drive/root:', { remoteItem })).toEqual(['Marketing team', 'Plans']);
    const nowhere = { id: 'r', webUrl: 'https://1drv.ms/x' };
    expect(at('/drive/root:', { remoteItem: nowhere })).toBeUndefined();
  });

  it('is shortened in the middle', () => {
    const path = `/drive/root:/${Array.from({ length: 40 }, (_, depth) => depth).join('/')}`;
    const names = at(path);
    expect(names).toHaveLength(12);
    expect([names?.[0], names?.at(-1)]).toEqual(['0', '39']);
  });
});

it.each([
  ['a.DOCX', '', false, 'document'],
  ['a.xlsm', '', false, 'workbook'],
  ['a.csv', 'text/csv', false, 'workbook'],
  ['a.pptx', '', false, 'presentation'],
  ['a.jpeg', '', false, 'image'],
  ['photo', 'image/heic', false, 'image'],
  ['scan', 'application/pdf', false, 'pdf'],
  ['letter', 'application/msword', false, 'document'],
  ['a.docx', '', true, 'folder'],
  ['notebook', '', false, 'other'],
  ['a.constructor', '', false, 'other'],
])('%s (%s, folder %s) is a %s', (name, mime, folder, kind) => {
  expect(fileKind(name, mime, folder)).toBe(kind);
});
