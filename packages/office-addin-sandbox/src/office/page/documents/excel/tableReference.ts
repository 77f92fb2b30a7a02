import type { Area } from './address.ts';
import type { FormulaPosition, Reference } from './formulaEngine.ts';
import { areaOf, type TableEntry } from './workbookEntries.ts';
import type { WorkbookModel } from './workbookModel.ts';

export const hasTotals = (table: TableEntry) => table.properties?.['totals'] === true;

/** Returns the rows of a table without header and totals. */
export function bodyOf(table: TableEntry): Area {
  const area = areaOf(table);
  const head = table.hasHeaders ? 1 : 0;
  return { ...area, row: area.row + head, rows: Math.max(1, area.rows - head - (hasTotals(table) ? 1 : 0)) };
}

/**
 * Returns the cells of a structured reference such as `Table1[[#Totals],[Price]]`, or undefined.
 * @param name empty: the table around the cell
 * @param parts `#All`, `#Data`, `#Headers`, `#Totals`, `#This Row` or `@`, and columns: two for a range of columns
 */
export function tableCells(
  model: WorkbookModel,
  name: string,
  parts: readonly string[],
  at: FormulaPosition,
): Reference | undefined {
  const table = model
    .tables()
    .find((one) =>
      name === ''
        ? one.sheet === at.sheet && isIn(areaOf(one), at)
        : one.name.toLowerCase() === name.toLowerCase(),
    );
  if (!table) return undefined;
  const rows = rowsOf(table, parts, at);
  const wanted = parts.filter((part) => !part.startsWith('#') && part !== '@');
  const columns = wanted.map((column) => columnOf(model, table, column));
  if (!rows || columns.includes(-1)) return undefined;
  const [first = 0, last = wanted.length === 0 ? rows.columns - 1 : first] = columns;
  return {
    sheet: table.sheet,
    area: { ...rows, column: rows.column + Math.min(first, last), columns: Math.abs(last - first) + 1 },
  };
}

function rowsOf(table: TableEntry, parts: readonly string[], at: FormulaPosition): Area | undefined {
  const area = areaOf(table);
  const items = parts.map((part) => part.toLowerCase());
  if (items.includes('#all')) return area;
  if (items.includes('@') || items.includes('#this row')) return { ...area, row: at.row, rows: 1 };
  if (items.includes('#headers')) return table.hasHeaders ? { ...area, rows: 1 } : undefined;
  if (items.includes('#totals'))
    return hasTotals(table) ? { ...area, row: area.row + area.rows - 1, rows: 1 } : undefined;
  return bodyOf(table);
}

function columnOf(model: WorkbookModel, table: TableEntry, name: string): number {
  const area = areaOf(table);
  return Array.from({ length: area.columns }, (_, index) =>
    table.hasHeaders
      ? String(model.written(table.sheet, area.row, area.column + index))
      : `Column${index + 1}`,
  ).findIndex((header) => header.toLowerCase() === name.toLowerCase());
}

const isIn = (area: Area, { row, column }: FormulaPosition) =>
  row >= area.row &&
  row < area.row + area.rows &&
  column >= area.column &&
  column < area.column + area.columns;
