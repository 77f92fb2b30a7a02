import { formatNumber } from './numberFormat.ts';
import type { CellValue } from './workbookModel.ts';

export interface CellInput {
  readonly value: CellValue;
  readonly formula?: string;
  /** The formula contains functions that the sandbox doesn't evaluate: the value is an error. */
  readonly unknownFormula?: boolean;
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
  const link = hyperlinkFormula(text);
  return link
    ? { value: link.text, formula: text }
    : { value: '#NAME?', formula: text, unknownFormula: true };
}

/** Parses HYPERLINK, the only function that the sandbox evaluates. Returns undefined for any other formula. */
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
