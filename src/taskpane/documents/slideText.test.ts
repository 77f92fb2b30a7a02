// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { slideText } from './slideText.ts';
import { file } from '../../../tests/support/documents.ts';

describe('slideText', () => {
  it('links each name and nothing else', () => {
    const { text, links } = slideText([file({ name: 'Ä😀.pptx' }), file({ name: 'b' })]);
    expect(links.map(({ start, length }) => text.slice(start, start + length))).toEqual(['Ä😀.pptx', 'b']);
    expect(text.split('\n')).toHaveLength(2);
  });

  it('never shows an address as text', () => {
    const { text, links } = slideText([file(), file({ webUrl: 'javascript:alert(1)' })]);
    expect(text).not.toContain('://');
    expect(links.map(({ address }) => address)).toEqual([file().link]);
  });
});
