import { ProblemError } from '../../contract/problem.ts';
import { inChunks } from './inChunks.ts';
import { formatFor, type InsertJob, type InsertResult } from './insertJob.ts';
import { mailHtml, mailPlain } from './mailText.ts';
import { whileItMoves } from './whileItMoves.ts';

/** setSelectedDataAsync takes a million characters; a file is at most about 2,400. */
const FILES_AT_ONCE = 300;

/** What of an item is used; an item that is being read has a body without these. */
export interface ComposeItem {
  readonly body?: Partial<Pick<Office.Body, 'getTypeAsync' | 'setSelectedDataAsync'>>;
}

/**
 * A list at the cursor of the message or appointment that is being written: HTML or plain text as its body is.
 * Mailbox 1.1. Throws ProblemError, or the signal's reason.
 * @param page a document that is not shown, in which the list is built
 */
export async function insertIntoOutlook(
  item: ComposeItem | null | undefined,
  page: Document,
  job: InsertJob,
): Promise<InsertResult> {
  const body = item?.body;
  if (!body?.setSelectedDataAsync || !body.getTypeAsync) throw new ProblemError('document_read_only');
  const compose = body as Pick<Office.Body, 'getTypeAsync' | 'setSelectedDataAsync'>;

  const format = formatFor('outlook', job.format);
  let done = 0;

  return whileItMoves(
    async (step) => {
      const type = await asked<Office.CoercionType>((done) => compose.getTypeAsync(done));
      step();
      // Office.CoercionType is an object of the page; its values are these words.
      const html = (type as string) === 'html';
      for (const files of inChunks(job.files, FILES_AT_ONCE)) {
        const data = html ? mailHtml(page, files, job.labels, format) : mailPlain(files, job.labels, format);
        const coercionType = html ? 'html' : 'text';
        await asked<void>((finished) => compose.setSelectedDataAsync(data, { coercionType }, finished));
        done += files.length;
        job.onProgress?.(done);
        step();
      }
      return { count: job.files.length, place: { kind: 'selection' } } as const;
    },
    { signal: job.signal },
  );
}

/** An Outlook call as a promise; rejects with an error that carries Office's code. */
function asked<T>(call: (done: (result: Office.AsyncResult<T>) => void) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    call((result) => {
      // Of an AsyncResult, `error` is there exactly when it failed; `status` would need the page's enumeration.
      if (result.error) reject(Object.assign(new Error('Outlook refused.'), { code: result.error.code }));
      else resolve(result.value);
    });
  });
}
