import { UnmodeledObject, HostObject } from '../../rich/hostObject.ts';
import { invalidArgument, itemNotFound } from '../../rich/richApiError.ts';
import { areaName, cellName, isOnSheet, maxColumns, maxRows, overlap, type Area } from './address.ts';
import { cellInput, displayText } from './cellInput.ts';
import { RangeFormat } from './rangeFormat.ts';
import { areaOf, type CellValue, type Formula, type MarkEntry, type WorkbookModel } from './workbookModel.ts';
import type { WorkbookObjects } from './workbookObjects.ts';

/** Larger ranges can't be read or written. */
const maxCells = 200_000;

export class ExcelRange extends HostObject {
  readonly #workbook: WorkbookObjects;
  readonly #model: WorkbookModel;
  readonly #sheet: string;
  readonly #area: Area;

  constructor(workbook: WorkbookObjects, sheet: string, area: Area) {
    super();
    if (!isOnSheet(area)) throw invalidArgument('Range', 'The range is outside the worksheet.');
    this.#workbook = workbook;
    this.#model = workbook.model;
    this.#sheet = sheet;
    this.#area = area;
  }

  get area(): Area {
    return this.#area;
  }

  override get(name: string): HostObject | undefined {
    if (name === 'Worksheet') return this.#workbook.sheet(this.#sheet);
    return name === 'Format' ? new RangeFormat(this.#model, this.#sheet, this.#area) : undefined;
  }

  override method(name: string, args: readonly unknown[]): HostObject | null {
    const { row, column, rows, columns } = this.#area;
    const [first, second] = args.map((value) => (typeof value === 'number' ? value : 0));
    const [a, b] = [first ?? 0, second ?? 0];
    switch (name) {
      case 'GetCell':
        return this.#at({ row: row + a, column: column + b, rows: 1, columns: 1 });
      case 'GetRow':
        return this.#at({ row: row + a, column, rows: 1, columns });
      case 'GetColumn':
        return this.#at({ row, column: column + a, rows, columns: 1 });
      case 'GetOffsetRange':
        return this.#at({ row: row + a, column: column + b, rows, columns });
      case 'GetResizedRange':
        return this.#at({ row, column, rows: rows + a, columns: columns + b });
      case 'GetAbsoluteResizedRange':
        return this.#at({ row, column, rows: a, columns: b });
      case 'GetRowsBelow':
        return this.#at({ row: row + rows, column, rows: a || 1, columns });
      case 'GetLastRow':
        return this.#at({ row: row + rows - 1, column, rows: 1, columns });
      case 'GetLastColumn':
        return this.#at({ row, column: column + columns - 1, rows, columns: 1 });
      case 'GetLastCell':
        return this.#at({ row: row + rows - 1, column: column + columns - 1, rows: 1, columns: 1 });
      case 'GetEntireColumn':
        return this.#at({ row: 0, column, rows: maxRows, columns });
      case 'GetEntireRow':
        return this.#at({ row, column: 0, rows, columns: maxColumns });
      case 'GetUsedRange':
      case 'GetUsedRangeOrNullObject':
        return this.#usedRange(name.endsWith('OrNullObject'));
      case 'GetTables':
        return this.#workbook.tables(this.#sheet, this.#area);
      case 'GetMergedAreasOrNullObject':
        return this.#marked('merged').length > 0 ? this : null;
      default:
        return new UnmodeledObject();
    }
  }

  override call(name: string, args: readonly unknown[]): unknown {
    if (name === 'Clear' && args[0] !== 'Formats') this.#model.clear(this.#sheet, this.#area);
    if (name === 'Select') {
      this.#model.activeSheet = this.#sheet;
      this.#model.selection = this.#area;
    }
    return null;
  }

  override set(name: string, value: unknown): void {
    if (name === 'Values' || name === 'Formulas') this.#write(value);
    if (name === 'NumberFormat') {
      this.#model.setFormats(this.#sheet, this.#area, this.#shaped(value, String, 'numberFormat'));
    }
    if (name === 'Hyperlink') this.#link(value);
  }

  override load(): Record<string, unknown> {
    const { row, column, rows, columns } = this.#area;
    const properties = {
      Address: `${quoted(this.#sheet)}!${areaName(this.#area)}`,
      AddressLocal: `${quoted(this.#sheet)}!${areaName(this.#area)}`,
      RowIndex: row,
      ColumnIndex: column,
      RowCount: rows,
      ColumnCount: columns,
      CellCount: rows * columns,
      IsEntireColumn: rows === maxRows,
      IsEntireRow: columns === maxColumns,
      RowHidden: this.#marked('hidden').length > 0,
      ColumnHidden: false,
    };
    if (rows * columns > maxCells) return { ...properties, Values: null, Text: null, Formulas: null };
    const link = this.#model.link(this.#sheet, row, column);
    return {
      ...properties,
      Values: this.#cells((value) => value),
      Text: this.#cells((value, at) =>
        displayText(value, this.#model.format(this.#sheet, at.row, at.column)),
      ),
      Formulas: this.#cells((value, at) => this.#model.formula(this.#sheet, at.row, at.column) ?? value),
      NumberFormat: this.#cells((_, at) => this.#model.format(this.#sheet, at.row, at.column)),
      ValueTypes: this.#cells(typeName),
      Hyperlink: link ? { Address: link.address, TextToDisplay: link.text } : null,
    };
  }

  /** Returns the merged cells or hidden rows that overlap this range. */
  #marked(kind: MarkEntry['kind']): readonly MarkEntry[] {
    return this.#model.marks(this.#sheet, kind).filter((mark) => overlap(areaOf(mark), this.#area));
  }

