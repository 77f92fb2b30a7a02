import type { Cell, InsertContent } from './insertJob.ts';
import { oneLine } from './plainText.ts';

export const TEXT_FORMAT = '@';
/** Bytes as a number that can be summed and sorted, shown as B, kB (1,000 bytes) or MB. */
export const SIZE_FORMAT = '[<1000]0" B";[<1000000]0.0," kB";#,##0.0,," MB"';

/**
 * Text that can never become a formula. Excel takes a value that begins with = + or - for one, and Lotus's @ as
 * well; tab and carriage return are skipped before that look. The apostrophe is Excel's own sign for "text
 * follows" and is not part of the value; so one that stands first in a name is doubled.
 * Source: remarks of Excel.Range.values; OWASP, CSV injection.
 */
export function neverFormula(text: string): string {
  return /^\s*[=+\-@'\uff1d\uff0b\uff0d\uff20]|^[\t\r]/.test(text) ? `'${text}` : text;
}

/**
 * Local time as 2026-11-22 10:15, as text. A serial number would be four years off in workbooks that count from
 * 1904 (old Macs), and Excel's JavaScript API does not tell which kind it is.
 */
export function sortableDate(iso: string | null): string {
  const date = new Date(iso ?? '');
  if (Number.isNaN(date.getTime())) return '';
  const two = (part: number) => String(part).padStart(2, '0');
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** Rows for Range.values, header row first. */
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

/** Formats for Range.numberFormat, row by row as rangeValues. */
export function rangeFormats({ header, rows }: InsertContent): string[][] {
  return [
    header.map(() => TEXT_FORMAT),
    ...rows.map(({ cells }) => [
      TEXT_FORMAT,
      ...cells.map(({ bytes }) => (bytes === undefined ? TEXT_FORMAT : SIZE_FORMAT)),
    ]),
  ];
}
