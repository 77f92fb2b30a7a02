import type { Cell, InsertContent } from './insertJob.ts';
import { oneLine } from './plainText.ts';

export const TEXT_FORMAT = '@';
/** Shows a number of bytes as B, kB (1,000 bytes), or MB. */
export const SIZE_FORMAT = '[<1000]0" B";[<1000000]0.0," kB";#,##0.0,," MB"';

/**
 * Returns the text with an apostrophe in front if Excel could read it as a formula: if it begins with =, +, -, or @, also
 * after whitespace. Excel treats a leading apostrophe as "text follows" and doesn't count it as part of the value, so
 * one that belongs to a name is doubled.
 * Sources: remarks of Excel.Range.values; OWASP, "CSV Injection".
 */
export function neverFormula(text: string): string {
  return /^\s*[=+\-@'\uff1d\uff0b\uff0d\uff20]|^[\t\r]/.test(text) ? `'${text}` : text;
}

/**
 * Returns local time as text that sorts, such as 2026-11-22 10:15; empty for an invalid date. A serial number would be
 * four years off in workbooks with the 1904 date system, and Excel's JavaScript API doesn't tell which one applies.
 */
export function sortableDate(iso: string | null): string {
  const date = new Date(iso ?? '');
  if (Number.isNaN(date.getTime())) return '';
  const two = (part: number) => String(part).padStart(2, '0');
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** Returns the rows for Range.values, the header first. */
export function rangeValues({ header, rows }: InsertContent): (string | number)[][] {
  return [
    header.map(neverFormula),
    ...rows.map(({ title, cells }) => [neverFormula(oneLine(title)), ...cells.map(cellValue)]),
  ];
}

function cellValue({ text, date, bytes }: Cell): string | number {
  if (date !== undefined) return sortableDate(date);
  if (bytes === undefined) return neverFormula(oneLine(text));
  if (bytes === null) return '';
  return Number.isFinite(bytes) ? bytes : 0;
}

/** Returns the formats for Range.numberFormat, in the shape of rangeValues. */
export function rangeFormats({ header, rows }: InsertContent): string[][] {
  return [
    header.map(() => TEXT_FORMAT),
    ...rows.map(({ cells }) => [
      TEXT_FORMAT,
      ...cells.map(({ bytes }) => (bytes === undefined ? TEXT_FORMAT : SIZE_FORMAT)),
    ]),
  ];
}
