import { beforeEach, describe, expect, it } from 'vitest';
import { parseArea, type Area } from './address.ts';
import { movedFormula, renamedSheetFormula, shiftedFormula } from './formulaSyntax.ts';
import { WorkbookModel } from './workbookModel.ts';

let model: WorkbookModel;
const area = (address: string) => parseArea(address) as Area;

beforeEach(() => {
  model = new WorkbookModel();
});

/** Writes values and formulas from a cell on. */
function write(
  address: string,
  lines: readonly (readonly (string | number | boolean)[])[],
  sheet = 'Sheet1',
) {
  const { row, column } = area(address);
  const formulas: { cell: string; formula: string }[] = [];
  const names = (down: number, right: number) =>
    `${String.fromCharCode(65 + column + right)}${row + down + 1}`;
  const values = lines.map((line, down) =>
    line.map((value, right) => {
      if (typeof value !== 'string' || !value.startsWith('=')) return value;
      formulas.push({ cell: names(down, right), formula: value });
      return '';
    }),
  );
  model.write(sheet, { row, column, rows: lines.length, columns: lines[0]?.length ?? 0 }, values, formulas);
}

function cell(address: string, sheet = 'Sheet1') {
  const { row, column } = area(address);
  return model.value(sheet, row, column);
}

it.each([
  ['=1+2*3', 7],
  ['=(1+2)*3', 9],
  ['=2^3^2', 64],
  ['=-2^2', 4],
  ['=50%', 0.5],
  ['="a"&1&TRUE', 'a1TRUE'],
  ['="A"="a"', true],
  ['=1<"a"', true],
  ['=1/0', '#DIV/0!'],
  ['="x"+1', '#VALUE!'],
  ['=IFERROR(1/0,"none")', 'none'],
  ['=IF(1>2,"yes")', false],
  ['=IF(TRUE,,1)', 0],
  ['=SUM({1,2;3,4})', 10],
  ['=ROUND(2.345,2)', 2.35],
  ['=VLOOKUP(2,{1,"a";2,"b"},2,FALSE)', 'b'],
  ['=TEXT(45000,"yyyy-mm-dd")', '2023-03-15'],
  ['=DATE(2023,3,15)', 45000],
  ['=NORM.S.DIST(0,TRUE)', 0.5],
  ['=Missing', '#NAME?'],
  ['=NOSUCH(1)', '#NAME?'],
  ['=1+', '#NAME?'],
  ['=HYPERLINK("https://x","Open ""x""")', 'Open "x"'],
])('evaluates %s', (formula, expected) => {
  write('A1', [[formula]]);
  expect(cell('A1')).toBe(expected);
});

describe('references', () => {
  it('updates formulas when a cell that they refer to changes', () => {
    write('A1', [[2, 3, '=A1*B1', '=C1+1']]);
    expect([cell('C1'), cell('D1')]).toEqual([6, 7]);
    write('A1', [[10]]);
    expect([cell('C1'), cell('D1')]).toEqual([30, 31]);
  });

  it('reads other sheets, whole columns and names', () => {
    model.add({ kind: 'sheet', sheet: 'My data' });
    write('A1', [[1], [2], [3]], 'My data');
    model.bag().write()['names'] = { items: [{ name: 'Numbers', formula: "='My data'!$A$1:$A$2" }] };
    write('A1', [["=SUM('My data'!A:A)", '=SUM(Numbers)', "=SUM('My data'!A1:'My data'!A3)"]]);
    expect([cell('A1'), cell('B1'), cell('C1')]).toEqual([6, 3, 6]);
  });

  it('reads columns and rows of tables', () => {
    write('A1', [
      ['Item', 'Price', 'Double'],
      ['Tea', 2, '=[@Price]*2'],
      ['Milk', 3, '=T[[#This Row],[Price]]*2'],
    ]);
    model.add({ kind: 'table', sheet: 'Sheet1', address: 'A1:C3', name: 'T', hasHeaders: true });
    write('E1', [['=SUM(T[Price])', '=COUNTA(T[#Headers])', '=SUM(T[[Price]:[Double]])']]);
    expect([cell('C2'), cell('C3'), cell('E1'), cell('F1'), cell('G1')]).toEqual([4, 6, 5, 3, 15]);
  });

  it('shows 0 for a circular reference', () => {
    write('A1', [['=B1', '=A1']]);
    expect(cell('A1')).toBe(0);
  });

  it('evaluates a chain of 5,000 formulas that starts at its end, in linear steps', () => {
    const steps = (count: number) => {
      model = new WorkbookModel();
      const lines = Array.from({ length: count }, (_, row) => [row === count - 1 ? 1 : `=A${row + 2}+1`]);
      write('A1', lines);
      expect(cell('A1')).toBe(count);
      return model.steps;
    };
    expect(steps(5000) / steps(2500)).toBeLessThan(2.2);
  });
});

describe('dynamic arrays', () => {
  it('fill empty cells, which formulas and the used range include', () => {
    write('A1', [[1], [2], [3]]);
    write('C1', [['=A1:A3*10', '=SUM(C1#)']]);
    expect([cell('C1'), cell('C2'), cell('C3'), cell('D1')]).toEqual([10, 20, 30, 60]);
    expect(model.used('Sheet1')).toEqual(area('A1:D3'));
    expect(model.content).toMatchObject([
      {},
      { formulas: [{ cell: 'C1', formula: '=A1:A3*10', spill: [[10], [20], [30]] }, { cell: 'D1' }] },
    ]);
  });

  it('show #SPILL! if a cell is not empty, and end with their formula', () => {
    write('C1', [['=SEQUENCE(3)']]);
    expect(cell('C3')).toBe(3);
    write('C2', [['taken']]);
    expect([cell('C1'), cell('C2'), cell('C3')]).toEqual(['#SPILL!', 'taken', '']);
    write('C1', [['plain']]);
    expect(cell('C3')).toBe('');
  });

  it('filter rows', () => {
    write('A1', [
      ['a', 1],
      ['b', 2],
      ['c', 3],
    ]);
    write('D1', [['=FILTER(A1:B3,B1:B3>1,"")']]);
    expect([cell('D1'), cell('E2'), cell('D3')]).toEqual(['b', 3, '']);
  });
});

it('moves relative references with a copied formula', () => {
  expect(movedFormula('=A1+$A1+A$1+$A$1&"A1"+LOG10(A1)', 2, 1)).toBe('=B3+$A3+B$1+$A$1&"A1"+LOG10(B3)');
  expect(movedFormula('=A1', -1, 0)).toBe('=#REF!');
});

it('adjusts references to moved cells of a sheet', () => {
  const shift = { from: 2, by: 1, within: () => true };
  expect(shiftedFormula('=SUM(A1:A5)+Other!A5', 'row', shift, (sheet) => sheet === undefined)).toBe(
    '=SUM(A1:A6)+Other!A5',
  );
});

it('renames sheets in formulas', () => {
  expect(renamedSheetFormula('=Data!A1&"Data!"', { from: 'data', to: 'My data' })).toBe(
    '=\'My data\'!A1&"Data!"',
  );
});
