import { HostObject } from '../../rich/hostObject.ts';
import { invalidArgument, itemNotFound } from '../../rich/richApiError.ts';
import { areaName, overlap, parseArea, type Area } from './address.ts';
import { ExcelRange } from './excelRange.ts';
import { areaOf, type TableEntry, type WorkbookModel } from './workbookModel.ts';
import type { WorkbookObjects } from './workbookObjects.ts';

export class ExcelTables extends HostObject {
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
    this.#area = area;
    this.#workbook = workbook;
    this.#model = workbook.model;
    this.#sheet = sheet;
  }

  override items(): readonly HostObject[] {
    const area = this.#area;
    return this.#model
      .tables(this.#sheet)
      .filter((table) => !area || overlap(areaOf(table), area))
      .map((table) => new ExcelTable(this.#workbook, table));
  }

  override item([key]: readonly unknown[]): HostObject {
    const found = this.#model.tables(this.#sheet).find(({ name }) => name === key);
    if (found) return new ExcelTable(this.#workbook, found);
    throw itemNotFound('TableCollection.getItem');
  }

  override method(name: string, args: readonly unknown[]): HostObject | null | undefined {
    if (name === 'Add') return this.#add(args[0], args[1] === true);
    if (name === 'GetItem') return this.item(args);
    if (name === 'GetItemOrNullObject') {
      const found = this.#model.tables(this.#sheet).find((table) => table.name === args[0]);
      return found ? new ExcelTable(this.#workbook, found) : null;
    }
    return undefined;
  }

  override call(name: string): unknown {
    return name === 'GetCount' ? this.items().length : null;
  }

  #add(target: unknown, hasHeaders: boolean): ExcelTable {
    const area =
      target instanceof ExcelRange ? target.area : parseArea(typeof target === 'string' ? target : '');
    const sheet = this.#sheet ?? this.#model.activeSheet;
    if (!area) throw invalidArgument('TableCollection.add', 'A table needs a range.');
    if (this.#model.tables(sheet).some((table) => overlap(areaOf(table), area))) {
      throw invalidArgument('TableCollection.add', "A table can't overlap another table.");
    }
    const table: TableEntry = {
      kind: 'table',
      sheet,
      address: areaName(area),
      name: `Table${this.#model.tables().length + 1}`,
      hasHeaders,
    };
    this.#model.entries.push(table);
    return new ExcelTable(this.#workbook, table);
  }
}

class ExcelTable extends HostObject {
  readonly #workbook: WorkbookObjects;
  readonly #model: WorkbookModel;
  readonly #table: TableEntry;

  constructor(workbook: WorkbookObjects, table: TableEntry) {
    super();
    this.#workbook = workbook;
    this.#model = workbook.model;
    this.#table = table;
  }

  override get(name: string): HostObject | undefined {
    return name === 'Rows' ? new ExcelTableRows(this.#workbook, this.#table) : undefined;
  }

  override method(name: string): HostObject | undefined {
    const area = areaOf(this.#table);
    const head = this.#table.hasHeaders ? 1 : 0;
    switch (name) {
      case 'GetRange':
        return this.#range(area);
      case 'GetHeaderRowRange':
        return this.#range({ ...area, rows: 1 });
      case 'GetDataBodyRange':
        return this.#range({ ...area, row: area.row + head, rows: Math.max(1, area.rows - head) });
      default:
        return undefined;
    }
  }

  override call(name: string): unknown {
    if (name === 'Delete') this.#model.entries = this.#model.entries.filter((entry) => entry !== this.#table);
    return null;
  }

  override set(name: string, value: unknown): void {
    if (name === 'Name' && typeof value === 'string') this.#table.name = value;
  }

  override load(): Record<string, unknown> {
    const { name, hasHeaders } = this.#table;
    return { Id: name, Name: name, ShowHeaders: hasHeaders, ShowTotals: false };
  }

  #range(area: Area): ExcelRange {
    return new ExcelRange(this.#workbook, this.#table.sheet, area);
  }
}

class ExcelTableRows extends HostObject {
  readonly #workbook: WorkbookObjects;
  readonly #table: TableEntry;

  constructor(workbook: WorkbookObjects, table: TableEntry) {
    super();
    this.#workbook = workbook;
    this.#table = table;
  }

  override method(name: string, [, values]: readonly unknown[]): HostObject | undefined {
    if (name !== 'Add') return undefined;
    const area = areaOf(this.#table);
    const lines = Array.isArray(values) ? values : [];
    const added = { ...area, row: area.row + area.rows, rows: Math.max(1, lines.length) };
    const range = new ExcelRange(this.#workbook, this.#table.sheet, added);
    if (lines.length > 0) range.set('Values', lines);
    this.#table.address = areaName({ ...area, rows: area.rows + added.rows });
    return range;
  }

  override call(name: string): unknown {
    const { rows } = areaOf(this.#table);
    return name === 'GetCount' ? rows - (this.#table.hasHeaders ? 1 : 0) : null;
  }
}
