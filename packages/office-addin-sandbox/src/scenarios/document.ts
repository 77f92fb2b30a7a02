import { inGroup, type ScenarioRow } from './namedScenario.ts';

/** Every batch fails with this error code of the object model. */
function failing(
  id: string,
  error: string,
  code: string,
  texts: { readonly title: string; readonly source: string; readonly expected: string },
): ScenarioRow {
  return { id, ...texts, code, recovers: false, scenario: { document: [{ error }] } };
}

/** Errors while inserting files: select a file, then Insert. Outlook reports one number for all of them. */
export const documentScenarios = inGroup('document', [
  failing('document-protected', 'AccessDenied', 'document_read_only', {
    title: 'The document is protected',
    source: 'AccessDenied: a protected sheet or region, or a document that became read-only.',
    expected: "Select a file, then Insert: shows that files can't be inserted here; keeps the selection.",
  }),
  failing('document-too-old', 'ApiNotFound', 'document_unsupported', {
    title: 'This version of Office is too old to insert files',
    source: 'ApiNotFound.',
    expected: "Select a file, then Insert: shows that this version of Office can't insert files.",
  }),
  failing('document-fails', 'GeneralException', 'document_failed', {
    title: 'Office fails while inserting',
    source: 'GeneralException, for example while a cell is being edited.',
    expected: 'Select a file, then Insert: shows the error with Try again; keeps the selection.',
  }),
]);
