import { ApiObject, bagOf, childBag, entryBag, type Bag, type Properties } from '../../rich/apiObject.ts';
import { invalidArgument, itemNotFound } from '../../rich/richApiError.ts';
import { areaName, overlap, parseArea, type Area } from './address.ts';
import { ExcelRange, sheetIn, sortRange, type WorkbookObjects } from './excelRange.ts';
import { areaOf, type TableEntry } from './workbookEntries.ts';
import { bodyOf, hasTotals } from './tableReference.ts';
import type { WorkbookModel } from './workbookModel.ts';

export class ExcelTables extends ApiObject {
  static readonly apiTypes: readonly string[] = ['Excel.TableCollection', 'Excel.TableScopedCollection'];
  override readonly apiType: string;
  override readonly apiBag = bagOf({});
  readonly #workbook: WorkbookObjects;
  readonly #model: WorkbookModel;
  readonly #sheet: string | undefined;
  readonly #area: Area | undefined;

  /**
   * @param sheet undefined: all sheets
   * @param area undefined: the whole sheet
   */
  constructor(workbook: WorkbookObjects, sheet?: string, area?: Area) {
    super();
    this.apiType = area ? 'Excel.TableScopedCollection' : 'Excel.TableCollection';
    this.#area = area;
    this.#workbook = workbook;
    this.#model = workbook.model;
    this.#sheet = sheet;
  }

  override get apiEvents(): readonly string[] {
    return ['onAdded', 'onChanged', 'onDeleted'];
  }

