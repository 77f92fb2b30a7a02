import { readEntries, type Link } from '../entries.ts';
import { areaName, cellName, contains, overlap, parseArea, type Area } from './address.ts';

export type CellValue = string | number | boolean;

export interface SheetEntry {
  kind: 'sheet';
  sheet: string;
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
}
/** Merged cells or hidden rows. */
export interface MarkEntry {
  kind: 'merged' | 'hidden';
  sheet: string;
  address: string;
}
export type ExcelEntry = SheetEntry | RangeEntry | FormatEntry | TableEntry | MarkEntry;

/** A workbook as a list of entries in the order they were written; later entries take precedence. */
export class WorkbookModel {
  entries: ExcelEntry[] = [];
  activeSheet = 'Sheet1';
  selection: Area = { row: 0, column: 0, rows: 1, columns: 1 };

  load(content: readonly unknown[]): void {
    this.entries = readEntries(content).filter((entry) =>
      ['sheet', 'range', 'format', 'table', 'merged', 'hidden'].includes(entry.kind),
    ) as unknown as ExcelEntry[];
    if (!this.sheets.includes(this.activeSheet)) this.activeSheet = 'Sheet1';
  }

  get sheets(): string[] {
    return ['Sheet1', ...this.entries.flatMap((entry) => (entry.kind === 'sheet' ? [entry.sheet] : []))];
  }

  tables(sheet?: string): TableEntry[] {
    return this.entries.filter(
      (entry): entry is TableEntry =>
        entry.kind === 'table' && (sheet === undefined || entry.sheet === sheet),
    );
  }

  marks(sheet: string, kind: MarkEntry['kind']): MarkEntry[] {
    return this.entries.filter((entry): entry is MarkEntry => entry.kind === kind && entry.sheet === sheet);
  }

  ranges(sheet: string): RangeEntry[] {
    return this.entries.filter(
      (entry): entry is RangeEntry => entry.kind === 'range' && entry.sheet === sheet,
    );
  }

  value(sheet: string, row: number, column: number): CellValue {
    const entry = this.#topmost(this.ranges(sheet), row, column);
    return entry ? (pick(entry.values, entry.address, row, column) ?? '') : '';
  }

  format(sheet: string, row: number, column: number): string {
    const formatted = this.entries.filter(
      (entry): entry is RangeEntry | FormatEntry =>
        (entry.kind === 'range' || entry.kind === 'format') && entry.sheet === sheet && !!entry.numberFormats,
    );
    const entry = this.#topmost(formatted, row, column);
    return (entry?.numberFormats && pick(entry.numberFormats, entry.address, row, column)) ?? 'General';
  }

  link(sheet: string, row: number, column: number): Link | undefined {
    const entry = this.#topmost(this.ranges(sheet), row, column);
    return entry?.links.find(({ cell }) => cell === cellName(row, column));
  }

  isBold(sheet: string, row: number, column: number): boolean {
    const entry = this.#topmost(this.ranges(sheet), row, column);
    return entry?.bold?.includes(cellName(row, column)) === true;
  }

  setBold(sheet: string, area: Area, bold: boolean): void {
    forEachCell(area, (row, column) => {
      const entry = this.#topmost(this.ranges(sheet), row, column);
      if (!entry || this.isBold(sheet, row, column) === bold) return;
      const cell = cellName(row, column);
      entry.bold = bold
        ? [...(entry.bold ?? []), cell]
        : (entry.bold ?? []).filter((other) => other !== cell);
    });
  }

  formula(sheet: string, row: number, column: number): string | undefined {
    const entry = this.#topmost(this.ranges(sheet), row, column);
    return entry?.formulas?.find(({ cell }) => cell === cellName(row, column))?.formula;
  }

  /** Returns the smallest area that contains all values, or undefined for an empty sheet. */
  used(sheet: string): Area | undefined {
    const cells = this.ranges(sheet).flatMap((entry) => {
      const { row, column } = areaOf(entry);
      return entry.values.flatMap((values, down) =>
        values.flatMap((_, right) =>
          this.value(sheet, row + down, column + right) === ''
            ? []
            : [{ row: row + down, column: column + right }],
        ),
      );
    });
    if (cells.length === 0) return undefined;
    const top = cells.reduce((least, { row }) => Math.min(least, row), Infinity);
    const left = cells.reduce((least, { column }) => Math.min(least, column), Infinity);
    const bottom = cells.reduce((most, { row }) => Math.max(most, row), 0);
    const right = cells.reduce((most, { column }) => Math.max(most, column), 0);
    return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  }

