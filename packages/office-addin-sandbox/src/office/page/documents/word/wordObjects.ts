import {
  ApiObject,
  bagOf,
  childBag,
  entryBag,
  FixedCollection,
  modelBag,
  noBag,
  StoredObject,
  type Bag,
  type Properties,
} from '../../rich/apiObject.ts';
import { failNotFound, invalidArgument } from '../../rich/richApiError.ts';
import { readHtml } from '../html/readHtml.ts';
import {
  cellText,
  newParagraph,
  newTable,
  rowsOf,
  spanText,
  type Story,
  textOf,
  type ContentControl,
  type InsertLocation,
  type Span,
  type WordEntry,
  type WordHtml,
  type WordModel,
} from './wordModel.ts';
import { escapeXml, readOoxml, writeOoxml } from './wordOoxml.ts';
import { searchText, unsupportedSearchOptions, type SearchOptions } from './wordSearch.ts';

/** Members that Body, Range, Paragraph and ContentControl share. */
export abstract class WordText extends ApiObject {
  readonly apiModel: WordModel;

  constructor(model: WordModel) {
    super();
    this.apiModel = model;
  }

  /** Returns the parts of entries that this object consists of. */
  abstract apiSpans(): Span[];
  abstract insertText(text: unknown, place: unknown): ApiObject;
  /** Inserts a whole entry. */
  abstract apiInsert(entry: WordEntry, place: InsertLocation): void;
  abstract clear(): void;

  get apiStory(): Story {
    return this.apiModel.storyOf(this.apiSpans()[0]?.entry);
  }

  get text(): string {
    return this.apiSpans()
      .filter(({ entry }) => entry.kind !== 'break')
      .map(spanText)
      .join('\n');
  }

  get paragraphs(): ApiObject {
    const spans = this.apiSpans().filter(({ entry }) => entry.kind !== 'table');
    const entries = spans.length > 0 ? spans.map(({ entry }) => entry) : [this.apiCursorParagraph()];
    const last = this instanceof WordBody ? this.apiStory.lastParagraph : undefined;
    if (last) entries.push(last);
    return new FixedCollection(
      'Word.ParagraphCollection',
      entries.map((entry) => new WordParagraphObject(this.apiModel, entry)),
    );
  }

  /** Returns the paragraph with the cursor. A document always has one; it is added with the first text. */
  apiCursorParagraph(): WordEntry {
    const last = this.apiStory.entries.findLast(({ kind }) => kind === 'paragraph' || kind === 'html');
    return last ?? newParagraph('');
  }

  get tables(): ApiObject {
    return this.apiModel.factory.tables(
      this.apiModel,
      this.apiSpans().map(({ entry }) => entry),
    );
  }

  get contentControls(): ApiObject {
    const entries = this.apiSpans().map(({ entry }) => entry);
    return new WordContentControls(this.apiModel, () =>
      this.apiModel.controls.filter((control) => control.entries.some((entry) => entries.includes(entry))),
    );
  }

  get inlinePictures(): ApiObject {
    return new FixedCollection(
      'Word.InlinePictureCollection',
      this.apiSpans().flatMap(({ entry }) => picturesOf(this.apiModel, entry)),
    );
  }

  get lists(): ApiObject {
    return new WordLists(
      this.apiModel,
      this.apiSpans().map(({ entry }) => entry),
    );
  }

  get parentBody(): ApiObject {
    return new WordBody(this.apiModel, this.apiStory);
  }

  get parentContentControlOrNullObject(): ApiObject | null {
    const [first] = this.apiSpans();
    const control = this.apiModel.controls.findLast((one) => first && one.entries.includes(first.entry));
    return control ? new WordContentControl(this.apiModel, control) : null;
  }

  get parentContentControl(): ApiObject {
    return this.parentContentControlOrNullObject ?? failNotFound(`${this.apiLabel}.parentContentControl`);
  }

  get parentTableOrNullObject(): ApiObject | null {
    const entry = this.apiSpans()[0]?.entry;
    return entry?.kind === 'table' ? this.apiModel.factory.table(this.apiModel, entry) : null;
  }

  get parentTable(): ApiObject {
    return this.parentTableOrNullObject ?? failNotFound(`${this.apiLabel}.parentTable`);
  }

  get parentTableCellOrNullObject(): ApiObject | null {
    return null;
  }

  get parentTableCell(): ApiObject {
    return failNotFound(`${this.apiLabel}.parentTableCell`);
  }

  get style(): string {
    const entry = this.apiSpans()[0]?.entry;
    return (entry && 'style' in entry ? entry.style : undefined) ?? 'Normal';
  }

  set style(value: unknown) {
    for (const { entry } of this.apiSpans()) {
      this.apiModel.attach(entry);
      if (entry.kind === 'paragraph' || entry.kind === 'table') entry.style = cellText(value);
      else this.apiModel.report(`${this.apiLabel}.style of inserted HTML`);
    }
  }

  get styleBuiltIn(): string {
    return this.style.replaceAll(/[ ,]/g, '');
  }

  set styleBuiltIn(value: unknown) {
    this.style = cellText(value);
  }

  select(mode?: unknown): null {
    const spans = this.apiSpans();
    const [first] = spans;
    const last = spans.at(-1);
    if (!first || !last) this.apiModel.selection = undefined;
    else if (mode === 'Start')
      this.apiModel.selection = this.apiModel.span(first.entry, first.start, first.start);
    else if (mode === 'End') {
      const end = last.end ?? textOf(last.entry).length;
      this.apiModel.selection = this.apiModel.span(last.entry, end, end);
    } else this.apiModel.selection = first;
    if (spans.length > 1 && mode !== 'Start' && mode !== 'End') {
      this.apiModel.report(`${this.apiLabel}.select over several paragraphs`);
    }
    return null;
  }

