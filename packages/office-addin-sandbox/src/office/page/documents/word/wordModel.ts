import { readEntries, type Link } from '../entries.ts';

export interface WordParagraph {
  kind: 'paragraph';
  text: string;
  links: Link[];
  style?: string;
}
export interface WordTable {
  kind: 'table';
  values: string[][];
  links: Link[];
  headerRows: number;
  /** Rows in bold. */
  boldRows: number[];
  style?: string;
}
export interface WordHtml {
  kind: 'html';
  html: string;
  text: string;
  links: Link[];
}
/** A content control. Not part of the plain data. */
export interface ContentControl {
  tag: string;
  readonly entries: WordEntry[];
}
export type WordEntry = WordParagraph | WordTable | WordHtml;

/** Word.InsertLocation, relative to an entry or to the body. */
export type InsertLocation = 'Start' | 'End' | 'Before' | 'After' | 'Replace';

/** A document as an ordered list of entries. The cursor is at its end. */
export class WordModel {
  entries: WordEntry[] = [];
  controls: ContentControl[] = [];

  load(content: readonly unknown[]): void {
    this.entries = readEntries(content).flatMap(toWordEntry);
  }

  /** @param anchor the entry that the location refers to; undefined: the body or the cursor */
  insert(entry: WordEntry, place: InsertLocation, anchor?: WordEntry): void {
    const at = anchor ? this.entries.indexOf(anchor) : -1;
    if (at < 0) {
      if (place === 'Replace') this.entries = [];
      if (place === 'Start') this.entries.unshift(entry);
      else this.entries.push(entry);
      return;
    }
    const before = place === 'Before' || place === 'Start';
    if (place === 'Replace') this.entries.splice(at, 1, entry);
    else this.entries.splice(before ? at : at + 1, 0, entry);
  }

  remove(entry: WordEntry): void {
    this.entries = this.entries.filter((other) => other !== entry);
  }

  get text(): string {
    return this.entries.map(textOf).join('\n');
  }
}

export function textOf(entry: WordEntry): string {
  return entry.kind === 'table' ? entry.values.map((row) => row.join('\t')).join('\n') : entry.text;
}

export function newTable(values: string[][]): WordTable {
  return { kind: 'table', values, links: [], headerRows: 0, boldRows: [] };
}

function toWordEntry(entry: { kind: string } & Readonly<Record<string, unknown>>): WordEntry[] {
  const links = Array.isArray(entry['links']) ? [...(entry['links'] as Link[])] : [];
  const text = typeof entry['text'] === 'string' ? entry['text'] : '';
  const style = typeof entry['style'] === 'string' ? { style: entry['style'] } : {};
  switch (entry.kind) {
    case 'paragraph':
      return [{ kind: 'paragraph', text, links, ...style }];
    case 'html':
      return [{ kind: 'html', html: typeof entry['html'] === 'string' ? entry['html'] : '', text, links }];
    case 'table':
      return [
        {
          kind: 'table',
          values: rowsOf(entry['values']),
          links,
          headerRows: Number(entry['headerRows'] ?? 0),
          boldRows: Array.isArray(entry['boldRows']) ? (entry['boldRows'] as number[]) : [],
          ...style,
        },
      ];
    default:
      return [];
  }
}

export function rowsOf(values: unknown): string[][] {
  if (!Array.isArray(values)) return [];
  return (values as unknown[]).map((row) => (Array.isArray(row) ? (row as unknown[]).map(cellText) : []));
}

export function cellText(value: unknown): string {
  return typeof value === 'string'
    ? value
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : '';
}
