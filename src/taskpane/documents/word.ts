import { detailsAfterTitle } from './details.ts';
import { inChunks } from './inChunks.ts';
import {
  formatFor,
  type InsertContent,
  type InsertJob,
  type InsertResult,
  type OfficeFacts,
  type Row,
} from './insertJob.ts';
import { linkAddress } from './links.ts';
import { oneLine } from './plainText.ts';
import { requireWritable } from './problems.ts';
import { marked, undoWord, type Mark } from './wordUndo.ts';
import { withIdleTimeout, type Step } from './idleTimeout.ts';

/** Rows or paragraphs that are written in one request. */
const AT_ONCE = 200;

/** Rows of the table, header row first; plain text only. */
export function tableValues({ header, rows }: InsertContent): string[][] {
  return [[...header], ...rows.map(({ title, cells }) => [oneLine(title), ...cells.map(({ text }) => text)])];
}

/**
 * A table, a bulleted list or a line per row after the selection. Values and hyperlink properties, never HTML:
 * nothing in a name is markup there. All of it is WordApi 1.3. Throws ProblemError, or the signal's reason.
 */
export async function insertIntoWord(
  office: OfficeFacts,
  word: Pick<typeof Word, 'run'>,
  job: InsertJob,
): Promise<InsertResult> {
  requireWritable(office, 'WordApi', '1.3');
  const format = formatFor('word', job.format);
  return withIdleTimeout(
    (step) =>
      word.run(async (context) => {
        const written = format === 'table' ? insertTable(context, job) : insertFirst(context, job, format);
        const mark = marked(written.control);
        await mark.sync(context);
        step();
        job.onUndo?.((signal) => undoWord(word, mark, signal));
        if ('table' in written) await insertRows(context, written.table, job, mark, step);
        else await insertOthers(context, written, job, mark, step);
        return { count: job.rows.length, place: { kind: 'selection' } } as const;
      }),
    { signal: job.signal },
  );
}

function insertTable(context: Word.RequestContext, job: InsertJob) {
  const [header = []] = tableValues(job);
  const table = context.document.getSelection().insertTable(1, header.length, 'After', [header]);
  table.headerRowCount = 1;
  table.styleBuiltIn = 'GridTable1Light';
  table.styleFirstColumn = false;
  return { table, control: table.insertContentControl() };
}

/** Rows and their links together, so that what a cancel leaves is whole. */
async function insertRows(
  context: Word.RequestContext,
  table: Word.Table,
  job: InsertJob,
  mark: Mark,
  step: Step,
): Promise<void> {
  const values = tableValues(job).slice(1);
  let done = 0;
  for (const chunk of inChunks(job.rows, AT_ONCE)) {
    table.addRows('End', chunk.length, values.slice(done, done + chunk.length));
    for (const [index, row] of chunk.entries()) {
      const address = linkAddress(row.link);
      if (address !== null) table.getCell(done + index + 1, 0).body.getRange('Content').hyperlink = address;
    }
    await mark.sync(context);
    done += chunk.length;
    job.onProgress?.(done);
    step();
  }
}

type Lines = 'list' | 'links';

/** The first paragraph gets the mark; the others are put into it. */
function insertFirst(context: Word.RequestContext, { rows }: InsertJob, format: Lines) {
  const paragraph = context.document.getSelection().insertParagraph('', 'After');
  const [first] = rows;
  if (first) write(paragraph, first, format);
  if (format === 'list') paragraph.startNewList();
  return { format, control: paragraph.insertContentControl() };
}

async function insertOthers(
  context: Word.RequestContext,
  { format, control }: ReturnType<typeof insertFirst>,
  { rows, onProgress }: InsertJob,
  mark: Mark,
  step: Step,
): Promise<void> {
  let done = 1;
  for (const chunk of inChunks(rows.slice(1), AT_ONCE)) {
    for (const row of chunk) write(control.insertParagraph('', 'End'), row, format);
    await mark.sync(context);
    done += chunk.length;
    onProgress?.(done);
    step();
  }
}

/** The details go first, so that they do not become part of the link before them. */
function write(paragraph: Word.Paragraph, row: Row, format: Lines): void {
  if (format === 'list') paragraph.insertText(detailsAfterTitle(row), 'Start');
  const name = paragraph.insertText(oneLine(row.title), 'Start');
  const address = linkAddress(row.link);
  if (address !== null) name.hyperlink = address;
}
