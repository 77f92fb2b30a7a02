import { ProblemError } from '../../contract/problem.ts';
import type { Application, InsertJob, InsertResult, OfficeFacts } from './insertJob.ts';

/**
 * Puts the files into the open document, workbook, presentation or message. The code of the application is loaded
 * only now. Reads the globals of office.js. Never call it twice at once.
 * Throws ProblemError document_read_only, document_unsupported, document_failed, or network_unreachable when that
 * code cannot be loaded; or the signal's reason.
 */
export async function insertFiles(application: Application, job: InsertJob): Promise<InsertResult> {
  switch (application) {
    case 'word':
      return (await loaded(import('./word.ts'))).insertIntoWord(officeFacts(), Word, job);
    case 'excel':
      return (await loaded(import('./excel.ts'))).insertIntoExcel(officeFacts(), Excel, job);
    case 'powerpoint':
      return (await loaded(import('./powerpoint.ts'))).insertIntoPowerPoint(officeFacts(), PowerPoint, job);
    case 'outlook': {
      const page = document.implementation.createHTMLDocument();
      const item = Office.context.mailbox.item;
      return (await loaded(import('./outlook.ts'))).insertIntoOutlook(item, page, job);
    }
  }
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
