import {
  ApiObject,
  bagOf,
  childBag,
  entryBag,
  FixedCollection,
  StoredObject,
  type Bag,
} from '../../rich/apiObject.ts';
import { invalidArgument, itemNotFound } from '../../rich/richApiError.ts';
import { readHtml } from '../html/readHtml.ts';
import { cellText, newTable, rowsOf, type WordEntry, type WordModel, type WordTable } from './wordModel.ts';
import { tableValues, WordBody, WordParagraphObject, WordRange } from './wordObjects.ts';
import { searchText, type SearchOptions } from './wordSearch.ts';

export class WordTables extends ApiObject {
  static readonly apiTypes: readonly string[] = ['Word.TableCollection'];
  override readonly apiType = 'Word.TableCollection';
  override readonly apiBag = bagOf({});
  readonly #model: WordModel;
  readonly #entries: readonly WordEntry[];

  constructor(model: WordModel, entries: readonly WordEntry[]) {
    super();
    this.#model = model;
    this.#entries = entries;
  }

  override apiItems(): readonly ApiObject[] {
    return this.#entries.flatMap((entry) =>
      entry.kind === 'table' ? [new WordTableObject(this.#model, entry)] : [],
    );
  }
}

/** Members that Table, TableRow and TableCell share. */
abstract class WordTablePart extends ApiObject {
  readonly apiModel: WordModel;
  readonly apiTable: WordTable;

  constructor(model: WordModel, table: WordTable) {
    super();
    this.apiModel = model;
    this.apiTable = table;
  }

  getBorder(location: unknown): ApiObject {
    const bag = childBag(childBag(this.apiBag, 'borders'), cellText(location));
    return new StoredObject('Word.TableBorder', bag, 'Word.TableBorder');
  }

  getCellPadding(location: unknown): number {
    const padding = this.apiBag.read()?.['cellPadding'] as Record<string, number> | undefined;
    return padding?.[cellText(location)] ?? 0;
  }

  setCellPadding(location: unknown, points: unknown): null {
    childBag(this.apiBag, 'cellPadding').write()[cellText(location)] = points;
    return null;
  }

  get parentTable(): ApiObject {
    return new WordTableObject(this.apiModel, this.apiTable);
  }

  apiSearch(wanted: unknown, given: unknown, rows: readonly number[]): ApiObject {
    const options = (given instanceof ApiObject ? given.apiBag.read() : given) ?? {};
    const found = rows.flatMap((row) =>
      (this.apiTable.values[row] ?? []).flatMap((text, column) =>
        searchText(text, cellText(wanted), options as SearchOptions).map(
          ([start, end]) =>
            new WordCellText(this.apiModel, this.apiTable, row, column, 'Word.Range', start, end),
        ),
      ),
    );
    return new FixedCollection('Word.RangeCollection', found);
  }

  apiInsertRows(at: number, count: unknown, values: unknown): ApiObject {
    const columns = this.apiTable.values[0]?.length ?? 1;
    const given = rowsOf(values);
    const added = Array.from({ length: Number(count) || given.length || 1 }, (_, index) =>
      Array.from({ length: columns }, (__, column) => given[index]?.[column] ?? ''),
    );
    this.apiTable.values.splice(at, 0, ...added);
    return new FixedCollection(
      'Word.TableRowCollection',
      added.map((_, index) => new WordRow(this.apiModel, this.apiTable, at + index)),
    );
  }

  apiInsertColumns(at: number, count: unknown, values: unknown): null {
    const given = rowsOf(values);
    this.apiTable.values = this.apiTable.values.map((row, index) => {
      const added = Array.from({ length: Number(count) || 1 }, (_, column) => given[index]?.[column] ?? '');
      return row.toSpliced(at, 0, ...added);
    });
    return null;
  }
}

export class WordTableObject extends WordTablePart {
  static readonly apiTypes: readonly string[] = ['Word.Table'];
  override readonly apiType = 'Word.Table';

  override get apiBag(): Bag {
    return entryBag(this.apiTable);
  }

