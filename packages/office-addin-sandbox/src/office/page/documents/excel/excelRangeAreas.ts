import { ApiObject, FixedCollection, noBag, ObjectGroup } from '../../rich/apiObject.ts';
import { failNotFound, invalidArgument } from '../../rich/richApiError.ts';
import { areaName, parseArea, type Area } from './address.ts';
import type { ExcelRange } from './excelRange.ts';
import { quotedSheet } from './formulaSyntax.ts';
import { forEachCell, type CellValue } from './workbookEntries.ts';
import { valueType } from './workbookEvents.ts';

/** Several ranges of a worksheet. */
export class ExcelRangeAreas extends ApiObject {
  static readonly apiTypes: readonly string[] = ['Excel.RangeAreas'];
  override readonly apiType = 'Excel.RangeAreas';
  override readonly apiBag = noBag;
  readonly #ranges: readonly ExcelRange[];

  /** @param ranges at least one */
  constructor(ranges: readonly ExcelRange[]) {
    super();
    this.#ranges = ranges;
  }

  get #first(): ExcelRange {
    return this.#ranges[0] ?? failNotFound('RangeAreas');
  }

  get areas(): ApiObject {
    return new FixedCollection('Excel.RangeCollection', this.#ranges);
  }

  get worksheet(): ApiObject {
    return this.#first.worksheet;
  }

  get format(): ApiObject {
    return new ObjectGroup(
      'Excel.RangeFormat',
      this.#ranges.map(({ format }) => format),
    );
  }

  get address(): string {
    const sheet = quotedSheet(this.#first.apiSheet);
    return this.#ranges.map(({ apiArea }) => `${sheet}!${areaName(apiArea)}`).join(',');
  }

  get addressLocal(): string {
    return this.address;
  }

  get areaCount(): number {
    return this.#ranges.length;
  }

  get cellCount(): number {
    return this.#ranges.reduce((sum, { cellCount }) => sum + cellCount, 0);
  }

  get isEntireColumn(): boolean {
    return this.#ranges.every(({ isEntireColumn }) => isEntireColumn);
  }

  get isEntireRow(): boolean {
    return this.#ranges.every(({ isEntireRow }) => isEntireRow);
  }

  calculate(): null {
    return null;
  }

  clear(applyTo?: unknown): null {
    for (const range of this.#ranges) range.clear(applyTo ?? 'All');
    return null;
  }

  copyFrom(source: unknown, copyType?: unknown, skipBlanks?: unknown, transpose?: unknown): null {
    const sources = source instanceof ExcelRangeAreas ? source.#ranges : [source];
    for (const [index, range] of this.#ranges.entries())
      range.copyFrom(sources[index % sources.length], copyType ?? 'All', skipBlanks, transpose);
    return null;
  }

  getEntireColumn(): ApiObject {
    return this.#map((range) => range.getEntireColumn() as ExcelRange);
  }

  getEntireRow(): ApiObject {
    return this.#map((range) => range.getEntireRow() as ExcelRange);
  }

  getOffsetRangeAreas(rows: unknown, columns: unknown): ApiObject {
    return this.#map((range) => range.getOffsetRange(rows, columns) as ExcelRange);
  }

  getIntersectionOrNullObject(other: unknown): ApiObject | null {
    const others = other instanceof ExcelRangeAreas ? other.#ranges : [other];
    return areasOrNull(
      this.#ranges.flatMap((range) =>
        others.flatMap((one) => (range.getIntersectionOrNullObject(one) as ExcelRange | null) ?? []),
      ),
    );
  }

  getIntersection(other: unknown): ApiObject {
    return this.getIntersectionOrNullObject(other) ?? failNotFound('RangeAreas.getIntersection');
  }

  getUsedRangeAreasOrNullObject(): ApiObject | null {
    return areasOrNull(
      this.#ranges.flatMap((range) => (range.getUsedRangeOrNullObject() as ExcelRange | null) ?? []),
    );
  }

  getUsedRangeAreas(): ApiObject {
    return this.getUsedRangeAreasOrNullObject() ?? failNotFound('RangeAreas.getUsedRangeAreas');
  }

  getSpecialCellsOrNullObject(type: unknown, valueTypes?: unknown): ApiObject | null {
    return areasOrNull(this.#ranges.flatMap((range) => specialCells(range, type, valueTypes)));
  }

  getSpecialCells(type: unknown, valueTypes?: unknown): ApiObject {
    return this.getSpecialCellsOrNullObject(type, valueTypes) ?? failNotFound('RangeAreas.getSpecialCells');
  }

  select(): null {
    return this.#first.select();
  }

  /** Formulas are evaluated when a value is read. */
  setDirty(): null {
    return null;
  }

  #map(map: (range: ExcelRange) => ExcelRange): ApiObject {
    return new ExcelRangeAreas(this.#ranges.map(map));
  }
}

export function areasOrNull(ranges: readonly ExcelRange[]): ApiObject | null {
  return ranges.length > 0 ? new ExcelRangeAreas(ranges) : null;
}

/** Parses addresses such as `A1:B2, D4`. */
export function areasAt(address: string, location: string): Area[] {
  return address.split(',').map((one) => {
    const area = parseArea(one.trim());
    if (!area) throw invalidArgument(location, `${JSON.stringify(address)} is not a valid address.`);
    return area;
  });
}

/** Excel.SpecialCellType: which cells of the used range have content of a kind. Cells next to each other are joined in a row. */
export function specialCells(range: ExcelRange, type: unknown, valueTypes: unknown = 'All'): ExcelRange[] {
  const { apiSheet: sheet, apiWorkbook: workbook } = range;
  const { model } = workbook;
  const used = range.getUsedRangeOrNullObject() as ExcelRange | null;
  if (!used) return [];
  const isWanted = specialTests[String(type)];
  if (!isWanted) {
    model.report(`Excel.Range.getSpecialCells (${String(type)})`);
    return [];
  }
  const found: Area[] = [];
  forEachCell(used.apiArea, (row, column) => {
    const value = model.value(sheet, row, column);
    const formula = model.formula(sheet, row, column);
    if (!isWanted(value, formula) || (value !== '' && !hasValueType(value, valueTypes))) return;
    const last = found.at(-1);
    if (last?.row === row && last.column + last.columns === column)
      found[found.length - 1] = { ...last, columns: last.columns + 1 };
    else found.push({ row, column, rows: 1, columns: 1 });
  });
  return found.map((area) => range.apiAt(area));
}

const specialTests: Readonly<Record<string, (value: CellValue, formula: string | undefined) => boolean>> = {
  Blanks: (value) => value === '',
  Constants: (value, formula) => value !== '' && formula === undefined,
  Formulas: (_value, formula) => formula !== undefined,
};

/** Excel.SpecialCellValueType, such as `LogicalNumbers`. */
function hasValueType(value: CellValue, wanted: unknown): boolean {
  const types = String(wanted);
  if (types === 'All') return true;
  const isError = typeof value === 'string' && /^#[A-Z/0]+[!?]?/.test(value);
  const name = isError
    ? 'Errors'
    : { Boolean: 'Logical', Double: 'Numbers', String: 'Text' }[valueType(value)];
  return name !== undefined && types.includes(name);
}
