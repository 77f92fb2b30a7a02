// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { readHtml } from './readHtml.ts';
import { safeHtml } from './safeHtml.ts';

it('returns text and links without scripts and styles', () => {
  const html =
    '<p>One <b>two</b></p><ul><li><a href="https://a.example/?x=1&amp;y=2">A &amp; B</a></li></ul>' +
    '<script>three()</script><style>p{}</style>';
  expect(readHtml(html)).toEqual({
    text: 'One two\nA & B',
    links: [{ text: 'A & B', address: 'https://a.example/?x=1&y=2' }],
  });
});

function rebuilt(html: string): string {
  const holder = document.createElement('div');
  holder.append(safeHtml(html));
  return holder.innerHTML;
}

it.each([
  ['<p onclick="x()" style="color:red" class="a">Hi</p>', '<p>Hi</p>'],
  ['<script>x()</script>after', 'after'],
  ['<img src=x onerror=x()>', ''],
  ['<svg><script>x()</script></svg>', ''],
  ['<section><b>in</b></section>', '<b>in</b>'],
  ['<a href="javascript:x()">go</a>', '<span>go</span>'],
  ['<iframe srcdoc="<script>x()</script>"></iframe>', ''],
  [
    '<table><tbody><tr><td colspan="2" onclick="x()">c</td></tr></tbody></table>',
    '<table><tbody><tr><td colspan="2">c</td></tr></tbody></table>',
  ],
])('sanitizes %s', (html, expected) => {
  expect(rebuilt(html)).toBe(expected);
});

it('keeps web links, without referrer and opener', () => {
  expect(rebuilt('<a href="https://a.example/">a</a>')).toBe(
    '<a href="https://a.example/" target="_blank" rel="noreferrer noopener" title="https://a.example/">a</a>',
  );
});