  get rows(): ApiObject {
    return new FixedCollection(
      'Word.TableRowCollection',
      this.apiTable.values.map((_, row) => new WordRow(this.apiModel, this.apiTable, row)),
    );
  }

  get font(): ApiObject {
    return new BoldFont(
      this.apiTable,
      this.apiTable.values.map((_, row) => row),
      childBag(this.apiBag, 'font'),
    );
  }

  get parentBody(): ApiObject {
    return new WordBody(this.apiModel, this.apiModel.storyOf(this.apiTable));
  }

  /** Nested tables don't exist in the sandbox. */
  get tables(): ApiObject {
    return new WordTables(this.apiModel, []);
  }

  get parentTableOrNullObject(): ApiObject | null {
    return null;
  }

  override get parentTable(): ApiObject {
    throw itemNotFound('Table.parentTable');
  }

  get parentTableCellOrNullObject(): ApiObject | null {
    return null;
  }

  get parentTableCell(): ApiObject {
    throw itemNotFound('Table.parentTableCell');
  }

  get parentContentControlOrNullObject(): ApiObject | null {
    return this.#range.parentContentControlOrNullObject;
  }

  get parentContentControl(): ApiObject {
    return this.#range.parentContentControl;
  }

  get values(): string[][] {
    return this.apiTable.values;
  }

  set values(value: unknown) {
    const given = rowsOf(value);
    if (given.length !== this.apiTable.values.length) {
      throw invalidArgument('Table.values', 'The number of rows in the values does not match the table.');
    }
    this.apiTable.values = given;
  }

  get rowCount(): number {
    return this.apiTable.values.length;
  }

  get headerRowCount(): number {
    return this.apiTable.headerRows;
  }

  set headerRowCount(value: unknown) {
    this.apiTable.headerRows = Number(value);
  }

  get style(): string {
    return this.apiTable.style ?? 'Table Grid';
  }

  set style(value: unknown) {
    this.apiTable.style = cellText(value);
  }

  get styleBuiltIn(): string {
    return this.style;
  }

  set styleBuiltIn(value: unknown) {
    this.apiTable.style = cellText(value);
  }

  get isUniform(): boolean {
    return true;
  }

  get nestingLevel(): number {
    return 1;
  }

  get #range(): WordRange {
    return new WordRange(this.apiModel, [this.apiModel.span(this.apiTable)]);
  }

  getCellOrNullObject(row: unknown, column: unknown): ApiObject | null {
    if (this.apiTable.values[Number(row)]?.[Number(column)] === undefined) return null;
    return new WordCell(this.apiModel, this.apiTable, Number(row), Number(column));
  }

  getCell(row: unknown, column: unknown): ApiObject {
    const found = this.getCellOrNullObject(row, column);
    if (found) return found;
    throw itemNotFound('Table.getCell');
  }

  getRange(): ApiObject {
    return this.#range;
  }

  addRows(place: unknown, count: unknown, values?: unknown): ApiObject {
    return this.apiInsertRows(place === 'Start' ? 0 : this.apiTable.values.length, count, values);
  }

  addColumns(place: unknown, count: unknown, values?: unknown): null {
    return this.apiInsertColumns(
      place === 'Start' ? 0 : (this.apiTable.values[0]?.length ?? 0),
      count,
      values,
    );
  }

  deleteRows(row: unknown, count: unknown = 1): null {
    this.apiTable.values.splice(Number(row), Number(count));
    return null;
  }

  deleteColumns(column: unknown, count: unknown = 1): null {
    for (const row of this.apiTable.values) row.splice(Number(column), Number(count));
    return null;
  }

  clear(): null {
    this.apiTable.values = this.apiTable.values.map((row) => row.map(() => ''));
    this.apiTable.links = [];
    return null;
  }

  delete(): null {
    this.apiModel.storyOf(this.apiTable).remove(this.apiTable);
    return null;
  }

