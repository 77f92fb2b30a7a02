import type { ApiObject, Properties } from '../../rich/apiObject.ts';
import { readEntries, type Link } from '../entries.ts';

export interface WordParagraph {
  kind: 'paragraph';
  text: string;
  links: Link[];
  style?: string;
  properties?: Properties;
}
export interface WordTable {
  kind: 'table';
  values: string[][];
  links: Link[];
  headerRows: number;
  /** Rows in bold. */
  boldRows: number[];
  style?: string;
  properties?: Properties;
}
export interface WordHtml {
  kind: 'html';
  html: string;
  text: string;
  links: Link[];
  properties?: Properties;
}
/** A page, section or column break, or an inserted file, which the sandbox keeps without reading it. */
export interface WordBlock {
  kind: 'break' | 'file';
  /** Type of the break. */
  type?: string;
  /** Content of the file. */
  base64?: string;
  text: string;
  links: Link[];
  properties?: Properties;
}
/** A content control. Not part of the plain data. */
export interface ContentControl {
  readonly id: number;
  readonly span: Span;
  /** Entries of the control; for a control within a paragraph, that paragraph. */
  readonly entries: WordEntry[];
  readonly properties: Properties & { tag?: string; title?: string };
}
export type WordEntry = WordParagraph | WordTable | WordHtml | WordBlock;

/** Word.InsertLocation, relative to an entry or to the body. */
export type InsertLocation = 'Start' | 'End' | 'Before' | 'After' | 'Replace';

/** A part of an entry's text. Edits of the text move it. */
export interface Span {
  readonly entry: WordEntry;
  start: number;
  /** Undefined: up to the end, wherever it moves. */
  end: number | undefined;
}

/** Creates objects for tables. Set by the document, because tables and ranges lead to each other. */
export interface WordTableFactory {
  readonly table: (model: WordModel, table: WordTable) => ApiObject;
  readonly tables: (model: WordModel, entries: readonly WordEntry[]) => ApiObject;
}

/** A list of entries with its own body: the document, a header or a footer. */
export class Story {
  entries: WordEntry[] = [];
  /**
   * The empty paragraph that every document starts with, after what has been inserted at the start. Not part of the
   * content until it has text.
   */
  lastParagraph: WordEntry | undefined;

  /** @param anchor the entry that the location refers to; undefined: the body or the cursor */
  insert(entry: WordEntry, place: InsertLocation, anchor?: WordEntry): void {
    const at = anchor ? this.entries.indexOf(anchor) : -1;
    if (at < 0) {
      if (place === 'Start' && this.entries.length === 0) this.lastParagraph = newParagraph('');
      if (place !== 'Start') this.lastParagraph = undefined;
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
    return this.entries
      .filter(({ kind }) => kind !== 'break')
      .map(textOf)
      .join('\n');
  }
}

/** A document as an ordered list of entries. The cursor is at its end unless the add-in has selected something. */
export class WordModel extends Story {
  controls: ContentControl[] = [];
  selection: Span | undefined;
  /** Properties of the document, such as its title. */
  properties: Properties = {};
  /** Headers and footers, by kind and type such as `header Primary`. */
  stories = new Map<string, Story>();
  /** Reports something that the sandbox lacks. */
  report: (name: string) => void = () => {};
  readonly factory: WordTableFactory;
  readonly #spans = new WeakMap<WordEntry, Set<Span>>();
  #nextControl = 1;

  constructor(factory: WordTableFactory) {
    super();
    this.factory = factory;
  }

  load(content: readonly unknown[]): void {
    const entries = readEntries(content);
    this.entries = entries.flatMap(toWordEntry);
    const properties = entries.find(({ kind }) => kind === 'properties');
    this.properties = (properties?.['properties'] ?? {}) as Properties;
    this.stories = new Map(
      entries.flatMap((entry) => {
        if (entry.kind !== 'header' && entry.kind !== 'footer') return [];
        const story = new Story();
        story.entries = readEntries((entry['entries'] ?? []) as unknown[]).flatMap(toWordEntry);
        return [[`${entry.kind} ${String(entry['type'])}`, story] as const];
      }),
    );
    this.controls = [];
    this.selection = undefined;
    this.lastParagraph = undefined;
  }

