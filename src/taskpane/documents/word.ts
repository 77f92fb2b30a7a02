import {
  formatFor,
  type InsertContent,
  type InsertJob,
  type InsertResult,
  type OfficeHost,
  type Row,
} from './index.ts';
import {
  inChunks,
  requireWritable,
  withIdleTimeout,
  type Checkpoint,
  detailsAfterTitle,
  linkAddress,
  oneLine,
} from './officeRequests.ts';

/** Rows or paragraphs per request. */
const ROWS_PER_REQUEST = 200;

/** Returns the rows of the table as plain text, the header first. */
export function tableValues({ header, rows }: InsertContent): string[][] {
  return [[...header], ...rows.map(({ title, cells }) => [oneLine(title), ...cells.map(({ text }) => text)])];
}

/**
 * Inserts a table, a bulleted list, or a line per row after the selection. Sets values and hyperlink properties, never
 * HTML, so that a name can't contain markup. Needs WordApi 1.3.
 * @throws ProblemError, or the signal's reason
 */
export async function insertIntoWord(
  office: OfficeHost,
  word: Pick<typeof Word, 'run'>,
  job: InsertJob,
): Promise<InsertResult> {
  requireWritable(office, 'WordApi', '1.3');
  const format = formatFor('word', job.format);
  return withIdleTimeout(
    (checkpoint) =>
      word.run(async (context) => {
        const written =
          format === 'table' ? insertTable(context, job) : insertFirstLine(context, job, format);
        const marker = createMarker(written.control);
        await marker.sync(context);
        checkpoint();
        job.onUndo?.((signal) => undoWord(word, marker, signal));
        if ('table' in written) await insertRows(context, written.table, job, marker, checkpoint);
        else await insertOtherLines(context, written, job, marker, checkpoint);
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

/** Writes rows and their links in the same request, so that a cancel leaves complete rows. */
async function insertRows(
  context: Word.RequestContext,
  table: Word.Table,
  job: InsertJob,
  marker: Marker,
  checkpoint: Checkpoint,
): Promise<void> {
  const values = tableValues(job).slice(1);
  let done = 0;
  for (const chunk of inChunks(job.rows, ROWS_PER_REQUEST)) {
    table.addRows('End', chunk.length, values.slice(done, done + chunk.length));
    for (const [index, row] of chunk.entries()) {
      const address = linkAddress(row.link);
      if (address !== null) table.getCell(done + index + 1, 0).body.getRange('Content').hyperlink = address;
    }
    await marker.sync(context);
    done += chunk.length;
    job.onProgress?.(done);
    checkpoint();
  }
}

type Lines = 'list' | 'links';

/** Writes the first paragraph into a content control, which the other paragraphs extend. */
function insertFirstLine(context: Word.RequestContext, { rows }: InsertJob, format: Lines) {
  const paragraph = context.document.getSelection().insertParagraph('', 'After');
  const [first] = rows;
  if (first) write(paragraph, first, format);
  if (format === 'list') paragraph.startNewList();
  return { format, control: paragraph.insertContentControl() };
}

async function insertOtherLines(
  context: Word.RequestContext,
  { format, control }: ReturnType<typeof insertFirstLine>,
  { rows, onProgress }: InsertJob,
  marker: Marker,
  checkpoint: Checkpoint,
): Promise<void> {
  let done = 1;
  for (const chunk of inChunks(rows.slice(1), ROWS_PER_REQUEST)) {
    for (const row of chunk) write(control.insertParagraph('', 'End'), row, format);
    await marker.sync(context);
    done += chunk.length;
    onProgress?.(done);
    checkpoint();
  }
}

/** Inserts the details first, so that they don't become part of the link. */
function write(paragraph: Word.Paragraph, row: Row, format: Lines): void {
  if (format === 'list') paragraph.insertText(detailsAfterTitle(row), 'Start');
  const name = paragraph.insertText(oneLine(row.title), 'Start');
  const address = linkAddress(row.link);
  if (address !== null) name.hyperlink = address;
}

/**
 * Tags the content control around the inserted content, which finds it again wherever the user types (WordApi 1.1).
 * The control is invisible.
 */
function createMarker(control: Word.ContentControl): Marker {
  const tag = `my-files-${crypto.randomUUID()}`;
  control.tag = tag;
  control.appearance = 'Hidden';
  let text: string | null = null;
  return {
    tag,
    get text() {
      return text;
    },
    async sync(context) {
      // In the same batch as the writing, so that the user can't type in between.
      control.load('text');
      await context.sync();
      text = control.text;
    },
  };
}

interface Marker {
  readonly tag: string;
  /** The text of the control after the last `sync`. */
  readonly text: string | null;
  /** Sends the queued writes and records the resulting text. */
  readonly sync: (context: Word.RequestContext) => Promise<void>;
}

/** Deletes the content control and its content. Returns false if the user has deleted, copied, or changed it. */
function undoWord(
  word: Pick<typeof Word, 'run'>,
  { tag, text }: Pick<Marker, 'tag' | 'text'>,
  signal: AbortSignal,
): Promise<boolean> {
  return withIdleTimeout(
    (checkpoint) =>
      word.run(async (context) => {
        const controls = context.document.contentControls.getByTag(tag);
        controls.load('items/id,items/text');
        await context.sync();
        checkpoint();
        const [control, copy] = controls.items;
        // A copy has the same tag, and the two can't be told apart.
        if (!control || copy || control.text !== text) return false;
        control.delete(false);
        await context.sync();
        return true;
      }),
    { signal },
  );
}