  #neighbor(step: number, isWanted: (entry: WordEntry) => boolean): WordEntry | undefined {
    const { entries } = this.apiModel.storyOf(this.apiTable);
    const at = entries.indexOf(this.apiTable);
    return step > 0 ? entries.slice(at + 1).find(isWanted) : entries.slice(0, at).findLast(isWanted);
  }

  getNextOrNullObject(): ApiObject | null {
    const next = this.#neighbor(1, ({ kind }) => kind === 'table');
    return next?.kind === 'table' ? new WordTableObject(this.apiModel, next) : null;
  }

  getNext(): ApiObject {
    const next = this.getNextOrNullObject();
    if (next) return next;
    throw itemNotFound('Table.getNext');
  }

  getParagraphAfterOrNullObject(): ApiObject | null {
    return this.#paragraph(1);
  }

  getParagraphAfter(): ApiObject {
    const found = this.#paragraph(1);
    if (found) return found;
    throw itemNotFound('Table.getParagraphAfter');
  }

  getParagraphBeforeOrNullObject(): ApiObject | null {
    return this.#paragraph(-1);
  }

  getParagraphBefore(): ApiObject {
    const found = this.#paragraph(-1);
    if (found) return found;
    throw itemNotFound('Table.getParagraphBefore');
  }

  #paragraph(step: number): ApiObject | null {
    const entry = this.#neighbor(step, ({ kind }) => kind !== 'table');
    return entry ? new WordParagraphObject(this.apiModel, entry) : null;
  }

  insertParagraph(text: unknown, place: unknown): ApiObject {
    return this.#range.insertParagraph(text, place);
  }

  insertContentControl(): ApiObject {
    return this.#range.insertContentControl();
  }

  insertTable(rows: unknown, columns: unknown, place: unknown, values?: unknown): ApiObject {
    const table = newTable(tableValues(rows, columns, values, 'Table'));
    this.#range.apiInsert(table, place === 'Before' ? 'Before' : 'After');
    return new WordTableObject(this.apiModel, table);
  }

  search(wanted: unknown, options?: unknown): ApiObject {
    return this.apiSearch(
      wanted,
      options,
      this.apiTable.values.map((_, row) => row),
    );
  }

  select(mode?: unknown): null {
    return this.#range.select(mode);
  }

  /** Without a layout, columns have no widths: only explicit ones are removed. */
  autoFitWindow(): null {
    if (this.apiTable.properties) delete this.apiTable.properties['columnWidths'];
    return null;
  }

  distributeColumns(): null {
    return this.autoFitWindow();
  }
}

export class WordRow extends WordTablePart {
  static readonly apiTypes: readonly string[] = ['Word.TableRow'];
  override readonly apiType = 'Word.TableRow';
  readonly #row: number;

  constructor(model: WordModel, table: WordTable, row: number) {
    super(model, table);
    this.#row = row;
  }

