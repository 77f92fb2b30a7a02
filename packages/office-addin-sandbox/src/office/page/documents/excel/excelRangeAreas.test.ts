/* oxlint-disable typescript/no-unsafe-call, typescript/no-unsafe-member-access, typescript/no-unsafe-assignment, typescript/no-unsafe-return -- members are called by name, as office.js does */
import { beforeEach, describe, expect, it } from 'vitest';
import { richClient, type RichObject } from '../../../../testing/richClient.ts';
import { excelDocument } from './excelDocument.ts';

let root: RichObject;
let sheet: RichObject;
let absent: string[];

beforeEach(() => {
  const { root: model } = excelDocument();
  if (!model) throw new Error('The document has no object model.');
  ({ root, absent } = richClient(model));
  sheet = root['worksheets'].getItem('Sheet1');
});

const range = (address: string): RichObject => sheet['getRange'](address);

describe('RangeAreas', () => {
  it('formats all areas at once, and returns null where they differ', () => {
    const areas = sheet['getRanges']('A1:B2, D4');
    areas.format.fill.color = '#FF0000';
    expect([range('B2')['format'].fill.color, range('D4')['format'].fill.color]).toEqual([
      '#FF0000',
      '#FF0000',
    ]);
    expect(areas.format.fill.color).toBe('#FF0000');
    range('D4')['format'].fill.color = '#00FF00';
    expect(areas.format.fill.color).toBeNull();
    expect([areas.address, areas.areaCount, areas.cellCount]).toEqual(['Sheet1!A1:B2,Sheet1!D4', 2, 5]);
    expect(absent).toEqual([]);
  });

  it('finds special cells, joined in each row', () => {
    range('A1:C2')['formulas'] = [
      [1, '=A1+1', '=1/0'],
      ['text', '', 5],
    ];
    expect(range('A1:C2')['getSpecialCells']('Formulas').address).toBe('Sheet1!B1:C1');
    expect(range('A1:C2')['getSpecialCells']('Formulas', 'Errors').address).toBe('Sheet1!C1');
    expect(range('A1:C2')['getSpecialCells']('Constants', 'Numbers').address).toBe('Sheet1!A1,Sheet1!C2');
    expect(range('A1:C2')['getSpecialCells']('Blanks').address).toBe('Sheet1!B2');
    expect(range('A1')['getSpecialCellsOrNullObject']('Blanks')).toBeNull();
  });

  it('finds all matches in a sheet', () => {
    range('A1:A3')['values'] = [['one'], ['two'], ['One more']];
    expect(sheet['findAll']('one', {}).address).toBe('Sheet1!A1,Sheet1!A3');
    expect(sheet['findAllOrNullObject']('three', {})).toBeNull();
  });
});

it('evaluates functions without a formula', () => {
  range('A1:A2')['values'] = [[2], [3]];
  const { functions } = root as { functions: RichObject };
  expect(functions['sum'](range('A1:A2'), 5).value).toBe(10);
  expect(functions['norm_S_Dist'](0, true).value).toBe(0.5);
  expect(functions['sqrt'](-1).error).toBe('#NUM!');
  expect(functions['cubeMember']?.('x')).toBeUndefined();
});

it('sets and returns the properties of cells', () => {
  range('A1:B1')['setCellProperties']([[{ format: { fill: { color: '#111111' } } }, {}]]);
  expect(range('A1')['format'].fill.color).toBe('#111111');
  expect(range('A1:B1')['getCellProperties']({ address: true, format: { fill: { color: true } } })).toEqual([
    [
      { address: 'Sheet1!A1', format: { fill: { color: '#111111' } } },
      { address: 'Sheet1!B1', format: { fill: { color: '' } } },
    ],
  ]);
});

it('returns the cells of dynamic arrays', () => {
  range('A1')['formulas'] = [['=SEQUENCE(2,2)']];
  expect(range('A1')['getSpillingToRange']().address).toBe('Sheet1!A1:B2');
  expect(range('B2')['getSpillParent']().address).toBe('Sheet1!A1');
  expect([range('B2')['hasSpill'], range('C1')['hasSpill']]).toEqual([true, false]);
  expect(range('D1')['getSpillParentOrNullObject']()).toBeNull();
});

it('has a point for each value of a series', () => {
  range('A1:B3')['values'] = [
    ['Name', 'Count'],
    ['a', 1],
    ['b', 2],
  ];
  const chart = sheet['charts'].add('Pie', range('A1:B3'), 'Auto');
  const series = chart.series.getItemAt(0);
  series.points.getItemAt(1).format.fill.setSolidColor('#FF0000');
  expect([series.points.count, series.points.getItemAt(1).value]).toEqual([2, 2]);
  expect(series.getDimensionValues('Values')).toEqual(['1', '2']);
  series.setValues(range('B2'));
  expect(series.points.count).toBe(1);
});

it('returns the separators and patterns of en-US', () => {
  const { cultureInfo, decimalSeparator } = root['application'] as Record<string, RichObject>;
  expect([decimalSeparator, cultureInfo?.['datetimeFormat'].shortDatePattern]).toEqual(['.', 'M/d/yyyy']);
});

it('adds the first rows of a table directly below its header', () => {
  const table = sheet['tables'].add('A1:B1', true);
  table.getHeaderRowRange().values = [['Name', 'Count']];
  table.rows.add(null, [
    ['a', 1],
    ['b', 2],
  ]);
  expect(table.getRange().address).toBe('Sheet1!A1:B3');
  expect(range('A1:B3')['values']).toEqual([
    ['Name', 'Count'],
    ['a', 1],
    ['b', 2],
  ]);
});

it('adds comments with replies, finds them by cell, and deletes them', () => {
  const comment = root['comments'].add('Sheet1!B2', 'Check this');
  const reply = comment.replies.add('Done');
  const found = sheet['comments'].getItemByCell('B2');
  found.content = 'Check that';
  expect([found.content, found.getLocation().address, found.replies.getItemAt(0).content]).toEqual([
    'Check that',
    'Sheet1!B2',
    'Done',
  ]);
  expect(root['comments'].getItemByReplyId(reply.id).id).toBe(comment.id);
  reply.updateMentions({ mentions: [{ id: 0 }], richContent: '<at id="0">Kate</at>, please' });
  expect(found.replies.getItemAt(0).content).toBe('Kate, please');
  found.delete();
  expect(() => root['comments'].getItemByCell('Sheet1!B2')).toThrow(
    expect.objectContaining({ code: 'ItemNotFound' }) as Error,
  );
});
