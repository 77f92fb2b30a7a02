import { rangeFormats, rangeValues } from './excelValues.ts';
import { inChunks } from './inChunks.ts';
import { undoExcel } from './excelUndo.ts';
import { formatFor, type InsertJob, type InsertResult, type OfficeFacts } from './insertJob.ts';
import { linkAddress } from './links.ts';
import { requireWritable } from './problems.ts';
import { withIdleTimeout, type Step } from './idleTimeout.ts';

const SHEET_ROWS = 1_048_576;
const SHEET_COLUMNS = 16_384;
const ROWS_AT_ONCE = 200;

/** Whether a block still lies on the sheet; indexes count from 0. */
export function fitsOnSheet(rowIndex: number, columnIndex: number, rows: number, columns: number): boolean {
  return rowIndex + rows <= SHEET_ROWS && columnIndex + columns <= SHEET_COLUMNS;
}

/**
 * Writes a block with a header row (all columns, or the linked titles alone) at the active cell. Uses a new worksheet
 * where the block would cover something or leave the sheet: nothing of the user's is ever overwritten.
 * All of it is ExcelApi 1.7. Throws ProblemError, or the signal's reason.
 */
export async function insertIntoExcel(
  office: OfficeFacts,
  excel: Pick<typeof Excel, 'run'>,
  job: InsertJob,
): Promise<InsertResult> {
  requireWritable(office, 'ExcelApi', '1.7');
  const count = job.rows.length;
  const supports = (version: string) => office.isSetSupported('ExcelApi', version);
  const size = {
    rows: count + 1,
    columns: formatFor('excel', job.format) === 'table' ? job.header.length : 1,
  };
  return withIdleTimeout(
    (step) =>
      excel.run(async (context) => {
        const free = await freeBlock(context, size, supports, step);
        if (free) {
          await write(context, excel, free, job, size, step);
          return { count, place: { kind: 'selection' } } as const;
        }
        const sheet = context.workbook.worksheets.add();
        sheet.load('name');
        // Before anything is written, so that a cancel leaves it where the user sees it.
        sheet.activate();
        const block = sheet.getRangeByIndexes(0, 0, size.rows, size.columns);
        await write(context, excel, block, job, size, step);
        return { count, place: { kind: 'newSheet', sheet: sheet.name } } as const;
      }),
    { signal: job.signal },
  );
}

interface Size {
  readonly rows: number;
  readonly columns: number;
}

/**
 * Returns null where the list would cover or hide something: values, a table with empty rows, merged cells (which
 * swallow all but one value), hidden or filtered rows, the end of the sheet.
 */
async function freeBlock(
  context: Excel.RequestContext,
  { rows, columns }: Size,
  supports: (version: string) => boolean,
  step: Step,
): Promise<Excel.Range | null> {
  const cell = context.workbook.getActiveCell();
  cell.load('rowIndex,columnIndex');
  await context.sync();
  step();
  if (!fitsOnSheet(cell.rowIndex, cell.columnIndex, rows, columns)) return null;
  const block = cell.getResizedRange(rows - 1, columns - 1);
  const used = block.getUsedRangeOrNullObject(true);
  used.load('address');
  // Null: some rows or columns of it are hidden.
  block.load('rowHidden,columnHidden');
  const tables = supports('1.9') ? block.getTables(false).getCount() : null;
  const merged = supports('1.13') ? block.getMergedAreasOrNullObject() : null;
  merged?.load('address');
  await context.sync();
  step();
  const isHidden = block.rowHidden !== false || block.columnHidden !== false;
  const isTaken = !used.isNullObject || (tables?.value ?? 0) > 0 || (merged && !merged.isNullObject);
  return isTaken || isHidden ? null : block;
}

/** The text format goes first, so that no value is ever read as anything else. */
async function write(
  context: Excel.RequestContext,
  excel: Pick<typeof Excel, 'run'>,
  block: Excel.Range,
  job: InsertJob,
  { columns }: Size,
  step: Step,
): Promise<void> {
  const values = rangeValues(job).map((row) => row.slice(0, columns));
  const formats = rangeFormats(job).map((row) => row.slice(0, columns));
  block.load('address');
  block.worksheet.load('id');
  let from = 0;
  for (const rows of inChunks(values, ROWS_AT_ONCE)) {
    const part = block.getCell(from, 0).getResizedRange(rows.length - 1, columns - 1);
    part.numberFormat = formats.slice(from, from + rows.length);
    part.values = [...rows];
    for (let row = from; row < from + rows.length; row += 1) {
      const address = linkAddress(job.rows[row - 1]?.link ?? '');
      // Without textToDisplay the cell keeps its value, so the name is not written a second time.
      if (address !== null) block.getCell(row, 0).hyperlink = { address };
    }
    await context.sync();
    if (from === 0) offerUndo(excel, block, values, job);
    from += rows.length;
    job.onProgress?.(from - 1);
    step();
  }
  block.getRow(0).format.font.bold = true;
  block.format.autofitColumns();
  await context.sync();
  step();
}

function offerUndo(
  excel: Pick<typeof Excel, 'run'>,
  block: Excel.Range,
  values: readonly (readonly (string | number)[])[],
  { onUndo }: InsertJob,
): void {
  const place = { sheet: block.worksheet.id, address: block.address };
  onUndo?.((signal) => undoExcel(excel, place, values, signal));
}