  override get apiBag(): Bag {
    return childBag(childBag(entryBag(this.apiTable), 'rows'), String(this.#row));
  }

  get font(): ApiObject {
    return new BoldFont(this.apiTable, [this.#row], childBag(this.apiBag, 'font'));
  }

  get cells(): ApiObject {
    const cells = this.apiTable.values[this.#row] ?? [];
    return new FixedCollection(
      'Word.TableCellCollection',
      cells.map((_, column) => new WordCell(this.apiModel, this.apiTable, this.#row, column)),
    );
  }

  get values(): string[][] {
    return [this.apiTable.values[this.#row] ?? []];
  }

  set values(value: unknown) {
    const [row] = rowsOf(value);
    if (row) this.apiTable.values[this.#row] = row;
  }

  get rowIndex(): number {
    return this.#row;
  }

  get cellCount(): number {
    return this.apiTable.values[this.#row]?.length ?? 0;
  }

  get isHeader(): boolean {
    return this.#row < this.apiTable.headerRows;
  }

  clear(): null {
    this.apiTable.values[this.#row] = (this.apiTable.values[this.#row] ?? []).map(() => '');
    return null;
  }

  delete(): null {
    this.apiTable.values.splice(this.#row, 1);
    return null;
  }

  getNextOrNullObject(): ApiObject | null {
    const next = this.#row + 1;
    return next < this.apiTable.values.length ? new WordRow(this.apiModel, this.apiTable, next) : null;
  }

  getNext(): ApiObject {
    const next = this.getNextOrNullObject();
    if (next) return next;
    throw itemNotFound('TableRow.getNext');
  }

  insertRows(place: unknown, count: unknown, values?: unknown): ApiObject {
    return this.apiInsertRows(place === 'Before' ? this.#row : this.#row + 1, count, values);
  }

  search(wanted: unknown, options?: unknown): ApiObject {
    return this.apiSearch(wanted, options, [this.#row]);
  }

  select(mode?: unknown): null {
    return new WordTableObject(this.apiModel, this.apiTable).select(mode);
  }
}

export class WordCell extends WordTablePart {
  static readonly apiTypes: readonly string[] = ['Word.TableCell'];
  override readonly apiType = 'Word.TableCell';
  readonly #row: number;
  readonly #column: number;

  constructor(model: WordModel, table: WordTable, row: number, column: number) {
    super(model, table);
    this.#row = row;
    this.#column = column;
  }

  override get apiBag(): Bag {
    return childBag(childBag(entryBag(this.apiTable), 'cells'), `${this.#row},${this.#column}`);
  }

  get body(): ApiObject {
    return new WordCellText(this.apiModel, this.apiTable, this.#row, this.#column, 'Word.Body');
  }

  get parentRow(): ApiObject {
    return new WordRow(this.apiModel, this.apiTable, this.#row);
  }

  get rowIndex(): number {
    return this.#row;
  }

  get cellIndex(): number {
    return this.#column;
  }

  get value(): string {
    return this.apiTable.values[this.#row]?.[this.#column] ?? '';
  }

  set value(value: unknown) {
    const row = this.apiTable.values[this.#row];
    if (row) row[this.#column] = cellText(value);
  }

  get width(): number {
    return Number(this.apiBag.read()?.['columnWidth'] ?? 0);
  }

  deleteColumn(): null {
    for (const row of this.apiTable.values) row.splice(this.#column, 1);
    return null;
  }

  deleteRow(): null {
    this.apiTable.values.splice(this.#row, 1);
    return null;
  }

  getNextOrNullObject(): ApiObject | null {
    const table = new WordTableObject(this.apiModel, this.apiTable);
    return (
      table.getCellOrNullObject(this.#row, this.#column + 1) ?? table.getCellOrNullObject(this.#row + 1, 0)
    );
  }

  getNext(): ApiObject {
    const next = this.getNextOrNullObject();
    if (next) return next;
    throw itemNotFound('TableCell.getNext');
  }

  insertRows(place: unknown, count: unknown, values?: unknown): ApiObject {
    return this.apiInsertRows(place === 'Before' ? this.#row : this.#row + 1, count, values);
  }

  insertColumns(place: unknown, count: unknown, values?: unknown): null {
    return this.apiInsertColumns(place === 'Before' ? this.#column : this.#column + 1, count, values);
  }
}

/** The body of a cell, or a range or paragraph in it: they share the text, and a link on any of them applies to the cell. */
export class WordCellText extends ApiObject {
  static readonly apiTypes: readonly string[] = [];
  override readonly apiType: string;
  readonly #model: WordModel;
  readonly #table: WordTable;
  readonly #row: number;
  readonly #column: number;
  readonly #start: number;
  readonly #end: number | undefined;

  constructor(
    model: WordModel,
    table: WordTable,
    row: number,
    column: number,
    type: string,
    start = 0,
    end?: number,
  ) {
    super();
    this.#model = model;
    this.apiType = type;
    this.#table = table;
    this.#row = row;
    this.#column = column;
    this.#start = start;
    this.#end = end;
  }

  override get apiBag(): Bag {
    return childBag(childBag(entryBag(this.#table), 'cells'), this.#name);
  }

  get paragraphs(): ApiObject {
    return new FixedCollection('Word.ParagraphCollection', [this.#as('Word.Paragraph')]);
  }

  get parentTableOrNullObject(): ApiObject {
    return new WordTableObject(this.#model, this.#table);
  }

  get parentTable(): ApiObject {
    return new WordTableObject(this.#model, this.#table);
  }

  get parentTableCellOrNullObject(): ApiObject {
    return new WordCell(this.#model, this.#table, this.#row, this.#column);
  }

  get parentTableCell(): ApiObject {
    return new WordCell(this.#model, this.#table, this.#row, this.#column);
  }

  get tableNestingLevel(): number {
    return 1;
  }

  getRange(): ApiObject {
    return this.#as('Word.Range');
  }

  select(): null {
    return new WordTableObject(this.#model, this.#table).select();
  }

  insertText(text: unknown, place: unknown): ApiObject {
    const given = cellText(text);
    if (place === 'Replace') this.#whole = this.#before + given + this.#after;
    else if (place === 'Start' || place === 'Before')
      this.#whole = this.#before + given + this.text + this.#after;
    else this.#whole = this.#before + this.text + given + this.#after;
    return this.#as('Word.Range');
  }

  insertParagraph(text: unknown, place: unknown): ApiObject {
    this.insertText(text, place);
    return this.#as('Word.Paragraph');
  }

  insertHtml(html: unknown, place: unknown): ApiObject {
    const { text, links } = readHtml(cellText(html));
    this.insertText(text, place);
    for (const link of links) this.#link(link.address, link.text);
    return this.#as('Word.Range');
  }

  search(wanted: unknown, given?: unknown): ApiObject {
    const options = (given instanceof ApiObject ? given.apiBag.read() : given) ?? {};
    const found = searchText(this.#whole, cellText(wanted), options as SearchOptions).map(
      ([start, end]) =>
        new WordCellText(this.#model, this.#table, this.#row, this.#column, 'Word.Range', start, end),
    );
    return new FixedCollection('Word.RangeCollection', found);
  }

  clear(): null {
    this.#whole = this.#before + this.#after;
    return null;
  }

  delete(): null {
    return this.clear();
  }

  get text(): string {
    return this.#whole.slice(this.#start, this.#end);
  }

  get isEmpty(): boolean {
    return this.text === '';
  }

  get hyperlink(): string {
    return this.#table.links.find(({ cell }) => cell === this.#name)?.address ?? '';
  }

  set hyperlink(value: unknown) {
    this.#link(cellText(value), this.#whole);
  }

  get #name(): string {
    return `${this.#row},${this.#column}`;
  }

  get #whole(): string {
    return this.#table.values[this.#row]?.[this.#column] ?? '';
  }

  set #whole(text: string) {
    const row = this.#table.values[this.#row];
    if (row) row[this.#column] = text;
  }

  get #before(): string {
    return this.#whole.slice(0, this.#start);
  }

  get #after(): string {
    return this.#end === undefined ? '' : this.#whole.slice(this.#end);
  }

  #as(type: string): WordCellText {
    return new WordCellText(this.#model, this.#table, this.#row, this.#column, type);
  }

  #link(address: string, text: string): void {
    const others = this.#table.links.filter(({ cell }) => cell !== this.#name);
    this.#table.links = address === '' ? others : [...others, { text, address, cell: this.#name }];
  }
}

/** The font of rows. `bold` changes how the sandbox shows them; other properties are stored. */
class BoldFont extends ApiObject {
  static readonly apiTypes: readonly string[] = [];
  override readonly apiType = 'Word.Font';
  override readonly apiBag: Bag;
  readonly #table: WordTable;
  readonly #rows: readonly number[];

  constructor(table: WordTable, rows: readonly number[], bag: Bag) {
    super();
    this.#table = table;
    this.#rows = rows;
    this.apiBag = bag;
  }

  get bold(): boolean {
    return this.#rows.every((row) => this.#table.boldRows.includes(row));
  }

  set bold(value: unknown) {
    const others = this.#table.boldRows.filter((row) => !this.#rows.includes(row));
    this.#table.boldRows = value === true ? [...others, ...this.#rows] : others;
  }
}

export const wordTableClasses = [WordTables, WordTableObject, WordRow, WordCell];
