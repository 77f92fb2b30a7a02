import { expect, test } from './fixtures.ts';

test('Word: inserts a table with links that persists across requests', async ({ open, page, host }) => {
  const pane = await open('?app=word');
  const read = await pane.evaluate(() =>
    Word.run(async (context) => {
      const values = [
        ['Name', 'Size'],
        ['Plan.docx', '12 kB'],
        ['<img src=x onerror=alert(1)>', '1 B'],
      ];
      const table = context.document.getSelection().insertTable(3, 2, 'After', values);
      table.headerRowCount = 1;
      table.styleBuiltIn = 'GridTable1Light';
      await context.sync();
      table.getCell(1, 0).body.getRange('Content').hyperlink = 'https://files.example/plan';
      await context.sync();
      table.load('values,rowCount');
      context.document.body.load('text');
      await context.sync();
      return { rows: table.rowCount, text: context.document.body.text };
    }),
  );
  expect(read).toEqual({
    rows: 3,
    text: 'Name\tSize\nPlan.docx\t12 kB\n<img src=x onerror=alert(1)>\t1 B',
  });
  expect(host.sandbox.state.document('word')).toMatchObject([
    {
      kind: 'table',
      headerRows: 1,
      values: [
        ['Name', 'Size'],
        ['Plan.docx', '12 kB'],
        ['<img src=x onerror=alert(1)>', '1 B'],
      ],
      links: [{ text: 'Plan.docx', address: 'https://files.example/plan', cell: '1,0' }],
    },
  ]);
  const document = page.getByTestId('document');
  await expect(document.getByRole('link', { name: 'Plan.docx' })).toHaveAttribute(
    'href',
    'https://files.example/plan',
  );
  await expect(document.locator('img')).toHaveCount(0);
  await expect(document.getByText('<img src=x onerror=alert(1)>')).toBeVisible();
});

test('Word: inserts paragraphs and HTML without scripts, and returns API errors for wrong use', async ({
  open,
  page,
  host,
}) => {
  const pane = await open('?app=word');
  const error = await pane.evaluate(() =>
    Word.run(async (context) => {
      const paragraph = context.document.body.insertParagraph('See ', 'End');
      paragraph.insertText('the plan', 'End').hyperlink = 'https://files.example/plan';
      context.document.body.insertHtml(
        '<p onclick="alert(1)">A <b>bold</b> <a href="javascript:alert(1)">link</a><script>alert(1)</script></p>',
        'End',
      );
      await context.sync();
      context.document.body.insertTable(2, 2, 'End', [['only one']]);
      await context.sync();
    }).catch((refused: OfficeExtension.Error) => refused.code),
  );
  expect(error).toBe('InvalidArgument');
  expect(host.sandbox.state.document('word')).toMatchObject([
    { kind: 'paragraph', text: 'See the plan', links: [{ text: 'the plan' }] },
    { kind: 'html', text: 'A bold link' },
  ]);
  const html = page.getByTestId('document').locator('.inserted-html');
  await expect(html.locator('b')).toHaveText('bold');
  await expect(html.locator('a, script, [onclick]')).toHaveCount(0);
});

test('Excel: finds the used range, keeps text as text, and rejects values that do not fit', async ({
  open,
  page,
  host,
}) => {
  const pane = await open('?app=excel');
  const seen = await pane.evaluate(() =>
    Excel.run(async (context) => {
      const cell = context.workbook.getActiveCell();
      cell.load('rowIndex,columnIndex,address');
      await context.sync();
      const block = cell.getResizedRange(2, 1);
      const used = block.getUsedRangeOrNullObject(true);
      used.load('address');
      await context.sync();
      const wasEmpty = used.isNullObject;

      const part = block.getCell(0, 0).getResizedRange(2, 1);
      part.numberFormat = [
        ['@', '@'],
        ['@', '0.0'],
        ['@', '0.0'],
      ];
      part.values = [
        ['Name', 'Size'],
        ["'=SUM(1)", 3],
        ['Plan.xlsx', 4],
      ];
      block.getCell(2, 0).hyperlink = { address: 'https://files.example/plan' };
      await context.sync();
      block.getRow(0).format.font.bold = true;
      block.format.autofitColumns();
      const again = block.getUsedRangeOrNullObject(true);
      again.load('address,values');
      const sheet = context.workbook.worksheets.add();
      sheet.load('name');
      sheet.getRangeByIndexes(0, 0, 1, 1).values = [['elsewhere']];
      sheet.activate();
      await context.sync();
      const { name } = sheet;
      const wrong = await Excel.run(async (other) => {
        other.workbook.worksheets.getItem(name).getRange('A1:B2').values = [['too', 'few']];
        await other.sync();
        return 'taken';
      }).catch((error: OfficeExtension.Error) => error.code);
      return { at: cell.address, wasEmpty, address: again.address, values: again.values, name, wrong };
    }),
  );
  expect(seen).toEqual({
    at: 'Sheet1!A1',
    wasEmpty: true,
    address: 'Sheet1!A1:B3',
    values: [
      ['Name', 'Size'],
      ['=SUM(1)', 3],
      ['Plan.xlsx', 4],
    ],
    name: 'Sheet2',
    wrong: 'InvalidArgument',
  });
  expect(host.sandbox.state.document('excel')).toEqual([
    {
      kind: 'range',
      sheet: 'Sheet1',
      address: 'A1:B3',
      values: [
        ['Name', 'Size'],
        ['=SUM(1)', 3],
        ['Plan.xlsx', 4],
      ],
      numberFormats: [
        ['@', '@'],
        ['@', '0.0'],
        ['@', '0.0'],
      ],
      bold: ['A1', 'B1'],
      links: [{ text: 'Plan.xlsx', address: 'https://files.example/plan', cell: 'A3' }],
    },
    { kind: 'sheet', sheet: 'Sheet2' },
    { kind: 'range', sheet: 'Sheet2', address: 'A1', values: [['elsewhere']], links: [] },
  ]);
  await expect(page.getByRole('button', { name: 'Sheet2' })).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('button', { name: 'Sheet1' }).click();
  await expect(page.getByRole('link', { name: 'Plan.xlsx' })).toBeVisible();
});

