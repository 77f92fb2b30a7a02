import { ProblemError } from '../../contract/problem.ts';
import type { Application, InsertJob, InsertResult, OfficeFacts } from './insertJob.ts';

type Inserter = (job: InsertJob, facts: () => OfficeFacts) => Promise<InsertResult>;

/** The code of an application is loaded when the user first inserts something. */
const inserters: Record<Application, Inserter> = {
  word: async (job, facts) => (await loaded(import('./word.ts'))).insertIntoWord(facts(), Word, job),
  excel: async (job, facts) => (await loaded(import('./excel.ts'))).insertIntoExcel(facts(), Excel, job),
  powerpoint: async (job, facts) =>
    (await loaded(import('./powerpoint.ts'))).insertIntoPowerPoint(facts(), PowerPoint, job),
  outlook: async (job) =>
    (await loaded(import('./outlook.ts'))).insertIntoOutlook(
      Office.context.requirements,
      Office.context.mailbox.item,
      document.implementation.createHTMLDocument(),
      job,
    ),
};

/**
 * Writes the rows into the open document, workbook, presentation or message. The code of the application is loaded
 * only now. Reads the globals of office.js. Never call it twice at once.
 * Throws ProblemError document_read_only, document_unsupported, document_failed, or network_unreachable when that
 * code cannot be loaded; or the signal's reason.
 */
export async function insertRows(application: Application, job: InsertJob): Promise<InsertResult> {
  return inserters[application](job, officeFacts);
}

/**
 * Whether the open document or item takes an insert. False for what is open for reading only: a received message, a
 * document in protected view. Ask each time: the pane of Outlook can stay open while another message is chosen.
 */
export function canInsert(application: Application): boolean {
  const { context } = Office;
  if (application === 'outlook') {
    const body = context.mailbox.item?.body as Partial<Office.Body> | undefined;
    return typeof body?.setSelectedDataAsync === 'function';
  }
  return context.document.mode !== Office.DocumentMode.ReadOnly;
}

/** No network, or the server has been updated since the pane was opened and the old file is gone. */
function loaded<T>(module: Promise<T>): Promise<T> {
  return module.catch((cause: unknown) => {
    throw new ProblemError('network_unreachable', { detail: 'A part of the pane did not load.' }, { cause });
  });
}

function officeFacts(): OfficeFacts {
  const { document: open, requirements } = Office.context;
  return {
    writable: open.mode !== Office.DocumentMode.ReadOnly,
    isSetSupported: (name, version) => requirements.isSetSupported(name, version),
  };
}
