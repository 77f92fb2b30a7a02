import {
  formatFor,
  type Cell,
  type InsertContent,
  type InsertJob,
  type InsertResult,
  type OfficeHost,
} from './index.ts';
import {
  inChunks,
  requireWritable,
  withIdleTimeout,
  type Checkpoint,
  linkAddress,
  oneLine,
} from './officeRequests.ts';

const SHEET_ROWS = 1_048_576;
const SHEET_COLUMNS = 16_384;
const ROWS_PER_REQUEST = 200;

/** Returns whether a block fits on the sheet. Indexes are zero-based. */
export function fitsOnSheet(rowIndex: number, columnIndex: number, rows: number, columns: number): boolean {
  return rowIndex + rows <= SHEET_ROWS && columnIndex + columns <= SHEET_COLUMNS;
}

/**
 * Writes a block with a header row (all columns, or only the linked titles) at the active cell. Never overwrites
 * anything: if the block would cover content or exceed the sheet, uses a new worksheet. Needs ExcelApi 1.7.
 * @throws ProblemError, or the signal's reason
 */
export async function insertIntoExcel(
  office: OfficeHost,
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
    (checkpoint) =>
      excel.run(async (context) => {
        const free = await freeBlock(context, size, supports, checkpoint);
        if (free) {
          await writeBlock(context, excel, free, job, size, checkpoint);
          return { count, place: { kind: 'selection' } } as const;
        }
        const sheet = context.workbook.worksheets.add();
        sheet.load('name');
        // Before writing, so that the user sees what a cancel leaves.
        sheet.activate();
        const block = sheet.getRangeByIndexes(0, 0, size.rows, size.columns);
        await writeBlock(context, excel, block, job, size, checkpoint);
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
 * Returns the block at the active cell, or null if something is in the way: values, an empty part of a table, merged
 * cells (which keep only one value), hidden or filtered rows, or the end of the sheet.
 */
async function freeBlock(
  context: Excel.RequestContext,
  { rows, columns }: Size,
  supports: (version: string) => boolean,
  checkpoint: Checkpoint,
): Promise<Excel.Range | null> {
  const cell = context.workbook.getActiveCell();
  cell.load('rowIndex,columnIndex');
  await context.sync();
  checkpoint();
  if (!fitsOnSheet(cell.rowIndex, cell.columnIndex, rows, columns)) return null;
  const block = cell.getResizedRange(rows - 1, columns - 1);
  const used = block.getUsedRangeOrNullObject(true);
  used.load('address');
  // Null means that some of its rows or columns are hidden.
  block.load('rowHidden,columnHidden');
  const tables = supports('1.9') ? block.getTables(false).getCount() : null;
  const merged = supports('1.13') ? block.getMergedAreasOrNullObject() : null;
  merged?.load('address');
  await context.sync();
  checkpoint();
  const isHidden = block.rowHidden !== false || block.columnHidden !== false;
  const isTaken = !used.isNullObject || (tables?.value ?? 0) > 0 || (merged && !merged.isNullObject);
  return isTaken || isHidden ? null : block;
}

/** Sets the text format first, so that Excel doesn't interpret a value. */
async function writeBlock(
  context: Excel.RequestContext,
  excel: Pick<typeof Excel, 'run'>,
  block: Excel.Range,
  job: InsertJob,
  { columns }: Size,
  checkpoint: Checkpoint,
): Promise<void> {
  const values = rangeValues(job).map((row) => row.slice(0, columns));
  const formats = rangeFormats(job).map((row) => row.slice(0, columns));
  block.load('address');
  block.worksheet.load('id');
  let from = 0;
  for (const rows of inChunks(values, ROWS_PER_REQUEST)) {
    const part = block.getCell(from, 0).getResizedRange(rows.length - 1, columns - 1);
    part.numberFormat = formats.slice(from, from + rows.length);
    part.values = [...rows];
    for (let row = from; row < from + rows.length; row += 1) {
      const address = linkAddress(job.rows[row - 1]?.link ?? '');
      // Without textToDisplay, the cell keeps its value.
      if (address !== null) block.getCell(row, 0).hyperlink = { address };
    }
    await context.sync();
    if (from === 0) offerUndo(excel, block, values, job);
    from += rows.length;
    job.onProgress?.(from - 1);
    checkpoint();
  }
  block.getRow(0).format.font.bold = true;
  block.format.autofitColumns();
  await context.sync();
  checkpoint();
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

const TEXT_FORMAT = '@';
/** Shows a number of bytes as B, kB (1,000 bytes), or MB. */
const SIZE_FORMAT = '[<1000]0" B";[<1000000]0.0," kB";#,##0.0,," MB"';

/**
 * Returns the text with an apostrophe in front if Excel could read it as a formula: if it begins with =, +, -, or @, also
 * after whitespace. Excel treats a leading apostrophe as "text follows" and doesn't count it as part of the value, so
 * one that belongs to a name is doubled.
 * Sources: remarks of Excel.Range.values; OWASP, "CSV Injection".
 */
export function neverFormula(text: string): string {
  return /^\s*[=+\-@'\uff1d\uff0b\uff0d\uff20]|^[\t\r]/.test(text) ? `'${text}` : text;
}

/**
 * Returns local time as text that sorts, such as 2026-11-22 10:15; empty for an invalid date. A serial number would be
 * four years off in workbooks with the 1904 date system, and Excel's JavaScript API doesn't tell which one applies.
 */
export function sortableDate(iso: string | null): string {
  const date = new Date(iso ?? '');
  if (Number.isNaN(date.getTime())) return '';
  const two = (part: number) => String(part).padStart(2, '0');
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** Returns the rows for Range.values, the header first. */
export function rangeValues({ header, rows }: InsertContent): (string | number)[][] {
  return [
    header.map(neverFormula),
    ...rows.map(({ title, cells }) => [neverFormula(oneLine(title)), ...cells.map(cellValue)]),
  ];
}

function cellValue({ text, date, bytes }: Cell): string | number {
  if (date !== undefined) return sortableDate(date);
  if (bytes === undefined) return neverFormula(oneLine(text));
  if (bytes === null) return '';
  return Number.isFinite(bytes) ? bytes : 0;
}

/** Returns the formats for Range.numberFormat, in the shape of rangeValues. */
export function rangeFormats({ header, rows }: InsertContent): string[][] {
  return [
    header.map(() => TEXT_FORMAT),
    ...rows.map(({ cells }) => [
      TEXT_FORMAT,
      ...cells.map(({ bytes }) => (bytes === undefined ? TEXT_FORMAT : SIZE_FORMAT)),
    ]),
  ];
}

interface BlockPlace {
  /** Id of the worksheet, because the user can rename it. */
  readonly sheet: string;
  /** Such as Sheet1!B2:D5. */
  readonly address: string;
}

/**
 * Clears the block. Keeps the worksheet, even if it is then empty. Returns false, and clears nothing, if the worksheet
 * was deleted or something in the block has changed.
 */
export function undoExcel(
  excel: Pick<typeof Excel, 'run'>,
  { sheet: id, address }: BlockPlace,
  written: readonly (readonly (string | number)[])[],
  signal: AbortSignal,
): Promise<boolean> {
  return withIdleTimeout(
    (checkpoint) =>
      excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItemOrNullObject(id);
        sheet.load('id');
        await context.sync();
        checkpoint();
        if (sheet.isNullObject) return false;
        const block = sheet.getRange(address.slice(address.lastIndexOf('!') + 1));
        block.load('values');
        await context.sync();
        checkpoint();
        if (!isUnchanged(block.values as unknown[][], written)) return false;
        block.clear();
        await context.sync();
        return true;
      }),
    { signal },
  );
}

/** Ignores empty rows, which a canceled insert didn't reach. Excel doesn't return a leading apostrophe. */
function isUnchanged(current: unknown[][], written: readonly (readonly (string | number)[])[]): boolean {
  return current.every((row, index) => {
    if (row.every((value) => value === '')) return true;
    return row.every((value, column) => {
      const expected = written[index]?.[column];
      return (
        value === expected ||
        (typeof expected === 'string' && expected.startsWith("'") && value === expected.slice(1))
      );
    });
  });
}
