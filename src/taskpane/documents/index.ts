import type { Application, InsertJob, InsertResult, OfficeFacts } from './insertJob.ts';

/**
 * Puts the files into the open document, workbook, presentation or message. The code of the application is loaded
 * only now. Reads the globals of office.js. Never call it twice at once.
 * Throws ProblemError document_read_only, document_unsupported or document_failed, or the signal's reason.
 */
export async function insertFiles(application: Application, job: InsertJob): Promise<InsertResult> {
  switch (application) {
    case 'word':
      return (await import('./word.ts')).insertIntoWord(officeFacts(), Word, job);
    case 'excel':
      return (await import('./excel.ts')).insertIntoExcel(officeFacts(), Excel, job);
    case 'powerpoint':
      return (await import('./powerpoint.ts')).insertIntoPowerPoint(officeFacts(), PowerPoint, job);
    case 'outlook': {
      const page = document.implementation.createHTMLDocument();
      const item = Office.context.mailbox.item;
      return (await import('./outlook.ts')).insertIntoOutlook(item, page, job);
    }
  }
}

function officeFacts(): OfficeFacts {
  const { document: open, requirements } = Office.context;
  return {
    writable: open.mode !== Office.DocumentMode.ReadOnly,
    isSetSupported: (name, version) => requirements.isSetSupported(name, version),
  };
}
