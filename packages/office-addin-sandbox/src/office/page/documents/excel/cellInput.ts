import { formatNumber } from './numberFormat.ts';
import type { CellValue } from './workbookEntries.ts';

export interface CellInput {
  readonly value: CellValue;
  readonly formula?: string;
}

/**
 * Interprets a value like Excel: a leading apostrophe marks text and is dropped; text that starts with `=` is a formula
 * unless the cell has the text format (`@`). Returns undefined to leave the cell unchanged.
 */
export function cellInput(given: unknown, format: string): CellInput | undefined {
  if (given === null || given === undefined) return undefined;
  if (typeof given === 'number' || typeof given === 'boolean') return { value: given };
  const text = typeof given === 'string' ? given : JSON.stringify(given);
  if (text.startsWith("'")) return { value: text.slice(1) };
  const formula = format !== '@' && text.startsWith('=') && text.length > 1;
  if (!formula) return { value: text };
  return { value: '', formula: text };
}

/** Returns the link of a HYPERLINK formula with literal arguments; undefined for any other formula. */
export function hyperlinkFormula(formula: string): { address: string; text: string } | undefined {
  const found = /^=HYPERLINK\("((?:[^"]|"")*)"(?:[,;]\s*"((?:[^"]|"")*)")?\)$/i.exec(formula);
  if (!found) return undefined;
  const [, address = '', text = address] = found;
  return { address: address.replaceAll('""', '"'), text: text.replaceAll('""', '"') };
}

export function displayText(value: CellValue, format: string): string {
  if (typeof value === 'number') return formatNumber(value, format);
  return typeof value === 'boolean' ? String(value).toUpperCase() : value;
}
