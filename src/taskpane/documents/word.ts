import { factsAfterName } from './facts.ts';
import { inChunks } from './inChunks.ts';
import { formatFor, type InsertJob, type InsertResult, type OfficeFacts } from './insertJob.ts';
import { linkAddress } from './links.ts';
import { oneLine } from './plainText.ts';
import { requireWritable } from './problems.ts';
import { marked, undoWord, type Mark } from './wordUndo.ts';
import { withIdleTimeout, type Step } from './idleTimeout.ts';

/** Rows or paragraphs that are written in one request. */
const AT_ONCE = 200;

/** Rows of the table, header row first; plain text only. */
export function tableValues({ files, labels }: Pick<InsertJob, 'files' | 'labels'>): string[][] {
  return [
    [labels.name, labels.changed, labels.size],
    ...files.map((file) => [
      oneLine(file.name),
      labels.formatDate(file.lastModified),
      labels.formatSize(file.size),
    ]),
  ];
}

/**
 * A table, a bulleted list or a line per file after the selection. Values and hyperlink properties, never HTML:
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
        return { count: job.files.length, place: { kind: 'selection' } } as const;
      }),
    { signal: job.signal },
  );
}

function insertTable(context: Word.RequestContext, job: InsertJob) {
  const [header = []] = tableValues(job);
  const table = context.document.getSelection().insertTable(1, 3, 'After', [header]);
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
  const rows = tableValues(job).slice(1);
  let done = 0;
  for (const chunk of inChunks(job.files, AT_ONCE)) {
    table.addRows('End', chunk.length, rows.slice(done, done + chunk.length));
    for (const [index, file] of chunk.entries()) {
      const address = linkAddress(file.webUrl);
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
function insertFirst(context: Word.RequestContext, { files, labels }: InsertJob, format: Lines) {
  const paragraph = context.document.getSelection().insertParagraph('', 'After');
  const [first] = files;
  if (first) write(paragraph, first, labels, format);
  if (format === 'list') paragraph.startNewList();
  return { format, control: paragraph.insertContentControl() };
}

async function insertOthers(
  context: Word.RequestContext,
  { format, control }: ReturnType<typeof insertFirst>,
  { files, labels, onProgress }: InsertJob,
  mark: Mark,
  step: Step,
): Promise<void> {
  let done = 1;
  for (const chunk of inChunks(files.slice(1), AT_ONCE)) {
    for (const file of chunk) write(control.insertParagraph('', 'End'), file, labels, format);
    await mark.sync(context);
    done += chunk.length;
    onProgress?.(done);
    step();
  }
}

/** The facts go first, so that they do not become part of the link before them. */
function write(
  paragraph: Word.Paragraph,
  file: InsertJob['files'][number],
  labels: InsertJob['labels'],
  format: Lines,
): void {
  if (format === 'list') paragraph.insertText(factsAfterName(file, labels), 'Start');
  const name = paragraph.insertText(oneLine(file.name), 'Start');
  const address = linkAddress(file.webUrl);
  if (address !== null) name.hyperlink = address;
}