test('Excel: evaluates formulas, creates tables over ranges, and returns the selected cell', async ({
  open,
  page,
  host,
}) => {
  const pane = await open('?app=excel');
  await page.getByTitle('B2', { exact: true }).click();
  const facts = await pane.evaluate(() =>
    Excel.run(async (context) => {
      const range = context.workbook.getSelectedRange();
      range.values = [['=HYPERLINK("https://files.example/a","A file")']];
      range.load('address,values,formulas');
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      const table = sheet.tables.add(sheet.getRange('D1:E2'), true);
      table.load('name');
      const missing = context.workbook.worksheets.getItemOrNullObject('None');
      await context.sync();
      return [range.address, range.values, range.formulas, table.name, missing.isNullObject];
    }),
  );
  expect(facts).toEqual([
    'Sheet1!B2',
    [['A file']],
    [['=HYPERLINK("https://files.example/a","A file")']],
    'Table1',
    true,
  ]);
  expect(host.sandbox.state.document('excel')).toMatchObject([
    { kind: 'range', address: 'B2', values: [['A file']], formulas: [{ cell: 'B2' }] },
    { kind: 'table', address: 'D1:E2', hasHeaders: true },
  ]);
});

test('PowerPoint: inserts text boxes on slides, with the common API as a fallback', async ({
  open,
  page,
  host,
}) => {
  const pane = await open('?app=powerpoint');
  const facts = await pane.evaluate(() =>
    PowerPoint.run(async (context) => {
      const { slides } = context.presentation;
      const total = slides.getCount();
      await context.sync();
      slides.add();
      const box = slides.getItemAt(0).shapes.addTextBox('First\nhttps://files.example/a', {
        left: 40,
        top: 60,
        width: 640,
        height: 60,
      });
      box.textFrame.wordWrap = true;
      box.textFrame.textRange.font.size = 14;
      box.textFrame.textRange.load('text');
      await context.sync();
      slides.getItemAt(1).shapes.addTextBox('Second', { left: 10, top: 10, width: 100, height: 20 });
      slides.load('items/id');
      await context.sync();
      const missing = await PowerPoint.run(async (other) => {
        other.presentation.slides.getItemAt(7).shapes.addTextBox('Nowhere', {});
        await other.sync();
        return 'taken';
      }).catch((error: OfficeExtension.Error) => error.code);
      return { total: total.value, text: box.textFrame.textRange.text, slides: slides.items.length, missing };
    }),
  );
  expect(facts).toEqual({
    total: 1,
    text: 'First\nhttps://files.example/a',
    slides: 2,
    missing: 'ItemNotFound',
  });
  const status = await pane.evaluate(
    () =>
      new Promise((resolve) => {
        Office.context.document.setSelectedDataAsync('Third', (result) => resolve(result.status));
      }),
  );
  expect(status).toBe('succeeded');
  expect(host.sandbox.state.document('powerpoint')).toMatchObject([
    { kind: 'slides', count: 2 },
    { kind: 'textBox', slide: 1, text: 'First\nhttps://files.example/a', left: 40, fontSize: 14 },
    { kind: 'textBox', slide: 2, text: 'Second' },
    { kind: 'textBox', slide: 1, text: 'Third' },
  ]);
  await expect(page.getByRole('button', { name: 'Slide 2' })).toBeVisible();
});

