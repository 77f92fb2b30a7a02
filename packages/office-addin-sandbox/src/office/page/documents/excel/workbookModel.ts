import type { Bag, Properties } from '../../rich/apiObject.ts';
import { readEntries, type Link } from '../entries.ts';
import { areaName, cellName, contains, maxColumns, overlap, parseArea, type Area } from './address.ts';

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

const kinds: readonly string[] = [
  'sheet',
  'sheetOrder',
  'range',
  'format',
  'table',
  'merged',
  'hidden',
  'properties',
];

/** The entries of a sheet, by cell: the last one that was written to it. */
class SheetIndex {
  readonly ranges = new Set<RangeEntry>();
  readonly values = new Map<number, RangeEntry>();
  readonly formats = new Map<number, RangeEntry | FormatEntry>();
  readonly layers: PropertiesEntry[] = [];
}

/** A workbook as a list of entries in the order they were written; later entries take precedence. */
export class WorkbookModel {
  activeSheet = 'Sheet1';
  selection: Area = { row: 0, column: 0, rows: 1, columns: 1 };
  /** Number of cells and entries visited, for tests of the complexity. */
  steps = 0;
  /** Reports something that the sandbox lacks. */
  report: (name: string) => void = () => {};
  #entries = new Set<ExcelEntry>();
  #sheets = ['Sheet1'];
  #tables: TableEntry[] = [];
  #marks: MarkEntry[] = [];
  #indexes = new Map<string, SheetIndex>();

  load(content: readonly unknown[]): void {
    const entries = readEntries(content).filter(({ kind }) =>
      kinds.includes(kind),
    ) as unknown as ExcelEntry[];
    this.#reset(entries);
    if (!this.sheets.includes(this.activeSheet)) this.activeSheet = this.sheets[0] ?? 'Sheet1';
  }