  getRange(place: unknown = 'Whole'): ApiObject {
    const spans = this.apiSpans();
    const [first] = spans;
    const last = spans.at(-1);
    if (!first || !last) return new WordRange(this.apiModel, []);
    const end = last.end ?? textOf(last.entry).length;
    if (place === 'Start') return this.apiRange(this.apiModel.span(first.entry, first.start, first.start));
    if (place === 'End' || place === 'After') return this.apiRange(this.apiModel.span(last.entry, end, end));
    return new WordRange(this.apiModel, spans);
  }

  getHtml(): string {
    return this.apiSpans().map(htmlOf).join('');
  }

  getOoxml(): string {
    return writeOoxml(this.text.split('\n'));
  }

  search(wanted: unknown, given?: unknown): ApiObject {
    const options = ((given instanceof ApiObject ? given.apiBag.read() : given) ?? {}) as SearchOptions;
    for (const name of unsupportedSearchOptions(options))
      this.apiModel.report(`${this.apiLabel}.search (${name})`);
    const found = this.apiSpans().flatMap((span) =>
      searchText(spanText(span), cellText(wanted), options).map(([start, end]) =>
        this.apiRange(this.apiModel.span(span.entry, span.start + start, span.start + end)),
      ),
    );
    return new FixedCollection('Word.RangeCollection', found);
  }

  /** Splits the text at the marks, which stay at the end of each part. */
  getTextRanges(marks: unknown, trim?: unknown): ApiObject {
    return this.apiParts(marks, true, trim === true);
  }

  apiParts(marks: unknown, keepMarks: boolean, trim: boolean): FixedCollection {
    const delimiters = (Array.isArray(marks) ? marks : []).map(cellText).filter((mark) => mark !== '');
    const parts = this.apiSpans().flatMap((span) => {
      const text = spanText(span);
      const found: ApiObject[] = [];
      let from = 0;
      for (let at = 0; at <= text.length; at++) {
        const mark = delimiters.find((one) => text.startsWith(one, at));
        if (at < text.length && mark === undefined) continue;
        let [start, end] = [from, keepMarks && mark !== undefined ? at + mark.length : at];
        if (trim) {
          start += text.slice(start, end).length - text.slice(start, end).trimStart().length;
          end = start + text.slice(start, end).trimEnd().length;
        }
        if (end > start) {
          found.push(this.apiRange(this.apiModel.span(span.entry, span.start + start, span.start + end)));
        }
        from = at + (mark?.length ?? 1);
        at = Math.max(at, from - 1);
      }
      return found;
    });
    return new FixedCollection('Word.RangeCollection', parts);
  }

  insertParagraph(text: unknown, place: unknown): ApiObject {
    const paragraph = newParagraph(cellText(text));
    this.apiInsert(paragraph, placeOf(place, this.apiLabel));
    return new WordParagraphObject(this.apiModel, paragraph);
  }

  insertHtml(html: unknown, place: unknown): ApiObject {
    const entry: WordHtml = { kind: 'html', html: cellText(html), ...readHtml(cellText(html)) };
    this.apiInsert(entry, placeOf(place, this.apiLabel));
    return new WordRange(this.apiModel, [this.apiModel.span(entry)]);
  }

  insertOoxml(xml: unknown, place: unknown): ApiObject {
    const { paragraphs, ignored } = readOoxml(cellText(xml));
    for (const name of ignored) this.apiModel.report(`${this.apiLabel}.insertOoxml (w:${name})`);
    let at = placeOf(place, this.apiLabel);
    const entries = paragraphs.map((text) => newParagraph(text));
    const ordered = at === 'Start' || at === 'After' ? entries.toReversed() : entries;
    for (const entry of ordered) {
      this.apiInsert(entry, at);
      if (at === 'Replace') at = 'End';
    }
    return new WordRange(
      this.apiModel,
      entries.map((entry) => this.apiModel.span(entry)),
    );
  }

  /** Keeps the file without reading it. */
  insertFileFromBase64(base64: unknown, place: unknown, options?: unknown): ApiObject {
    const entry: WordEntry = { kind: 'file', base64: cellText(base64), text: '', links: [] };
    if (options) entry.properties = { options };
    this.apiInsert(entry, placeOf(place, this.apiLabel));
    return new WordRange(this.apiModel, [this.apiModel.span(entry)]);
  }

  insertBreak(type: unknown, place: unknown): null {
    if (type === 'Line') {
      this.insertText('\n', place === 'Before' ? 'Start' : place === 'After' ? 'End' : place);
    } else {
      const entry: WordEntry = { kind: 'break', type: cellText(type), text: '', links: [] };
      this.apiInsert(entry, placeOf(place, this.apiLabel));
    }
    return null;
  }

  insertTable(rows: unknown, columns: unknown, place: unknown, values?: unknown): ApiObject {
    const table = newTable(tableValues(rows, columns, values, this.apiLabel));
    this.apiInsert(table, placeOf(place, this.apiLabel));
    return this.apiModel.factory.table(this.apiModel, table);
  }

  insertContentControl(type?: unknown): ApiObject {
    const spans = this.apiSpans();
    const entries = spans.length > 0 ? spans.map(({ entry }) => entry) : [this.apiCursorParagraph()];
    for (const entry of entries) this.apiModel.attach(entry);
    const [first] = spans;
    const span = spans.length === 1 && first ? first : this.apiModel.span(entries[0] ?? newParagraph(''));
    const control = this.apiModel.addControl(span, entries);
    control.properties['type'] = cellText(type) || 'RichText';
    return new WordContentControl(this.apiModel, control);
  }

