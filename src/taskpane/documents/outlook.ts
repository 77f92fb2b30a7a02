import { ProblemError } from '../../contract/problem.ts';
import { inChunks } from './inChunks.ts';
import { formatFor, type InsertJob, type InsertResult, type OfficeHost } from './insertJob.ts';
import { mailHtml, mailPlain } from './mailText.ts';
import { callOutlook, isSelection, type ComposeBody, type ComposeItem } from './outlookItem.ts';
import { outlookUndo, type OutlookUndo } from './outlookUndo.ts';
import { withIdleTimeout } from './idleTimeout.ts';

/** setSelectedDataAsync accepts a million characters; a row has at most about 2,400. */
const ROWS_PER_REQUEST = 300;

/**
 * Inserts the rows at the cursor of the message or appointment, as HTML or plain text to match its body. If there is a
 * selection, the rows go to the start of the body instead, because Outlook's methods replace a selection (Mailbox 1.2).
 * Undo needs Mailbox 1.3.
 * @param page a detached document in which to build the HTML
 * @throws ProblemError, or the signal's reason
 */
export async function insertIntoOutlook(
  office: Pick<OfficeHost, 'isSetSupported'>,
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
    async (checkpoint) => {
      const type = await callOutlook<Office.CoercionType>((done) => compose.getTypeAsync(done));
      checkpoint();
      // The values of Office.CoercionType, which tests don't have.
      const coercionType = (type as string) === 'html' ? 'html' : 'text';
      const undo: OutlookUndo | null = office.isSetSupported('Mailbox', '1.3')
        ? await outlookUndo(compose, coercionType)
        : null;
      checkpoint();
      const atStart = office.isSetSupported('Mailbox', '1.2') && (await isSelection(item, coercionType));
      checkpoint();

      const dataOf = (rows: InsertJob['rows']) =>
        coercionType === 'html' ? mailHtml(page, { ...job, rows }, format) : mailPlain(rows, format);
      // In plain text, the cursor can be in the middle of a line.
      let prefix = coercionType === 'text' && !atStart && undo && !undo.wasEmpty ? '\n' : '';
      let done = 0;
      const chunks = inChunks(job.rows, ROWS_PER_REQUEST);
      for (const rows of atStart ? chunks.reverse() : chunks) {
        const data = prefix + dataOf(rows);
        prefix = '';
        await callOutlook<void>((finished) =>
          atStart
            ? compose.prependAsync(data, { coercionType }, finished)
            : compose.setSelectedDataAsync(data, { coercionType }, finished),
        );
        if (undo && (await undo.recordWritten()) && done === 0) job.onUndo?.(undo.run);
        done += rows.length;
        job.onProgress?.(done);
        checkpoint();
      }
      return { count: job.rows.length, place: { kind: atStart ? 'messageStart' : 'selection' } } as const;
    },
    { signal: job.signal },
  );
}
