// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { slideText } from './slideText.ts';
import { file, labels } from './testing.ts';

describe('a slide', () => {
  it('knows where each name stands, so that the link is on it and on nothing else', () => {
    const { text, links } = slideText([file({ name: 'Ä😀.pptx' }), file({ name: 'b' })], labels, true);
    expect(links.map(({ start, length }) => text.slice(start, start + length))).toEqual(['Ä😀.pptx', 'b']);
    expect(text.split('\n')).toHaveLength(2);
  });

  it('shows the address where links cannot be set', () => {
    const { text, links } = slideText([file()], labels, false);
    expect(links).toEqual([]);
    expect(text.split('\n')[1]).toBe('https://contoso.sharepoint.com/Plan.docx');
  });
});
