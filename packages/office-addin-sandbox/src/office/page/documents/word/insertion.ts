import { UnmodeledObject, type HostObject } from '../../rich/hostObject.ts';
import { invalidArgument } from '../../rich/richApiError.ts';
import { readHtml } from '../html/readHtml.ts';
import {
  cellText,
  newTable,
  rowsOf,
  type InsertLocation,
  type WordEntry,
  type WordModel,
} from './wordModel.ts';
import { WordContentControl } from './contentControl.ts';
import type { WordObjects } from './wordObjects.ts';
import { WordRange } from './wordRange.ts';
import { WordRun } from './wordRun.ts';
import { WordTableObject } from './wordTableObject.ts';

const places: readonly string[] = ['Start', 'End', 'Before', 'After', 'Replace'];

export function wordObjects(model: WordModel): WordObjects {
  const document: WordObjects = { model, insert: (...call) => insertion(document, ...call) };
  return document;
}

/** Runs the insert methods that Body, Range, Paragraph and Table share. Returns undefined for any other method. */
function insertion(
  document: WordObjects,
  owner: string,
  name: string,
  args: readonly unknown[],
  anchor?: WordEntry,
): HostObject | undefined {
  const { model } = document;
  switch (name) {
    case 'InsertTable': {
      const [rows, columns, place, values] = args;
      const table = newTable(tableValues(rows, columns, values, owner));
      model.insert(table, placeOf(place, owner), anchor);
      return new WordTableObject(document, table);
    }
    case 'InsertText':
      return insertText(document, owner, args, anchor);
    case 'InsertParagraph': {
      const paragraph = { kind: 'paragraph' as const, text: cellText(args[0]), links: [] };
      model.insert(paragraph, placeOf(args[1], owner), anchor);
      return new WordRange(document, paragraph);
    }
    case 'InsertHtml': {
      const html = cellText(args[0]);
      const entry = { kind: 'html' as const, html, ...readHtml(html) };
      model.insert(entry, placeOf(args[1], owner), anchor);
      return new WordRange(document, entry);
    }
    case 'InsertContentControl': {
      if (!anchor) return new UnmodeledObject();
      const control = { tag: '', entries: [anchor] };
      model.controls.push(control);
      return new WordContentControl(document, control);
    }
    case 'InsertInlinePictureFromBase64':
    case 'InsertOoxml':
    case 'InsertFileFromBase64':
      return new UnmodeledObject();
    default:
      return undefined;
  }
}

/** Inserts the text into the anchor if it is a paragraph, and otherwise as a new paragraph. */
function insertText(
  document: WordObjects,
  owner: string,
  [text, where]: readonly unknown[],
  anchor?: WordEntry,
) {
  const place = placeOf(where, owner);
  if (anchor?.kind === 'paragraph' && isInParagraph(place)) return new WordRun(anchor, cellText(text), place);
  const paragraph = { kind: 'paragraph' as const, text: cellText(text), links: [] };
  document.model.insert(paragraph, place, anchor);
  return new WordRange(document, paragraph);
}

const isInParagraph = (place: InsertLocation) => place === 'Start' || place === 'End' || place === 'Replace';

function placeOf(value: unknown, owner: string): InsertLocation {
  if (typeof value === 'string' && places.includes(value)) return value as InsertLocation;
  throw invalidArgument(`${owner}.insert`, `Unknown insert location ${JSON.stringify(value)}.`);
}

/** Throws, like Word, if the values don't match the dimensions of the table. */
function tableValues(rows: unknown, columns: unknown, values: unknown, owner: string): string[][] {
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