  get content(): unknown[] {
    const stories = [...this.stories].flatMap(([name, { entries }]) => {
      const [kind, type] = name.split(' ');
      return entries.length > 0 ? [{ kind, type, entries }] : [];
    });
    const hasProperties = Object.keys(this.properties).length > 0;
    return [
      ...this.entries,
      ...stories,
      ...(hasProperties ? [{ kind: 'properties', properties: this.properties }] : []),
    ];
  }

  story(name: string): Story {
    const known = this.stories.get(name) ?? new Story();
    this.stories.set(name, known);
    return known;
  }

  /** Returns the story that contains the entry; the body for a new entry. */
  storyOf(entry: WordEntry | undefined): Story {
    if (!entry || this.entries.includes(entry)) return this;
    const contains = ({ entries, lastParagraph }: Story) =>
      lastParagraph === entry || entries.includes(entry);
    return [...this.stories.values()].find(contains) ?? this;
  }

  span(entry: WordEntry, start = 0, end?: number): Span {
    const span = { entry, start, end };
    const known = this.#spans.get(entry) ?? new Set<Span>();
    this.#spans.set(entry, known.add(span));
    return span;
  }

  addControl(span: Span, entries: WordEntry[]): ContentControl {
    const control: ContentControl = { id: this.#nextControl++, span, entries, properties: {} };
    this.controls.push(control);
    return control;
  }

  /** Replaces a part of the entry's text, and moves the other spans. Adds a paragraph that isn't in the document yet. */
  edit({ entry, start, end }: Span, text: string): void {
    if (entry.kind === 'table') return;
    this.attach(entry);
    if (entry.kind === 'html') {
      this.report('Word.Range.insertText in inserted HTML');
      Object.assign(entry, { kind: 'paragraph', html: undefined });
    }
    const before = entry.text;
    const to = end ?? before.length;
    entry.text = before.slice(0, start) + text + before.slice(to);
    entry.links = entry.links.filter((link) => entry.text.includes(link.text));
    const moved = text.length - (to - start);
    for (const span of this.#spans.get(entry) ?? []) {
      if (span.start >= to && span.start > start) span.start += moved;
      if (span.end !== undefined && span.end >= to) span.end += moved;
    }
  }

  attach(entry: WordEntry): void {
    const story = this.storyOf(entry);
    if (story.entries.includes(entry)) return;
    story.entries.push(entry);
    story.lastParagraph = undefined;
  }
}

export function spanText({ entry, start, end }: Span): string {
  return textOf(entry).slice(start, end);
}

export function textOf(entry: WordEntry): string {
  return entry.kind === 'table' ? entry.values.map((row) => row.join('\t')).join('\n') : entry.text;
}

export function newParagraph(text: string): WordParagraph {
  return { kind: 'paragraph', text, links: [] };
}

export function newTable(values: string[][]): WordTable {
  return { kind: 'table', values, links: [], headerRows: 0, boldRows: [] };
}

function toWordEntry(entry: { kind: string } & Readonly<Record<string, unknown>>): WordEntry[] {
  const links = Array.isArray(entry['links']) ? [...(entry['links'] as Link[])] : [];
  const text = typeof entry['text'] === 'string' ? entry['text'] : '';
  const common = {
    ...(typeof entry['style'] === 'string' ? { style: entry['style'] } : {}),
    ...(entry['properties'] ? { properties: entry['properties'] as Properties } : {}),
  };
  switch (entry.kind) {
    case 'paragraph':
      return [{ kind: 'paragraph', text, links, ...common }];
    case 'html':
      return [
        {
          kind: 'html',
          html: typeof entry['html'] === 'string' ? entry['html'] : '',
          text,
          links,
          ...common,
        },
      ];
    case 'break':
    case 'file':
      return [entry as unknown as WordBlock];
    case 'table':
      return [
        {
          kind: 'table',
          values: rowsOf(entry['values']),
          links,
          headerRows: Number(entry['headerRows'] ?? 0),
          boldRows: Array.isArray(entry['boldRows']) ? (entry['boldRows'] as number[]) : [],
          ...common,
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
