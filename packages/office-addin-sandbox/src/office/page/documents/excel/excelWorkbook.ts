import {
  ApiObject,
  bagOf,
  childBag,
  FixedCollection,
  noBag,
  type Bag,
  type Properties,
} from '../../rich/apiObject.ts';
import { failNotFound, invalidArgument, RichApiError } from '../../rich/richApiError.ts';
import { maxColumns, maxRows, parseArea, type Area } from './address.ts';
import { asObject } from '../../envelope.ts';
import { ExcelApplication } from './excelApplication.ts';
import { ExcelComments } from './excelComments.ts';
import { ExcelFunctions } from './excelFunctions.ts';
import { areasAt, areasOrNull, ExcelRangeAreas } from './excelRangeAreas.ts';
import { ExcelRange, sheetIn, type WorkbookObjects } from './excelRange.ts';
import { sheetId } from './workbookEvents.ts';
import type { WorkbookModel } from './workbookModel.ts';

export class ExcelWorkbook extends ApiObject {
  static readonly apiTypes: readonly string[] = ['Excel.Workbook'];
  override readonly apiType = 'Excel.Workbook';
  readonly #workbook: WorkbookObjects;
  readonly #tables: () => ApiObject;

  constructor(workbook: WorkbookObjects, tables: () => ApiObject) {
    super();
    this.#workbook = workbook;
    this.#tables = tables;
    workbook.model.report = (name) => this.apiReport(name, '');
  }

  override get apiBag(): Bag {
    return this.#workbook.model.bag();
  }

  override get apiEvents(): readonly string[] {
    return ['onSelectionChanged'];
  }

  override apiRegister(): void {
    this.#workbook.model.queue.isWanted = true;
  }