  insertInlinePictureFromBase64(base64: unknown, place: unknown): ApiObject {
    let entry = this.apiSpans().at(place === 'Start' ? 0 : -1)?.entry ?? this.apiCursorParagraph();
    if (entry.kind !== 'paragraph') {
      entry = newParagraph('');
      this.apiInsert(entry, placeOf(place, this.apiLabel));
    }
    this.apiModel.attach(entry);
    const list = (entryBag(entry).write()['pictures'] ??= []) as Properties[];
    const picture = { base64ImageSrc: cellText(base64), width: 100, height: 100 };
    if (place === 'Start') list.unshift(picture);
    else list.push(picture);
    return new WordPicture(this.apiModel, entry, picture);
  }

  apiRange(span: Span): ApiObject {
    return new WordRange(this.apiModel, [span]);
  }
}

export class WordBody extends WordText {
  static readonly apiTypes: readonly string[] = ['Word.Body'];
  override readonly apiType = 'Word.Body';
  override readonly apiBag: Bag;
  readonly #story: Story;

  constructor(model: WordModel, story: Story) {
    super(model);
    this.#story = story;
    this.apiBag = childBag(modelBag(model), 'body');
  }

  override apiSpans(): Span[] {
    return this.#story.entries.map((entry) => this.apiModel.span(entry));
  }

  override get apiStory(): Story {
    return this.#story;
  }

