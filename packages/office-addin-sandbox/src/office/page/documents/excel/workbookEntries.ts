import type { Properties } from '../../rich/apiObject.ts';
import type { Link } from '../entries.ts';
import { maxColumns, parseArea, type Area } from './address.ts';

/** The plain data of a workbook. */

export type CellValue = string | number | boolean;

export interface SheetEntry {
  kind: 'sheet';
  sheet: string;
}
/** All sheets in their order; omitted for Sheet1 and the added sheets. */
export interface SheetOrderEntry {
  kind: 'sheetOrder';
  names: string[];
}
export interface RangeEntry {
  kind: 'range';
  sheet: string;
  address: string;
  values: CellValue[][];
  numberFormats?: string[][];
  /** Cells with a formula; `values` contains the result. */
  formulas?: Formula[];
  /** Cells in bold type. */
  bold?: string[];
  links: Link[];
}
export interface Formula {
  cell: string;
  formula: string;
  /** Results of a dynamic array; the first one is the value of the cell. */
  spill?: CellValue[][];
}
/** Number formats of empty cells. */
export interface FormatEntry {
  kind: 'format';
  sheet: string;
  address: string;
  numberFormats: string[][];
}
export interface TableEntry {
  kind: 'table';
  sheet: string;
  address: string;
  name: string;
  hasHeaders: boolean;
  properties?: Properties;
}
/** Merged cells or hidden rows. */
export interface MarkEntry {
  kind: 'merged' | 'hidden';
  sheet: string;
  address: string;
}
/** Stored properties: of a range, of a sheet without an address, of the workbook without a sheet. */
export interface PropertiesEntry {
  kind: 'properties';
  sheet?: string;
  address?: string;
  properties: Properties;
}
export type ExcelEntry =
  SheetEntry | SheetOrderEntry | RangeEntry | FormatEntry | TableEntry | MarkEntry | PropertiesEntry;

export const entryKinds: readonly string[] = [
  'sheet',
  'sheetOrder',
  'range',
  'format',
  'table',
  'merged',
  'hidden',
  'properties',
];

/** Cache: a large insertion needs the same addresses for every cell. */
const parsed = new Map<string, Area>();

export function areaOf({ address }: { address: string }): Area {
  const known = parsed.get(address);
  if (known) return known;
  const area = parseArea(address) ?? { row: 0, column: 0, rows: 1, columns: 1 };
  if (parsed.size > 100_000) parsed.clear();
  parsed.set(address, area);
  return area;
}

export const cellKey = (row: number, column: number) => row * maxColumns + column;
export const rowOf = (key: number) => Math.floor(key / maxColumns);
export const columnOf = (key: number) => key % maxColumns;

export function forEachCell(
  area: Area,
  visit: (row: number, column: number, down: number, right: number) => void,
): void {
  for (let down = 0; down < area.rows; down++) {
    for (let right = 0; right < area.columns; right++)
      visit(area.row + down, area.column + right, down, right);
  }
}