  #reset(entries: readonly ExcelEntry[]): void {
    this.#entries = new Set();
    this.#sheets = ['Sheet1'];
    this.#tables = [];
    this.#marks = [];
    this.#indexes = new Map();
    for (const entry of entries) this.add(entry);
  }

  get content(): readonly ExcelEntry[] {
    return [...this.#entries].filter(
      (entry) => entry.kind !== 'properties' || Object.keys(entry.properties).length > 0,
    );
  }

  add(entry: ExcelEntry): void {
    this.#entries.add(entry);
    switch (entry.kind) {
      case 'sheet':
        this.#sheets.push(entry.sheet);
        break;
      case 'sheetOrder':
        this.#sheets = entry.names;
        break;
      case 'table':
        this.#tables.push(entry);
        break;
      case 'merged':
      case 'hidden':
        this.#marks.push(entry);
        break;
      case 'properties':
        if (entry.sheet !== undefined && entry.address !== undefined)
          this.#index(entry.sheet).layers.push(entry);
        break;
      case 'range':
      case 'format':
        this.#addCells(entry);
        break;
    }
  }

  #addCells(entry: RangeEntry | FormatEntry): void {
    const index = this.#index(entry.sheet);
    if (entry.kind === 'range') index.ranges.add(entry);
    forEachCell(areaOf(entry), (row, column) => {
      this.steps += 1;
      const key = cellKey(row, column);
      if (entry.kind === 'range') index.values.set(key, entry);
      if (entry.numberFormats) index.formats.set(key, entry);
    });
  }

  remove(entry: ExcelEntry): void {
    this.#entries.delete(entry);
    this.#tables = this.#tables.filter((other) => other !== entry);
    this.#marks = this.#marks.filter((other) => other !== entry);
    if (entry.kind !== 'range' && entry.kind !== 'format') return;
    const index = this.#index(entry.sheet);
    if (entry.kind === 'range') index.ranges.delete(entry);
    forEachCell(areaOf(entry), (row, column) => {
      this.steps += 1;
      const key = cellKey(row, column);
      if (index.values.get(key) === entry) index.values.delete(key);
      if (index.formats.get(key) === entry) index.formats.delete(key);
    });
  }

  get sheets(): readonly string[] {
    return this.#sheets;
  }

  /** Replaces the list of sheets: renames with `renamed`, and removes the content of missing sheets. */
  setSheets(names: string[], renamed?: { readonly from: string; readonly to: string }): void {
    const entries = [...this.#entries].filter(({ kind }) => kind !== 'sheet' && kind !== 'sheetOrder');
    const kept = entries.flatMap((entry) => {
      if (!('sheet' in entry) || entry.sheet === undefined) return [entry];
      if (renamed && entry.sheet === renamed.from) return [{ ...entry, sheet: renamed.to }];
      return names.includes(entry.sheet) ? [entry] : [];
    });
    this.#reset([...kept, { kind: 'sheetOrder', names }]);
    if (renamed && this.activeSheet === renamed.from) this.activeSheet = renamed.to;
    if (!names.includes(this.activeSheet)) this.activeSheet = names[0] ?? 'Sheet1';
  }

  tables(sheet?: string): TableEntry[] {
    return this.#tables.filter((entry) => sheet === undefined || entry.sheet === sheet);
  }

  marks(sheet: string, kind: MarkEntry['kind']): MarkEntry[] {
    return this.#marks.filter((entry) => entry.kind === kind && entry.sheet === sheet);
  }

  ranges(sheet: string): RangeEntry[] {
    return [...this.#index(sheet).ranges];
  }

  value(sheet: string, row: number, column: number): CellValue {
    this.steps += 1;
    const entry = this.#index(sheet).values.get(cellKey(row, column));
    return entry ? (pick(entry.values, entry, row, column) ?? '') : '';
  }

  format(sheet: string, row: number, column: number): string {
    this.steps += 1;
    const entry = this.#index(sheet).formats.get(cellKey(row, column));
    return (entry?.numberFormats && pick(entry.numberFormats, entry, row, column)) ?? 'General';
  }

  link(sheet: string, row: number, column: number): Link | undefined {
    const entry = this.#index(sheet).values.get(cellKey(row, column));
    if (!entry || entry.links.length === 0) return undefined;
    return entry.links.find(({ cell }) => cell === cellName(row, column));
  }

  isBold(sheet: string, row: number, column: number): boolean {
    const entry = this.#index(sheet).values.get(cellKey(row, column));
    return entry?.bold?.includes(cellName(row, column)) === true;
  }

  /** Returns false if a cell is empty: those have no entry that can contain it. */
  setBold(sheet: string, area: Area, bold: boolean): boolean {
    let isComplete = true;
    forEachCell(area, (row, column) => {
      const entry = this.#index(sheet).values.get(cellKey(row, column));
      if (!entry) isComplete = false;
      if (!entry || this.isBold(sheet, row, column) === bold) return;
      const cell = cellName(row, column);
      entry.bold = bold
        ? [...(entry.bold ?? []), cell]
        : (entry.bold ?? []).filter((other) => other !== cell);
    });
    return isComplete;
  }

  formula(sheet: string, row: number, column: number): string | undefined {
    const entry = this.#index(sheet).values.get(cellKey(row, column));
    if (!entry?.formulas) return undefined;
    return entry.formulas.find(({ cell }) => cell === cellName(row, column))?.formula;
  }

  /** Returns the smallest area that contains all values, or undefined for an empty sheet. */
  used(sheet: string): Area | undefined {
    let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
    for (const [key, entry] of this.#index(sheet).values) {
      this.steps += 1;
      const row = Math.floor(key / maxColumns);
      const column = key % maxColumns;
      if ((pick(entry.values, entry, row, column) ?? '') === '') continue;
      top = Math.min(top, row);
      left = Math.min(left, column);
      bottom = Math.max(bottom, row);
      right = Math.max(right, column);
    }
    if (bottom < 0) return undefined;
    return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  }

  write(sheet: string, area: Area, values: CellValue[][], formulas: Formula[] = []): void {
    const inside = this.#container(sheet, area);
    const address = areaName(area);
    if (inside && inside.address !== address) {
      const at = areaOf(inside);
      forEachCell(area, (row, column, down, right) => {
        const line = inside.values[row - at.row];
        const value = values[down]?.[right];
        if (line && value !== undefined) line[column - at.column] = value;
      });
      if (inside.links.length > 0) inside.links = inside.links.filter(({ cell }) => !isIn(area, cell));
      const kept = inside.formulas?.filter(({ cell }) => !isIn(area, cell)) ?? [];
      if (kept.length + formulas.length > 0) inside.formulas = [...kept, ...formulas];
      else delete inside.formulas;
      return;
    }
    const formats = this.#formatsIn(sheet, area);
    const bold = inside?.bold;
    for (const entry of this.#containedIn(sheet, area)) this.remove(entry);
    this.add({
      kind: 'range',
      sheet,
      address,
      values,
      ...(formats ? { numberFormats: formats } : {}),
      ...(formulas.length > 0 ? { formulas } : {}),
      ...(bold ? { bold } : {}),
      links: [],
    });
  }

  setFormats(sheet: string, area: Area, formats: string[][]): void {
    const inside = this.#container(sheet, area);
    if (!inside) {
      this.add({ kind: 'format', sheet, address: areaName(area), numberFormats: formats });
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
    this.#addCells(inside);
  }

  setLink(sheet: string, row: number, column: number, address: string, text: string): void {
    const find = () => this.#index(sheet).values.get(cellKey(row, column));
    if (!find()) this.write(sheet, { row, column, rows: 1, columns: 1 }, [[text]]);
    const entry = find();
    if (!entry) return;
    const cell = cellName(row, column);
    const others = entry.links.filter((link) => link.cell !== cell);
    entry.links = address === '' ? others : [...others, { text, address, cell }];
  }

  /** Removes values, formulas and links. */
  clear(sheet: string, area: Area): void {
    for (const entry of this.ranges(sheet)) {
      this.steps += 1;
      const at = areaOf(entry);
      if (!overlap(area, at)) continue;
      entry.values = entry.values.map((line, down) =>
        line.map((value, right) => (isInside(area, at.row + down, at.column + right) ? '' : value)),
      );
      entry.links = entry.links.filter(({ cell }) => !isIn(area, cell));
      if (entry.formulas) entry.formulas = entry.formulas.filter(({ cell }) => !isIn(area, cell));
      if (entry.values.every((line) => line.every((value) => value === ''))) this.remove(entry);
    }
  }

  /** Removes number formats and stored formatting. */
  clearFormats(sheet: string, area: Area): void {
    const index = this.#index(sheet);
    for (const entry of new Set(index.formats.values())) {
      const at = areaOf(entry);
      if (!overlap(area, at) || !entry.numberFormats) continue;
      entry.numberFormats = entry.numberFormats.map((line, down) =>
        line.map((format, right) => (isInside(area, at.row + down, at.column + right) ? 'General' : format)),
      );
      if (entry.kind === 'format' && contains(area, at)) this.remove(entry);
    }
    for (const layer of index.layers) {
      if (!contains(area, areaOf({ address: layer.address ?? '' }))) continue;
      layer.properties = {};
    }
  }

  /** Properties of the workbook, or of a sheet. */
  bag(sheet?: string): Bag {
    const find = () =>
      [...this.#entries].find(
        (entry): entry is PropertiesEntry =>
          entry.kind === 'properties' && entry.sheet === sheet && entry.address === undefined,
      );
    return {
      read: () => find()?.properties,
      write: () => {
        const known = find();
        if (known) return known.properties;
        const entry: PropertiesEntry = {
          kind: 'properties',
          ...(sheet === undefined ? {} : { sheet }),
          properties: {},
        };
        this.add(entry);
        return entry.properties;
      },
    };
  }

  /**
   * Properties of a range. Each write goes to a layer of its area, above the earlier ones. Reading returns the topmost
   * value that all cells share, and null where they differ.
   */
  rangeBag(sheet: string, area: Area): Bag {
    const { layers } = this.#index(sheet);
    const address = areaName(area);
    return {
      read: () => {
        const merged: Properties = {};
        for (const layer of layers) {
          this.steps += 1;
          const at = areaOf({ address: layer.address ?? '' });
          if (contains(at, area)) mergeInto(merged, layer.properties, (value) => value);
          else if (overlap(at, area)) mergeInto(merged, layer.properties, () => null);
        }
        return Object.keys(merged).length > 0 ? merged : undefined;
      },
      write: () => {
        const top = layers.at(-1);
        if (top?.address === address) return top.properties;
        const entry: PropertiesEntry = { kind: 'properties', sheet, address, properties: {} };
        this.add(entry);
        return entry.properties;
      },
    };
  }

  #index(sheet: string): SheetIndex {
    let index = this.#indexes.get(sheet);
    if (!index) this.#indexes.set(sheet, (index = new SheetIndex()));
    return index;
  }

  /** Returns the entry that contains all cells, and of which no cell has been overwritten. */
  #container(sheet: string, area: Area): RangeEntry | undefined {
    const { values } = this.#index(sheet);
    const first = values.get(cellKey(area.row, area.column));
    if (!first) return undefined;
    let isSame = true;
    forEachCell(area, (row, column) => {
      this.steps += 1;
      isSame &&= values.get(cellKey(row, column)) === first;
    });
    return isSame ? first : undefined;
  }

  #containedIn(sheet: string, area: Area): Set<RangeEntry | FormatEntry> {
    const { values, formats } = this.#index(sheet);
    const found = new Set<RangeEntry | FormatEntry>();
    forEachCell(area, (row, column) => {
      this.steps += 1;
      const key = cellKey(row, column);
      for (const entry of [values.get(key), formats.get(key)]) if (entry) found.add(entry);
    });
    for (const entry of found) if (!contains(area, areaOf(entry))) found.delete(entry);
    return found;
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

const cellKey = (row: number, column: number) => row * maxColumns + column;

function pick<T>(
  values: readonly T[][],
  entry: { address: string },
  row: number,
  column: number,
): T | undefined {
  const at = areaOf(entry);
  return values[row - at.row]?.[column - at.column];
}

function mergeInto(target: Properties, source: Properties, map: (value: unknown) => unknown): void {
  for (const [name, value] of Object.entries(source)) {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      const known = target[name];
      const below = typeof known === 'object' && known !== null ? { ...(known as Properties) } : {};
      mergeInto(below, value as Properties, map);
      target[name] = below;
    } else target[name] = Array.isArray(value) ? structuredClone(value) : map(value);
  }
}

function isInside(area: Area, row: number, column: number): boolean {
  return overlap(area, { row, column, rows: 1, columns: 1 });
}

function isIn(area: Area, cell: string | undefined): boolean {
  const at = cell === undefined ? undefined : parseArea(cell);
  return at !== undefined && overlap(area, at);
}

export function forEachCell(
  area: Area,
  visit: (row: number, column: number, down: number, right: number) => void,
): void {
  for (let down = 0; down < area.rows; down++) {
    for (let right = 0; right < area.columns; right++)
      visit(area.row + down, area.column + right, down, right);
  }
}
