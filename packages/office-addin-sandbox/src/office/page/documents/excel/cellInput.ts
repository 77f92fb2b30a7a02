import { formatNumber } from './numberFormat.ts';
import type { CellValue } from './workbookModel.ts';

export interface CellInput {
  /** What stands to be read in the cell. */
  readonly value: CellValue;
  readonly formula?: string;
}

/**
 * What Excel makes of a value put into a cell: a leading apostrophe says "text follows" and is not kept; text that
 * begins with `=` is a formula unless the cell is formatted as text (`@`). Undefined leaves the cell as it is.
 */
export function cellInput(given: unknown, format: string): CellInput | undefined {
  if (given === null || given === undefined) return undefined;
  if (typeof given === 'number' || typeof given === 'boolean') return { value: given };
  const text = typeof given === 'string' ? given : JSON.stringify(given);
  if (text.startsWith("'")) return { value: text.slice(1) };
  const formula = format !== '@' && text.startsWith('=') && text.length > 1;
  return formula ? { value: hyperlinkFormula(text)?.text ?? '#NAME?', formula: text } : { value: text };
}

/** The one function that add-ins write links with; the sandbox computes no other. */
export function hyperlinkFormula(formula: string): { address: string; text: string } | undefined {
  const found = /^=HYPERLINK\("((?:[^"]|"")*)"(?:[,;]\s*"((?:[^"]|"")*)")?\)$/i.exec(formula);
  if (!found) return undefined;
  const [, address = '', text = address] = found;
  return { address: address.replaceAll('""', '"'), text: text.replaceAll('""', '"') };
}

export function shown(value: CellValue, format: string): string {
  if (typeof value === 'number') return formatNumber(value, format);
  return typeof value === 'boolean' ? String(value).toUpperCase() : value;
}
