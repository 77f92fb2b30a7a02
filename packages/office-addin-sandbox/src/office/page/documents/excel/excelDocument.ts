import { RichApiError } from '../../rich/richApiError.ts';
import { commonError, type OfficeDocument } from '../officeDocument.ts';
import { excelView } from './excelView.ts';
import { ExcelRange, type WorkbookObjects } from './excelRange.ts';
import { ExcelTables } from './excelTables.ts';
import { ExcelSheet, ExcelWorkbook } from './excelWorkbook.ts';
import { WorkbookModel } from './workbookModel.ts';

export function excelDocument(): OfficeDocument {
  const model = new WorkbookModel();
  const workbook: WorkbookObjects = {
    model,
    sheet: (name) => new ExcelSheet(workbook, name),
    tables: (sheet, area) => new ExcelTables(workbook, sheet, area),
  };
  return {
    events: model.queue,
    root: new ExcelWorkbook(workbook, () => new ExcelTables(workbook)),
    content: () => model.content,
    selectionState: () => JSON.stringify([model.activeSheet, model.selection]),
    viewState: () => JSON.stringify([model.activeSheet, model.selection]),
    load: (content) => model.load(content),
    render: (into) => excelView(model, into),
    setSelectedData: (coercion, data) => setSelectedData(workbook, coercion, data),
    selectedData: (coercion) => selectedData(workbook, coercion),
  };
}

/** Writes text to the selected cell, or a matrix to the cells starting there. */
function setSelectedData(workbook: WorkbookObjects, coercion: string, data: unknown): number {
  const { model } = workbook;
  if (coercion !== 'text' && coercion !== 'matrix') return commonError.coercionNotSupported;
  // office.js sends a text as a matrix of one cell.
  const values = Array.isArray(data) ? (data as unknown[][]) : [[data]];
  if (!Array.isArray(values) || !Array.isArray(values[0])) return commonError.dataNotMatching;
  const { row, column } = model.selection;
  try {
    const area = { row, column, rows: values.length, columns: values[0].length };
    new ExcelRange(workbook, model.activeSheet, area).values = values;
    return commonError.none;
  } catch (error) {
    if (error instanceof RichApiError) return commonError.dataNotMatching;
    throw error;
  }
}

/** Returns undefined for a coercion type that the sandbox lacks. */
function selectedData(workbook: WorkbookObjects, coercion: string): unknown {
  const range = new ExcelRange(workbook, workbook.model.activeSheet, workbook.model.selection);
  if (coercion === 'matrix') return range.values;
  return coercion === 'text' ? range.text.map((line) => line.join('\t')).join('\n') : undefined;
}
