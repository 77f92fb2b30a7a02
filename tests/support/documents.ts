import type { InsertContent, OfficeHost, Row } from '../../src/taskpane/documents/index.ts';

interface FileFacts {
  readonly name?: string;
  readonly webUrl?: string;
  readonly size?: number;
}

/** A row like those of the file list. */
export function file({
  name = 'Plan.docx',
  webUrl = 'https://contoso.sharepoint.com/Plan.docx',
  size = 1200,
}: FileFacts = {}): Row {
  const date = '2026-11-22T10:15:00Z';
  return {
    title: name,
    link: webUrl,
    cells: [
      { text: `d:${date.slice(0, 10)}`, date },
      { text: `${size} B`, bytes: size },
    ],
  };
}

export function files(count: number): Row[] {
  return Array.from({ length: count }, (_, index) => file({ name: `File ${index}.txt` }));
}

export function content(rows: readonly Row[]): InsertContent {
  return { header: ['Name', 'Changed', 'Size'], rows };
}

/** An Office with all requirement sets except those in `lacks`. */
export function office(facts: { writable?: boolean; lacks?: readonly string[] } = {}): OfficeHost {
  return {
    writable: facts.writable ?? true,
    isSetSupported: (name, version) => !facts.lacks?.includes(`${name} ${version}`),
  };
}

/** An error like those of Office's APIs. */
export function officeError(code: string | number, errorLocation?: string): Error {
  return Object.assign(new Error('Text of Office, in its language'), { code, debugInfo: { errorLocation } });
}
