// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { excelView } from './excel/excelView.ts';
import { parseArea, type Area } from './excel/address.ts';
import { WorkbookModel } from './excel/workbookModel.ts';
import { showFont } from './fontStyle.ts';
import { wordDocument } from './word/wordDocument.ts';

it('shows the font that is stored', () => {
  const target = document.createElement('p');
  showFont(target, {
    color: '#FF0000',
    bold: true,
    italic: true,
    size: 14,
    underline: 'Single',
    name: 'Arial',
  });
  expect(target.style.cssText).toContain('color: #FF0000');
  expect([target.style.fontWeight, target.style.fontStyle, target.style.fontSize]).toEqual([
    'bold',
    'italic',
    '14pt',
  ]);
  expect(target.style.textDecoration).toContain('underline');
});

it('shows fills, fonts and alignment of cells', () => {
  const model = new WorkbookModel();
  model.write('Sheet1', parseArea('B2') as Area, [['x']]);
  model.rangeBag('Sheet1', parseArea('A1:B2') as Area).write()['format'] = {
    fill: { color: '#00FF00' },
    font: { color: '#0000FF' },
    horizontalAlignment: 'Center',
  };
  const into = document.createElement('div');
  excelView(model, into);
  const cell = into.querySelector<HTMLElement>('[title="B2"]');
  expect(cell?.style.backgroundColor).toBe('#00FF00');
  expect([cell?.style.color, cell?.style.textAlign]).toEqual(['#0000FF', 'center']);
  expect(into.querySelector<HTMLElement>('[title="C3"]')?.style.backgroundColor).toBe('');
});

it('shows the font of a part of a Word paragraph', () => {
  const word = wordDocument();
  const font = { bold: true };
  word.load([
    {
      kind: 'paragraph',
      text: 'One two three',
      links: [],
      properties: { alignment: 'Right', spans: [{ start: 4, end: 7, font }] },
    },
  ]);
  const into = document.createElement('div');
  word.render(into);
  const paragraph = into.querySelector<HTMLElement>('.page p');
  expect(paragraph?.textContent).toBe('One two three');
  expect(paragraph?.style.textAlign).toBe('right');
  const bold = paragraph?.querySelector('span');
  expect([bold?.textContent, bold?.style.fontWeight]).toEqual(['two', 'bold']);
});
