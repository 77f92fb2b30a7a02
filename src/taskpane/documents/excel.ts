import { rangeFormats, rangeValues } from './excelValues.ts';
import { inChunks } from './inChunks.ts';
import type { InsertJob, InsertResult, OfficeFacts } from './insertJob.ts';
import { linkAddress } from './links.ts';
import { requireWritable } from './problems.ts';
import { whileItMoves, type Step } from './whileItMoves.ts';

const COLUMNS = 3;
const SHEET_ROWS = 1_048_576;
const SHEET_COLUMNS = 16_384;
const ROWS_AT_ONCE = 500;

/** Whether a block still lies on the sheet; indexes count from 0. */
export function fitsOnSheet(rowIndex: number, columnIndex: number, rows: number): boolean {
  return rowIndex + rows <= SHEET_ROWS && columnIndex + COLUMNS <= SHEET_COLUMNS;
}

/**
 * A block with a header row at the active cell; where anything stands already, or the sheet ends, a new worksheet
 * takes it instead and the result says so: nothing of the user's is ever overwritten.
 * All of it is ExcelApi 1.7. Throws ProblemError, or the signal's reason.
 */
export async function insertIntoExcel(
  office: OfficeFacts,
  excel: Pick<typeof Excel, 'run'>,
  job: InsertJob,
): Promise<InsertResult> {
  requireWritable(office, 'ExcelApi', '1.7');
  const count = job.files.length;
  return whileItMoves(
    (step) =>
      excel.run(async (context) => {
        const free = await freeBlock(context, count + 1, step);
        if (free) {
          await write(context, free, job, step);
          return { count, place: { kind: 'selection' } } as const;
        }
        const sheet = context.workbook.worksheets.add();
        sheet.load('name');
        await write(context, sheet.getRangeByIndexes(0, 0, count + 1, COLUMNS), job, step);
        sheet.activate();
        await context.sync();
        return { count, place: { kind: 'newSheet', sheet: sheet.name } } as const;
      }),
    { signal: job.signal },
  );
}

async function freeBlock(
  context: Excel.RequestContext,
  rows: number,
  step: Step,
): Promise<Excel.Range | null> {
  const cell = context.workbook.getActiveCell();
  cell.load('rowIndex,columnIndex');
  await context.sync();
  step();
  if (!fitsOnSheet(cell.rowIndex, cell.columnIndex, rows)) return null;
  const block = cell.getResizedRange(rows - 1, COLUMNS - 1);
  const used = block.getUsedRangeOrNullObject(true);
  used.load('address');
  await context.sync();
  step();
  return used.isNullObject ? block : null;
}

/** The text format goes first, so that no value is ever read as anything else. */
async function write(
  context: Excel.RequestContext,
  block: Excel.Range,
  job: InsertJob,
  step: Step,
): Promise<void> {
  const values = rangeValues(job.files, job.labels);
  const formats = rangeFormats(job.files.length);
  let from = 0;
  for (const rows of inChunks(values, ROWS_AT_ONCE)) {
    const part = block.getCell(from, 0).getResizedRange(rows.length - 1, COLUMNS - 1);
    part.numberFormat = formats.slice(from, from + rows.length);
    part.values = [...rows];
    for (let row = from; row < from + rows.length; row += 1) {
      const address = linkAddress(job.files[row - 1]?.webUrl ?? '');
      // Without textToDisplay the cell keeps its value, so the name is not written a second time.
      if (address !== null) block.getCell(row, 0).hyperlink = { address };
    }
    await context.sync();
    step();
    from += rows.length;
  }
  block.getRow(0).format.font.bold = true;
  block.format.autofitColumns();
  await context.sync();
  step();
}
