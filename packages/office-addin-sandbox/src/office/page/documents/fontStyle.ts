import type { Properties } from '../rich/apiObject.ts';

/** Shows a stored font: color, highlight, weight, slant, line, size in points and family. */
export function showFont(target: HTMLElement, font: Readonly<Properties> | undefined): void {
  if (!font) return;
  const { style } = target;
  const text = (name: string) => (typeof font[name] === 'string' ? font[name] : '');
  if (text('color') !== '') style.color = text('color');
  if (text('highlightColor') !== '') style.backgroundColor = text('highlightColor');
  if (text('name') !== '') style.fontFamily = text('name');
  if (typeof font['bold'] === 'boolean') style.fontWeight = font['bold'] ? 'bold' : 'normal';
  if (typeof font['italic'] === 'boolean') style.fontStyle = font['italic'] ? 'italic' : 'normal';
  if (typeof font['size'] === 'number' && font['size'] > 0) style.fontSize = `${font['size']}pt`;
  const lines = [
    ...(isLine(font['underline']) ? ['underline'] : []),
    ...(font['strikeThrough'] === true || font['strikethrough'] === true ? ['line-through'] : []),
  ];
  if (lines.length > 0) style.textDecoration = lines.join(' ');
}

const isLine = (value: unknown) =>
  value === true || (typeof value === 'string' && value !== 'None' && value !== '');

/** Shows a stored alignment such as `Centered` or `Right`. */
export function showAlignment(target: HTMLElement, alignment: unknown): void {
  const found = { Center: 'center', Centered: 'center', Justified: 'justify', Left: 'left', Right: 'right' }[
    String(alignment)
  ];
  if (found) target.style.textAlign = found;
}
