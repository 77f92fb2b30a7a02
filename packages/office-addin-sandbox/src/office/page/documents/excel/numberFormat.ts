import { format as formatValue } from 'numfmt';

/** Formats a number like a cell, including dates. Returns `######` for a format that isn't valid, like Excel. */
export function formatNumber(value: number, format: string): string {
  if (format === '@' || format === '') return String(value);
  // A large range is mostly this, and numfmt takes ten times as long.
  if (format === 'General' && Number.isInteger(value) && Math.abs(value) < 1e11) return String(value);
  return formatValue(format, value, { throws: false });
}
