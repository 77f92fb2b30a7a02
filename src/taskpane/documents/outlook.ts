import { ProblemError } from '../../contract/problem.ts';
import { inChunks } from './inChunks.ts';
import { formatFor, type InsertJob, type InsertResult, type OfficeFacts } from './insertJob.ts';
import { mailHtml, mailPlain } from './mailText.ts';
import { asked, isSelection, type ComposeBody, type ComposeItem } from './outlookItem.ts';
import { outlookUndo, type OutlookUndo } from './outlookUndo.ts';
import { withIdleTimeout } from './idleTimeout.ts';

/** setSelectedDataAsync takes a million characters; a row is at most about 2,400. */
const ROWS_AT_ONCE = 300;

/**
 * Inserts a list at the cursor of the message or appointment that is being written, as HTML or plain text like its
 * body. Where something is selected, the list goes to the start of the body instead, because Outlook's methods
 * replace a selection (Mailbox 1.2). Undo needs Mailbox 1.3. Throws ProblemError, or the signal's reason.
 * @param page a document that is not shown, in which the list is built
 */
export async function insertIntoOutlook(
  office: Pick<OfficeFacts, 'isSetSupported'>,
  item: ComposeItem | null | undefined,
  page: Document,
  job: InsertJob,
): Promise<InsertResult> {
  const body = item?.body;
  if (!item || !body?.setSelectedDataAsync || !body.getTypeAsync) {
    throw new ProblemError('document_read_only');
  }
  const compose = body as ComposeBody;
  const format = formatFor('outlook', job.format);

  return withIdleTimeout(
    async (step) => {
      const type = await asked<Office.CoercionType>((done) => compose.getTypeAsync(done));
      step();
      // Office.CoercionType is an object of the page; its values are these words.
      const coercionType = (type as string) === 'html' ? 'html' : 'text';
      const undo: OutlookUndo | null = office.isSetSupported('Mailbox', '1.3')
        ? await outlookUndo(compose, coercionType)
        : null;
      step();
      const atStart = office.isSetSupported('Mailbox', '1.2') && (await isSelection(item, coercionType));
      step();

      const dataOf = (rows: InsertJob['rows']) =>
        coercionType === 'html' ? mailHtml(page, { ...job, rows }, format) : mailPlain(rows, format);
      // In plain text the cursor can stand within a line.
      let lead = coercionType === 'text' && !atStart && undo && !undo.wasEmpty ? '\n' : '';
      let done = 0;
      const chunks = inChunks(job.rows, ROWS_AT_ONCE);
      for (const rows of atStart ? chunks.reverse() : chunks) {
        const data = lead + dataOf(rows);
        lead = '';
        await asked<void>((finished) =>
          atStart
            ? compose.prependAsync(data, { coercionType }, finished)
            : compose.setSelectedDataAsync(data, { coercionType }, finished),
        );
        if (undo && (await undo.noteWritten()) && done === 0) job.onUndo?.(undo.run);
        done += rows.length;
        job.onProgress?.(done);
        step();
      }
      return { count: job.rows.length, place: { kind: atStart ? 'messageStart' : 'selection' } } as const;
    },
    { signal: job.signal },
  );
}
