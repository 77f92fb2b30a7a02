import { UnmodeledObject, HostObject } from '../../rich/hostObject.ts';
import { invalidArgument, itemNotFound } from '../../rich/richApiError.ts';
import { WordCell } from './wordCell.ts';
import { cellText, rowsOf, type WordTable } from './wordModel.ts';
import type { WordObjects } from './wordObjects.ts';
import { WordRange } from './wordRange.ts';
import { WordRanges } from './wordRanges.ts';

export class WordTableObject extends HostObject {
  readonly #document: WordObjects;
  readonly #table: WordTable;

  constructor(document: WordObjects, table: WordTable) {
    super();
    this.#document = document;
    this.#table = table;
  }

  override get(name: string): HostObject | undefined {
    if (name === 'Rows')
      return new WordRanges(this.#table.values.map((_, row) => new WordRow(this.#table, row)));
    if (name === 'Font')
      return new BoldFont(
        this.#table,
        this.#table.values.map((_, row) => row),
      );
    return undefined;
  }

  override method(name: string, args: readonly unknown[]): HostObject | undefined {
    const [row, column] = args;
    if (name === 'GetCell' || name === 'GetCellOrNullObject') return this.#cell(Number(row), Number(column));
    if (name === 'GetRange') return new WordRange(this.#document, this.#table);
    if (name === 'AddRows') this.#addRows(args);
    return this.#document.insert('Table', name, args, this.#table) ?? new UnmodeledObject();
  }

  /** Called through `method`, because AddRows returns the new rows. */
  #addRows([place, , values]: readonly unknown[]): void {
    const rows = rowsOf(values);
    if (place === 'Start') this.#table.values.unshift(...rows);
    else this.#table.values.push(...rows);
  }

  override call(name: string): unknown {
    if (name === 'Delete') this.#document.model.remove(this.#table);
    return null;
  }

  override set(name: string, value: unknown): void {
    if (name === 'HeaderRowCount') this.#table.headerRows = Number(value);
    if (name === 'Style' || name === 'StyleBuiltIn') this.#table.style = cellText(value);
    if (name === 'Values') {
      const given = rowsOf(value);
      if (given.length !== this.#table.values.length) {
        throw invalidArgument('Table.values', 'The number of rows in the values does not match the table.');
      }
      this.#table.values = given;
    }
  }

  override load(): Record<string, unknown> {
    const { values, headerRows, style } = this.#table;
    return {
      Values: values,
      RowCount: values.length,
      HeaderRowCount: headerRows,
      Style: style ?? 'Table Grid',
      IsUniform: true,
      NestingLevel: 1,
    };
  }

  #cell(row: number, column: number): WordCell {
    if (this.#table.values[row]?.[column] === undefined) throw itemNotFound('Table.getCell');
    return new WordCell(this.#table, row, column);
  }
}

class WordRow extends HostObject {
  readonly #table: WordTable;
  readonly #row: number;

  constructor(table: WordTable, row: number) {
    super();
    this.#table = table;
    this.#row = row;
  }

  override get(name: string): HostObject | undefined {
    if (name === 'Font') return new BoldFont(this.#table, [this.#row]);
    if (name !== 'Cells') return undefined;
    const cells = this.#table.values[this.#row] ?? [];
    return new WordRanges(cells.map((_, column) => new WordCell(this.#table, this.#row, column)));
  }

  override load(): Record<string, unknown> {
    const cells = this.#table.values[this.#row] ?? [];
    return { Values: [cells], RowIndex: this.#row, CellCount: cells.length };
  }
}

/** A font. Implements only Bold. */
class BoldFont extends HostObject {
  readonly #table: WordTable;
  readonly #rows: readonly number[];

  constructor(table: WordTable, rows: readonly number[]) {
    super();
    this.#table = table;
    this.#rows = rows;
  }

  override set(name: string, value: unknown): void {
    if (name !== 'Bold') return;
    const others = this.#table.boldRows.filter((row) => !this.#rows.includes(row));
    this.#table.boldRows = value === true ? [...others, ...this.#rows] : others;
  }

  override load(): Record<string, unknown> {
    return { Bold: this.#rows.every((row) => this.#table.boldRows.includes(row)) };
  }
}