  write(sheet: string, area: Area, values: CellValue[][], formulas: Formula[] = []): void {
    const formats = this.#formatsIn(sheet, area);
    const inside = this.#container(sheet, area);
    const address = areaName(area);
    if (inside && inside.address !== address) {
      const at = areaOf(inside);
      forEachCell(area, (row, column, down, right) => {
        const line = inside.values[row - at.row];
        const value = values[down]?.[right];
        if (line && value !== undefined) line[column - at.column] = value;
      });
      inside.links = inside.links.filter(({ cell }) => !isIn(area, cell));
      const kept = inside.formulas?.filter(({ cell }) => !isIn(area, cell)) ?? [];
      if (kept.length + formulas.length > 0) inside.formulas = [...kept, ...formulas];
      else delete inside.formulas;
      return;
    }
    this.entries = this.entries.filter(
      (entry) =>
        !((entry.kind === 'range' || entry.kind === 'format') && entry.sheet === sheet) ||
        !contains(area, areaOf(entry)),
    );
    this.entries.push({
      kind: 'range',
      sheet,
      address,
      values,
      ...(formats ? { numberFormats: formats } : {}),
      ...(formulas.length > 0 ? { formulas } : {}),
      links: [],
    });
  }

  setFormats(sheet: string, area: Area, formats: string[][]): void {
    const address = areaName(area);
    const same = this.ranges(sheet).find((entry) => entry.address === address);
    if (same) {
      same.numberFormats = formats;
      return;
    }
    const inside = this.#container(sheet, area);
    if (!inside) {
      this.entries.push({ kind: 'format', sheet, address, numberFormats: formats });
      return;
    }
    const at = areaOf(inside);
    const all = inside.numberFormats ?? inside.values.map((line) => line.map(() => 'General'));
    forEachCell(area, (row, column, down, right) => {
      const line = all[row - at.row];
      const format = formats[down]?.[right];
      if (line && format !== undefined) line[column - at.column] = format;
    });
    inside.numberFormats = all;
  }

  setLink(sheet: string, row: number, column: number, address: string, text: string): void {
    let entry = this.#topmost(this.ranges(sheet), row, column);
    if (!entry) {
      this.write(sheet, { row, column, rows: 1, columns: 1 }, [[text]]);
      entry = this.#topmost(this.ranges(sheet), row, column);
    }
    if (!entry) return;
    const cell = cellName(row, column);
    const others = entry.links.filter((link) => link.cell !== cell);
    entry.links = address === '' ? others : [...others, { text, address, cell }];
  }

  clear(sheet: string, area: Area): void {
    for (const entry of this.ranges(sheet)) {
      const at = areaOf(entry);
      if (!overlap(area, at)) continue;
      entry.values = entry.values.map((line, down) =>
        line.map((value, right) => (isInside(area, at.row + down, at.column + right) ? '' : value)),
      );
      entry.links = entry.links.filter(({ cell }) => !isIn(area, cell));
      if (entry.formulas) entry.formulas = entry.formulas.filter(({ cell }) => !isIn(area, cell));
    }
    this.entries = this.entries.filter(
      (entry) => entry.kind !== 'range' || entry.values.some((line) => line.some((value) => value !== '')),
    );
  }

  #topmost<T extends { address: string }>(entries: readonly T[], row: number, column: number): T | undefined {
    return entries.findLast((entry) => isInside(areaOf(entry), row, column));
  }

  #container(sheet: string, area: Area): RangeEntry | undefined {
    return this.ranges(sheet).findLast((entry) => contains(areaOf(entry), area));
  }

  #formatsIn(sheet: string, area: Area): string[][] | undefined {
    const formats = Array.from({ length: area.rows }, (_, down) =>
      Array.from({ length: area.columns }, (__, right) =>
        this.format(sheet, area.row + down, area.column + right),
      ),
    );
    return formats.some((line) => line.some((format) => format !== 'General')) ? formats : undefined;
  }
}

/** Cache: a large insertion needs the same few addresses for every cell. */
const parsed = new Map<string, Area>();

export function areaOf({ address }: { address: string }): Area {
  const known = parsed.get(address);
  if (known) return known;
  const area = parseArea(address) ?? { row: 0, column: 0, rows: 1, columns: 1 };
  if (parsed.size > 1000) parsed.clear();
  parsed.set(address, area);
  return area;
}

function pick<T>(values: readonly T[][], address: string, row: number, column: number): T | undefined {
  const at = areaOf({ address });
  return values[row - at.row]?.[column - at.column];
}

function isInside(area: Area, row: number, column: number): boolean {
  return overlap(area, { row, column, rows: 1, columns: 1 });
}

function isIn(area: Area, cell: string | undefined): boolean {
  const at = cell === undefined ? undefined : parseArea(cell);
  return at !== undefined && overlap(area, at);
}

function forEachCell(
  area: Area,
  visit: (row: number, column: number, down: number, right: number) => void,
): void {
  for (let down = 0; down < area.rows; down++) {
    for (let right = 0; right < area.columns; right++)
      visit(area.row + down, area.column + right, down, right);
  }
}