  #at(area: Area): ExcelRange {
    return new ExcelRange(this.#workbook, this.#sheet, area);
  }

  #usedRange(orNull: boolean): HostObject | null {
    const used = this.#model.used(this.#sheet);
    if (used && overlap(used, this.#area)) return this.#at(intersection(used, this.#area));
    if (orNull) return null;
    throw itemNotFound('Range.getUsedRange');
  }

  #write(value: unknown): void {
    const formulas: Formula[] = [];
    const { row, column } = this.#area;
    const values = this.#shaped(value, (cell) => cell, 'values').map((line, down) =>
      line.map((given, right) => {
        const at = { row: row + down, column: column + right };
        const input = cellInput(given, this.#model.format(this.#sheet, at.row, at.column));
        if (!input) return this.#model.value(this.#sheet, at.row, at.column);
        if (input.formula) formulas.push({ cell: cellName(at.row, at.column), formula: input.formula });
        return input.value;
      }),
    );
    this.#model.write(this.#sheet, this.#area, values, formulas);
  }

  /** Accepts one value for all cells or, like Excel, an array with exactly the dimensions of the range. */
  #shaped<T>(value: unknown, read: (value: unknown) => T, property: string): T[][] {
    const { rows, columns } = this.#area;
    if (rows * columns > maxCells) {
      throw invalidArgument(`Range.${property}`, 'The range is too large for the sandbox.');
    }
    if (!Array.isArray(value)) {
      return Array.from({ length: rows }, () => Array.from({ length: columns }, () => read(value)));
    }
    const lines = value as unknown[];
    const fits =
      lines.length === rows && lines.every((line) => Array.isArray(line) && line.length === columns);
    if (!fits) {
      throw invalidArgument(
        `Range.${property}`,
        'The number of rows or columns in the array does not match the range.',
      );
    }
    return (lines as unknown[][]).map((line) => line.map(read));
  }

  #link(value: unknown): void {
    const { address, textToDisplay } = (value ?? {}) as { address?: unknown; textToDisplay?: unknown };
    const target = typeof address === 'string' ? address : '';
    const { row, column, rows, columns } = this.#area;
    for (let down = 0; down < rows; down++) {
      for (let right = 0; right < columns; right++) {
        const at = { row: row + down, column: column + right, rows: 1, columns: 1 };
        const now = this.#model.value(this.#sheet, at.row, at.column);
        const text = typeof textToDisplay === 'string' ? textToDisplay : now === '' ? target : String(now);
        if (text !== String(now)) this.#model.write(this.#sheet, at, [[text]]);
        this.#model.setLink(this.#sheet, at.row, at.column, target, text);
      }
    }
  }

  #cells<T>(read: (value: CellValue, at: { row: number; column: number }) => T): T[][] {
    const { row, column, rows, columns } = this.#area;
    return Array.from({ length: rows }, (_, down) =>
      Array.from({ length: columns }, (__, right) => {
        const at = { row: row + down, column: column + right };
        return read(this.#model.value(this.#sheet, at.row, at.column), at);
      }),
    );
  }
}

function typeName(value: CellValue): string {
  if (value === '') return 'Empty';
  return typeof value === 'number' ? 'Double' : typeof value === 'boolean' ? 'Boolean' : 'String';
}

function intersection(a: Area, b: Area): Area {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const bottom = Math.min(a.row + a.rows, b.row + b.rows);
  const right = Math.min(a.column + a.columns, b.column + b.columns);
  return { row, column, rows: bottom - row, columns: right - column };
}

/** Quotes the name like Excel, unless it consists only of letters, digits, underscores and periods. */
function quoted(sheet: string): string {
  return /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheet) ? sheet : `'${sheet.replaceAll("'", "''")}'`;
}