  get type(): string {
    if (this.#story === this.apiModel) return 'MainDoc';
    const [name = ''] = [...this.apiModel.stories].find(([, story]) => story === this.#story) ?? [];
    return name.startsWith('footer') ? 'Footer' : 'Header';
  }

  get parentBodyOrNullObject(): ApiObject | null {
    return null;
  }

  get parentSection(): ApiObject {
    return new WordSection(this.apiModel);
  }

  get parentSectionOrNullObject(): ApiObject {
    return new WordSection(this.apiModel);
  }

  override clear(): null {
    this.#story.entries = [];
    this.#story.lastParagraph = undefined;
    return null;
  }

  override apiInsert(entry: WordEntry, place: InsertLocation): void {
    this.#story.insert(entry, place);
  }

  /** Extends the first or last paragraph, like Word. */
  override insertText(text: unknown, where: unknown): ApiObject {
    const place = placeOf(where, this.apiLabel);
    const entry = place === 'Start' ? this.#story.entries[0] : this.#story.entries.at(-1);
    if (place !== 'Replace' && entry?.kind === 'paragraph') {
      return new WordParagraphObject(this.apiModel, entry).insertText(text, place);
    }
    return insertLines(this, cellText(text), place);
  }
}

/** A range: parts of one or more entries, or the cursor at the end of the document without any. */
export class WordRange extends WordText {
  static readonly apiTypes: readonly string[] = ['Word.Range'];
  override readonly apiType: string = 'Word.Range';
  readonly #spans: readonly Span[];

  constructor(model: WordModel, spans: readonly Span[]) {
    super(model);
    this.#spans = spans;
  }

  override apiSpans(): Span[] {
    return [...this.#spans];
  }

  /** Properties of a part of a paragraph are separate from those of the paragraph. */
  override get apiBag(): Bag {
    const [span] = this.#spans;
    if (!span)
      return childBag(
        { read: () => this.apiModel.properties, write: () => this.apiModel.properties },
        'cursor',
      );
    const entry = entryBag(span.entry);
    if (span.start === 0 && span.end === undefined) return entry;
    const find = () =>
      ((entry.read()?.['spans'] ?? []) as Properties[]).find(
        ({ start, end }) => start === span.start && end === (span.end ?? textOf(span.entry).length),
      );
    return {
      read: () => find() ?? entry.read(),
      write: () => {
        const known = find();
        if (known) return known;
        const added = this.apiModel.span(span.entry, span.start, span.end ?? textOf(span.entry).length);
        // The span moves with edits of the text; the entry itself would be a cycle.
        const properties = Object.defineProperties<Properties>(
          {},
          {
            start: { enumerable: true, get: () => added.start },
            end: { enumerable: true, get: () => added.end },
          },
        );
        ((entry.write()['spans'] ??= []) as Properties[]).push(properties);
        return properties;
      },
    };
  }

  get isEmpty(): boolean {
    return this.text === '';
  }

  get hyperlink(): string {
    const [span] = this.#spans;
    const text = this.text;
    const isWhole = span?.start === 0 && span.end === undefined;
    return span?.entry.links.find((link) => isWhole || link.text === text)?.address ?? '';
  }

  set hyperlink(value: unknown) {
    const address = cellText(value);
    for (const span of this.#spans) {
      const text = spanText(span);
      const isWhole = span.start === 0 && span.end === undefined;
      const others = isWhole ? [] : span.entry.links.filter((link) => link.text !== text);
      span.entry.links = address === '' ? others : [...others, { text, address }];
    }
  }

  override clear(): null {
    for (const span of this.#spans) {
      if (span.start === 0 && span.end === undefined) this.apiStory.remove(span.entry);
      else this.apiModel.edit(span, '');
    }
    return null;
  }

  delete(): null {
    return this.clear();
  }

  override apiInsert(entry: WordEntry, place: InsertLocation): void {
    const anchor = place === 'Before' || place === 'Start' ? this.#spans[0] : this.#spans.at(-1);
    if (anchor) this.apiModel.attach(anchor.entry);
    if (place === 'Replace')
      for (const { entry: other } of this.#spans.slice(0, -1)) this.apiStory.remove(other);
    this.apiModel.storyOf(anchor?.entry).insert(entry, place, anchor?.entry);
  }

  override insertText(text: unknown, where: unknown): ApiObject {
    const place = placeOf(where, this.apiLabel);
    const inserted = cellText(text);
    const span = place === 'Before' || place === 'Start' ? this.#spans[0] : this.#spans.at(-1);
    if (!span || span.entry.kind === 'table' || !isText(span.entry))
      return insertLines(this, inserted, place);
    const end = span.end ?? textOf(span.entry).length;
    const at = place === 'Before' || place === 'Start' ? span.start : end;
    const isWhole = span.start === 0 && span.end === undefined;
    if (isWhole && (place === 'Before' || place === 'After')) return insertLines(this, inserted, place);
    if (place === 'Replace') {
      for (const other of this.#spans.slice(0, -1)) this.apiModel.edit(other, '');
      if (isWhole) span.entry.links = [];
      this.apiModel.edit({ entry: span.entry, start: span.start, end }, inserted);
      return this.apiRange(this.apiModel.span(span.entry, span.start, span.start + inserted.length));
    }
    this.apiModel.edit({ entry: span.entry, start: at, end: at }, inserted);
    return this.apiRange(this.apiModel.span(span.entry, at, at + inserted.length));
  }

  compareLocationWith(other: unknown): string {
    const [a, b] = [this.#position(this), this.#position(other)];
    if (a.start === b.start && a.end === b.end) return 'Equal';
    if (a.end < b.start) return 'Before';
    if (a.end === b.start) return 'AdjacentBefore';
    if (b.end < a.start) return 'After';
    if (b.end === a.start) return 'AdjacentAfter';
    if (b.start <= a.start && a.end <= b.end) {
      return b.start === a.start ? 'InsideStart' : b.end === a.end ? 'InsideEnd' : 'Inside';
    }
    if (a.start <= b.start && b.end <= a.end) {
      return b.start === a.start ? 'ContainsStart' : b.end === a.end ? 'ContainsEnd' : 'Contains';
    }
    return a.start < b.start ? 'OverlapsBefore' : 'OverlapsAfter';
  }

  /** Returns start and end as offsets in the text of the story. */
  #position(range: unknown): { start: number; end: number } {
    const spans = range instanceof WordText ? range.apiSpans() : [];
    const [first] = spans;
    const last = spans.at(-1);
    const offset = (entry: WordEntry) => {
      const { entries } = this.apiStory;
      return entries
        .slice(0, Math.max(0, entries.indexOf(entry)))
        .reduce((sum, one) => sum + textOf(one).length + 1, 0);
    };
    if (!first || !last) return { start: this.apiStory.text.length, end: this.apiStory.text.length };
    return {
      start: offset(first.entry) + first.start,
      end: offset(last.entry) + (last.end ?? textOf(last.entry).length),
    };
  }

  expandTo(other: unknown): ApiObject {
    if (!(other instanceof WordText)) throw invalidArgument('Range.expandTo', 'expandTo needs a range.');
    const spans = [...this.#spans, ...other.apiSpans()];
    const { entries } = this.apiStory;
    const position = ({ entry, start }: Span) => entries.indexOf(entry) * 1e9 + start;
    const [first] = spans.toSorted((a, b) => position(a) - position(b));
    const endOf = (span: Span) => entries.indexOf(span.entry) * 1e9 + (span.end ?? textOf(span.entry).length);
    const last = spans.toSorted((a, b) => endOf(a) - endOf(b)).at(-1);
    if (!first || !last) return this;
    if (first.entry === last.entry) {
      return this.apiRange(this.apiModel.span(first.entry, first.start, last.end));
    }
    const between = entries.slice(entries.indexOf(first.entry) + 1, entries.indexOf(last.entry));
    return new WordRange(this.apiModel, [
      this.apiModel.span(first.entry, first.start),
      ...between.map((entry) => this.apiModel.span(entry)),
      this.apiModel.span(last.entry, 0, last.end),
    ]);
  }

  expandToOrNullObject(other: unknown): ApiObject | null {
    return other instanceof WordText ? this.expandTo(other) : null;
  }

  intersectWithOrNullObject(other: unknown): ApiObject | null {
    if (!(other instanceof WordText)) return null;
    const spans = this.#spans.flatMap((one) =>
      other.apiSpans().flatMap((two) => {
        if (one.entry !== two.entry) return [];
        const start = Math.max(one.start, two.start);
        const end = Math.min(one.end ?? Infinity, two.end ?? Infinity);
        if (start > end) return [];
        return [this.apiModel.span(one.entry, start, end === Infinity ? undefined : end)];
      }),
    );
    return spans.length > 0 ? new WordRange(this.apiModel, spans) : null;
  }

  intersectWith(other: unknown): ApiObject {
    return this.intersectWithOrNullObject(other) ?? failNotFound('Range.intersectWith');
  }

  getHyperlinkRanges(): ApiObject {
    const found = this.#spans.flatMap((span) =>
      span.entry.links.flatMap(({ text }) => {
        const at = spanText(span).indexOf(text);
        return at < 0
          ? []
          : [this.apiRange(this.apiModel.span(span.entry, span.start + at, span.start + at + text.length))];
      }),
    );
    return new FixedCollection('Word.RangeCollection', found);
  }

  getNextTextRangeOrNullObject(marks: unknown, trim?: unknown): ApiObject | null {
    const span = this.#spans.at(-1);
    if (!span) return null;
    const rest = new WordRange(this.apiModel, [
      this.apiModel.span(span.entry, span.end ?? textOf(span.entry).length),
    ]);
    return rest.apiParts(marks, true, trim === true).apiItems()[0] ?? null;
  }

  getNextTextRange(marks: unknown, trim?: unknown): ApiObject {
    return this.getNextTextRangeOrNullObject(marks, trim) ?? failNotFound('Range.getNextTextRange');
  }

  split(
    delimiters: unknown,
    _multiParagraphs?: unknown,
    trimDelimiters?: unknown,
    trimSpacing?: unknown,
  ): ApiObject {
    return this.apiParts(delimiters, trimDelimiters !== true, trimSpacing === true);
  }
}

export class WordParagraphObject extends WordRange {
  static override readonly apiTypes: readonly string[] = ['Word.Paragraph'];
  override readonly apiType = 'Word.Paragraph';
  readonly #entry: WordEntry;

  constructor(model: WordModel, entry: WordEntry) {
    super(model, [model.span(entry)]);
    this.#entry = entry;
  }

  get #siblings(): WordEntry[] {
    return this.apiStory.entries.filter(({ kind }) => kind === 'paragraph' || kind === 'html');
  }

  get isLastParagraph(): boolean {
    const { entries } = this.apiStory;
    const last = entries.findLast(({ kind }) => kind === 'paragraph' || kind === 'html');
    return last === this.#entry || !entries.includes(this.#entry);
  }

  get tableNestingLevel(): number {
    return 0;
  }

  get uniqueLocalId(): string {
    return `P${this.apiStory.entries.indexOf(this.#entry) + 1}`;
  }

  #neighbor(step: number): ApiObject | null {
    const entry = this.#siblings[this.#siblings.indexOf(this.#entry) + step];
    return entry ? new WordParagraphObject(this.apiModel, entry) : null;
  }

  getNextOrNullObject(): ApiObject | null {
    return this.#neighbor(1);
  }

  getNext(): ApiObject {
    return this.#neighbor(1) ?? failNotFound('Paragraph.getNext');
  }

  getPreviousOrNullObject(): ApiObject | null {
    return this.#neighbor(-1);
  }

  getPrevious(): ApiObject {
    return this.#neighbor(-1) ?? failNotFound('Paragraph.getPrevious');
  }

  /** Removes the text; `delete` also removes the paragraph. */
  override clear(): null {
    this.apiModel.edit({ entry: this.#entry, start: 0, end: undefined }, '');
    this.#entry.links = [];
    return null;
  }

  override delete(): null {
    this.apiStory.remove(this.#entry);
    return null;
  }

  override split(delimiters: unknown, trimDelimiters?: unknown, trimSpacing?: unknown): ApiObject {
    return this.apiParts(delimiters, trimDelimiters !== true, trimSpacing === true);
  }

  get isListItem(): boolean {
    return listOf(this.#entry) !== undefined;
  }

  get listOrNullObject(): ApiObject | null {
    const list = listOf(this.#entry);
    return list ? new WordList(this.apiModel, list.id) : null;
  }

  get list(): ApiObject {
    return this.listOrNullObject ?? failNotFound('Paragraph.list');
  }

  get listItemOrNullObject(): ApiObject | null {
    return listOf(this.#entry) ? new WordListItem(this.apiModel, this.#entry) : null;
  }

  get listItem(): ApiObject {
    return this.listItemOrNullObject ?? failNotFound('Paragraph.listItem');
  }

  startNewList(): ApiObject {
    const ids = this.apiModel.entries.map((entry) => listOf(entry)?.id ?? 0);
    return this.attachToList(Math.max(0, ...ids) + 1, 0);
  }

  attachToList(id: unknown, level: unknown): ApiObject {
    this.apiModel.attach(this.#entry);
    entryBag(this.#entry).write()['list'] = { id: Number(id), level: Number(level) };
    return new WordList(this.apiModel, Number(id));
  }

  detachFromList(): null {
    const properties = this.#entry.properties;
    if (properties) delete properties['list'];
    return null;
  }
}

const listOf = (entry: WordEntry) => entry.properties?.['list'] as { id: number; level: number } | undefined;

class WordList extends ApiObject {
  static readonly apiTypes: readonly string[] = ['Word.List'];
  override readonly apiType = 'Word.List';
  override readonly apiBag: Bag;
  readonly #model: WordModel;
  readonly #id: number;

  constructor(model: WordModel, id: number) {
    super();
    this.#model = model;
    this.#id = id;
    this.apiBag = childBag(childBag(modelBag(model), 'lists'), String(id));
  }

  get #entries(): WordEntry[] {
    return this.#model.entries.filter((entry) => listOf(entry)?.id === this.#id);
  }

  get id(): number {
    return this.#id;
  }

  get paragraphs(): ApiObject {
    return this.#paragraphs(() => true);
  }

  get levelExistences(): boolean[] {
    return Array.from({ length: 9 }, (_, level) =>
      this.#entries.some((entry) => listOf(entry)?.level === level),
    );
  }

  get levelTypes(): string[] {
    return Array.from({ length: 9 }, (_, level) => (this.#level(level)['numbering'] ? 'Number' : 'Bullet'));
  }

  getLevelParagraphs(level: unknown): ApiObject {
    return this.#paragraphs((entry) => listOf(entry)?.level === level);
  }

  getLevelString(level: unknown): string {
    return this.#level(Number(level))['numbering'] ? '1.' : '•';
  }

  insertParagraph(text: unknown, place: unknown): ApiObject {
    const entries = this.#entries;
    const isFirst = place === 'Start' || place === 'Before';
    const anchor = isFirst ? entries[0] : entries.at(-1);
    const paragraph = newParagraph(cellText(text));
    const isMember = place === 'Start' || place === 'End';
    if (isMember)
      paragraph.properties = { list: { id: this.#id, level: (anchor && listOf(anchor)?.level) ?? 0 } };
    this.#model.insert(paragraph, isFirst ? 'Before' : 'After', anchor);
    return new WordParagraphObject(this.#model, paragraph);
  }

  setLevelAlignment(level: unknown, alignment: unknown): null {
    return this.#setLevel(level, { alignment });
  }

  setLevelBullet(level: unknown, bullet: unknown, charCode?: unknown, fontName?: unknown): null {
    return this.#setLevel(level, { bullet, charCode, fontName, numbering: undefined });
  }

  setLevelIndents(level: unknown, textIndent: unknown, bulletIndent: unknown): null {
    return this.#setLevel(level, { textIndent, bulletIndent });
  }

  setLevelNumbering(level: unknown, numbering: unknown, formatString?: unknown): null {
    return this.#setLevel(level, { numbering, formatString });
  }

  setLevelStartingNumber(level: unknown, startingNumber: unknown): null {
    return this.#setLevel(level, { startingNumber });
  }

  #level(level: number): Properties {
    return ((this.apiBag.read()?.['levels'] as Properties | undefined)?.[level] ?? {}) as Properties;
  }

  #setLevel(level: unknown, change: Properties): null {
    const levels = (this.apiBag.write()['levels'] ??= {}) as Properties;
    levels[String(level)] = { ...this.#level(Number(level)), ...change };
    return null;
  }

  #paragraphs(filter: (entry: WordEntry) => boolean): ApiObject {
    return new FixedCollection(
      'Word.ParagraphCollection',
      this.#entries.filter(filter).map((entry) => new WordParagraphObject(this.#model, entry)),
    );
  }
}

class WordLists extends ApiObject {
  static readonly apiTypes: readonly string[] = ['Word.ListCollection'];
  override readonly apiType = 'Word.ListCollection';
  override readonly apiBag = noBag;
  readonly #model: WordModel;
  readonly #entries: readonly WordEntry[];

  constructor(model: WordModel, entries: readonly WordEntry[]) {
    super();
    this.#model = model;
    this.#entries = entries;
  }

  override apiItems(): readonly ApiObject[] {
    const ids = new Set(this.#entries.flatMap((entry) => listOf(entry)?.id ?? []));
    return [...ids].map((id) => new WordList(this.#model, id));
  }

  getByIdOrNullObject(id: unknown): ApiObject | null {
    return this.apiItems().find((list) => (list as WordList).id === id) ?? null;
  }

  getById(id: unknown): ApiObject {
    return this.getByIdOrNullObject(id) ?? failNotFound('ListCollection.getById');
  }
}

class WordListItem extends ApiObject {
  static readonly apiTypes: readonly string[] = ['Word.ListItem'];
  override readonly apiType = 'Word.ListItem';
  override readonly apiBag: Bag;
  readonly #model: WordModel;
  readonly #entry: WordEntry;

  constructor(model: WordModel, entry: WordEntry) {
    super();
    this.#model = model;
    this.#entry = entry;
    this.apiBag = childBag(entryBag(entry), 'list');
  }

  get #siblings(): WordEntry[] {
    const list = listOf(this.#entry);
    return this.#model.entries.filter((entry) => listOf(entry)?.id === list?.id);
  }

  get #level(): number {
    return listOf(this.#entry)?.level ?? 0;
  }

  get siblingIndex(): number {
    const before = this.#siblings.slice(0, this.#siblings.indexOf(this.#entry));
    const parent = before.findLastIndex((entry) => (listOf(entry)?.level ?? 0) < this.#level);
    return before.slice(parent + 1).filter((entry) => listOf(entry)?.level === this.#level).length;
  }

  get listString(): string {
    const text = new WordList(this.#model, listOf(this.#entry)?.id ?? 0).getLevelString(this.#level);
    return text === '•' ? text : `${this.siblingIndex + 1}.`;
  }

  getAncestorOrNullObject(): ApiObject | null {
    const before = this.#siblings.slice(0, this.#siblings.indexOf(this.#entry));
    const parent = before.findLast((entry) => (listOf(entry)?.level ?? 0) < this.#level);
    return parent ? new WordParagraphObject(this.#model, parent) : null;
  }

  getAncestor(): ApiObject {
    return this.getAncestorOrNullObject() ?? failNotFound('ListItem.getAncestor');
  }

  getDescendants(directChildrenOnly?: unknown): ApiObject {
    const after = this.#siblings.slice(this.#siblings.indexOf(this.#entry) + 1);
    const end = after.findIndex((entry) => (listOf(entry)?.level ?? 0) <= this.#level);
    const below = (end < 0 ? after : after.slice(0, end)).filter(
      (entry) => directChildrenOnly !== true || listOf(entry)?.level === this.#level + 1,
    );
    return new FixedCollection(
      'Word.ParagraphCollection',
      below.map((entry) => new WordParagraphObject(this.#model, entry)),
    );
  }
}

/** A picture: its data and size are stored with its paragraph. */
class WordPicture extends ApiObject {
  static readonly apiTypes: readonly string[] = ['Word.InlinePicture'];
  override readonly apiType = 'Word.InlinePicture';
  override readonly apiBag: Bag;
  readonly #entry: WordEntry;
  readonly #picture: Properties;

  readonly #model: WordModel;

  constructor(model: WordModel, entry: WordEntry, picture: Properties) {
    super();
    this.#model = model;
    this.#entry = entry;
    this.#picture = picture;
    this.apiBag = bagOf(picture);
  }

  getBase64ImageSrc(): string {
    return cellText(this.#picture['base64ImageSrc']);
  }

  delete(): null {
    const properties = entryBag(this.#entry).write();
    properties['pictures'] = ((properties['pictures'] ?? []) as Properties[]).filter(
      (one) => one !== this.#picture,
    );
    return null;
  }

  getNextOrNullObject(): ApiObject | null {
    const list = (this.#entry.properties?.['pictures'] ?? []) as Properties[];
    const next = list[list.indexOf(this.#picture) + 1];
    return next ? new WordPicture(this.#model, this.#entry, next) : null;
  }

  getNext(): ApiObject {
    return this.getNextOrNullObject() ?? failNotFound('InlinePicture.getNext');
  }

  /** The sandbox has no position of a picture within its paragraph: insertions refer to the paragraph. */
  get #paragraph(): WordParagraphObject {
    return new WordParagraphObject(this.#model, this.#entry);
  }

  getRange(place: unknown = 'Whole'): ApiObject {
    return this.#paragraph.getRange(place);
  }

  select(mode?: unknown): null {
    return this.#paragraph.select(mode);
  }

  insertBreak(type: unknown, place: unknown): null {
    return this.#paragraph.insertBreak(type, place);
  }

  insertFileFromBase64(base64: unknown, place: unknown): ApiObject {
    return this.#paragraph.insertFileFromBase64(base64, place);
  }

  insertHtml(html: unknown, place: unknown): ApiObject {
    return this.#paragraph.insertHtml(html, place);
  }

  insertInlinePictureFromBase64(base64: unknown, place: unknown): ApiObject {
    return this.#paragraph.insertInlinePictureFromBase64(base64, place === 'Before' ? 'Start' : 'End');
  }

  insertOoxml(xml: unknown, place: unknown): ApiObject {
    return this.#paragraph.insertOoxml(xml, place);
  }

  insertParagraph(text: unknown, place: unknown): ApiObject {
    return this.#paragraph.insertParagraph(text, place);
  }

  insertText(text: unknown, place: unknown): ApiObject {
    return this.#paragraph.insertText(text, place === 'Before' ? 'Start' : 'End');
  }
}

function picturesOf(model: WordModel, entry: WordEntry): ApiObject[] {
  const list = (entry.properties?.['pictures'] ?? []) as Properties[];
  return list.map((picture) => new WordPicture(model, entry, picture));
}

/** A content control around a part of a paragraph or around entries. Paragraphs inserted at its end become part of it. */
export class WordContentControl extends WordText {
  static readonly apiTypes: readonly string[] = ['Word.ContentControl'];
  override readonly apiType = 'Word.ContentControl';
  override readonly apiBag: Bag;
  readonly #control: ContentControl;

  constructor(model: WordModel, control: ContentControl) {
    super(model);
    this.#control = control;
    this.apiBag = bagOf(control.properties);
  }

  override apiSpans(): Span[] {
    const { span, entries } = this.#control;
    return entries.map((entry) => (entry === span.entry ? span : this.apiModel.span(entry)));
  }

  get id(): number {
    return this.#control.id;
  }

  get subtype(): string {
    return this.type;
  }

  get type(): string {
    return cellText(this.#control.properties['type']);
  }

  override clear(): null {
    for (const span of this.apiSpans()) this.apiModel.edit(span, '');
    return null;
  }

  delete(keepContent?: unknown): null {
    if (keepContent !== true) {
      const { span } = this.#control;
      if (span.start > 0 || span.end !== undefined) this.apiModel.edit(span, '');
      else for (const entry of this.#control.entries) this.apiStory.remove(entry);
    }
    this.apiModel.controls = this.apiModel.controls.filter((other) => other !== this.#control);
    return null;
  }

  override apiInsert(entry: WordEntry, place: InsertLocation): void {
    const { entries } = this.#control;
    if (place === 'Replace') for (const other of entries.splice(1)) this.apiStory.remove(other);
    const isFirst = place === 'Start' || place === 'Before';
    const anchor = isFirst ? entries[0] : entries.at(-1);
    const where = place === 'Replace' ? 'Replace' : isFirst ? 'Before' : 'After';
    this.apiStory.insert(entry, where, anchor);
    if (place === 'Start') entries.unshift(entry);
    else if (place === 'End') entries.push(entry);
    else if (place === 'Replace') entries.splice(0, 1, entry);
  }

  override insertText(text: unknown, place: unknown): ApiObject {
    return new WordRange(this.apiModel, this.apiSpans()).insertText(text, place);
  }

  split(
    delimiters: unknown,
    _multiParagraphs?: unknown,
    trimDelimiters?: unknown,
    trimSpacing?: unknown,
  ): ApiObject {
    return this.apiParts(delimiters, trimDelimiters !== true, trimSpacing === true);
  }
}

export class WordContentControls extends ApiObject {
  static readonly apiTypes: readonly string[] = ['Word.ContentControlCollection'];
  override readonly apiType = 'Word.ContentControlCollection';
  override readonly apiBag = noBag;
  readonly #model: WordModel;
  readonly #controls: () => readonly ContentControl[];

  constructor(model: WordModel, controls: () => readonly ContentControl[]) {
    super();
    this.#model = model;
    this.#controls = controls;
  }

  override apiItems(): readonly ApiObject[] {
    return this.#controls().map((control) => new WordContentControl(this.#model, control));
  }

  getByTag(tag: unknown): ApiObject {
    return this.#filtered(({ properties }) => (properties.tag ?? '') === tag);
  }

  getByTitle(title: unknown): ApiObject {
    return this.#filtered(({ properties }) => (properties.title ?? '') === title);
  }

  getByTypes(types: unknown): ApiObject {
    const wanted = Array.isArray(types) ? types : [];
    return this.#filtered(({ properties }) => wanted.includes(properties['type']));
  }

  getByIdOrNullObject(id: unknown): ApiObject | null {
    const control = this.#controls().find((one) => one.id === id);
    return control ? new WordContentControl(this.#model, control) : null;
  }

  getById(id: unknown): ApiObject {
    return this.getByIdOrNullObject(id) ?? failNotFound('ContentControlCollection.getById');
  }

  #filtered(filter: (control: ContentControl) => boolean): ApiObject {
    return new WordContentControls(this.#model, () => this.#controls().filter(filter));
  }
}

/** The document has one section. */
export class WordSection extends ApiObject {
  static readonly apiTypes: readonly string[] = ['Word.Section'];
  override readonly apiType = 'Word.Section';
  override readonly apiBag: Bag;
  readonly #model: WordModel;

  constructor(model: WordModel) {
    super();
    this.#model = model;
    this.apiBag = childBag(modelBag(model), 'section');
  }

  get body(): ApiObject {
    return new WordBody(this.#model, this.#model);
  }

  getHeader(type: unknown): ApiObject {
    return new WordBody(this.#model, this.#model.story(`header ${cellText(type)}`));
  }

  getFooter(type: unknown): ApiObject {
    return new WordBody(this.#model, this.#model.story(`footer ${cellText(type)}`));
  }

  getNextOrNullObject(): ApiObject | null {
    return null;
  }

  getNext(): ApiObject {
    return failNotFound('Section.getNext');
  }
}

export class WordDocumentObject extends ApiObject {
  static readonly apiTypes: readonly string[] = ['Word.Document'];
  override readonly apiType = 'Word.Document';
  override readonly apiBag: Bag;
  readonly #model: WordModel;

  constructor(model: WordModel) {
    super();
    this.#model = model;
    this.apiBag = modelBag(model);
    model.report = (name) => this.apiReport(name, '');
  }

  override apiService(type: string): ApiObject | undefined {
    return type === 'Word.Application' ? new WordApplication() : undefined;
  }

  get body(): ApiObject {
    return new WordBody(this.#model, this.#model);
  }

  get contentControls(): ApiObject {
    return new WordContentControls(this.#model, () => this.#model.controls);
  }

  get sections(): ApiObject {
    return new FixedCollection('Word.SectionCollection', [new WordSection(this.#model)]);
  }

  get saved(): boolean {
    return false;
  }

  getSelection(): ApiObject {
    const { selection } = this.#model;
    return new WordRange(this.#model, selection ? [selection] : []);
  }

  /** Changes are saved automatically, as in Office on the web. */
  save(): null {
    return null;
  }
}

class WordApplication extends ApiObject {
  static readonly apiTypes: readonly string[] = ['Word.Application'];
  override readonly apiType = 'Word.Application';
  override readonly apiBag = bagOf({});

  createDocument(): ApiObject {
    return new StoredObject('Word.DocumentCreated', bagOf({}), 'Word.DocumentCreated');
  }
}

export const wordClasses = [
  WordBody,
  WordRange,
  WordParagraphObject,
  WordList,
  WordLists,
  WordListItem,
  WordPicture,
  WordContentControl,
  WordContentControls,
  WordSection,
  WordDocumentObject,
  WordApplication,
];

const isText = (entry: WordEntry) => entry.kind === 'paragraph' || entry.kind === 'html';

/** Inserts the text as paragraphs, one per line. Returns their range. */
function insertLines(owner: WordText, text: string, place: InsertLocation): ApiObject {
  const entries = text.split('\n').map((line) => newParagraph(line));
  const [first] = entries;
  if (!first) return owner;
  owner.apiInsert(first, place);
  for (const [index, entry] of entries.slice(1).entries()) {
    owner.apiModel.storyOf(first).insert(entry, 'After', entries[index]);
  }
  return entries.length === 1
    ? new WordParagraphObject(owner.apiModel, first)
    : new WordRange(
        owner.apiModel,
        entries.map((entry) => owner.apiModel.span(entry)),
      );
}

function htmlOf(span: Span): string {
  const { entry } = span;
  switch (entry.kind) {
    case 'html':
      return entry.html;
    case 'table': {
      const rows = entry.values.map(
        (row) => `<tr>${row.map((text) => `<td>${escapeXml(text)}</td>`).join('')}</tr>`,
      );
      return `<table>${rows.join('')}</table>`;
    }
    case 'paragraph':
    case 'break':
    case 'file':
      return `<p>${escapeXml(spanText(span))}</p>`;
  }
}

const places: readonly string[] = ['Start', 'End', 'Before', 'After', 'Replace'];

function placeOf(value: unknown, owner: string): InsertLocation {
  const found = places.find((place) => place.toLowerCase() === String(value).toLowerCase());
  if (found) return found as InsertLocation;
  throw invalidArgument(`${owner}.insert`, `Unknown insert location ${JSON.stringify(value)}.`);
}

/** Throws, like Word, if the values don't match the dimensions of the table. */
export function tableValues(rows: unknown, columns: unknown, values: unknown, owner: string): string[][] {
  const location = `${owner}.insertTable`;
  if (!isCount(rows) || !isCount(columns)) {
    throw invalidArgument(location, 'A table needs at least one row and one column.');
  }
  if (values === undefined || values === null) {
    return Array.from({ length: rows }, () => Array.from({ length: columns }, () => ''));
  }
  const given = rowsOf(values);
  if (given.length !== rows || given.some((row) => row.length !== columns)) {
    throw invalidArgument(location, 'The number of rows or columns in the values does not match the table.');
  }
  return given;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value > 0;
}
