import { ApiObject, bagOf, childBag, type Bag, type Properties } from '../../rich/apiObject.ts';
import { failNotFound, invalidArgument } from '../../rich/richApiError.ts';
import { asObject } from '../../envelope.ts';
import {
  areaName,
  cellName,
  contains,
  isOnSheet,
  maxColumns,
  maxRows,
  overlap,
  parseArea,
  type Area,
} from './address.ts';
import { cellInput, displayText } from './cellInput.ts';
import { areasOrNull, specialCells } from './excelRangeAreas.ts';
import { isKnownFunction } from './formulaEngine.ts';
import { functionsIn, movedFormula, quotedSheet } from './formulaSyntax.ts';
import {
  cellKey,
  areaOf,
  forEachCell,
  type CellValue,
  type Formula,
  type MarkEntry,
} from './workbookEntries.ts';
import { valueType } from './workbookEvents.ts';
import type { WorkbookModel } from './workbookModel.ts';

/** Larger ranges can't be read or written. */
const maxCells = 200_000;
/** `bold` of larger ranges is stored without changing how the sandbox shows them. */
const maxBoldCells = 2000;
/** Default size of a cell in points. */
const cellSize = { width: 48, height: 15 } as const;

/** Creates the objects of a workbook that lead to each other. */
export interface WorkbookObjects {
  readonly model: WorkbookModel;
  readonly sheet: (name: string) => ApiObject;
  /** Tables that overlap the area; of the whole sheet without one. */
  readonly tables: (sheet: string, area?: Area) => ApiObject;
}

interface CellBlock {
  readonly values: CellValue[][];
  readonly formulas: (string | undefined)[][];
  readonly formats: string[][];
}

export class ExcelRange extends ApiObject {
  static readonly apiTypes: readonly string[] = ['Excel.Range'];
  override readonly apiType = 'Excel.Range';
  readonly apiWorkbook: WorkbookObjects;
  readonly apiSheet: string;
  readonly apiArea: Area;
  readonly #model: WorkbookModel;

  constructor(workbook: WorkbookObjects, sheet: string, area: Area) {
    super();
    if (!isOnSheet(area)) throw invalidArgument('Range', 'The range is outside the worksheet.');
    this.apiWorkbook = workbook;
    this.#model = workbook.model;
    this.apiSheet = sheet;
    this.apiArea = area;
  }

  override get apiBag(): Bag {
    return this.#model.rangeBag(this.apiSheet, this.apiArea);
  }

  get worksheet(): ApiObject {
    return this.apiWorkbook.sheet(this.apiSheet);
  }