  override apiItems(): readonly ApiObject[] {
    const area = this.#area;
    return this.#model
      .tables(this.#sheet)
      .filter((table) => !area || overlap(areaOf(table), area))
      .map((table) => new ExcelTable(this.#workbook, table));
  }

  add(target: unknown, hasHeaders: unknown): ApiObject {
    const isRange = target instanceof ExcelRange;
    const area = isRange ? target.apiArea : parseArea(typeof target === 'string' ? target : '');
    const named = typeof target === 'string' ? sheetIn(target) : undefined;
    const sheet = (isRange ? target.apiSheet : (named ?? this.#sheet)) ?? this.#model.activeSheet;
    if (!area) throw invalidArgument('TableCollection.add', 'A table needs a range.');
    if (this.#model.tables(sheet).some((table) => overlap(areaOf(table), area))) {
      throw invalidArgument('TableCollection.add', "A table can't overlap another table.");
    }
    const table: TableEntry = {
      kind: 'table',
      sheet,
      address: areaName(area),
      name: `Table${this.#model.tables().length + 1}`,
      hasHeaders: hasHeaders === true,
    };
    this.#model.add(table);
    this.#model.events.table('added', sheet, table.name);
    return new ExcelTable(this.#workbook, table);
  }
}

export class ExcelTable extends ApiObject {
  static readonly apiTypes: readonly string[] = ['Excel.Table'];
  override readonly apiType = 'Excel.Table';
  override readonly apiBag: Bag;
  readonly #workbook: WorkbookObjects;
  readonly #model: WorkbookModel;
  readonly #table: TableEntry;

  constructor(workbook: WorkbookObjects, table: TableEntry) {
    super();
    this.#workbook = workbook;
    this.#model = workbook.model;
    this.#table = table;
    this.apiBag = entryBag(table);
  }

  override get apiEvents(): readonly string[] {
    return ['onChanged', 'onSelectionChanged'];
  }

  get rows(): ApiObject {
    return new ExcelTableRows(this.#workbook, this.#table);
  }

  get columns(): ApiObject {
    return new ExcelTableColumns(this.#workbook, this.#table);
  }

  get sort(): ApiObject {
    return new ExcelTableSort(this.getDataBodyRange() as ExcelRange, childBag(this.apiBag, 'sort'));
  }

  get worksheet(): ApiObject {
    return this.#workbook.sheet(this.#table.sheet);
  }

  getRange(): ApiObject {
    return this.#range(areaOf(this.#table));
  }

  getHeaderRowRange(): ApiObject {
    return this.#range({ ...areaOf(this.#table), rows: 1 });
  }

  getDataBodyRange(): ApiObject {
    return this.#range(bodyOf(this.#table));
  }

  getTotalRowRange(): ApiObject {
    const area = areaOf(this.#table);
    if (!hasTotals(this.#table)) throw itemNotFound('Table.getTotalRowRange');
    return this.#range({ ...area, row: area.row + area.rows - 1, rows: 1 });
  }

  convertToRange(): ApiObject {
    this.#model.remove(this.#table);
    return this.getRange();
  }

  resize(target: unknown): null {
    const area = target instanceof ExcelRange ? target.apiArea : parseArea(String(target));
    if (!area) throw invalidArgument('Table.resize', 'A table needs a range.');
    this.#table.address = areaName(area);
    return null;
  }

  delete(): null {
    this.#model.remove(this.#table);
    this.#model.clear(this.#table.sheet, areaOf(this.#table));
    this.#model.events.table('deleted', this.#table.sheet, this.#table.name);
    return null;
  }

  get id(): string {
    return this.#table.name;
  }

  get name(): string {
    return this.#table.name;
  }

  set name(value: unknown) {
    this.#table.name = String(value);
  }

  get showHeaders(): boolean {
    return this.#table.hasHeaders;
  }

  set showHeaders(value: unknown) {
    this.#table.hasHeaders = value === true;
  }

  get showTotals(): boolean {
    return hasTotals(this.#table);
  }

  /** Adds or removes the row below the table; the sandbox doesn't compute totals. */
  set showTotals(value: unknown) {
    if (hasTotals(this.#table) === value) return;
    const area = areaOf(this.#table);
    this.#table.address = areaName({ ...area, rows: area.rows + (value === true ? 1 : -1) });
    this.apiBag.write()['totals'] = value === true;
    if (value === true)
      new ExcelRange(this.#workbook, this.#table.sheet, {
        ...area,
        row: area.row + area.rows,
        rows: 1,
        columns: 1,
      }).values = 'Total';
  }

  #range(area: Area): ExcelRange {
    return new ExcelRange(this.#workbook, this.#table.sheet, area);
  }
}

class ExcelTableSort extends ApiObject {
  static readonly apiTypes: readonly string[] = ['Excel.TableSort'];
  override readonly apiType = 'Excel.TableSort';
  override readonly apiBag: Bag;
  readonly #range: ExcelRange;

  constructor(range: ExcelRange, bag: Bag) {
    super();
    this.#range = range;
    this.apiBag = bag;
  }

  get fields(): unknown {
    return this.apiBag.read()?.['fields'] ?? [];
  }

  get matchCase(): boolean {
    return this.apiBag.read()?.['matchCase'] === true;
  }

  get method(): unknown {
    return this.apiBag.read()?.['method'] ?? 'PinYin';
  }

  apply(fields: unknown, matchCase?: unknown, method?: unknown): null {
    Object.assign(this.apiBag.write(), {
      fields,
      matchCase: matchCase === true,
      ...(method ? { method } : {}),
    });
    return this.reapply();
  }

  reapply(): null {
    sortRange(this.#range, this.fields, { matchCase: this.matchCase, hasHeaders: false, byColumns: false });
    return null;
  }

  clear(): null {
    this.apiBag.write()['fields'] = [];
    return null;
  }
}

class ExcelTableRows extends ApiObject {
  static readonly apiTypes: readonly string[] = ['Excel.TableRowCollection'];
  override readonly apiType = 'Excel.TableRowCollection';
  override readonly apiBag = bagOf({});
  readonly #workbook: WorkbookObjects;
  readonly #table: TableEntry;

  constructor(workbook: WorkbookObjects, table: TableEntry) {
    super();
    this.#workbook = workbook;
    this.#table = table;
  }

  override apiItems(): readonly ApiObject[] {
    return Array.from({ length: bodyOf(this.#table).rows }, (_, index) => this.#row(index));
  }

  #row(index: number): ExcelTableRow {
    return new ExcelTableRow(this.#workbook, this.#table, index);
  }

  add(index: unknown, values: unknown): ApiObject {
    const body = bodyOf(this.#table);
    const area = areaOf(this.#table);
    // The body of a table that has only a header is the empty row below it, which the first row fills.
    const count = area.row + area.rows > body.row ? body.rows : 0;
    const lines = Array.isArray(values) ? (values as unknown[]) : [];
    const rows = Math.max(1, lines.length);
    const at = typeof index === 'number' && index >= 0 ? Math.min(index, count) : count;
    const added = { ...body, row: body.row + at, rows };
    const range = new ExcelRange(this.#workbook, this.#table.sheet, added);
    if (at < count || hasTotals(this.#table)) range.insert('Down');
    if (lines.length > 0) range.values = lines;
    this.#table.address = areaName({ ...area, rows: area.rows + rows });
    return this.#row(at);
  }

  deleteRowsAt(index: unknown, count: unknown = 1): null {
    for (let removed = 0; removed < Number(count); removed++) this.#row(Number(index)).delete();
    return null;
  }
}

class ExcelTableRow extends ApiObject {
  static readonly apiTypes: readonly string[] = ['Excel.TableRow'];
  override readonly apiType = 'Excel.TableRow';
  override readonly apiBag = bagOf({});
  readonly #workbook: WorkbookObjects;
  readonly #table: TableEntry;
  readonly #index: number;

  constructor(workbook: WorkbookObjects, table: TableEntry, index: number) {
    super();
    this.#workbook = workbook;
    this.#table = table;
    this.#index = index;
  }

  get index(): number {
    return this.#index;
  }

  get values(): unknown[][] {
    return this.#range.values;
  }

  set values(value: unknown) {
    this.#range.values = value;
  }

  getRange(): ApiObject {
    return this.#range;
  }

  delete(): null {
    const area = areaOf(this.#table);
    this.#range.delete('Up');
    this.#table.address = areaName({ ...area, rows: Math.max(1, area.rows - 1) });
    return null;
  }

  get #range(): ExcelRange {
    const body = bodyOf(this.#table);
    return new ExcelRange(this.#workbook, this.#table.sheet, {
      ...body,
      row: body.row + this.#index,
      rows: 1,
    });
  }
}

class ExcelTableColumns extends ApiObject {
  static readonly apiTypes: readonly string[] = ['Excel.TableColumnCollection'];
  override readonly apiType = 'Excel.TableColumnCollection';
  override readonly apiBag = bagOf({});
  readonly #workbook: WorkbookObjects;
  readonly #table: TableEntry;

  constructor(workbook: WorkbookObjects, table: TableEntry) {
    super();
    this.#workbook = workbook;
    this.#table = table;
  }

  override apiItems(): readonly ApiObject[] {
    return Array.from({ length: areaOf(this.#table).columns }, (_, index) => this.#column(index));
  }

  #column(index: number): ExcelTableColumn {
    return new ExcelTableColumn(this.#workbook, this.#table, index);
  }

  add(index?: unknown, values?: unknown, name?: unknown): ApiObject {
    const area = areaOf(this.#table);
    const at = typeof index === 'number' && index >= 0 ? Math.min(index, area.columns) : area.columns;
    const range = new ExcelRange(this.#workbook, this.#table.sheet, {
      ...area,
      column: area.column + at,
      columns: 1,
    });
    if (at < area.columns) range.insert('Right');
    this.#table.address = areaName({ ...area, columns: area.columns + 1 });
    if (Array.isArray(values)) range.values = values;
    else if (this.#table.hasHeaders) (range.getCell(0, 0) as ExcelRange).values = `Column${at + 1}`;
    const column = this.#column(at);
    if (typeof name === 'string') column.name = name;
    return column;
  }
}

class ExcelTableColumn extends ApiObject {
  static readonly apiTypes: readonly string[] = ['Excel.TableColumn'];
  override readonly apiType = 'Excel.TableColumn';
  override readonly apiBag: Bag;
  readonly #workbook: WorkbookObjects;
  readonly #table: TableEntry;
  readonly #index: number;

  constructor(workbook: WorkbookObjects, table: TableEntry, index: number) {
    super();
    this.#workbook = workbook;
    this.#table = table;
    this.#index = index;
    this.apiBag = childBag(childBag(entryBag(table), 'columns'), String(index));
  }

  get filter(): ApiObject {
    return new ExcelFilter(this, this.#workbook.model, childBag(this.apiBag, 'filter'));
  }

  get id(): number {
    return this.#index + 1;
  }

  get index(): number {
    return this.#index;
  }

  get name(): string {
    const [cell] = this.#range(areaOf(this.#table)).values[0] ?? [];
    return this.#table.hasHeaders ? String(cell) : `Column${this.#index + 1}`;
  }

  set name(value: unknown) {
    (this.#range(areaOf(this.#table)).getCell(0, 0) as ExcelRange).values = String(value);
  }

  get values(): unknown[][] {
    return this.#range(areaOf(this.#table)).values;
  }

  set values(value: unknown) {
    this.#range(areaOf(this.#table)).values = value;
  }

  getRange(): ApiObject {
    return this.#range(areaOf(this.#table));
  }

  getDataBodyRange(): ApiObject {
    return this.#range(bodyOf(this.#table));
  }

  getHeaderRowRange(): ApiObject {
    return this.#range({ ...areaOf(this.#table), rows: 1 });
  }

  getTotalRowRange(): ApiObject {
    const area = areaOf(this.#table);
    if (!hasTotals(this.#table)) throw itemNotFound('TableColumn.getTotalRowRange');
    return this.#range({ ...area, row: area.row + area.rows - 1, rows: 1 });
  }

  delete(): null {
    const area = areaOf(this.#table);
    this.#range(area).delete('Left');
    this.#table.address = areaName({ ...area, columns: Math.max(1, area.columns - 1) });
    return null;
  }

  #range(area: Area): ExcelRange {
    return new ExcelRange(this.#workbook, this.#table.sheet, {
      ...area,
      column: area.column + this.#index,
      columns: 1,
    });
  }
}

/** A filter by values hides rows. Criteria of other kinds are stored and reported. */
class ExcelFilter extends ApiObject {
  static readonly apiTypes: readonly string[] = ['Excel.Filter'];
  override readonly apiType = 'Excel.Filter';
  override readonly apiBag: Bag;
  readonly #column: ExcelTableColumn;
  readonly #model: WorkbookModel;

  constructor(column: ExcelTableColumn, model: WorkbookModel, bag: Bag) {
    super();
    this.#column = column;
    this.#model = model;
    this.apiBag = bag;
  }

  get criteria(): unknown {
    return this.apiBag.read()?.['criteria'] ?? null;
  }

  applyValuesFilter(values: unknown): null {
    return this.apply({ filterOn: 'Values', values });
  }

  apply(criteria: unknown): null {
    const given = (criteria ?? {}) as Properties;
    this.apiBag.write()['criteria'] = given;
    const values = given['values'] ?? given['Values'];
    if ((given['filterOn'] ?? given['FilterOn']) !== 'Values' || !Array.isArray(values)) {
      this.#model.report(`Excel.Filter.apply (${String(given['filterOn'] ?? given['FilterOn'])})`);
      return null;
    }
    const range = this.#column.getDataBodyRange() as ExcelRange;
    const wanted = values.map(String);
    for (const [index, [text = '']] of range.text.entries()) {
      (range.getCell(index, 0) as ExcelRange).rowHidden = !wanted.includes(text);
    }
    return null;
  }

  clear(): null {
    if (this.criteria !== null) this.apiBag.write()['criteria'] = null;
    (this.#column.getDataBodyRange() as ExcelRange).rowHidden = false;
    return null;
  }
}

export const excelTableClasses = [
  ExcelTables,
  ExcelTable,
  ExcelTableSort,
  ExcelTableRows,
  ExcelTableRow,
  ExcelTableColumns,
  ExcelTableColumn,
  ExcelFilter,
];
