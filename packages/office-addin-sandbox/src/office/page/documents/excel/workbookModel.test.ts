import { beforeEach, describe, expect, it } from 'vitest';
import { parseArea, type Area } from './address.ts';
import { WorkbookModel } from './workbookModel.ts';

const at = (address: string): Area => parseArea(address) as Area;
let model: WorkbookModel;

beforeEach(() => {
  model = new WorkbookModel();
});

const cell = (address: string) => {
  const { row, column } = at(address);
  return model.value('Sheet1', row, column);
};

describe('WorkbookModel', () => {
  it('returns the used range', () => {
    expect(model.used('Sheet1')).toBeUndefined();
    model.write('Sheet1', at('B2:C3'), [
      ['a', ''],
      ['', 1],
    ]);
    expect(model.used('Sheet1')).toEqual(at('B2:C3'));
    expect(model.used('Sheet2')).toBeUndefined();
  });

  it('overwrites cells of an existing range and removes their links', () => {
    model.write('Sheet1', at('A1:B2'), [
      ['a', 'b'],
      ['c', 'd'],
    ]);
    model.setLink('Sheet1', 0, 1, 'https://x', 'b');
    model.write('Sheet1', at('B1'), [['new']]);
    expect(model.content).toEqual([
      {
        kind: 'range',
        sheet: 'Sheet1',
        address: 'A1:B2',
        values: [
          ['a', 'new'],
          ['c', 'd'],
        ],
        links: [],
      },
    ]);
  });

  it('gives later ranges precedence', () => {
    model.write('Sheet1', at('A1:A3'), [[1], [2], [3]]);
    model.write('Sheet1', at('A3:A4'), [['three'], ['four']]);
    expect([cell('A2'), cell('A3'), cell('A4')]).toEqual([2, 'three', 'four']);
  });

  it('merges formats that were set before the values into the range', () => {
    model.setFormats('Sheet1', at('A1:B1'), [['@', '0.0']]);
    model.write('Sheet1', at('A1:B1'), [['x', 2]]);
    expect(model.content).toMatchObject([{ kind: 'range', numberFormats: [['@', '0.0']] }]);
    model.setFormats('Sheet1', at('B1'), [['0%']]);
    expect(model.format('Sheet1', 0, 1)).toBe('0%');
    expect(model.format('Sheet1', 5, 5)).toBe('General');
  });

  it('clears cells and removes empty ranges', () => {
    model.write('Sheet1', at('A1:A2'), [['a'], ['b']]);
    model.clear('Sheet1', at('A1'));
    expect([cell('A1'), cell('A2')]).toEqual(['', 'b']);
    model.clear('Sheet1', at('A:A'));
    expect(model.content).toEqual([]);
  });

  it('takes twice as many steps for twice as many single cells', () => {
    const steps = (count: number) => {
      const written = new WorkbookModel();
      for (let row = 0; row < count; row++) {
        written.write('Sheet1', { row, column: 0, rows: 1, columns: 1 }, [[row]]);
        written.setFormats('Sheet1', { row, column: 0, rows: 1, columns: 1 }, [['0.0']]);
      }
      return written.steps;
    };
    expect(steps(2000) / steps(1000)).toBeCloseTo(2, 1);
  });

  it('takes twice as many steps to format and read twice as many cells, and to write a range twice as large', () => {
    const steps = (count: number) => {
      const counted = new WorkbookModel();
      const values = Array.from({ length: count }, (_, row) => [row, '']);
      const formulas = Array.from({ length: count }, (_, row) => ({
        cell: `B${row + 1}`,
        formula: `=A${row + 1}*2`,
      }));
      counted.write('Sheet1', { row: 0, column: 0, rows: count, columns: 2 }, values, formulas);
      for (let row = 0; row < count; row++) {
        const at1 = { row, column: 0, rows: 1, columns: 1 };
        counted.rangeBag('Sheet1', at1).write()['color'] = 'red';
        expect(counted.rangeBag('Sheet1', at1).read()).toEqual({ color: 'red' });
        expect(counted.value('Sheet1', row, 1)).toBe(row * 2);
      }
      return counted.steps;
    };
    expect(steps(2000) / steps(1000)).toBeCloseTo(2, 1);
  });

  it('stores properties of ranges, and returns null where cells differ', () => {
    model.rangeBag('Sheet1', at('A1:B2')).write()['color'] = 'red';
    model.rangeBag('Sheet1', at('B2')).write()['color'] = 'blue';
    expect(model.rangeBag('Sheet1', at('A1')).read()).toEqual({ color: 'red' });
    expect(model.rangeBag('Sheet1', at('B2')).read()).toEqual({ color: 'blue' });
    expect(model.rangeBag('Sheet1', at('A1:B2')).read()).toEqual({ color: null });
  });

  it('restores its entries from JSON', () => {
    model.add({ kind: 'sheet', sheet: 'More' });
    model.write('More', at('C3'), [['=1']], [{ cell: 'C3', formula: '=1' }]);
    model.setBold('More', at('C3'), true);
    const other = new WorkbookModel();
    other.load(JSON.parse(JSON.stringify(model.content)) as unknown[]);
    expect(other.sheets).toEqual(['Sheet1', 'More']);
    expect(other.formula('More', 2, 2)).toBe('=1');
    expect(other.isBold('More', 2, 2)).toBe(true);
  });

  it('ignores unknown entries', () => {
    model.load([null, 'text', { kind: 'poem' }, { address: 'A1' }]);
    expect(model.content).toEqual([]);
  });
});
