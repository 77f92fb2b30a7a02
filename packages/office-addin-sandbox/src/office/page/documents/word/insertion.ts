import { Acknowledging, type HostObject } from '../../rich/hostObject.ts';
import { invalidArgument } from '../../rich/richApiError.ts';
import { readHtml } from '../html/readHtml.ts';
import { cellText, newTable, rowsOf, type Place, type WordEntry, type WordModel } from './wordModel.ts';
import { WordControl } from './wordControl.ts';
import { WordRange } from './wordRange.ts';
import { WordRun } from './wordRun.ts';
import { WordTableObject } from './wordTableObject.ts';

const places: readonly string[] = ['Start', 'End', 'Before', 'After', 'Replace'];

/** The inserting methods that Body, Range, Paragraph and Table share; undefined for any other method. */
export function insertion(
  model: WordModel,
  owner: string,
  name: string,
  args: readonly unknown[],
  anchor?: WordEntry,
): HostObject | undefined {
  switch (name) {
    case 'InsertTable': {
      const [rows, columns, place, values] = args;
      const table = newTable(tableValues(rows, columns, values, owner));
      model.insert(table, placeOf(place, owner), anchor);
      return new WordTableObject(model, table);
    }
    case 'InsertText':
      return insertText(model, owner, args, anchor);
    case 'InsertParagraph': {
      const paragraph = { kind: 'paragraph' as const, text: cellText(args[0]), links: [] };
      model.insert(paragraph, placeOf(args[1], owner), anchor);
      return new WordRange(model, paragraph);
    }
    case 'InsertHtml': {
      const html = cellText(args[0]);
      const entry = { kind: 'html' as const, html, ...readHtml(html) };
      model.insert(entry, placeOf(args[1], owner), anchor);
      return new WordRange(model, entry);
    }
    case 'InsertContentControl': {
      if (!anchor) return new Acknowledging();
      const control = { tag: '', entries: [anchor] };
      model.controls.push(control);
      return new WordControl(model, control);
    }
    case 'InsertInlinePictureFromBase64':
    case 'InsertOoxml':
    case 'InsertFileFromBase64':
      return new Acknowledging();
    default:
      return undefined;
  }
}

/** Into a paragraph where one is spoken of; elsewhere text begins a paragraph of its own. */
function insertText(model: WordModel, owner: string, [text, where]: readonly unknown[], anchor?: WordEntry) {
  const place = placeOf(where, owner);
  if (anchor?.kind === 'paragraph' && inParagraph(place)) return new WordRun(anchor, cellText(text), place);
  const paragraph = { kind: 'paragraph' as const, text: cellText(text), links: [] };
  model.insert(paragraph, place, anchor);
  return new WordRange(model, paragraph);
}

const inParagraph = (place: Place) => place === 'Start' || place === 'End' || place === 'Replace';

function placeOf(value: unknown, owner: string): Place {
  if (typeof value === 'string' && places.includes(value)) return value as Place;
  throw invalidArgument(`${owner}.insert`, `The insert location ${JSON.stringify(value)} is not known.`);
}

/** Word refuses values whose shape is not that of the table. */
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
    throw invalidArgument(location, 'The values do not have as many rows and columns as the table.');
  }
  return given;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value > 0;
}
