import type { InsertFormat } from '../../contract/api.ts';
import { ProblemError } from '../../contract/problem.ts';
import {
  formatFor,
  type InsertContent,
  type InsertJob,
  type InsertResult,
  type OfficeHost,
  type Row,
  type Undo,
} from './index.ts';
import { inChunks, withIdleTimeout, detailsAfterTitle, linkAddress, oneLine } from './officeRequests.ts';

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

/**
 * Returns a list, a table, or lines of links as HTML. Builds DOM nodes and serializes them, so that a title can't
 * contain markup.
 * @param page a detached document, such as document.implementation.createHTMLDocument()
 */
export function mailHtml(
  page: Document,
  { header, rows }: InsertContent,
  format: InsertFormat = 'list',
): string {
  const block = page.createElement(format === 'table' ? 'table' : format === 'list' ? 'ul' : 'div');
  if (format === 'table') block.append(tableRow(page, 'th', header));
  for (const row of rows) block.append(entry(page, row, format));
  return block.outerHTML;
}

function entry(page: Document, row: Row, format: InsertFormat): HTMLElement {
  const title = titleOf(page, row);
  if (format === 'table') return tableRow(page, 'td', [title, ...row.cells.map(({ text }) => text)]);
  const line = page.createElement(format === 'list' ? 'li' : 'div');
  line.append(title);
  if (format === 'list') line.append(detailsAfterTitle(row));
  return line;
}

function titleOf(page: Document, row: Row): HTMLElement {
  const address = linkAddress(row.link);
  const title = page.createElement(address === null ? 'span' : 'a');
  if (address !== null) title.setAttribute('href', address);
  title.textContent = oneLine(row.title);
  return title;
}

function tableRow(page: Document, kind: 'th' | 'td', cells: readonly (string | Node)[]): HTMLElement {
  const row = page.createElement('tr');
  for (const content of cells) {
    const cell = page.createElement(kind);
    // Some mail clients ignore style sheets but respect attributes.
    cell.setAttribute('align', 'left');
    cell.append(content);
    row.append(cell);
  }
  return row;
}

/** Returns the rows for a plain text message: a line per row, with its address on the next line. */
export function mailPlain(rows: readonly Row[], format: InsertFormat = 'list'): string {
  const lines = rows.map((row) => {
    const address = linkAddress(row.link);
    return `- ${oneLine(row.title)}${format === 'links' ? '' : detailsAfterTitle(row)}${address === null ? '' : `\n  ${address}`}`;
  });
  return `${lines.join('\n')}\n`;
}

interface OutlookUndo {
  /** Whether the body was empty before the insert. */
  readonly wasEmpty: boolean;
  /** Records the body after a write. Returns false if the insert can't be undone. */
  readonly recordWritten: () => Promise<boolean>;
  /** Restores the body. Returns false, and changes nothing, if the body has changed since the insert. */
  readonly run: Undo;
}

/** Characters that setAsync accepts. */
const MAX_BODY_LENGTH = 1_000_000;
/** Inline pictures are attachments, which setAsync can lose. */
const NOT_RESTORABLE = /<(?:img|object|svg|iframe|video|audio|v:)|\bcid:/i;

/**
 * Reads the body before an insert (Mailbox 1.3). Outlook has neither an undo nor markers in a body, so undoing writes back
 * the whole body, and only if it is still exactly what the insert left. Returns null if the body can't be read.
 */
async function outlookUndo(body: ComposeBody, coercionType: BodyType): Promise<OutlookUndo | null> {
  if (typeof body.getAsync !== 'function' || typeof body.setAsync !== 'function') return null;
  const read = () =>
    callOutlook<string>((done) => body.getAsync(coercionType, done)).then(
      (text) => (typeof text === 'string' ? text : null),
      () => null,
    );
  const before = await read();
  if (before === null) return null;
  const isRestorable =
    before.length <= MAX_BODY_LENGTH && !(coercionType === 'html' && NOT_RESTORABLE.test(before));
  let written: string | null = null;
  return {
    wasEmpty: before.trim() === '',
    async recordWritten() {
      written = isRestorable ? await read() : null;
      return written !== null && written !== before;
    },
    run: (signal) =>
      withIdleTimeout(
        async (checkpoint) => {
          if (written === null) return false;
          const current = await read();
          checkpoint();
          if (current !== written) return false;
          await callOutlook<void>((done) => body.setAsync(before, { coercionType }, done));
          return true;
        },
        { signal },
      ),
  };
}

type Method = 'getTypeAsync' | 'setSelectedDataAsync' | 'prependAsync' | 'getAsync' | 'setAsync';

type ComposeBody = Pick<Office.Body, Method>;
type BodyType = 'html' | 'text';

/** The members of an item that inserting uses. The body of a received item lacks them. */
export interface ComposeItem {
  readonly body?: Partial<ComposeBody>;
  readonly getSelectedDataAsync?: Office.MessageCompose['getSelectedDataAsync'];
}

/** Wraps an Outlook call in a promise. Rejects with an error that has Office's code. */
function callOutlook<T>(call: (done: (result: Office.AsyncResult<T>) => void) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    call((result) => {
      // An AsyncResult has an error exactly if it failed; comparing `status` would need Office.AsyncResultStatus.
      if (result.error)
        reject(Object.assign(new Error('Outlook returned an error.'), { code: result.error.code }));
      else resolve(result.value);
    });
  });
}

/**
 * Returns whether the user has selected something in the body (Mailbox 1.2). An error means no: Outlook returns one when
 * the cursor is neither in the subject nor in the body.
 */
async function isSelection(item: ComposeItem, type: BodyType): Promise<boolean> {
  const { getSelectedDataAsync } = item;
  if (typeof getSelectedDataAsync !== 'function') return false;
  try {
    const selected = await callOutlook<{ data?: unknown; sourceProperty?: unknown } | undefined>((done) =>
      item.getSelectedDataAsync?.(type, done),
    );
    if (selected?.sourceProperty === 'subject' || typeof selected?.data !== 'string') return false;
    return type === 'html' ? isVisible(selected.data) : selected.data !== '';
  } catch {
    return false;
  }
}

/** Characters. Longer HTML is always a selection, and too slow to inspect. */
const MAX_INSPECTED = 100_000;

/** For a cursor without a selection, Outlook can return an empty HTML page. */
function isVisible(html: string): boolean {
  if (html.length > MAX_INSPECTED || /<(?:img|table|hr|svg|object|video|input)\b/i.test(html)) return true;
  const text = html.replace(/<(style|title)\b[^<>]*>[^<]*<\/\1>/gi, '').replace(/<[^<>]*>/g, '');
  return text.replace(/&nbsp;|[\s\u200b\ufeff]/gi, '') !== '';
}
