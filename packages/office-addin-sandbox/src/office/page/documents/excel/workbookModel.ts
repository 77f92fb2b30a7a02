import type { Bag, Properties } from '../../rich/apiObject.ts';
import { EventQueue } from '../../rich/eventQueue.ts';
import { readEntries, type Link } from '../entries.ts';
import { areaName, cellName, contains, overlap, parseArea, type Area } from './address.ts';
import { Calculation } from './calculation.ts';
import { FormatLayers } from './formatLayers.ts';
import { renamedSheetFormula, shiftedFormula, type FormulaShift } from './formulaSyntax.ts';
import {
  areaOf,
  cellKey,
  columnOf,
  entryKinds,
  forEachCell,
  rowOf,
  type CellValue,
  type ExcelEntry,
  type FormatEntry,
  type Formula,
  type MarkEntry,
  type PropertiesEntry,
  type RangeEntry,
  type TableEntry,
} from './workbookEntries.ts';
import { WorkbookEvents } from './workbookEvents.ts';

/** The content of a sheet by cell. */
export class SheetCells {
  /** The last entry that was written to the cell. */
  readonly values = new Map<number, RangeEntry>();
  readonly formats = new Map<number, RangeEntry | FormatEntry>();
  readonly formulas = new Map<number, string>();
  readonly bold = new Set<number>();
  readonly links = new Map<number, Link>();
  readonly layers = new FormatLayers();
  /** Number of cells of an entry that are not empty. */
  readonly filled = new Map<RangeEntry, number>();
}

/**
 * A workbook as a list of entries in the order they were written; later entries take precedence. Formulas, links and bold
 * cells are indexed by cell, and added to their entries in `content`.
 */
export class WorkbookModel {
  readonly queue = new EventQueue();
  readonly events = new WorkbookEvents(this, this.queue);
  #activeSheet = 'Sheet1';
  #selection: Area = { row: 0, column: 0, rows: 1, columns: 1 };
  /** Number of cells and entries visited, for tests of the complexity. */
  steps = 0;
  /** Reports something that the sandbox lacks. */
  report: (name: string) => void = () => {};
  readonly calculation = new Calculation(this);
  #entries = new Set<ExcelEntry>();
  #sheets = ['Sheet1'];
  #tables: TableEntry[] = [];
  #marks: MarkEntry[] = [];
  #cells = new Map<string, SheetCells>();
  #bags = new Map<string | undefined, PropertiesEntry>();

  get activeSheet(): string {
    return this.#activeSheet;
  }

  set activeSheet(sheet: string) {
    const before = this.#activeSheet;
    this.#activeSheet = sheet;
    if (before !== sheet) this.events.activated(sheet, before);
  }

  get selection(): Area {
    return this.#selection;
  }

  set selection(area: Area) {
    const isSame = areaName(area) === areaName(this.#selection);
    this.#selection = area;
    if (!isSame) this.events.selectionChanged(this.#activeSheet, area);
  }

  load(content: readonly unknown[]): void {
    this.#reset(
      readEntries(content).filter(({ kind }) => entryKinds.includes(kind)) as unknown as ExcelEntry[],
    );
    if (!this.sheets.includes(this.activeSheet)) this.activeSheet = this.sheets[0] ?? 'Sheet1';
  }

  #reset(entries: readonly ExcelEntry[]): void {
    this.#entries = new Set();
    this.#sheets = ['Sheet1'];
    this.#tables = [];
    this.#marks = [];
    this.#cells = new Map();
    this.#bags = new Map();
    this.calculation.invalidate();
    for (const entry of entries) this.add(entry);
  }

  get content(): readonly ExcelEntry[] {
    this.calculation.run();
    const details = new Map<RangeEntry, Required<Pick<RangeEntry, 'formulas' | 'bold' | 'links'>>>();
    for (const [sheet, cells] of this.#cells) {
      const detailsOf = (key: number) => {
        const entry = cells.values.get(key);
        if (!entry) return undefined;
        let found = details.get(entry);
        if (!found) details.set(entry, (found = { formulas: [], bold: [], links: [] }));
        return found;
      };
      for (const [key, formula] of cells.formulas) {
        const spill = this.calculation.spillOf(sheet, key);
        const cell = cellName(rowOf(key), columnOf(key));
        detailsOf(key)?.formulas.push({ cell, formula, ...(spill ? { spill: spill.values } : {}) });
      }
      for (const key of cells.bold) detailsOf(key)?.bold.push(cellName(rowOf(key), columnOf(key)));
      for (const [key, link] of cells.links) detailsOf(key)?.links.push(link);
    }
    return [...this.#entries]
      .filter((entry) => entry.kind !== 'properties' || Object.keys(entry.properties).length > 0)
      .map((entry) => {
        if (entry.kind !== 'range') return entry;
        const { formulas = [], bold = [], links = [] } = details.get(entry) ?? {};
        const { links: _links, ...rest } = entry;
        return {
          ...rest,
          ...(formulas.length > 0 ? { formulas } : {}),
          ...(bold.length > 0 ? { bold } : {}),
          links,
        };
      });
  }

  add(given: ExcelEntry): void {
    const entry = given.kind === 'range' ? { ...given } : given;
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
          this.cells(entry.sheet).layers.add(entry);
        else this.#bags.set(entry.sheet, entry);
        break;
      case 'format':
        this.#indexFormats(entry);
        break;
      case 'range':
        this.#addRange(entry);
        break;
    }
  }

