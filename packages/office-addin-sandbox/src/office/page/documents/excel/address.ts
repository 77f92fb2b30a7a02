/** A1 notation. Rows and columns start at 0; Excel has 1,048,576 rows and 16,384 columns. */

export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export const maxRows = 1_048_576;
export const maxColumns = 16_384;

export function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

export function cellName(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`;
}

/** Returns `A1`, `A1:B2`, or Excel's notation for whole columns and rows. */
export function areaName({ row, column, rows, columns }: Area): string {
  if (rows === maxRows && columns === maxColumns) return `1:${maxRows}`;
  if (rows === maxRows) return `${columnName(column)}:${columnName(column + columns - 1)}`;
  if (columns === maxColumns) return `${row + 1}:${row + rows}`;
  const first = cellName(row, column);
  return rows === 1 && columns === 1 ? first : `${first}:${cellName(row + rows - 1, column + columns - 1)}`;
}

/** Returns undefined for an invalid address, for which Excel reports InvalidArgument. */
export function parseArea(text: string): Area | undefined {
  const plain = text.replace(/^.*!/, '').replaceAll('$', '').toUpperCase();
  const cells = /^([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?$/.exec(plain);
  if (cells) {
    const [, column = '', row = '', lastColumn = column, lastRow = row] = cells;
    return between(columnIndex(column), Number(row) - 1, columnIndex(lastColumn), Number(lastRow) - 1);
  }
  const columns = /^([A-Z]{1,3}):([A-Z]{1,3})$/.exec(plain);
  if (columns) return between(columnIndex(columns[1] ?? ''), 0, columnIndex(columns[2] ?? ''), maxRows - 1);
  const rows = /^(\d{1,7}):(\d{1,7})$/.exec(plain);
  if (rows) return between(0, Number(rows[1]) - 1, maxColumns - 1, Number(rows[2]) - 1);
  return undefined;
}

export function isOnSheet({ row, column, rows, columns }: Area): boolean {
  return (
    row >= 0 &&
    column >= 0 &&
    rows >= 1 &&
    columns >= 1 &&
    row + rows <= maxRows &&
    column + columns <= maxColumns
  );
}

export function overlap(a: Area, b: Area): boolean {
  return (
    a.row < b.row + b.rows &&
    b.row < a.row + a.rows &&
    a.column < b.column + b.columns &&
    b.column < a.column + a.columns
  );
}

export function contains(outer: Area, inner: Area): boolean {
  return (
    inner.row >= outer.row &&
    inner.column >= outer.column &&
    inner.row + inner.rows <= outer.row + outer.rows &&
    inner.column + inner.columns <= outer.column + outer.columns
  );
}

function columnIndex(name: string): number {
  return [...name].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function between(column: number, row: number, lastColumn: number, lastRow: number): Area | undefined {
  const area = {
    row: Math.min(row, lastRow),
    column: Math.min(column, lastColumn),
    rows: Math.abs(lastRow - row) + 1,
    columns: Math.abs(lastColumn - column) + 1,
  };
  return isOnSheet(area) ? area : undefined;
}
