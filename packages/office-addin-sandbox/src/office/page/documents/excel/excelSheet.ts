import { HostObject } from '../../rich/hostObject.ts';
import { invalidArgument, itemNotFound, RichApiError } from '../../rich/richApiError.ts';
import { maxColumns, maxRows, parseArea, type Area } from './address.ts';
import { ExcelRange } from './excelRange.ts';
import { ExcelTables } from './excelTables.ts';
import type { WorkbookModel } from './workbookModel.ts';
import type { WorkbookObjects } from './workbookObjects.ts';

export class ExcelSheet extends HostObject {
  readonly #workbook: WorkbookObjects;
  readonly #model: WorkbookModel;
  readonly #name: string;

  constructor(workbook: WorkbookObjects, name: string) {
    super();
    this.#workbook = workbook;
    this.#model = workbook.model;
    this.#name = name;
  }

  override get(name: string): HostObject | undefined {
    return name === 'Tables' ? new ExcelTables(this.#workbook, this.#name) : undefined;
  }

  override method(name: string, args: readonly unknown[]): HostObject | null | undefined {
    const [a, b, c, d] = args;
    switch (name) {
      case 'GetRange':
        return this.#range(this.#areaOf(a));
      case 'GetCell':
        return this.#range({ row: Number(a), column: Number(b), rows: 1, columns: 1 });
      case 'GetRangeByIndexes':
        return this.#range({ row: Number(a), column: Number(b), rows: Number(c), columns: Number(d) });
      case 'GetUsedRange':
        return this.#range(this.#model.used(this.#name) ?? { row: 0, column: 0, rows: 1, columns: 1 });
      case 'GetUsedRangeOrNullObject': {
        const used = this.#model.used(this.#name);
        return used ? this.#range(used) : null;
      }
      default:
        return undefined;
    }
  }

  override call(name: string): unknown {
    if (name === 'Activate') {
      this.#model.activeSheet = this.#name;
      this.#model.selection = { row: 0, column: 0, rows: 1, columns: 1 };
    }
    return null;
  }

  override load(): Record<string, unknown> {
    return {
      Id: `{${this.#name}}`,
      Name: this.#name,
      Position: this.#model.sheets.indexOf(this.#name),
      Visibility: 'Visible',
    };
  }

  #range(area: Area): ExcelRange {
    return new ExcelRange(this.#workbook, this.#name, area);
  }

  #areaOf(address: unknown): Area {
    if (address === undefined || address === null)
      return { row: 0, column: 0, rows: maxRows, columns: maxColumns };
    const area = typeof address === 'string' ? parseArea(address) : undefined;
    if (area) return area;
    throw invalidArgument('Worksheet.getRange', `${JSON.stringify(address)} is not a valid address.`);
  }
}

export class ExcelSheets extends HostObject {
  readonly #workbook: WorkbookObjects;
  readonly #model: WorkbookModel;

  constructor(workbook: WorkbookObjects) {
    super();
    this.#workbook = workbook;
    this.#model = workbook.model;
  }

  override items(): readonly HostObject[] {
    return this.#model.sheets.map((name) => new ExcelSheet(this.#workbook, name));
  }

  override item([key]: readonly unknown[]): HostObject {
    const found = this.#find(key);
    if (found) return found;
    throw itemNotFound('WorksheetCollection.getItem');
  }

  override method(name: string, args: readonly unknown[]): HostObject | null | undefined {
    switch (name) {
      case 'GetActiveWorksheet':
        return new ExcelSheet(this.#workbook, this.#model.activeSheet);
      case 'GetItem':
        return this.item(args);
      case 'GetItemOrNullObject':
        return this.#find(args[0]) ?? null;
      case 'GetFirst':
        return this.items()[0];
      case 'GetLast':
        return this.items().at(-1);
      case 'Add':
        return this.#add(args[0]);
      default:
        return undefined;
    }
  }

  override call(name: string): unknown {
    return name === 'GetCount' ? this.#model.sheets.length : null;
  }

  #find(key: unknown): ExcelSheet | undefined {
    const wanted = typeof key === 'string' ? key.toLowerCase() : '';
    const name = this.#model.sheets.find(
      (sheet) => sheet.toLowerCase() === wanted || `{${sheet}}`.toLowerCase() === wanted,
    );
    return name === undefined ? undefined : new ExcelSheet(this.#workbook, name);
  }

  /** Enforces Excel's rules: a unique name of at most 31 characters, without \ / ? * [ ] : */
  #add(given: unknown): ExcelSheet {
    const { sheets } = this.#model;
    const name = typeof given === 'string' && given !== '' ? given : `Sheet${sheets.length + 1}`;
    if (name.length > 31 || /[\\/?*[\]:]/.test(name)) {
      throw invalidArgument('WorksheetCollection.add', `${name} is not a valid worksheet name.`);
    }
    if (sheets.some((sheet) => sheet.toLowerCase() === name.toLowerCase())) {
      throw new RichApiError(
        'ItemAlreadyExists',
        'A worksheet with this name already exists.',
        'WorksheetCollection.add',
        409,
      );
    }
    this.#model.entries.push({ kind: 'sheet', sheet: name });
    return new ExcelSheet(this.#workbook, name);
  }
}
