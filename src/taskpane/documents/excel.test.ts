import { describe, expect, it } from 'vitest';
import { content, file, files, office, officeError } from '../../../tests/support/documents.ts';
import {
  fitsOnSheet,
  insertIntoExcel,
  neverFormula,
  rangeFormats,
  rangeValues,
  sortableDate,
  undoExcel,
} from './excel.ts';

interface FakeRange {
  readonly place: string;
  [member: string]: unknown;
}

/** A workbook that records writes in order. `occupied`: there are values at the active cell. */
function workbook({
  occupied = false,
  rowIndex = 4,
  tables = 0,
  merged = false,
  rowHidden = false,
  failWith,
}: {
  occupied?: boolean;
  rowIndex?: number;
  tables?: number;
  merged?: boolean;
  rowHidden?: boolean | null;
  failWith?: Error;
} = {}) {
  const written: { place: string; what: string; value: unknown }[] = [];
  const note = (place: string, what: string) => (value: unknown) => void written.push({ place, what, value });
  function range(place: string): FakeRange {
    const made = {
      place,
      rowIndex,
      columnIndex: 2,
      load: () => undefined,
      address: 'Sheet1!C5:E6',
      worksheet: { id: 'sheet-1', load: () => undefined },
      getResizedRange: (rows: number, columns: number) => range(`${place}+${rows},${columns}`),
      getUsedRangeOrNullObject: () => ({ load: () => undefined, isNullObject: !occupied }),
      getTables: () => ({ getCount: () => ({ value: tables }) }),
      getMergedAreasOrNullObject: () => ({ load: () => undefined, isNullObject: !merged }),
      rowHidden,
      columnHidden: false,
      getCell: (row: number, column: number) => range(`${place}[${row},${column}]`),
      getRow: (row: number) => ({
        format: {
          font: {
            set bold(value: boolean) {
              note(`row ${row}`, 'bold')(value);
            },
          },
        },
      }),
      format: { autofitColumns: () => undefined },
    };
    for (const member of ['values', 'numberFormat', 'hyperlink']) {
      Object.defineProperty(made, member, { set: note(place, member) });
    }
    return made;
  }
  const sheet = {
    name: 'Sheet7',
    load: () => undefined,
    activate: () => undefined,
    getRangeByIndexes: () => range('new'),
  };
  const context = {
    workbook: { getActiveCell: () => range('cell'), worksheets: { add: () => sheet } },
    sync: () => (failWith ? Promise.reject(failWith) : Promise.resolve()),
  };
  const excel = { run: (batch: (c: unknown) => Promise<unknown>) => batch(context) };
  return { excel: excel as unknown as Pick<typeof Excel, 'run'>, written };
}

it('writes the format, then the values, at an empty active cell', async () => {
  const { excel, written } = workbook();
  const result = await insertIntoExcel(office(), excel, content([file({ name: '=1+1' })]));
  expect(result).toEqual({ count: 1, place: { kind: 'selection' } });
  expect(written.map(({ what }) => what)).toEqual(['numberFormat', 'values', 'hyperlink', 'bold']);
  expect(written[1]?.value).toEqual([expect.anything(), expect.arrayContaining(["'=1+1"])]);
});

it.each([
  ['there are values', { occupied: true }],
  ['the sheet ends', { rowIndex: 1_048_575 }],
  ['there is an empty part of a table', { tables: 1 }],
  ['there are merged cells', { merged: true }],
  ['its rows are hidden', { rowHidden: true }],
  ['some of its rows are filtered out', { rowHidden: null }],
])('writes to a new sheet and names it when %s', async (_name, facts) => {
  const { excel, written } = workbook(facts);
  const result = await insertIntoExcel(office(), excel, content([file()]));
  expect(result.place).toEqual({ kind: 'newSheet', sheet: 'Sheet7' });
  expect(written.filter(({ place }) => place.startsWith('cell'))).toEqual([]);
});

it('uses no API that an older Excel lacks', async () => {
  const { excel } = workbook({ tables: 1, merged: true });
  const old = office({ lacks: ['ExcelApi 1.9', 'ExcelApi 1.13'] });
  const result = await insertIntoExcel(old, excel, content([file()]));
  expect(result.place).toEqual({ kind: 'selection' });
});