  #addRange(entry: RangeEntry): void {
    const { formulas = [], bold = [], links = [] } = entry;
    delete entry.formulas;
    delete entry.bold;
    entry.links = [];
    const cells = this.cells(entry.sheet);
    const area = areaOf(entry);
    let filled = 0;
    forEachCell(area, (row, column, down, right) => {
      this.steps += 1;
      const key = cellKey(row, column);
      this.#disown(cells, key);
      cells.values.set(key, entry);
      if ((entry.values[down]?.[right] ?? '') !== '') filled += 1;
      if (cells.formulas.size > 0) cells.formulas.delete(key);
      if (cells.links.size > 0) cells.links.delete(key);
    });
    cells.filled.set(entry, filled);
    if (entry.numberFormats) this.#indexFormats(entry);
    const keyOf = (cell: string | undefined) => {
      const at = areaOf({ address: cell ?? '' });
      return cellKey(at.row, at.column);
    };
    for (const { cell, formula } of formulas) cells.formulas.set(keyOf(cell), formula);
    for (const cell of bold) cells.bold.add(keyOf(cell));
    for (const link of links) cells.links.set(keyOf(link.cell), link);
    this.calculation.invalidate();
  }

  /** Adjusts the count of the entry that a cell belonged to. */
  #disown(cells: SheetCells, key: number): void {
    const entry = cells.values.get(key);
    if (!entry) return;
    if ((pick(entry.values, entry, rowOf(key), columnOf(key)) ?? '') !== '')
      cells.filled.set(entry, (cells.filled.get(entry) ?? 1) - 1);
  }

  #indexFormats(entry: RangeEntry | FormatEntry): void {
    const { formats } = this.cells(entry.sheet);
    forEachCell(areaOf(entry), (row, column) => {
      this.steps += 1;
      formats.set(cellKey(row, column), entry);
    });
  }

  remove(entry: ExcelEntry): void {
    this.#entries.delete(entry);
    this.#tables = this.#tables.filter((other) => other !== entry);
    this.#marks = this.#marks.filter((other) => other !== entry);
    if (entry.kind !== 'range' && entry.kind !== 'format') return;
    const cells = this.cells(entry.sheet);
    if (entry.kind === 'range') cells.filled.delete(entry);
    forEachCell(areaOf(entry), (row, column) => {
      this.steps += 1;
      const key = cellKey(row, column);
      if (cells.formats.get(key) === entry) cells.formats.delete(key);
      if (cells.values.get(key) !== entry) return;
      cells.values.delete(key);
      cells.formulas.delete(key);
      cells.bold.delete(key);
      cells.links.delete(key);
    });
    this.calculation.invalidate();
  }

  get sheets(): readonly string[] {
    return this.#sheets;
  }

  /** Replaces the list of sheets: renames with `renamed`, and removes the content of missing sheets. */
  setSheets(names: string[], renamed?: { readonly from: string; readonly to: string }): void {
    const entries = this.content.filter(({ kind }) => kind !== 'sheet' && kind !== 'sheetOrder');
    const kept = entries.flatMap((entry): ExcelEntry[] => {
      if (renamed && entry.kind === 'range' && entry.formulas) {
        entry.formulas = entry.formulas.map((one) => ({
          ...one,
          formula: renamedSheetFormula(one.formula, renamed),
        }));
      }
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

  /** Returns the value of a cell, after the evaluation of formulas. */
  value(sheet: string, row: number, column: number): CellValue {
    this.calculation.run();
    const written = this.written(sheet, row, column);
    return written === '' ? (this.calculation.spilled(sheet, cellKey(row, column)) ?? '') : written;
  }

  /** Returns the value in the cell's entry: for a formula its last result. */
  written(sheet: string, row: number, column: number): CellValue {
    this.steps += 1;
    const entry = this.cells(sheet).values.get(cellKey(row, column));
    return entry ? (pick(entry.values, entry, row, column) ?? '') : '';
  }

  /** Stores the result of a formula. */
  setResult(sheet: string, key: number, value: CellValue): void {
    const cells = this.cells(sheet);
    const entry = cells.values.get(key);
    if (entry) this.#put(cells, entry, key, value);
  }

  #put(cells: SheetCells, entry: RangeEntry, key: number, value: CellValue): void {
    const at = areaOf(entry);
    const [row, column] = [rowOf(key), columnOf(key)];
    const line = entry.values[row - at.row];
    if (!line) return;
    const before = line[column - at.column] ?? '';
    if ((before === '') !== (value === ''))
      cells.filled.set(entry, (cells.filled.get(entry) ?? 0) + (value === '' ? -1 : 1));
    line[column - at.column] = value;
  }

  format(sheet: string, row: number, column: number): string {
    this.steps += 1;
    const entry = this.cells(sheet).formats.get(cellKey(row, column));
    return (entry?.numberFormats && pick(entry.numberFormats, entry, row, column)) ?? 'General';
  }

  link(sheet: string, row: number, column: number): Link | undefined {
    return this.cells(sheet).links.get(cellKey(row, column));
  }

  isBold(sheet: string, row: number, column: number): boolean {
    return this.cells(sheet).bold.has(cellKey(row, column));
  }

  /** Returns false if a cell is empty: those have no entry that can contain it. */
  setBold(sheet: string, area: Area, bold: boolean): boolean {
    const cells = this.cells(sheet);
    let isComplete = true;
    forEachCell(area, (row, column) => {
      const key = cellKey(row, column);
      if (!cells.values.has(key)) isComplete = false;
      else if (bold) cells.bold.add(key);
      else cells.bold.delete(key);
    });
    return isComplete;
  }

  formula(sheet: string, row: number, column: number): string | undefined {
    return this.cells(sheet).formulas.get(cellKey(row, column));
  }

  /** Returns the smallest area that contains all values, or undefined for an empty sheet. */
  used(sheet: string): Area | undefined {
    this.calculation.run();
    let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
    const visit = (key: number) => {
      const [row, column] = [rowOf(key), columnOf(key)];
      top = Math.min(top, row);
      left = Math.min(left, column);
      bottom = Math.max(bottom, row);
      right = Math.max(right, column);
    };
    for (const [key, entry] of this.cells(sheet).values) {
      this.steps += 1;
      if ((pick(entry.values, entry, rowOf(key), columnOf(key)) ?? '') !== '') visit(key);
    }
    for (const key of this.calculation.spilledCells(sheet)) visit(key);
    if (bottom < 0) return undefined;
    return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  }

  write(sheet: string, area: Area, values: CellValue[][], formulas: readonly Formula[] = []): void {
    const inside = this.#container(sheet, area);
    const address = areaName(area);
    const cells = this.cells(sheet);
    if (inside && inside.address !== address) {
      forEachCell(area, (row, column, down, right) => {
        const key = cellKey(row, column);
        const value = values[down]?.[right];
        if (value !== undefined) this.#put(cells, inside, key, value);
        cells.links.delete(key);
        cells.formulas.delete(key);
      });
      for (const { cell, formula } of formulas) {
        const at = areaOf({ address: cell });
        cells.formulas.set(cellKey(at.row, at.column), formula);
      }
      this.calculation.invalidate();
      return;
    }
    const formats = this.#formatsIn(sheet, area);
    const bold = this.#boldIn(cells, area);
    for (const entry of this.#containedIn(sheet, area)) this.remove(entry);
    this.add({
      kind: 'range',
      sheet,
      address,
      values,
      ...(formats ? { numberFormats: formats } : {}),
      ...(formulas.length > 0 ? { formulas: [...formulas] } : {}),
      ...(bold.length > 0 ? { bold } : {}),
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
    const isFirst = !inside.numberFormats;
    inside.numberFormats ??= inside.values.map((line, down) =>
      line.map((_, right) => this.format(sheet, at.row + down, at.column + right)),
    );
    const all = inside.numberFormats;
    const index = this.cells(sheet).formats;
    forEachCell(area, (row, column, down, right) => {
      const line = all[row - at.row];
      const format = formats[down]?.[right];
      if (line && format !== undefined) line[column - at.column] = format;
      index.set(cellKey(row, column), inside);
    });
    if (isFirst) this.#indexFormats(inside);
  }

  setLink(sheet: string, row: number, column: number, address: string, text: string): void {
    const { links, values } = this.cells(sheet);
    const key = cellKey(row, column);
    if (!values.has(key)) this.write(sheet, { row, column, rows: 1, columns: 1 }, [[text]]);
    if (address === '') links.delete(key);
    else links.set(key, { text, address, cell: cellName(row, column) });
  }

  /** Removes values, formulas and links. Number formats stay. */
  clear(sheet: string, area: Area): void {
    const cells = this.cells(sheet);
    const touched = new Set<RangeEntry>();
    const clearCell = (key: number) => {
      this.steps += 1;
      const entry = cells.values.get(key);
      if (!entry) return;
      this.#put(cells, entry, key, '');
      cells.formulas.delete(key);
      cells.links.delete(key);
      touched.add(entry);
    };
    if (area.rows * area.columns <= cells.values.size)
      forEachCell(area, (row, column) => clearCell(cellKey(row, column)));
    else for (const key of cells.values.keys()) if (isInside(area, rowOf(key), columnOf(key))) clearCell(key);
    for (const entry of touched) {
      if ((cells.filled.get(entry) ?? 0) > 0) continue;
      this.remove(entry);
      if (entry.numberFormats?.some((line) => line.some((format) => format !== 'General'))) {
        const { address, numberFormats } = entry;
        this.add({ kind: 'format', sheet, address, numberFormats });
      }
    }
    this.calculation.invalidate();
  }

  /** Removes number formats and stored formatting. */
  clearFormats(sheet: string, area: Area): void {
    const { formats, layers, bold } = this.cells(sheet);
    for (const entry of new Set(formats.values())) {
      const at = areaOf(entry);
      if (!overlap(area, at) || !entry.numberFormats) continue;
      entry.numberFormats = entry.numberFormats.map((line, down) =>
        line.map((format, right) => (isInside(area, at.row + down, at.column + right) ? 'General' : format)),
      );
      if (entry.kind === 'format' && contains(area, at)) this.remove(entry);
    }
    for (const key of bold) if (isInside(area, rowOf(key), columnOf(key))) bold.delete(key);
    for (const layer of layers.entries) {
      if (contains(area, areaOf({ address: layer.address ?? '' }))) layer.properties = {};
    }
  }

  /** Adjusts the formulas of all sheets after cells of one have moved along an axis. */
  shiftFormulas(sheet: string, axis: 'row' | 'column', shift: FormulaShift): void {
    for (const [name, { formulas }] of this.#cells) {
      const isTarget = (other: string | undefined) => (other ?? name).toLowerCase() === sheet.toLowerCase();
      for (const [key, formula] of formulas)
        formulas.set(key, shiftedFormula(formula, axis, shift, isTarget));
    }
    this.calculation.invalidate();
  }

  /** Properties of the workbook, or of a sheet. */
  bag(sheet?: string): Bag {
    return {
      read: () => this.#bags.get(sheet)?.properties,
      write: () => {
        if (!this.#bags.has(sheet))
          this.add({ kind: 'properties', ...(sheet === undefined ? {} : { sheet }), properties: {} });
        return this.#bags.get(sheet)?.properties ?? {};
      },
    };
  }

  /** Properties of a range. */
  rangeBag(sheet: string, area: Area): Bag {
    const create = () => {
      const properties: Properties = {};
      const entry: PropertiesEntry = { kind: 'properties', sheet, address: areaName(area), properties };
      this.add(entry);
      return entry;
    };
    return this.cells(sheet).layers.bag(area, create, () => (this.steps += 1));
  }

  cells(sheet: string): SheetCells {
    let cells = this.#cells.get(sheet);
    if (!cells) this.#cells.set(sheet, (cells = new SheetCells()));
    return cells;
  }

  /** Returns the entry that contains all cells, and of which no cell has been overwritten. */
  #container(sheet: string, area: Area): RangeEntry | undefined {
    const { values } = this.cells(sheet);
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
    const { values, formats } = this.cells(sheet);
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

  #boldIn(cells: SheetCells, area: Area): string[] {
    const found: string[] = [];
    if (cells.bold.size === 0) return found;
    forEachCell(area, (row, column) => {
      if (cells.bold.has(cellKey(row, column))) found.push(cellName(row, column));
    });
    return found;
  }
}

function pick<T>(
  values: readonly T[][],
  entry: { address: string },
  row: number,
  column: number,
): T | undefined {
  const at = areaOf(entry);
  return values[row - at.row]?.[column - at.column];
}

function isInside(area: Area, row: number, column: number): boolean {
  return overlap(area, { row, column, rows: 1, columns: 1 });
}

/** Returns the area of an address that a name refers to, such as `=Sheet1!$A$1:$B$2`. */
export const referencedCells = (formula: string) => parseArea(formula.replace(/^=/, ''));
