// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { mailHtml, mailPlain } from './mailText.ts';
import { content, file } from '../../../tests/support/documents.ts';

const evilName = '<img src=x onerror="alert(1)"> & "quotes".docx';

describe('mail text', () => {
  const page = document.implementation.createHTMLDocument();

  it('never interprets a name as markup', () => {
    const shown = document.createElement('div');
    shown.innerHTML = mailHtml(page, content([file({ name: evilName })]));
    expect(shown.querySelector('img')).toBeNull();
    expect(shown.querySelector('a')?.textContent).toBe(evilName);
    expect(shown.querySelector('li')?.textContent).toBe(`${evilName} (d:2026-11-22, 1200 B)`);
  });

  it('links only https addresses', () => {
    const html = mailHtml(page, content([file({ webUrl: 'javascript:alert(1)' })]));
    expect(html).not.toContain('href');
    expect(html).not.toContain('javascript');
  });

  it('writes a name and its address on separate lines of plain text', () => {
    expect(mailPlain([file(), file({ name: 'a\nb', webUrl: 'x:' })])).toBe(
      '- Plan.docx (d:2026-11-22, 1200 B)\n  https://contoso.sharepoint.com/Plan.docx\n- a b (d:2026-11-22, 1200 B)\n',
    );
  });
});
