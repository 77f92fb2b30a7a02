import { inGroup, type ScenarioRow } from './namedScenario.ts';

/** Every batch is refused with this error of the object model. */
function refused(
  id: string,
  error: string,
  code: string,
  texts: { readonly title: string; readonly source: string; readonly expected: string },
): ScenarioRow {
  return { id, ...texts, code, recovers: false, scenario: { document: [{ error }] } };
}

/** What the application answers when files are inserted. Select a file and choose Insert. Outlook has one number for all. */
export const documentScenarios = inGroup('document', [
  refused('document-protected', 'AccessDenied', 'document_read_only', {
    title: 'The document is protected',
    source: 'AccessDenied: a protected sheet or region, or a document that became read-only.',
    expected: 'Select a file, choose Insert: says that nothing can be inserted here; the selection stays.',
  }),
  refused('document-too-old', 'ApiNotFound', 'document_unsupported', {
    title: 'This Office is too old to insert',
    source: 'ApiNotFound.',
    expected: 'Select a file, choose Insert: says that this version of Office cannot insert files.',
  }),
  refused('document-fails', 'GeneralException', 'document_failed', {
    title: 'Office fails while inserting',
    source: 'GeneralException, for instance while a cell is being edited.',
    expected: 'Select a file, choose Insert: says so, with Try again; the selection stays.',
  }),
]);