test('PowerPoint: returns positions of shapes, deletes shapes and slides, and does not reuse ids', async ({
  open,
  page,
  host,
}) => {
  host.sandbox.state.setDocument(
    'powerpoint',
    [
      { kind: 'layout', placeholders: [{ left: 66, top: 29, width: 828, height: 104 }] },
      { kind: 'shape', type: 'Image', slide: 1, left: 500, top: 100, width: 300, height: 200 },
      { kind: 'textBox', slide: 1, text: 'Mine', left: 40, top: 60, width: 400, height: 30 },
    ],
    null,
  );
  const pane = await open('?app=powerpoint');
  const facts = await pane.evaluate(() =>
    PowerPoint.run(async (context) => {
      const { slides } = context.presentation;
      const { shapes } = slides.getItemAt(0);
      shapes.load('items/id,items/type,items/left,items/top,items/width,items/height');
      await context.sync();
      const places = shapes.items.map(({ type, left, top, width, height }) => [
        type,
        left,
        top,
        width,
        height,
      ]);
      const noText = await PowerPoint.run(async (other) => {
        const first = other.presentation.slides.getItemAt(0).shapes.getItemAt(0);
        first.textFrame.load('hasText');
        await other.sync();
        return 'read';
      }).catch((error: OfficeExtension.Error) => error.code);
      shapes.items[1]?.delete();
      slides.add();
      await context.sync();
      const added = slides.getItemAt(1);
      added.load('id');
      added.shapes.load('items/type,items/left');
      await context.sync();
      const { id } = added;
      const withLayout = added.shapes.items.map(({ type, left }) => [type, left]);
      added.delete();
      slides.add();
      await context.sync();
      const gone = slides.getItemOrNullObject(id);
      gone.load('id');
      slides.load('items/id');
      await context.sync();
      return {
        places,
        noText,
        withLayout,
        gone: gone.isNullObject,
        ids: slides.items.map((slide) => slide.id),
      };
    }),
  );
  expect(facts).toEqual({
    places: [
      ['Image', 500, 100, 300, 200],
      ['TextBox', 40, 60, 400, 30],
    ],
    noText: 'InvalidArgument',
    withLayout: [['Placeholder', 66]],
    gone: true,
    ids: ['256#', '258#'],
  });
  await expect(page.getByRole('button', { name: 'Slide 2' })).toBeVisible();
  await expect(page.locator('.slide-stage .slide-shape')).toHaveCount(1);
});

/** Calls a method of the message body in the pane. Returns its result or the error code. */
const body = (method: string, ...args: unknown[]) => ({ method, args });

test('Outlook: writes to the body in compose mode, but not in read mode', async ({ open, page, host }) => {
  const pane = await open('?app=outlook');
  const call =
    (target = pane) =>
    (wanted: ReturnType<typeof body>) =>
      target.evaluate(
        ({ method, args }) =>
          new Promise((resolve) => {
            const owner = Office.context.mailbox.item?.body as unknown as Record<
              string,
              ((...given: unknown[]) => void) | undefined
            >;
            const found = owner[method];
            if (!found) resolve('missing');
            else {
              found.call(owner, ...args, (result: { error?: { code: number }; value: unknown }) =>
                resolve(result.error ? result.error.code : result.value),
              );
            }
          }),
        wanted,
      );
  expect(await call()(body('getTypeAsync'))).toBe('html');
  const html = '<ul><li><a href="https://files.example/a">A &amp; B</a></li></ul><script>alert(1)</script>';
  await call()(body('setSelectedDataAsync', html, { coercionType: 'html' }));
  await call()(body('setSelectedDataAsync', '<b>as text</b>', { coercionType: 'text' }));
  expect(await call()(body('getAsync', 'text'))).toBe('A & B\n<b>as text</b>');
  expect(host.sandbox.state.document('outlook')).toEqual([
    { kind: 'html', html, text: 'A & B', links: [{ text: 'A & B', address: 'https://files.example/a' }] },
    { kind: 'text', text: '<b>as text</b>', links: [] },
  ]);
  await expect(page.getByTestId('document').getByRole('link', { name: 'A & B' })).toBeVisible();
  await expect(page.getByTestId('document').locator('b, script')).toHaveCount(0);

  const reading = await open('?app=outlook&mode=read');
  expect(await call(reading)(body('getTypeAsync'))).not.toBe('html');
  expect(await call(reading)(body('setSelectedDataAsync', 'x'))).toBe('missing');
});

test('a document outlives the pane, can be changed from another window, and is emptied by a reset', async ({
  open,
  page,
  host,
}) => {
  await open('?app=word');
  host.sandbox.state.setDocument('word', [{ kind: 'paragraph', text: 'From elsewhere' }], null);
  const document = page.getByTestId('document');
  await expect(document.getByText('From elsewhere')).toBeVisible();
  await page.getByTestId('app-excel').click();
  await expect(page).toHaveURL(/app=excel/);
  await page.getByTestId('app-word').click();
  await expect(document.getByText('From elsewhere')).toBeVisible();
  await page.getByTestId('reset').click();
  await expect(document.getByText('From elsewhere')).toBeHidden();
  expect(host.sandbox.state.document('word')).toEqual([]);
});