  get format(): ApiObject {
    return new ExcelRangeFormat(this.#model, this.apiSheet, this.apiArea);
  }

  get sort(): ApiObject {
    return new ExcelRangeSort(this);
  }

  getCell(row: unknown, column: unknown): ApiObject {
    const { row: top, column: left } = this.apiArea;
    return this.#at({ row: top + Number(row), column: left + Number(column), rows: 1, columns: 1 });
  }

  getRow(index: unknown): ApiObject {
    return this.#at({ ...this.apiArea, row: this.apiArea.row + Number(index), rows: 1 });
  }

  getColumn(index: unknown): ApiObject {
    return this.#at({ ...this.apiArea, column: this.apiArea.column + Number(index), columns: 1 });
  }

  getOffsetRange(rows: unknown, columns: unknown): ApiObject {
    const { row, column } = this.apiArea;
    return this.#at({ ...this.apiArea, row: row + Number(rows), column: column + Number(columns) });
  }

  /** Moves the last cell. Beyond the first one, it becomes the first cell of the result. */
  getResizedRange(rowStep: unknown, columnStep: unknown): ApiObject {
    const { row, column, rows, columns } = this.apiArea;
    const lastRow = row + rows - 1 + Number(rowStep);
    const lastColumn = column + columns - 1 + Number(columnStep);
    return this.#at({
      row: Math.min(row, lastRow),
      column: Math.min(column, lastColumn),
      rows: Math.abs(lastRow - row) + 1,
      columns: Math.abs(lastColumn - column) + 1,
    });
  }

  getAbsoluteResizedRange(rows: unknown, columns: unknown): ApiObject {
    return this.#at({ ...this.apiArea, rows: Number(rows), columns: Number(columns) });
  }

  getRowsBelow(count: unknown = 1): ApiObject {
    const { row, rows } = this.apiArea;
    return this.#at({ ...this.apiArea, row: row + rows, rows: Number(count) });
  }

  getRowsAbove(count: unknown = 1): ApiObject {
    return this.#at({ ...this.apiArea, row: this.apiArea.row - Number(count), rows: Number(count) });
  }

  getColumnsAfter(count: unknown = 1): ApiObject {
    const { column, columns } = this.apiArea;
    return this.#at({ ...this.apiArea, column: column + columns, columns: Number(count) });
  }

  getColumnsBefore(count: unknown = 1): ApiObject {
    return this.#at({ ...this.apiArea, column: this.apiArea.column - Number(count), columns: Number(count) });
  }

  getLastRow(): ApiObject {
    return this.getRow(this.apiArea.rows - 1);
  }

  getLastColumn(): ApiObject {
    return this.getColumn(this.apiArea.columns - 1);
  }

  getLastCell(): ApiObject {
    return this.getCell(this.apiArea.rows - 1, this.apiArea.columns - 1);
  }

  getEntireColumn(): ApiObject {
    return this.#at({ ...this.apiArea, row: 0, rows: maxRows });
  }

  getEntireRow(): ApiObject {
    return this.#at({ ...this.apiArea, column: 0, columns: maxColumns });
  }

  getUsedRangeOrNullObject(): ApiObject | null {
    const used = this.#model.used(this.apiSheet);
    return used && overlap(used, this.apiArea) ? this.#at(intersection(used, this.apiArea)) : null;
  }

  getSpecialCellsOrNullObject(type: unknown, valueTypes?: unknown): ApiObject | null {
    return areasOrNull(specialCells(this, type, valueTypes));
  }

  getSpecialCells(type: unknown, valueTypes?: unknown): ApiObject {
    return this.getSpecialCellsOrNullObject(type, valueTypes) ?? failNotFound('Range.getSpecialCells');
  }

  get hasSpill(): boolean {
    return this.getSpillParentOrNullObject() !== null;
  }

  /** Returns the cells of the dynamic array of this cell's formula. */
  getSpillingToRangeOrNullObject(): ApiObject | null {
    const { row, column } = this.apiArea;
    this.#model.calculation.run();
    const spill = this.#model.calculation.spillOf(this.apiSheet, cellKey(row, column));
    return spill ? this.#at(spill.area) : null;
  }

  getSpillingToRange(): ApiObject {
    return this.getSpillingToRangeOrNullObject() ?? failNotFound('Range.getSpillingToRange');
  }

  getSpillParentOrNullObject(): ApiObject | null {
    this.#model.calculation.run();
    const parent = this.#model.calculation.spillParent(this.apiSheet, this.apiArea);
    return parent ? this.#at({ ...parent, rows: 1, columns: 1 }) : null;
  }

  getSpillParent(): ApiObject {
    return this.getSpillParentOrNullObject() ?? failNotFound('Range.getSpillParent');
  }

  /** Extends the range to the edge of its block, like Ctrl+Shift+arrow. */
  getExtendedRange(direction: unknown): ApiObject {
    return this.getBoundingRect(this.getRangeEdge(direction));
  }

  /** Sets properties such as `{ format: { fill: { color } } }` of each cell. */
  setCellProperties(cells: unknown): null {
    const lines = Array.isArray(cells) ? (cells as unknown[][]) : [];
    for (const [down, line] of lines.entries()) {
      for (const [right, properties] of line.entries()) {
        const cell = this.getCell(down, right) as ExcelRange;
        mergeProperties(cell.apiBag, asObject(properties) ?? {});
      }
    }
    return null;
  }

  /** Returns the wanted properties of each cell, in the form of `setCellProperties`. */
  getCellProperties(wanted: unknown): Properties[][] {
    const { rows, columns } = this.apiArea;
    return Array.from({ length: rows }, (_, down) =>
      Array.from({ length: columns }, (__, right) => {
        const cell = this.getCell(down, right) as ExcelRange;
        const own: Properties = { ...cell.apiBag.read(), address: cell.address };
        return pickProperties(own, asObject(wanted) ?? {});
      }),
    );
  }

  getUsedRange(): ApiObject {
    return this.getUsedRangeOrNullObject() ?? failNotFound('Range.getUsedRange');
  }

  getTables(): ApiObject {
    return this.apiWorkbook.tables(this.apiSheet, this.apiArea);
  }

  getMergedAreasOrNullObject(): ApiObject | null {
    return this.#marked('merged').length > 0 ? this : null;
  }

  getBoundingRect(other: unknown): ApiObject {
    const area = this.#areaOf(other, 'getBoundingRect');
    const row = Math.min(area.row, this.apiArea.row);
    const column = Math.min(area.column, this.apiArea.column);
    return this.#at({
      row,
      column,
      rows: Math.max(area.row + area.rows, this.apiArea.row + this.apiArea.rows) - row,
      columns: Math.max(area.column + area.columns, this.apiArea.column + this.apiArea.columns) - column,
    });
  }

  getIntersectionOrNullObject(other: unknown): ApiObject | null {
    const area = this.#areaOf(other, 'getIntersection');
    return overlap(area, this.apiArea) ? this.#at(intersection(area, this.apiArea)) : null;
  }

  getIntersection(other: unknown): ApiObject {
    return this.getIntersectionOrNullObject(other) ?? failNotFound('Range.getIntersection');
  }

  /** Grows while the cells next to the range aren't empty. */
  getSurroundingRegion(): ApiObject {
    let area = this.apiArea;
    for (;;) {
      const top = Math.max(0, area.row - 1);
      const left = Math.max(0, area.column - 1);
      const around = {
        row: top,
        column: left,
        rows: area.row + area.rows - top + 1,
        columns: area.column + area.columns - left + 1,
      };
      const used = this.#model.used(this.apiSheet);
      const inside = used && overlap(around, used) ? intersection(around, used) : undefined;
      let grown = area;
      if (inside) {
        forEachCell(inside, (row, column) => {
          if (this.#model.value(this.apiSheet, row, column) !== '')
            grown = union(grown, { row, column, rows: 1, columns: 1 });
        });
      }
      if (areaName(grown) === areaName(area)) return this.#at(area);
      area = grown;
    }
  }

  getRangeEdge(direction: unknown): ApiObject {
    const { row, column, rows, columns } = this.apiArea;
    const [down = 0, right = 0] =
      { Up: [-1, 0], Down: [1, 0], Left: [0, -1], Right: [0, 1] }[String(direction)] ?? [];
    let at = { row: down > 0 ? row + rows - 1 : row, column: right > 0 ? column + columns - 1 : column };
    const used = this.#model.used(this.apiSheet) ?? this.apiArea;
    const filled = (one: { row: number; column: number }) =>
      this.#model.value(this.apiSheet, one.row, one.column) !== '';
    const next = () => ({ row: at.row + down, column: at.column + right });
    const within = (one: { row: number; column: number }) =>
      one.row >= 0 &&
      one.column >= 0 &&
      one.row < used.row + used.rows &&
      one.column < used.column + used.columns;
    const inBlock = filled(at) && within(next()) && filled(next());
    while (within(next()) && (inBlock ? filled(next()) : !filled(next()))) at = next();
    if (!inBlock) {
      if (within(next())) at = next();
      else
        at = {
          row: down < 0 ? 0 : down > 0 ? maxRows - 1 : at.row,
          column: right < 0 ? 0 : right > 0 ? maxColumns - 1 : at.column,
        };
    }
    return this.#at({ ...at, rows: 1, columns: 1 });
  }

  findOrNullObject(text: unknown, criteria: unknown): ApiObject | null {
    const found = this.apiMatches(String(text), asObject(criteria) ?? {});
    return found[0] ? this.#at(found[0]) : null;
  }

  find(text: unknown, criteria: unknown): ApiObject {
    return this.findOrNullObject(text, criteria) ?? failNotFound('Range.find');
  }

  apiMatches(text: string, criteria: Properties): Area[] {
    const option = (name: string) => criteria[name] ?? criteria[name.charAt(0).toUpperCase() + name.slice(1)];
    const normal = (value: string) => (option('matchCase') === true ? value : value.toLowerCase());
    const found: Area[] = [];
    const used = this.#model.used(this.apiSheet);
    if (!used || !overlap(used, this.apiArea)) return found;
    forEachCell(intersection(used, this.apiArea), (row, column) => {
      const shown = normal(
        displayText(
          this.#model.value(this.apiSheet, row, column),
          this.#model.format(this.apiSheet, row, column),
        ),
      );
      const isMatch =
        option('completeMatch') === true ? shown === normal(text) : shown.includes(normal(text));
      if (isMatch) found.push({ row, column, rows: 1, columns: 1 });
    });
    return option('searchDirection') === 'Backwards' ? found.toReversed() : found;
  }

  replaceAll(text: unknown, replacement: unknown, criteria: unknown): number {
    const options = asObject(criteria) ?? {};
    const flags = (options['matchCase'] ?? options['MatchCase']) === true ? 'g' : 'gi';
    const pattern = new RegExp(String(text).replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`), flags);
    let count = 0;
    for (const area of this.apiMatches(String(text), options)) {
      const before = String(this.#model.value(this.apiSheet, area.row, area.column));
      count += before.match(pattern)?.length ?? 0;
      this.#at(area).values = before.replaceAll(pattern, () => String(replacement));
    }
    return count;
  }

  clear(applyTo: unknown = 'All'): null {
    const what = String(applyTo);
    if (what === 'All' || what === 'Contents') this.#model.clear(this.apiSheet, this.apiArea);
    if (what === 'All' || what === 'Formats') this.#model.clearFormats(this.apiSheet, this.apiArea);
    if (what === 'Hyperlinks' || what === 'RemoveHyperlinks') {
      const used = this.#model.used(this.apiSheet);
      if (used && overlap(used, this.apiArea)) {
        forEachCell(intersection(used, this.apiArea), (row, column) =>
          this.#model.setLink(this.apiSheet, row, column, '', ''),
        );
      }
    }
    if (what === 'ResetContents') this.#model.clear(this.apiSheet, this.apiArea);
    if (what === 'Formats') this.#model.events.formatChanged(this.apiSheet, this.apiArea);
    else this.#model.events.changed(this.apiSheet, this.apiArea);
    return null;
  }

  select(): null {
    this.#model.activeSheet = this.apiSheet;
    this.#model.selection = this.apiArea;
    return null;
  }

  merge(across?: unknown): null {
    const { row, rows } = this.apiArea;
    const areas =
      across === true
        ? Array.from({ length: rows }, (_, down) => ({ ...this.apiArea, row: row + down, rows: 1 }))
        : [this.apiArea];
    for (const area of areas) {
      forEachCell(area, (cellRow, column, down, right) => {
        if ((down > 0 || right > 0) && this.#model.value(this.apiSheet, cellRow, column) !== '') {
          this.#model.clear(this.apiSheet, { row: cellRow, column, rows: 1, columns: 1 });
        }
      });
      this.#model.add({ kind: 'merged', sheet: this.apiSheet, address: areaName(area) });
    }
    return null;
  }

  unmerge(): null {
    for (const mark of this.#marked('merged')) this.#model.remove(mark);
    return null;
  }

  /** Shifts the cells below or to the right, up to the end of the used range. */
  insert(shift: unknown): ApiObject {
    this.#shift(shift === 'Right' ? 'column' : 'row', 1);
    this.#model.events.changed(this.apiSheet, this.apiArea, this.#shiftType('Inserted'));
    return this;
  }

  delete(shift: unknown): null {
    this.#shift(shift === 'Left' ? 'column' : 'row', -1);
    this.#model.events.changed(this.apiSheet, this.apiArea, this.#shiftType('Deleted'));
    return null;
  }

  #shiftType<T extends 'Inserted' | 'Deleted'>(change: T): `Row${T}` | `Column${T}` | `Cell${T}` {
    return this.isEntireRow ? `Row${change}` : this.isEntireColumn ? `Column${change}` : `Cell${change}`;
  }

  #shift(along: 'row' | 'column', direction: 1 | -1): void {
    const area = this.apiArea;
    const used = this.#model.used(this.apiSheet);
    if (!used) return;
    const end = along === 'row' ? used.row + used.rows : used.column + used.columns;
    const size = along === 'row' ? area.rows : area.columns;
    const from = direction === 1 ? area[along] : area[along] + size;
    if (end <= from) {
      if (direction === -1) this.#model.clear(this.apiSheet, area);
      return;
    }
    const length = end - from;
    // Whole rows and columns: only the used part.
    const wide =
      along === 'row'
        ? {
            column: Math.max(area.column, 0),
            columns: Math.min(area.columns, used.column + used.columns - area.column),
          }
        : { row: area.row, rows: Math.min(area.rows, used.row + used.rows - area.row) };
    const source: Area =
      along === 'row'
        ? { row: from, rows: length, column: area.column, columns: Math.max(1, wide.columns ?? 1) }
        : { column: from, columns: length, row: area.row, rows: Math.max(1, wide.rows ?? 1) };
    const moved = this.#copyOf(source);
    this.#model.clear(this.apiSheet, source);
    if (direction === -1)
      this.#model.clear(
        this.apiSheet,
        along === 'row'
          ? { ...source, row: area.row, rows: size }
          : { ...source, column: area.column, columns: size },
      );
    const target =
      along === 'row'
        ? { ...source, row: from + direction * size }
        : { ...source, column: from + direction * size };
    this.#paste(target, moved);
    const [across, count] = along === 'row' ? (['column', 'columns'] as const) : (['row', 'rows'] as const);
    this.#model.shiftFormulas(this.apiSheet, along, {
      from,
      by: direction * size,
      within: (corner) => corner[across] >= area[across] && corner[across] < area[across] + area[count],
    });
  }

  #copyOf(area: Area): CellBlock {
    const map = <T>(read: (row: number, column: number) => T) =>
      Array.from({ length: area.rows }, (_, down) =>
        Array.from({ length: area.columns }, (__, right) => read(area.row + down, area.column + right)),
      );
    return {
      values: map((row, column) => this.#model.value(this.apiSheet, row, column)),
      formulas: map((row, column) => this.#model.formula(this.apiSheet, row, column)),
      formats: map((row, column) => this.#model.format(this.apiSheet, row, column)),
    };
  }

  #paste(area: Area, { values, formulas, formats }: CellBlock, sheet = this.apiSheet): void {
    const found: Formula[] = [];
    forEachCell(area, (row, column, down, right) => {
      const formula = formulas[down]?.[right];
      if (formula) found.push({ cell: cellName(row, column), formula });
    });
    this.#model.write(sheet, area, values, found);
    if (formats.some((line) => line.some((format) => format !== 'General')))
      this.#model.setFormats(sheet, area, formats);
  }

  copyFrom(source: unknown, copyType: unknown = 'All', skipBlanks?: unknown, transpose?: unknown): null {
    const from =
      source instanceof ExcelRange
        ? source
        : new ExcelRange(
            this.apiWorkbook,
            sheetIn(String(source)) ?? this.apiSheet,
            this.#areaOf(source, 'copyFrom'),
          );
    if (copyType === 'Link') this.#model.report('Excel.Range.copyFrom (Link)');
    const copied = from.#copyOf(from.apiArea);
    const origin = from.apiArea;
    const flip = <T>(cells: T[][]): T[][] =>
      transpose === true ? (cells[0] ?? []).map((_, right) => cells.map((line) => line[right] as T)) : cells;
    const rows = transpose === true ? from.apiArea.columns : from.apiArea.rows;
    const columns = transpose === true ? from.apiArea.rows : from.apiArea.columns;
    const target = {
      ...this.apiArea,
      rows: Math.max(rows, this.apiArea.rows),
      columns: Math.max(columns, this.apiArea.columns),
    };
    const tile = <T>(cells: T[][]): T[][] =>
      Array.from({ length: target.rows }, (_, down) =>
        Array.from(
          { length: target.columns },
          (__, right) => flip(cells)[down % rows]?.[right % columns] as T,
        ),
      );
    if (copyType === 'Formats') this.#model.setFormats(this.apiSheet, target, tile(copied.formats));
    else {
      const values = tile(copied.values).map((line, down) =>
        line.map((value, right) =>
          skipBlanks === true && value === ''
            ? this.#model.value(this.apiSheet, target.row + down, target.column + right)
            : value,
        ),
      );
      const withFormulas = copyType !== 'Values';
      this.#paste(target, {
        values,
        formulas: withFormulas
          ? tile(copied.formulas).map((line, down) =>
              line.map((formula, right) => {
                const [sourceDown, sourceRight] =
                  transpose === true ? [right % columns, down % rows] : [down % rows, right % columns];
                const rowStep = target.row + down - origin.row - sourceDown;
                return (
                  formula &&
                  movedFormula(formula, rowStep, target.column + right - origin.column - sourceRight)
                );
              }),
            )
          : [],
        formats: copyType === 'All' ? tile(copied.formats) : [],
      });
      this.#model.events.changed(this.apiSheet, target);
    }
    return null;
  }

  moveTo(destination: unknown): null {
    const at = destination instanceof ExcelRange ? destination.apiArea : this.#areaOf(destination, 'moveTo');
    const sheet = destination instanceof ExcelRange ? destination.apiSheet : this.apiSheet;
    const copied = this.#copyOf(this.apiArea);
    this.#model.clear(this.apiSheet, this.apiArea);
    const target = { ...this.apiArea, row: at.row, column: at.column };
    this.#paste(target, copied, sheet);
    this.#model.events.changed(this.apiSheet, this.apiArea);
    this.#model.events.changed(sheet, target);
    return null;
  }

  removeDuplicates(columns: unknown, includesHeader: unknown): ApiObject {
    const wanted = Array.isArray(columns) ? columns.map(Number) : [];
    const seen = new Set<string>();
    const values = this.values;
    const kept = values.filter((line, index) => {
      if (includesHeader === true && index === 0) return true;
      const key = JSON.stringify(wanted.map((column) => line[column]));
      return seen.has(key) ? false : seen.add(key);
    });
    const removed = values.length - kept.length;
    const blank = Array.from({ length: removed }, () =>
      Array.from({ length: this.apiArea.columns }, () => ''),
    );
    this.values = [...kept, ...blank];
    return new ExcelRemoveDuplicates(removed, kept.length - (includesHeader === true ? 1 : 0));
  }

  /** Repeats the values or continues a series of numbers. */
  autoFill(destination: unknown, type: unknown = 'FillDefault'): null {
    const target =
      destination instanceof ExcelRange ? destination.apiArea : this.#areaOf(destination, 'autoFill');
    if (!['FillDefault', 'FillCopy', 'FillSeries', 'FillValues'].includes(String(type))) {
      this.#model.report(`Excel.Range.autoFill (${String(type)})`);
    }
    const { values } = this;
    const isDown = target.rows > this.apiArea.rows;
    const lines = isDown
      ? (values[0]?.map((_, right) => values.map((line) => line[right] ?? '')) ?? [])
      : values;
    const length = isDown ? target.rows : target.columns;
    const filled = lines.map((line) => {
      const numbers = line.filter((value) => typeof value === 'number');
      const isSeries = type !== 'FillCopy' && numbers.length === line.length && line.length > 1;
      const step = isSeries ? (numbers[1] ?? 0) - (numbers[0] ?? 0) : 0;
      return Array.from({ length }, (_, index) =>
        isSeries ? (numbers[0] ?? 0) + step * index : (line[index % line.length] ?? ''),
      );
    });
    const shaped = isDown
      ? (filled[0] ?? []).map((_, down) => filled.map((line) => line[down] ?? ''))
      : filled;
    const { row, column, rows, columns } = this.apiArea;
    const { formulas } = this.#copyOf(this.apiArea);
    this.#at(target).values = shaped.map((line, down) =>
      line.map((value, right) => {
        const formula = formulas[down % rows]?.[right % columns];
        if (!formula) return value;
        const rowStep = target.row + down - row - (down % rows);
        return movedFormula(formula, rowStep, target.column + right - column - (right % columns));
      }),
    );
    return null;
  }

  getVisibleView(): ApiObject {
    return new ExcelRangeView(this);
  }

  /** Formulas are evaluated when they are written. */
  calculate(): null {
    return null;
  }

  get address(): string {
    return `${quotedSheet(this.apiSheet)}!${areaName(this.apiArea)}`;
  }

  get addressLocal(): string {
    return this.address;
  }

  get rowIndex(): number {
    return this.apiArea.row;
  }

  get columnIndex(): number {
    return this.apiArea.column;
  }

  get rowCount(): number {
    return this.apiArea.rows;
  }

  get columnCount(): number {
    return this.apiArea.columns;
  }

  get cellCount(): number {
    return this.apiArea.rows * this.apiArea.columns;
  }

  get isEntireColumn(): boolean {
    return this.apiArea.rows === maxRows;
  }

  get isEntireRow(): boolean {
    return this.apiArea.columns === maxColumns;
  }

  get width(): number {
    return this.apiArea.columns * cellSize.width;
  }

  get height(): number {
    return this.apiArea.rows * cellSize.height;
  }

  get left(): number {
    return this.apiArea.column * cellSize.width;
  }

  get top(): number {
    return this.apiArea.row * cellSize.height;
  }

  get hidden(): boolean {
    return this.rowHidden;
  }

  get rowHidden(): boolean {
    return this.#marked('hidden').length > 0;
  }

  set rowHidden(value: unknown) {
    for (const mark of this.#marked('hidden')) this.#model.remove(mark);
    if (value === true)
      this.#model.add({ kind: 'hidden', sheet: this.apiSheet, address: areaName(this.apiArea) });
  }

  get values(): CellValue[][] {
    return this.#cells((value) => value);
  }

  set values(value: unknown) {
    this.#write(value);
  }

  get formulas(): unknown[][] {
    return this.#cells((value, at) => this.#model.formula(this.apiSheet, at.row, at.column) ?? value);
  }

  set formulas(value: unknown) {
    this.#write(value);
  }

  get formulasLocal(): unknown[][] {
    return this.formulas;
  }

  set formulasLocal(value: unknown) {
    this.#write(value);
  }

  get text(): string[][] {
    return this.#cells((value, at) =>
      displayText(value, this.#model.format(this.apiSheet, at.row, at.column)),
    );
  }

  get valueTypes(): string[][] {
    return this.#cells(valueType);
  }

  get numberFormat(): string[][] {
    return this.#cells((_, at) => this.#model.format(this.apiSheet, at.row, at.column));
  }

  set numberFormat(value: unknown) {
    this.#model.setFormats(this.apiSheet, this.apiArea, this.#shaped(value, String, 'numberFormat'));
    this.#model.events.formatChanged(this.apiSheet, this.apiArea);
  }

  get numberFormatLocal(): string[][] {
    return this.numberFormat;
  }

  set numberFormatLocal(value: unknown) {
    this.numberFormat = value;
  }

  get hyperlink(): unknown {
    const link = this.#model.link(this.apiSheet, this.apiArea.row, this.apiArea.column);
    return link ? { Address: link.address, TextToDisplay: link.text } : null;
  }

  set hyperlink(value: unknown) {
    const given = asObject(value) ?? {};
    const { address, textToDisplay, documentReference } = given;
    if (documentReference !== undefined) this.#model.report('Excel.Range.hyperlink (documentReference)');
    const target = typeof address === 'string' ? address : '';
    forEachCell(this.apiArea, (row, column) => {
      const at = { row, column, rows: 1, columns: 1 };
      const now = this.#model.value(this.apiSheet, row, column);
      const text = typeof textToDisplay === 'string' ? textToDisplay : now === '' ? target : String(now);
      if (text !== String(now)) this.#model.write(this.apiSheet, at, [[text]]);
      this.#model.setLink(this.apiSheet, row, column, target, text);
    });
  }

  /** Returns the merged cells or hidden rows that overlap this range. */
  #marked(kind: MarkEntry['kind']): readonly MarkEntry[] {
    return this.#model.marks(this.apiSheet, kind).filter((mark) => overlap(areaOf(mark), this.apiArea));
  }

  apiAt(area: Area): ExcelRange {
    return this.#at(area);
  }

  #at(area: Area): ExcelRange {
    return new ExcelRange(this.apiWorkbook, this.apiSheet, area);
  }

  #areaOf(given: unknown, method: string): Area {
    if (given instanceof ExcelRange) return given.apiArea;
    const area = typeof given === 'string' ? parseArea(given) : undefined;
    if (area) return area;
    throw invalidArgument(`Range.${method}`, `${JSON.stringify(given)} is not a valid address.`);
  }

  #write(value: unknown): void {
    const formulas: Formula[] = [];
    const { row, column } = this.apiArea;
    const values = this.#shaped(value, (cell) => cell, 'values').map((line, down) =>
      line.map((given, right) => {
        const at = { row: row + down, column: column + right };
        const input = cellInput(given, this.#model.format(this.apiSheet, at.row, at.column));
        if (!input) return this.#model.value(this.apiSheet, at.row, at.column);
        if (input.formula) {
          formulas.push({ cell: cellName(at.row, at.column), formula: input.formula });
          this.#reportUnknown(input.formula);
        }
        return input.value;
      }),
    );
    const { rows, columns } = this.apiArea;
    const before = rows === 1 && columns === 1 ? this.#model.written(this.apiSheet, row, column) : undefined;
    const details = this.#model.events.isActive ? this.#formulaChanges(formulas) : [];
    this.#model.write(this.apiSheet, this.apiArea, values, formulas);
    this.#model.events.formulaChanged(this.apiSheet, details);
    this.#model.events.changed(this.apiSheet, this.apiArea, 'RangeEdited', before);
  }

  #formulaChanges(formulas: readonly Formula[]) {
    return formulas.flatMap(({ cell, formula }) => {
      const { row, column } = areaOf({ address: cell });
      const previousFormula = this.#model.formula(this.apiSheet, row, column) ?? '';
      return previousFormula === formula ? [] : [{ cellAddress: cell, previousFormula }];
    });
  }

  #reportUnknown(formula: string): void {
    const functions = functionsIn(formula);
    if (!functions) this.#model.report(`the syntax of the Excel formula ${formula}`);
    for (const name of functions ?? [])
      if (!isKnownFunction(name)) this.#model.report(`the Excel function ${name}`);
  }

  /** Accepts one value for all cells, also in an array or, like Excel, an array with exactly the range's dimensions. */
  #shaped<T>(value: unknown, read: (value: unknown) => T, property: string): T[][] {
    const { rows, columns } = this.apiArea;
    if (rows * columns > maxCells) {
      throw invalidArgument(`Range.${property}`, 'The range is too large for the sandbox.');
    }
    if (!Array.isArray(value)) {
      return Array.from({ length: rows }, () => Array.from({ length: columns }, () => read(value)));
    }
    const lines = value as unknown[];
    const [only] = lines;
    if (lines.length === 1 && Array.isArray(only) && only.length === 1)
      return this.#shaped(only[0], read, property);
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

  /** Returns one value per cell; null for a range that is too large, as Excel does. */
  #cells<T>(read: (value: CellValue, at: { row: number; column: number }) => T): T[][] {
    const { row, column, rows, columns } = this.apiArea;
    if (rows * columns > maxCells) return null as unknown as T[][];
    return Array.from({ length: rows }, (_, down) =>
      Array.from({ length: columns }, (__, right) => {
        const at = { row: row + down, column: column + right };
        return read(this.#model.value(this.apiSheet, at.row, at.column), at);
      }),
    );
  }
}

/** The format of a range. Stores everything; `bold` also changes how the sandbox shows the cells. */
export class ExcelRangeFormat extends ApiObject {
  static readonly apiTypes: readonly string[] = ['Excel.RangeFormat'];
  override readonly apiType = 'Excel.RangeFormat';
  override readonly apiBag: Bag;
  readonly #model: WorkbookModel;
  readonly #sheet: string;
  readonly #area: Area;

  constructor(model: WorkbookModel, sheet: string, area: Area) {
    super();
    this.#model = model;
    this.#sheet = sheet;
    this.#area = area;
    this.apiBag = childBag(model.rangeBag(sheet, area), 'format');
  }

  override get apiLabel(): string {
    return 'Excel.Range.format';
  }

  get font(): ApiObject {
    return new ExcelRangeFont(this.#model, this.#sheet, this.#area, childBag(this.apiBag, 'font'));
  }

  /** Indents by levels; never to less than 0. */
  adjustIndent(amount: unknown): null {
    const bag = this.apiBag.write();
    bag['indentLevel'] = Math.max(0, Number(bag['indentLevel'] ?? 0) + Number(amount));
    return null;
  }

  /** Removes explicit widths. The sandbox has no layout that could compute others. */
  autofitColumns(): null {
    this.#forget('columnWidth');
    return null;
  }

  autofitRows(): null {
    this.#forget('rowHeight');
    return null;
  }

  #forget(name: string): void {
    if (this.apiBag.read()?.[name] !== undefined) this.apiBag.write()[name] = 0;
  }
}

class ExcelRangeFont extends ApiObject {
  static readonly apiTypes: readonly string[] = ['Excel.RangeFont'];
  override readonly apiType = 'Excel.RangeFont';
  override readonly apiBag: Bag;
  readonly #model: WorkbookModel;
  readonly #sheet: string;
  readonly #area: Area;

  constructor(model: WorkbookModel, sheet: string, area: Area, bag: Bag) {
    super();
    this.#model = model;
    this.#sheet = sheet;
    this.#area = area;
    this.apiBag = bag;
  }

  override get apiLabel(): string {
    return 'Excel.Range.format.font';
  }

  get bold(): unknown {
    const { row, column } = this.#area;
    return this.#model.isBold(this.#sheet, row, column) || (this.apiBag.read()?.['bold'] ?? false);
  }

  set bold(value: unknown) {
    const { rows, columns } = this.#area;
    const isSmall = rows * columns <= maxBoldCells;
    const isShown = isSmall && this.#model.setBold(this.#sheet, this.#area, value === true);
    if (!isShown || this.apiBag.read()?.['bold'] !== undefined) this.apiBag.write()['bold'] = value;
  }
}

export class ExcelRangeSort extends ApiObject {
  static readonly apiTypes: readonly string[] = ['Excel.RangeSort'];
  override readonly apiType = 'Excel.RangeSort';
  override readonly apiBag = bagOf({});
  readonly #range: ExcelRange;

  constructor(range: ExcelRange) {
    super();
    this.#range = range;
  }

  override get apiLabel(): string {
    return 'Excel.Range.sort';
  }

  apply(fields: unknown, matchCase?: unknown, hasHeaders?: unknown, orientation?: unknown): null {
    sortRange(this.#range, fields, {
      matchCase: matchCase === true,
      hasHeaders: hasHeaders === true,
      byColumns: orientation === 'Columns',
    });
    return null;
  }
}

/** Sorts rows, or columns. Numbers come before texts, empty cells last, as in Excel. */
export function sortRange(
  range: ExcelRange,
  fields: unknown,
  { matchCase, hasHeaders, byColumns }: { matchCase: boolean; hasHeaders: boolean; byColumns: boolean },
): void {
  const model = range.apiWorkbook.model;
  const keys = (Array.isArray(fields) ? fields : []).map((field: unknown) => asObject(field) ?? {});
  const member = (key: Properties, name: string) =>
    key[name] ?? key[name.charAt(0).toUpperCase() + name.slice(1)];
  for (const key of keys) {
    const sortOn = member(key, 'sortOn') ?? 'Value';
    if (sortOn !== 'Value') model.report(`Excel.Range.sort.apply (sortOn ${JSON.stringify(sortOn)})`);
  }
  const flip = (cells: unknown[][]) => (cells[0] ?? []).map((_, right) => cells.map((line) => line[right]));
  const lines = byColumns ? flip(range.formulas) : range.formulas;
  const values = byColumns ? flip(range.values) : range.values;
  const rows = lines.map((line, index) => ({ line, values: values[index] ?? [] }));
  const head = hasHeaders ? rows.splice(0, 1) : [];
  const rank = (value: unknown) =>
    value === '' ? 3 : typeof value === 'boolean' ? 2 : typeof value === 'string' ? 1 : 0;
  const collator = new Intl.Collator('en', { sensitivity: matchCase ? 'variant' : 'accent' });
  rows.sort((a, b) => {
    for (const key of keys) {
      const column = Number(member(key, 'key') ?? 0);
      const [x, y] = [a.values[column] ?? '', b.values[column] ?? ''];
      const sign = member(key, 'ascending') === false ? -1 : 1;
      if (rank(x) === 3 || rank(y) === 3) {
        if (rank(x) !== rank(y)) return rank(x) - rank(y);
        continue;
      }
      const order =
        rank(x) !== rank(y)
          ? rank(x) - rank(y)
          : typeof x === 'number'
            ? x - Number(y)
            : collator.compare(`${x as string}`, `${y as string}`);
      if (order !== 0) return sign * order;
    }
    return 0;
  });
  const sorted = [...head, ...rows].map(({ line }) => line);
  range.formulas = byColumns ? flip(sorted) : sorted;
  model.events.sorted(range.apiSheet, range.apiArea, byColumns ? 'columns' : 'rows');
}

class ExcelRemoveDuplicates extends ApiObject {
  static readonly apiTypes: readonly string[] = ['Excel.RemoveDuplicatesResult'];
  override readonly apiType = 'Excel.RemoveDuplicatesResult';
  override readonly apiBag = bagOf({});
  readonly #removed: number;
  readonly #remaining: number;

  constructor(removed: number, remaining: number) {
    super();
    this.#removed = removed;
    this.#remaining = remaining;
  }

  get removed(): number {
    return this.#removed;
  }

  get uniqueRemaining(): number {
    return this.#remaining;
  }
}

/** The visible rows of a range. Rows are hidden only by `rowHidden`. */
class ExcelRangeView extends ApiObject {
  static readonly apiTypes: readonly string[] = ['Excel.RangeView'];
  override readonly apiType = 'Excel.RangeView';
  override readonly apiBag = bagOf({});
  readonly #range: ExcelRange;

  constructor(range: ExcelRange) {
    super();
    this.#range = range;
  }

  get #visible(): number[] {
    const { model } = this.#range.apiWorkbook;
    const hidden = model.marks(this.#range.apiSheet, 'hidden').map(areaOf);
    const { row, rows } = this.#range.apiArea;
    return Array.from({ length: rows }, (_, down) => down).filter(
      (down) => !hidden.some((area) => row + down >= area.row && row + down < area.row + area.rows),
    );
  }

  #pick<T>(cells: T[][]): T[][] {
    return this.#visible.map((down) => cells[down] ?? []);
  }

  get values(): unknown[][] {
    return this.#pick(this.#range.values);
  }

  get formulas(): unknown[][] {
    return this.#pick(this.#range.formulas);
  }

  get text(): string[][] {
    return this.#pick(this.#range.text);
  }

  get valueTypes(): string[][] {
    return this.#pick(this.#range.valueTypes);
  }

  get rowCount(): number {
    return this.#visible.length;
  }

  get columnCount(): number {
    return this.#range.columnCount;
  }

  getRange(): ApiObject {
    return this.#range;
  }
}

function mergeProperties(bag: Bag, properties: Properties): void {
  for (const [name, value] of Object.entries(properties)) {
    const below = asObject(value);
    if (below && !Array.isArray(value)) mergeProperties(childBag(bag, name), below);
    else bag.write()[name] = value;
  }
}

/** Returns the members that are true in `wanted`, at any depth. */
function pickProperties(properties: Properties, wanted: Properties): Properties {
  return Object.fromEntries(
    Object.entries(wanted).flatMap(([name, value]) => {
      const below = asObject(value);
      if (below) return [[name, pickProperties(asObject(properties[name]) ?? {}, below)]];
      return value === true ? [[name, properties[name] ?? '']] : [];
    }),
  );
}

export const excelRangeClasses = [
  ExcelRange,
  ExcelRangeFormat,
  ExcelRangeFont,
  ExcelRangeSort,
  ExcelRemoveDuplicates,
  ExcelRangeView,
];

export function intersection(a: Area, b: Area): Area {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const bottom = Math.min(a.row + a.rows, b.row + b.rows);
  const right = Math.min(a.column + a.columns, b.column + b.columns);
  return { row, column, rows: bottom - row, columns: right - column };
}

function union(a: Area, b: Area): Area {
  if (contains(a, b)) return a;
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return {
    row,
    column,
    rows: Math.max(a.row + a.rows, b.row + b.rows) - row,
    columns: Math.max(a.column + a.columns, b.column + b.columns) - column,
  };
}

/** Returns the sheet of an address such as `'My sheet'!A1`. */
export function sheetIn(address: string): string | undefined {
  const [, name] = /^=?(.+)!/.exec(address) ?? [];
  return name?.replace(/^'(.*)'$/, '$1').replaceAll("''", "'");
}
