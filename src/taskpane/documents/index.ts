import { ProblemError } from '../../contract/problem.ts';
import type { Application, InsertJob, InsertResult, OfficeHost } from './insertJob.ts';

type Inserter = (job: InsertJob, host: () => OfficeHost) => Promise<InsertResult>;

/** Loads the code of an application when the user first inserts something. */
const inserters: Record<Application, Inserter> = {
  word: async (job, host) => (await loaded(import('./word.ts'))).insertIntoWord(host(), Word, job),
  excel: async (job, host) => (await loaded(import('./excel.ts'))).insertIntoExcel(host(), Excel, job),
  powerpoint: async (job, host) =>
    (await loaded(import('./powerpoint.ts'))).insertIntoPowerPoint(host(), PowerPoint, job),
  outlook: async (job) =>
    (await loaded(import('./outlook.ts'))).insertIntoOutlook(
      Office.context.requirements,
      Office.context.mailbox.item,
      document.implementation.createHTMLDocument(),
      job,
    ),
};

/**
 * Writes the rows into the open document, workbook, presentation, or message. Uses the globals of office.js. Don't call
 * it while another call is running.
 * @throws ProblemError document_read_only, document_unsupported, document_failed, or network_unreachable when the code
 * of the application can't be loaded; the signal's reason after a cancel
 */
export async function insertRows(application: Application, job: InsertJob): Promise<InsertResult> {
  return inserters[application](job, officeHost);
}

/**
 * Returns whether the open document or item can be written to. False for a received message or a document in protected
 * view. Don't cache the result: a pane in Outlook can stay open while the user opens another message.
 */
export function canInsert(application: Application): boolean {
  const { context } = Office;
  if (application === 'outlook') {
    const body = context.mailbox.item?.body as Partial<Office.Body> | undefined;
    return typeof body?.setSelectedDataAsync === 'function';
  }
  return context.document.mode !== Office.DocumentMode.ReadOnly;
}

/** Fails without a network, or when a newer build on the server has replaced the file. */
function loaded<T>(module: Promise<T>): Promise<T> {
  return module.catch((cause: unknown) => {
    throw new ProblemError('network_unreachable', { detail: 'A part of the pane did not load.' }, { cause });
  });
}

function officeHost(): OfficeHost {
  const { document: open, requirements } = Office.context;
  return {
    writable: open.mode !== Office.DocumentMode.ReadOnly,
    isSetSupported: (name, version) => requirements.isSetSupported(name, version),
  };
}
