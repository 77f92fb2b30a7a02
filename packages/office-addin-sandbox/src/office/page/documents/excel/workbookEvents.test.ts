/* oxlint-disable typescript/no-unsafe-call, typescript/no-unsafe-member-access -- members are called by name, as office.js does */
import { beforeEach, expect, it } from 'vitest';
import type { RichEvent } from '../../rich/eventQueue.ts';
import { richApiMessage } from '../../rich/eventQueue.ts';
import { richClient, type RichObject } from '../../../../testing/richClient.ts';
import { excelDocument } from './excelDocument.ts';

let root: RichObject;
let fired: RichEvent[];
let flush: () => readonly [number, string, string][];

beforeEach(() => {
  const document = excelDocument();
  if (!document.root || !document.events) throw new Error('The document has no events.');
  root = richClient(document.root).root;
  document.root.apiRegister();
  document.events.subscribe((events) => {
    fired = [...events];
  });
  flush = () => {
    document.events?.flush();
    return fired.map(({ type, target, message }) => [type, target, (message['address'] ?? '') as string]);
  };
});

const sheet = () => (root['worksheets'] as RichObject)['getItem']('Sheet1') as RichObject;
const range = (address: string) => sheet()['getRange'](address) as RichObject;

it('fires onChanged with the value of a cell before and after', () => {
  range('A1')['values'] = [['old']];
  flush();
  range('A1')['values'] = [[5]];
  expect(flush()).toEqual([
    [10, '{Sheet1}', 'A1'],
    [10, 'Workbook', 'A1'],
  ]);
  expect(fired[0]?.message).toMatchObject({
    changeType: 'RangeEdited',
    source: 'Local',
    worksheetId: '{Sheet1}',
    valueBefore: 'old',
    valueAfter: 5,
    valueTypeBefore: 'String',
    valueTypeAfter: 'Double',
  });
});

it('fires the events of a table for changes and selections in it', () => {
  (sheet()['tables'] as RichObject)['add']('A1:B3', true);
  expect(flush().map(([type]) => type)).toContain(102);
  range('B2')['values'] = [[1]];
  expect(flush()).toContainEqual([101, 'Table1', 'B2']);
  range('B2')['select']();
  expect(flush()).toContainEqual([100, 'Table1', 'B2']);
  range('D9')['select']();
  expect(flush()).toContainEqual([100, 'Table1', '']);
});

it('fires activation, selection and changes of sheets', () => {
  (root['worksheets'] as RichObject)['add']('More');
  expect(flush()).toContainEqual([13, 'Workbook', '']);
  const more = (root['worksheets'] as RichObject)['getItem']('More') as RichObject;
  more['activate']();
  expect(flush().map(([type, target]) => [type, target])).toEqual([
    [12, '{Sheet1}'],
    [12, 'Workbook'],
    [11, '{More}'],
    [11, 'Workbook'],
  ]);
  more['name'] = 'Most';
  expect(flush()).toContainEqual([25, '{Most}', '']);
  more['delete']();
  expect(flush()).toContainEqual([15, 'Workbook', '']);
});

it('fires insertions and deletions of rows with their change type', () => {
  range('A1:B2')['values'] = [
    [1, 2],
    [3, 4],
  ];
  flush();
  range('1:1')['insert']('Down');
  flush();
  expect(fired[0]?.message).toMatchObject({ changeType: 'RowInserted', address: '1:1' });
  range('A2')['delete']('Left');
  flush();
  expect(fired[0]?.message).toMatchObject({ changeType: 'CellDeleted', address: 'A2' });
});

it('fires nothing without handlers, and while events are disabled', () => {
  const document = excelDocument();
  const client = richClient(document.root as NonNullable<typeof document.root>).root;
  let count = 0;
  document.events?.subscribe((events) => {
    count += events.length;
  });
  (client['getActiveCell']() as RichObject)['values'] = [[1]];
  document.events?.flush();
  expect(count).toBe(0);
  root['_Runtime']['enableEvents'] = false;
  range('A1')['values'] = [[1]];
  expect(flush()).toEqual([]);
});

it('has the form of messages that office.js dispatches', () => {
  expect(richApiMessage([{ type: 10, target: 'Workbook', message: { address: 'A1' } }])).toEqual({
    ArrayData: [[65536, 10, 'Workbook', '{"address":"A1"}']],
  });
});
