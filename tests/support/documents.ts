import type { FileItem } from '../../src/contract/api.ts';
import type { InsertLabels, OfficeFacts } from '../../src/taskpane/documents/insertJob.ts';

/** For tests of this folder. */
export const labels: InsertLabels = {
  name: 'Name',
  changed: 'Changed',
  size: 'Size',
  formatDate: (iso) => (iso === null ? '' : `d:${iso.slice(0, 10)}`),
  formatSize: (bytes) => (bytes === null ? '' : `${bytes} B`),
};

export function file(facts: Partial<FileItem> = {}): FileItem {
  return {
    id: '1',
    name: 'Plan.docx',
    kind: 'document',
    webUrl: 'https://contoso.sharepoint.com/Plan.docx',
    size: 1200,
    lastModified: '2026-11-22T10:15:00Z',
    ...facts,
  };
}

export function files(count: number): FileItem[] {
  return Array.from({ length: count }, (_, index) => file({ id: String(index), name: `File ${index}.txt` }));
}

/** An Office that has everything, or that lacks the named requirement sets. */
export function office(facts: { writable?: boolean; lacks?: readonly string[] } = {}): OfficeFacts {
  return {
    writable: facts.writable ?? true,
    isSetSupported: (name, version) => !facts.lacks?.includes(`${name} ${version}`),
  };
}

/** What Office's objects throw. */
export function officeError(code: string | number, errorLocation?: string): Error {
  return Object.assign(new Error('Text of Office, in its language'), { code, debugInfo: { errorLocation } });
}
