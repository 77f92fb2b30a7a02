import { HostObject } from '../../rich/hostObject.ts';
import { RichApiError } from '../../rich/richApiError.ts';
import { commonError, type OfficeDocument } from '../officeDocument.ts';
import { excelView } from './excelView.ts';
import { ExcelRange } from './excelRange.ts';
import { ExcelSheet, ExcelSheets } from './excelSheet.ts';
import { ExcelTables } from './excelTables.ts';
import { WorkbookModel } from './workbookModel.ts';
import type { WorkbookObjects } from './workbookObjects.ts';

export function excelDocument(): OfficeDocument {
  const model = new WorkbookModel();
  const workbook: WorkbookObjects = {
    model,
    sheet: (name) => new ExcelSheet(workbook, name),
    tables: (sheet, area) => new ExcelTables(workbook, sheet, area),
  };
  return {
    root: new Workbook(workbook),
    content: () => model.entries,
    viewState: () => JSON.stringify([model.activeSheet, model.selection]),
    load: (content) => model.load(content),
    render: (into) => excelView(model, into),
    setSelectedData: (coercion, data) => setSelectedData(workbook, coercion, data),
  };
}

/** Writes text to the selected cell, or a matrix to the cells starting there. */
function setSelectedData(workbook: WorkbookObjects, coercion: string, data: unknown): number {
  const { model } = workbook;
  if (coercion !== 'text' && coercion !== 'matrix') return commonError.coercionNotSupported;
  const values = coercion === 'text' ? [[data]] : (data as unknown[][]);
  if (!Array.isArray(values) || !Array.isArray(values[0])) return commonError.dataNotMatching;
  const { row, column } = model.selection;
  try {
    const area = { row, column, rows: values.length, columns: values[0].length };
    new ExcelRange(workbook, model.activeSheet, area).set('Values', values);
    return commonError.none;
  } catch (error) {
    if (error instanceof RichApiError) return commonError.dataNotMatching;
    throw error;
  }
}

class Workbook extends HostObject {
  readonly #workbook: WorkbookObjects;

  constructor(workbook: WorkbookObjects) {
    super();
    this.#workbook = workbook;
  }

  override get(name: string): HostObject | undefined {
    if (name === 'Workbook') return this;
    if (name === 'Worksheets') return new ExcelSheets(this.#workbook);
    if (name === 'Tables') return new ExcelTables(this.#workbook);
    return undefined;
  }

  override method(name: string): HostObject | undefined {
    const { activeSheet, selection } = this.#workbook.model;
    if (name === 'GetSelectedRange') return new ExcelRange(this.#workbook, activeSheet, selection);
    if (name === 'GetActiveCell') {
      return new ExcelRange(this.#workbook, activeSheet, { ...selection, rows: 1, columns: 1 });
    }
    if (name === 'GetActiveWorksheet') return new ExcelSheet(this.#workbook, activeSheet);
    return undefined;
  }

  override load(): Record<string, unknown> {
    return { Name: 'Workbook 1.xlsx', ReadOnly: false };
  }
}