it('writes 1,000 files in chunks, each row once with its link', async () => {
  const { excel, written } = workbook();
  await insertIntoExcel(office(), excel, content(files(1000)));
  const rows = written.filter(({ what }) => what === 'values').flatMap(({ value }) => value as unknown[][]);
  expect(rows).toHaveLength(1001);
  expect(rows[1000]?.[0]).toBe('File 999.txt');
  expect(written.filter(({ what }) => what === 'hyperlink').at(-1)?.place).toBe('cell+1000,2[1000,0]');
});

it.each([
  [office({ writable: false }), 'document_read_only', {}],
  [office({ lacks: ['ExcelApi 1.7'] }), 'document_unsupported', { detail: 'ExcelApi 1.7' }],
])('rejects without writing where it cannot write (%#)', async (facts, code, expected) => {
  const { excel, written } = workbook();
  await expect(insertIntoExcel(facts, excel, content([file()]))).rejects.toMatchObject({
    code,
    facts: expected,
  });
  expect(written).toEqual([]);
});

it('reports the code of an Office error', async () => {
  const { excel } = workbook({ failWith: officeError('InvalidOperationInCellEditMode') });
  await expect(insertIntoExcel(office(), excel, content([file()]))).rejects.toMatchObject({
    code: 'document_failed',
    facts: { detail: 'InvalidOperationInCellEditMode' },
  });
});

it('writes only the linked names in the links format', async () => {
  const { excel, written } = workbook();
  await insertIntoExcel(office(), excel, { ...content([file()]), format: 'links' });
  const values = written.find(({ what }) => what === 'values')?.value;
  expect(values).toEqual([['Name'], ['Plan.docx']]);
});

it('reports progress, and offers undo after the first chunk', async () => {
  const { excel } = workbook();
  const reported: (number | 'undo')[] = [];
  const events = { onProgress: (done: number) => reported.push(done), onUndo: () => reported.push('undo') };
  await insertIntoExcel(office(), excel, { ...content(files(1000)), ...events });
  expect(reported).toEqual(['undo', 199, 399, 599, 799, 999, 1000]);
});

it.each([
  ['clears an unchanged block', [['Name'], ['=1+1'], ['']], true],
  ['keeps a block that the user has changed', [['Name'], ['Mine'], ['']], false],
])('undo %s', async (_name, values, expected) => {
  let cleared = false;
  const block = { values, load: () => undefined, clear: () => (cleared = true) };
  const sheet = { isNullObject: false, load: () => undefined, getRange: () => block };
  const context = {
    workbook: { worksheets: { getItemOrNullObject: () => sheet } },
    sync: () => Promise.resolve(),
  };
  const excel = { run: (batch: (c: unknown) => Promise<unknown>) => batch(context) };
  const place = { sheet: '1', address: 'Sheet1!A1:A3' };
  const written = [['Name'], ["'=1+1"], ['Not written']];
  const { signal } = new AbortController();
  expect(await undoExcel(excel as unknown as Pick<typeof Excel, 'run'>, place, written, signal)).toBe(
    expected,
  );
  expect(cleared).toBe(expected);
});

describe('Excel values', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '  =1', "'quoted'.txt", '\uff1d1'])(
    'escapes %j, which Excel could read as a formula',
    (text) => expect(neverFormula(text)).toBe(`'${text}`),
  );

  it.each(['Plan.docx', '2026-11-22', 'a=b', ''])('leaves %j unchanged', (text) =>
    expect(neverFormula(text)).toBe(text),
  );

  it('writes dates that sort as text', () => {
    expect(sortableDate('2026-11-22T10:15:00')).toBe('2026-11-22 10:15');
    expect(sortableDate('never')).toBe('');
  });

  it('returns a format for every value: text, except for sizes', () => {
    const values = rangeValues(content([file({ name: '=cmd|x' }), file({ name: '\tx', size: Number.NaN })]));
    expect(values[0]).toEqual(['Name', 'Changed', 'Size']);
    expect(values[1]?.[0]).toBe("'=cmd|x");
    expect(values[2]).toEqual(['x', expect.any(String), 0]);
    const formats = rangeFormats(content([file(), file()]));
    expect(formats.map((row) => row.length)).toEqual(values.map((row) => row.length));
    expect(formats.map((row) => row.slice(0, 2))).toEqual(Array(3).fill(['@', '@']));
  });

  it.each([
    [0, 0, 1_048_576, true],
    [1, 0, 1_048_576, false],
    [0, 16_381, 1, true],
    [0, 16_382, 1, false],
  ])('fitsOnSheet for row %d, column %d and %d rows is %s', (row, column, rows, fits) =>
    expect(fitsOnSheet(row, column, rows, 3)).toBe(fits),
  );
});