  /** Returns the range that an event names. office.js calls it for `getRange` of the event's arguments. */
  _GetRangeForEventByReferenceId(reference: unknown): ApiObject {
    const text = String(reference);
    const sheet = sheetIn(text) ?? this.#workbook.model.activeSheet;
    return (this.#workbook.sheet(sheet) as ExcelSheet).getRange(text.slice(text.lastIndexOf('!') + 1));
  }

  _GetRangeOrNullObjectForEventByReferenceId(reference: unknown): ApiObject {
    return this._GetRangeForEventByReferenceId(reference);
  }

  /** `context.runtime` in office.js. */
  get _Runtime(): ApiObject {
    return new ExcelRuntime(childBag(this.apiBag, 'runtime'));
  }

  get worksheets(): ApiObject {
    return new ExcelSheets(this.#workbook);
  }

  get tables(): ApiObject {
    return this.#tables();
  }

  get comments(): ApiObject {
    return new ExcelComments(this.#workbook);
  }

  get functions(): ApiObject {
    return new ExcelFunctions();
  }

  get application(): ApiObject {
    return new ExcelApplication(this.#workbook.model, childBag(this.apiBag, 'application'));
  }

  getSelectedRanges(): ApiObject {
    return new ExcelRangeAreas([this.getSelectedRange() as ExcelRange]);
  }

  get names(): ApiObject {
    return new ExcelNames(this.#workbook, undefined);
  }

  get protection(): ApiObject {
    return new ExcelProtection('Excel.WorkbookProtection', childBag(this.apiBag, 'protection'));
  }

  get name(): string {
    return 'Workbook 1.xlsx';
  }

  get readOnly(): boolean {
    return false;
  }

  getSelectedRange(): ApiObject {
    const { activeSheet, selection } = this.#workbook.model;
    return new ExcelRange(this.#workbook, activeSheet, selection);
  }

  getActiveCell(): ApiObject {
    const { activeSheet, selection } = this.#workbook.model;
    return new ExcelRange(this.#workbook, activeSheet, { ...selection, rows: 1, columns: 1 });
  }

  /** Changes are saved automatically, as in Office on the web. */
  save(): null {
    return null;
  }
}

class ExcelRuntime extends ApiObject {
  static readonly apiTypes: readonly string[] = ['Excel.Runtime'];
  override readonly apiType = 'Excel.Runtime';
  override readonly apiBag: Bag;

  constructor(bag: Bag) {
    super();
    this.apiBag = bag;
  }

  get enableEvents(): boolean {
    return this.apiBag.read()?.['enableEvents'] !== false;
  }

  set enableEvents(value: unknown) {
    this.apiBag.write()['enableEvents'] = value === true;
  }
}

export class ExcelSheets extends ApiObject {
  static readonly apiTypes: readonly string[] = ['Excel.WorksheetCollection'];
  override readonly apiType = 'Excel.WorksheetCollection';
  override readonly apiBag = noBag;
  readonly #workbook: WorkbookObjects;
  readonly #model: WorkbookModel;

  constructor(workbook: WorkbookObjects) {
    super();
    this.#workbook = workbook;
    this.#model = workbook.model;
  }

  override get apiEvents(): readonly string[] {
    return [...sheetEvents, 'onAdded', 'onDeleted', 'onMoved'];
  }

  override apiItems(): readonly ApiObject[] {
    return this.#model.sheets.map((name) => new ExcelSheet(this.#workbook, name));
  }

  getActiveWorksheet(): ApiObject {
    return new ExcelSheet(this.#workbook, this.#model.activeSheet);
  }

  getItemOrNullObject(key: unknown): ApiObject | null {
    const wanted = typeof key === 'string' ? key.toLowerCase() : '';
    const name = this.#model.sheets.find(
      (sheet) => sheet.toLowerCase() === wanted || `{${sheet}}`.toLowerCase() === wanted,
    );
    return name === undefined ? null : new ExcelSheet(this.#workbook, name);
  }

  getItem(key: unknown): ApiObject {
    return this.getItemOrNullObject(key) ?? failNotFound('WorksheetCollection.getItem');
  }

  add(given?: unknown): ApiObject {
    const { sheets } = this.#model;
    const free = () => {
      let number = sheets.length + 1;
      while (sheets.includes(`Sheet${number}`)) number += 1;
      return `Sheet${number}`;
    };
    const name = typeof given === 'string' && given !== '' ? given : free();
    checkName(name, sheets, 'WorksheetCollection.add');
    const isDefault =
      sheets[0] === 'Sheet1' && !this.#model.content.some(({ kind }) => kind === 'sheetOrder');
    if (isDefault) this.#model.add({ kind: 'sheet', sheet: name });
    else this.#model.setSheets([...sheets, name]);
    this.#model.events.added(name);
    return new ExcelSheet(this.#workbook, name);
  }
}

/** Enforces Excel's rules: a unique name of at most 31 characters, without \ / ? * [ ] : */
function checkName(name: string, sheets: readonly string[], location: string): void {
  if (name === '' || name.length > 31 || /[\\/?*[\]:]/.test(name)) {
    throw invalidArgument(location, `${name} is not a valid worksheet name.`);
  }
  if (sheets.some((sheet) => sheet.toLowerCase() === name.toLowerCase())) {
    throw new RichApiError('ItemAlreadyExists', 'A worksheet with this name already exists.', location, 409);
  }
}

const sheetEvents: readonly string[] = [
  'onActivated',
  'onCalculated',
  'onChanged',
  'onColumnSorted',
  'onDeactivated',
  'onFormatChanged',
  'onFormulaChanged',
  'onNameChanged',
  'onProtectionChanged',
  'onRowSorted',
  'onSelectionChanged',
];

export class ExcelSheet extends ApiObject {
  static readonly apiTypes: readonly string[] = ['Excel.Worksheet'];
  override readonly apiType = 'Excel.Worksheet';
  readonly #workbook: WorkbookObjects;
  readonly #model: WorkbookModel;
  #name: string;

  constructor(workbook: WorkbookObjects, name: string) {
    super();
    this.#workbook = workbook;
    this.#model = workbook.model;
    this.#name = name;
  }

  override get apiBag(): Bag {
    return this.#model.bag(this.#name);
  }

  get tables(): ApiObject {
    return this.#workbook.tables(this.#name);
  }

  get names(): ApiObject {
    return new ExcelNames(this.#workbook, this.#name);
  }

  override get apiEvents(): readonly string[] {
    return sheetEvents;
  }

  get comments(): ApiObject {
    return new ExcelComments(this.#workbook, this.#name);
  }

  get charts(): ApiObject {
    return new ExcelCharts(this.#workbook, this.#name, childBag(this.apiBag, 'charts'));
  }

  get protection(): ApiObject {
    return new ExcelProtection(
      'Excel.WorksheetProtection',
      childBag(this.apiBag, 'protection'),
      (isProtected) => this.#model.events.protectionChanged(this.#name, isProtected),
    );
  }

  get freezePanes(): ApiObject {
    return new ExcelFreezePanes(this.#workbook, this.#name, childBag(this.apiBag, 'freezePanes'));
  }

  getRange(address?: unknown): ApiObject {
    if (address === undefined || address === null || address === '') {
      return this.#range({ row: 0, column: 0, rows: maxRows, columns: maxColumns });
    }
    const text = typeof address === 'string' ? address : '';
    const area = parseArea(text);
    if (area) return this.#range(area);
    const named = namedArea(this.#workbook, text);
    if (named) return new ExcelRange(this.#workbook, named.sheet, named.area);
    throw invalidArgument('Worksheet.getRange', `${JSON.stringify(address)} is not a valid address.`);
  }

  getCell(row: unknown, column: unknown): ApiObject {
    return this.#range({ row: Number(row), column: Number(column), rows: 1, columns: 1 });
  }

  getRangeByIndexes(row: unknown, column: unknown, rows: unknown, columns: unknown): ApiObject {
    return this.#range({
      row: Number(row),
      column: Number(column),
      rows: Number(rows),
      columns: Number(columns),
    });
  }

  getRanges(addresses?: unknown): ApiObject {
    if (typeof addresses !== 'string' || addresses === '')
      return new ExcelRangeAreas([this.getRange() as ExcelRange]);
    const areas = areasAt(addresses, 'Worksheet.getRanges');
    return new ExcelRangeAreas(areas.map((area) => this.#range(area)));
  }

  findAllOrNullObject(text: unknown, criteria: unknown): ApiObject | null {
    const used = this.#model.used(this.#name);
    const found = used ? this.#range(used).apiMatches(String(text), asObject(criteria) ?? {}) : [];
    return areasOrNull(found.map((area) => this.#range(area)));
  }

  findAll(text: unknown, criteria: unknown): ApiObject {
    return this.findAllOrNullObject(text, criteria) ?? failNotFound('Worksheet.findAll');
  }

  getUsedRange(): ApiObject {
    return this.#range(this.#model.used(this.#name) ?? { row: 0, column: 0, rows: 1, columns: 1 });
  }

  getUsedRangeOrNullObject(): ApiObject | null {
    const used = this.#model.used(this.#name);
    return used ? this.#range(used) : null;
  }

  replaceAll(text: unknown, replacement: unknown, criteria: unknown): number {
    const used = this.#model.used(this.#name);
    return used ? this.#range(used).replaceAll(text, replacement, criteria) : 0;
  }

  activate(): null {
    this.#model.activeSheet = this.#name;
    this.#model.selection = { row: 0, column: 0, rows: 1, columns: 1 };
    return null;
  }

  delete(): null {
    const names = this.#model.sheets.filter((name) => name !== this.#name);
    if (names.length === 0) {
      throw new RichApiError(
        'GeneralException',
        'A workbook needs at least one worksheet.',
        'Worksheet.delete',
      );
    }
    this.#model.setSheets(names);
    this.#model.events.deleted(this.#name);
    return null;
  }

  copy(positionType: unknown = 'End', relativeTo?: unknown): ApiObject {
    const { sheets } = this.#model;
    let number = 2;
    while (sheets.includes(`${this.#name} (${number})`)) number += 1;
    const name = `${this.#name} (${number})`;
    const anchor = relativeTo instanceof ExcelSheet ? sheets.indexOf(relativeTo.name) : -1;
    const at = { Beginning: 0, Before: anchor, After: anchor + 1, End: sheets.length, None: sheets.length }[
      String(positionType)
    ];
    const content = this.#model.content.filter(
      (entry) => 'sheet' in entry && entry.sheet === this.#name && entry.kind !== 'sheet',
    );
    this.#model.setSheets(sheets.toSpliced(at ?? sheets.length, 0, name));
    for (const entry of structuredClone(content)) {
      if (!('sheet' in entry)) continue;
      const tableName = entry.kind === 'table' ? { name: `Table${this.#model.tables().length + 1}` } : {};
      this.#model.add({ ...entry, sheet: name, ...tableName });
    }
    this.#model.events.added(name);
    return new ExcelSheet(this.#workbook, name);
  }

  #neighbor(step: number): ApiObject | null {
    const name = this.#model.sheets[this.#model.sheets.indexOf(this.#name) + step];
    return name === undefined ? null : new ExcelSheet(this.#workbook, name);
  }

  getNextOrNullObject(): ApiObject | null {
    return this.#neighbor(1);
  }

  getNext(): ApiObject {
    return this.#neighbor(1) ?? failNotFound('Worksheet.getNext');
  }

  getPreviousOrNullObject(): ApiObject | null {
    return this.#neighbor(-1);
  }

  getPrevious(): ApiObject {
    return this.#neighbor(-1) ?? failNotFound('Worksheet.getPrevious');
  }

  /** Formulas are evaluated when they are written. */
  calculate(): null {
    return null;
  }

  get id(): string {
    return sheetId(this.#name);
  }

  get name(): string {
    return this.#name;
  }

  set name(value: unknown) {
    const name = String(value);
    if (name === this.#name) return;
    const { sheets } = this.#model;
    checkName(
      name,
      sheets.filter((other) => other !== this.#name),
      'Worksheet.name',
    );
    this.#model.setSheets(
      sheets.map((other) => (other === this.#name ? name : other)),
      { from: this.#name, to: name },
    );
    this.#model.events.nameChanged(this.#name, name);
    this.#name = name;
  }

  get position(): number {
    return this.#model.sheets.indexOf(this.#name);
  }

  set position(value: unknown) {
    const others = this.#model.sheets.filter((name) => name !== this.#name);
    const before = this.position;
    this.#model.setSheets(others.toSpliced(Number(value), 0, this.#name));
    this.#model.events.moved(this.#name, before, this.position);
  }

  get standardHeight(): number {
    return 15;
  }

  #range(area: Area): ExcelRange {
    return new ExcelRange(this.#workbook, this.#name, area);
  }
}

class ExcelProtection extends ApiObject {
  static readonly apiTypes: readonly string[] = ['Excel.WorkbookProtection', 'Excel.WorksheetProtection'];
  override readonly apiType: string;
  override readonly apiBag: Bag;

  readonly #changed: (isProtected: boolean) => void;

  constructor(type: string, bag: Bag, changed: (isProtected: boolean) => void = () => {}) {
    super();
    this.apiType = type;
    this.apiBag = bag;
    this.#changed = changed;
  }

  get protected(): boolean {
    return this.apiBag.read()?.['protected'] === true;
  }

  /** Stores the state: the sandbox doesn't reject changes to protected cells. */
  protect(options?: unknown): null {
    if (this.protected) {
      throw new RichApiError(
        'InvalidOperation',
        'The object is already protected.',
        `${this.apiType}.protect`,
      );
    }
    Object.assign(this.apiBag.write(), {
      protected: true,
      options: typeof options === 'object' ? options : null,
    });
    this.#changed(true);
    return null;
  }

  unprotect(): null {
    if (this.protected) {
      this.apiBag.write()['protected'] = false;
      this.#changed(false);
    }
    return null;
  }
}

class ExcelFreezePanes extends ApiObject {
  static readonly apiTypes: readonly string[] = ['Excel.WorksheetFreezePanes'];
  override readonly apiType = 'Excel.WorksheetFreezePanes';
  override readonly apiBag: Bag;
  readonly #workbook: WorkbookObjects;
  readonly #sheet: string;

  constructor(workbook: WorkbookObjects, sheet: string, bag: Bag) {
    super();
    this.#workbook = workbook;
    this.#sheet = sheet;
    this.apiBag = bag;
  }

  freezeRows(count: unknown = 1): null {
    return this.#freeze({ row: 0, column: 0, rows: Number(count), columns: maxColumns });
  }

  freezeColumns(count: unknown = 1): null {
    return this.#freeze({ row: 0, column: 0, rows: maxRows, columns: Number(count) });
  }

  freezeAt(range: unknown): null {
    const area = range instanceof ExcelRange ? range.apiArea : parseArea(String(range));
    if (!area) throw invalidArgument('WorksheetFreezePanes.freezeAt', 'freezeAt needs a range.');
    return this.#freeze(area);
  }

  unfreeze(): null {
    this.apiBag.write()['area'] = null;
    return null;
  }

  getLocationOrNullObject(): ApiObject | null {
    const area = this.apiBag.read()?.['area'] as Area | null | undefined;
    return area ? new ExcelRange(this.#workbook, this.#sheet, area) : null;
  }

  getLocation(): ApiObject {
    return this.getLocationOrNullObject() ?? failNotFound('WorksheetFreezePanes.getLocation');
  }

  #freeze(area: Area): null {
    this.apiBag.write()['area'] = area;
    return null;
  }
}

/** Charts as data: the sandbox doesn't draw them. */
class ExcelCharts extends ApiObject {
  static readonly apiTypes: readonly string[] = ['Excel.ChartCollection'];
  override readonly apiType = 'Excel.ChartCollection';
  override readonly apiBag: Bag;
  readonly #workbook: WorkbookObjects;
  readonly #sheet: string;

  constructor(workbook: WorkbookObjects, sheet: string, bag: Bag) {
    super();
    this.#workbook = workbook;
    this.#sheet = sheet;
    this.apiBag = bag;
  }

  override get apiEvents(): readonly string[] {
    return ['onAdded', 'onDeleted'];
  }

  override apiItems(): readonly ApiObject[] {
    return this.#charts.map((chart) => this.#chart(chart));
  }

  #chart(chart: Properties): ApiObject {
    return new ExcelChart(this.#workbook, this.#sheet, this.apiBag, chart);
  }

  get #charts(): Properties[] {
    return (this.apiBag.read()?.['items'] ?? []) as Properties[];
  }

  add(type: unknown, source: unknown, seriesBy: unknown = 'Auto'): ApiObject {
    if (!(source instanceof ExcelRange))
      throw invalidArgument('ChartCollection.add', 'A chart needs a range.');
    const chart: Properties = {
      id: `{${crypto.randomUUID().toUpperCase()}}`,
      name: `Chart ${this.#charts.length + 1}`,
      chartType: type,
      left: 0,
      top: 0,
      width: 360,
      height: 216,
    };
    fillSeries(chart, source, seriesBy);
    ((this.apiBag.write()['items'] ??= []) as Properties[]).push(chart);
    this.#workbook.model.events.chart('added', this.#sheet, chart['id']);
    return this.#chart(chart);
  }
}

/** Adds a series for each column or row with numbers, like Excel: whichever are fewer, unless `seriesBy` decides. */
function fillSeries(chart: Properties, source: ExcelRange, seriesBy: unknown): void {
  const { values } = source;
  const columns = values[0]?.length ?? 0;
  const byRows = seriesBy === 'Rows' || (seriesBy === 'Auto' && values.length < columns);
  const lines = byRows
    ? values
    : Array.from({ length: columns }, (_, right) => values.map((line) => line[right] ?? ''));
  const labels = lines[0]?.slice(1).some((value) => typeof value === 'string') ? lines[0] : undefined;
  const items = (labels ? lines.slice(1) : lines).map((line, index) => {
    const hasName = typeof line[0] === 'string';
    return { name: hasName ? String(line[0]) : `Series${index + 1}`, values: hasName ? line.slice(1) : line };
  });
  chart['sourceData'] = source.address;
  chart['series'] = { items };
}

class ExcelChart extends ApiObject {
  static readonly apiTypes: readonly string[] = ['Excel.Chart'];
  override readonly apiType = 'Excel.Chart';
  override readonly apiBag: Bag;
  readonly #workbook: WorkbookObjects;
  readonly #sheet: string;
  readonly #collection: Bag;
  readonly #chart: Properties;

  constructor(workbook: WorkbookObjects, sheet: string, collection: Bag, chart: Properties) {
    super();
    this.#workbook = workbook;
    this.#sheet = sheet;
    this.#collection = collection;
    this.#chart = chart;
    this.apiBag = bagOf(chart);
  }

  get series(): ApiObject {
    return new ExcelSeriesCollection(childBag(this.apiBag, 'series'));
  }

  setData(source: unknown, seriesBy: unknown = 'Auto'): null {
    if (!(source instanceof ExcelRange)) throw invalidArgument('Chart.setData', 'A chart needs a range.');
    fillSeries(this.#chart, source, seriesBy);
    return null;
  }

  setPosition(start: unknown, end?: unknown): null {
    const { activeSheet } = this.#workbook.model;
    const rangeOf = (given: unknown) =>
      given instanceof ExcelRange ? given : new ExcelRange(this.#workbook, activeSheet, areaOrFail(given));
    const from = rangeOf(start);
    Object.assign(this.#chart, { left: from.left, top: from.top });
    if (end !== undefined && end !== null) {
      const to = rangeOf(end);
      Object.assign(this.#chart, {
        width: to.left + to.width - from.left,
        height: to.top + to.height - from.top,
      });
    }
    return null;
  }

  delete(): null {
    const bag = this.#collection.write();
    bag['items'] = ((bag['items'] ?? []) as Properties[]).filter((chart) => chart !== this.#chart);
    this.#workbook.model.events.chart('deleted', this.#sheet, this.#chart['id']);
    return null;
  }
}

/** The series of a chart, with a point for each value. */
class ExcelSeriesCollection extends ApiObject {
  static readonly apiTypes: readonly string[] = ['Excel.ChartSeriesCollection'];
  override readonly apiType = 'Excel.ChartSeriesCollection';
  override readonly apiBag: Bag;

  constructor(bag: Bag) {
    super();
    this.apiBag = bag;
  }

  get #series(): Properties[] {
    return (this.apiBag.read()?.['items'] ?? []) as Properties[];
  }

  get count(): number {
    return this.#series.length;
  }

  override apiItems(): readonly ApiObject[] {
    return this.#series.map((series) => new ExcelSeries(this.apiBag, series));
  }

  add(name?: unknown, index?: unknown): ApiObject {
    const series: Properties = { name: name ?? `Series${this.#series.length + 1}`, values: [] };
    const items = (this.apiBag.write()['items'] ??= []) as Properties[];
    items.splice(typeof index === 'number' ? index : items.length, 0, series);
    return new ExcelSeries(this.apiBag, series);
  }
}

class ExcelSeries extends ApiObject {
  static readonly apiTypes: readonly string[] = ['Excel.ChartSeries'];
  override readonly apiType = 'Excel.ChartSeries';
  override readonly apiBag: Bag;
  readonly #collection: Bag;
  readonly #series: Properties;

  constructor(collection: Bag, series: Properties) {
    super();
    this.#collection = collection;
    this.#series = series;
    this.apiBag = bagOf(series);
  }

  get points(): ApiObject {
    const values = (this.#series['values'] ?? []) as unknown[];
    const points = childBag(this.apiBag, 'points');
    return new FixedCollection(
      'Excel.ChartPointsCollection',
      values.map((value, index) => new ExcelPoint(value, childBag(points, String(index)))),
    );
  }

  setValues(source: unknown): null {
    return this.#set('values', source);
  }

  setXAxisValues(source: unknown): null {
    return this.#set('categories', source);
  }

  setBubbleSizes(source: unknown): null {
    return this.#set('bubbleSizes', source);
  }

  /** Excel returns texts. */
  getDimensionValues(dimension: unknown): string[] {
    const name = { Categories: 'categories', BubbleSizes: 'bubbleSizes', XValues: 'categories' }[
      String(dimension)
    ];
    return ((this.#series[name ?? 'values'] ?? []) as unknown[]).map(String);
  }

  delete(): null {
    const bag = this.#collection.write();
    bag['items'] = ((bag['items'] ?? []) as Properties[]).filter((series) => series !== this.#series);
    return null;
  }

  #set(name: string, source: unknown): null {
    if (!(source instanceof ExcelRange)) throw invalidArgument('ChartSeries', 'A series needs a range.');
    this.#series[name] = source.values.flat();
    return null;
  }
}

class ExcelPoint extends ApiObject {
  static readonly apiTypes: readonly string[] = ['Excel.ChartPoint'];
  override readonly apiType = 'Excel.ChartPoint';
  override readonly apiBag: Bag;
  readonly #value: unknown;

  constructor(value: unknown, bag: Bag) {
    super();
    this.#value = value;
    this.apiBag = bag;
  }

  get value(): unknown {
    return this.#value;
  }
}

function areaOrFail(given: unknown): Area {
  const area = parseArea(String(given));
  if (area) return area;
  throw invalidArgument('Chart.setPosition', `${JSON.stringify(given)} is not a valid address.`);
}

interface NameProperties extends Properties {
  name: string;
  formula: string;
}

export class ExcelNames extends ApiObject {
  static readonly apiTypes: readonly string[] = ['Excel.NamedItemCollection'];
  override readonly apiType = 'Excel.NamedItemCollection';
  override readonly apiBag: Bag;
  readonly #workbook: WorkbookObjects;
  readonly #sheet: string | undefined;

  constructor(workbook: WorkbookObjects, sheet: string | undefined) {
    super();
    this.#workbook = workbook;
    this.#sheet = sheet;
    this.apiBag = childBag(workbook.model.bag(sheet), 'names');
  }

  override apiItems(): readonly ApiObject[] {
    return this.#names.map((item) => new ExcelName(this.#workbook, this.#sheet, this.apiBag, item));
  }

  get #names(): NameProperties[] {
    return (this.apiBag.read()?.['items'] ?? []) as NameProperties[];
  }

  add(name: unknown, reference: unknown, comment: unknown = ''): ApiObject {
    const text = reference instanceof ExcelRange ? `=${absolute(reference)}` : String(reference);
    return this.addFormulaLocal(name, text.startsWith('=') ? text : `="${text}"`, comment);
  }

  addFormulaLocal(name: unknown, formula: unknown, comment: unknown = ''): ApiObject {
    const given = String(name);
    if (!/^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(given) || parseArea(given)) {
      throw invalidArgument('NamedItemCollection.add', `${given} is not a valid name.`);
    }
    if (this.#names.some((item) => item.name.toLowerCase() === given.toLowerCase())) {
      throw new RichApiError(
        'ItemAlreadyExists',
        'This name already exists.',
        'NamedItemCollection.add',
        409,
      );
    }
    const item: NameProperties = {
      name: given,
      formula: String(formula),
      comment: comment ?? '',
      visible: true,
    };
    ((this.apiBag.write()['items'] ??= []) as Properties[]).push(item);
    return new ExcelName(this.#workbook, this.#sheet, this.apiBag, item);
  }
}

class ExcelName extends ApiObject {
  static readonly apiTypes: readonly string[] = ['Excel.NamedItem'];
  override readonly apiType = 'Excel.NamedItem';
  override readonly apiBag: Bag;
  readonly #workbook: WorkbookObjects;
  readonly #sheet: string | undefined;
  readonly #collection: Bag;
  readonly #item: NameProperties;

  constructor(workbook: WorkbookObjects, sheet: string | undefined, collection: Bag, item: NameProperties) {
    super();
    this.#workbook = workbook;
    this.#sheet = sheet;
    this.#collection = collection;
    this.#item = item;
    this.apiBag = bagOf(item);
  }

  get #target(): { sheet: string; area: Area } | undefined {
    return referencedArea(this.#workbook, this.#item.formula);
  }

  get name(): string {
    return this.#item.name;
  }

  get type(): string {
    if (this.#target) return 'Range';
    const { value } = this;
    return typeof value === 'number' ? 'Double' : typeof value === 'boolean' ? 'Boolean' : 'String';
  }

  get scope(): string {
    return this.#sheet === undefined ? 'Workbook' : 'Worksheet';
  }

  get value(): unknown {
    const text = this.#item.formula.replace(/^=/, '');
    const quotedText = /^"(.*)"$/.exec(text);
    if (quotedText) return quotedText[1] ?? '';
    return text !== '' && !Number.isNaN(Number(text)) ? Number(text) : text;
  }

  get worksheetOrNullObject(): ApiObject | null {
    return this.#sheet === undefined ? null : this.#workbook.sheet(this.#sheet);
  }

  get worksheet(): ApiObject {
    return this.worksheetOrNullObject ?? failNotFound('NamedItem.worksheet');
  }

  getRangeOrNullObject(): ApiObject | null {
    const target = this.#target;
    return target ? new ExcelRange(this.#workbook, target.sheet, target.area) : null;
  }

  getRange(): ApiObject {
    return this.getRangeOrNullObject() ?? failNotFound('NamedItem.getRange');
  }

  delete(): null {
    const bag = this.#collection.write();
    bag['items'] = ((bag['items'] ?? []) as Properties[]).filter((item) => item !== this.#item);
    return null;
  }
}

function absolute(range: ExcelRange): string {
  const [, sheet = '', cells = ''] = /^(.*)!(.*)$/.exec(range.address) ?? [];
  return `${sheet}!${cells.replaceAll(/([A-Z]+)(\d+)/g, '$$$1$$$2')}`;
}

function referencedArea(
  workbook: WorkbookObjects,
  formula: string,
): { sheet: string; area: Area } | undefined {
  const area = parseArea(formula.replace(/^=/, ''));
  const sheet = sheetIn(formula) ?? workbook.model.activeSheet;
  return area && workbook.model.sheets.includes(sheet) ? { sheet, area } : undefined;
}

function namedArea(workbook: WorkbookObjects, name: string): { sheet: string; area: Area } | undefined {
  for (const scope of [undefined, ...workbook.model.sheets]) {
    const names = childBag(workbook.model.bag(scope), 'names').read()?.['items'] as
      NameProperties[] | undefined;
    const item = names?.find((one) => one.name.toLowerCase() === name.toLowerCase());
    if (item) return referencedArea(workbook, item.formula);
  }
  const table = workbook.model.tables().find((one) => one.name.toLowerCase() === name.toLowerCase());
  const area = table && parseArea(table.address);
  return area ? { sheet: table.sheet, area } : undefined;
}

export const excelWorkbookClasses = [
  ExcelWorkbook,
  ExcelRuntime,
  ExcelSheets,
  ExcelSheet,
  ExcelProtection,
  ExcelFreezePanes,
  ExcelCharts,
  ExcelChart,
  ExcelSeriesCollection,
  ExcelSeries,
  ExcelPoint,
  ExcelNames,
  ExcelName,
];
