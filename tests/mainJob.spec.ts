import { anyApplication, applications, expect, test } from './support/fixtures.ts';

for (const app of applications) {
  test(`${app}: shows the user and their files, and inserts files into the document`, async ({
    open,
    sandbox,
  }) => {
    const { page, frame } = await open(app);
    await expect(frame.getByTestId('signed-in-user')).toContainText('Adele Vance');
    // From the manifest.
    await expect(page.getByTestId('pane-title')).not.toHaveText('Add-in');
    await expect(page.getByTestId('ribbon').locator('button img')).toBeVisible();
    const items = frame.getByTestId('file-item');
    await expect(items.first()).toBeVisible();
    const names: string[] = [];
    for (const index of [0, 1]) {
      await items.nth(index).click();
      names.push((await items.nth(index).getAttribute('data-name')) ?? '');
    }
    await frame.getByTestId('insert').click();
    await expect(frame.getByTestId('notice')).toBeVisible();

    const text = JSON.stringify(await sandbox.document(app));
    for (const name of names) expect(text).toContain(name);
    const kinds = (await sandbox.log('getAccessToken', 'obo', 'graph')).map(({ kind }) => kind);
    expect(kinds.slice(0, 2)).toEqual(['getAccessToken', 'obo']);
    expect(new Set(kinds.slice(2))).toEqual(new Set(['graph']));
  });
}

if (applications.includes('powerpoint')) {
  test('PowerPoint: consecutive inserts do not overlap @full', async ({ open, page, sandbox }) => {
    const names = Array.from({ length: 20 }, (_, index) => ({
      name: `${index} ${'long name '.repeat(index)}.docx`,
    }));
    await sandbox.scenario({ files: names });
    const { frame } = await open('powerpoint');
    await expect(frame.getByTestId('file-item').first()).toBeVisible();
    for (let round = 0; round < 4; round += 1) {
      await frame.getByTestId('select-all').click();
      await frame.getByTestId('insert').click();
      await expect(frame.getByTestId('notice')).toHaveAttribute('data-code', 'inserted');
      await frame.getByTestId('dismiss').click();
    }
    const slides = page.locator('.slide-list button');
    for (let index = 0; index < (await slides.count()); index += 1) {
      await slides.nth(index).click();
      const boxes = await page
        .locator('.slide-stage .text-box')
        .evaluateAll((found) => found.map((box) => box.getBoundingClientRect().toJSON() as DOMRect));
      for (const [first, one] of boxes.entries()) {
        for (const other of boxes.slice(first + 1)) {
          expect(one.bottom <= other.top || other.bottom <= one.top).toBe(true);
        }
      }
    }
    const { content } = await sandbox.document('powerpoint');
    expect(JSON.stringify(content)).not.toContain('"text":"https://');
  });
}

test('keeps tokens out of storage, URLs and logs, and Graph tokens out of the pane', async ({
  open,
  page,
  stack,
}) => {
  const seen: string[] = [];
  page.on('response', (response) => {
    if (!response.url().startsWith(`${stack.origins.addin}/api`)) return;
    seen.push(response.url(), JSON.stringify(response.request().headers()));
    void response.text().then(
      (text) => seen.push(text),
      () => undefined,
    );
  });
  const { frame } = await open();
  await expect(frame.getByTestId('file-item').first()).toBeVisible();
  const audiences = seen.join('\n').match(/eyJ[\w-]+\.eyJ[\w-]+\.[\w-]+/g) ?? [];
  expect(audiences.length).toBeGreaterThan(0);
  for (const jwt of audiences) {
    const { aud } = JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString()) as {
      aud: string;
    };
    expect(aud).not.toContain(new URL(stack.origins.graph).host);
    expect(aud).not.toContain('graph');
  }
  for (const where of page.frames()) {
    const stored = await where.evaluate(() =>
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }, location.href]),
    );
    expect(stored).not.toMatch(/eyJ[\w-]+\.eyJ/);
  }
  expect(stack.server.output()).not.toMatch(/eyJ[\w-]+\./);
  expect(stack.server.output()).not.toContain('Adele');
});

test('serves office.js from npm byte for byte', async ({ open, page, request, stack }) => {
  const { frame } = await open();
  await expect(frame.getByTestId('signed-in-user')).toBeVisible();
  const pane = page.frames().find((candidate) => candidate.url().startsWith(stack.origins.addin));
  const src = await pane?.evaluate(
    () => document.querySelector<HTMLScriptElement>('script[src$="office.js"]')?.src,
  );
  const { readFile } = await import('node:fs/promises');
  const own = await readFile(new URL('../node_modules/@microsoft/office-js/dist/office.js', import.meta.url));
  expect((await (await request.get(src ?? '')).body()).equals(own)).toBe(true);
});

for (const app of applications) {
  const tag = app === anyApplication ? [] : ['@full'];
  test(
    `${app}: keeps two inserts, and undo removes only the second one`,
    { tag },
    async ({ open, sandbox }) => {
      const { frame } = await open(app);
      const items = frame.getByTestId('file-item');
      const notice = frame.getByTestId('notice');
      const text = async () => JSON.stringify((await sandbox.document(app)).content);
      const names: string[] = [];
      for (const index of [0, 1]) {
        await items.nth(index).click();
        names.push((await items.nth(index).getAttribute('data-name')) ?? '');
        await frame.getByTestId('insert').dblclick();
        await expect(notice).toHaveAttribute('data-code', 'inserted');
      }
      const [first = '', second = ''] = names;
      expect(await text()).toContain(first);
      expect(await text()).toContain(second);
      await frame.getByTestId('undo').click();
      await expect(notice).toHaveAttribute('data-code', 'undone');
      expect(await text()).toContain(first);
      expect(await text()).not.toContain(second);
    },
  );
}

if (applications.includes('excel')) {
  for (const mark of [
    { kind: 'table', sheet: 'Sheet1', address: 'B2:C9', name: 'Table1', hasHeaders: true },
    { kind: 'merged', sheet: 'Sheet1', address: 'A2:C2' },
    { kind: 'hidden', sheet: 'Sheet1', address: 'A2:C2' },
  ]) {
    test(
      `Excel: inserts into a new sheet if a ${mark.kind} range is in the way`,
      { tag: mark.kind === 'hidden' ? [] : ['@full'] },
      async ({ open, request, stack, sandbox }) => {
        await request.post(`${stack.origins.office}/__sandbox/office/document`, {
          data: { app: 'excel', content: [mark], written: null },
        });
        const { frame } = await open('excel');
        await frame.getByTestId('file-item').first().click();
        await frame.getByTestId('insert').click();
        await expect(frame.getByTestId('notice')).toContainText('on the new sheet');
        expect((await sandbox.document('excel')).content).toContainEqual(mark);
      },
    );
  }
}

if (applications.includes('outlook')) {
  test('Outlook: keeps the selected text, and undo keeps text written since', async ({
    open,
    request,
    stack,
    sandbox,
  }) => {
    const put = (content: unknown[]) =>
      request.post(`${stack.origins.office}/__sandbox/office/document`, {
        data: { app: 'outlook', content, written: null },
      });
    await put([
      { kind: 'selection', text: 'all' },
      { kind: 'html', html: '<p>Dear all,</p>', text: 'Dear all,', links: [] },
    ]);
    const { frame } = await open('outlook');
    await frame.getByTestId('file-item').first().click();
    await frame.getByTestId('insert').click();
    await expect(frame.getByTestId('notice')).toContainText('at the start of the message');
    const { content } = await sandbox.document('outlook');
    expect(JSON.stringify(content)).toContain('Dear all,');
    const written = [...content, { kind: 'text', text: 'Written since', links: [] }];
    await put(written);
    await expect(frame.getByTestId('undo')).toBeVisible();
    await frame.getByTestId('undo').click();
    await expect(frame.getByTestId('notice')).toHaveAttribute('data-code', 'undo_failed');
    expect((await sandbox.document('outlook')).content).toEqual(written);
  });

  test('Outlook in read mode: Insert is disabled, with the reason as its description', async ({
    open,
    page,
  }) => {
    const { frame } = await open('outlook', '&mode=read');
    await frame.getByTestId('file-item').first().click();
    const insert = frame.getByTestId('insert');
    await expect(frame.getByTestId('insert-reason')).toHaveAttribute('data-code', 'document_read_only');
    await expect(insert).toHaveAttribute('aria-disabled', 'true');
    await expect(insert).toHaveAccessibleDescription(/read-only/);
    await insert.focus();
    await page.keyboard.press('Enter');
    await insert.click({ force: true });
    await expect(frame.getByTestId('message')).toHaveCount(0);
    await expect(frame.getByTestId('progress')).toHaveCount(0);
    await expect(frame.locator('[data-testid="file-item"][aria-selected="true"]')).toHaveCount(1);
  });
}

for (const app of applications) {
  const tag = app === anyApplication ? [] : ['@full'];
  test(`${app}: inserts hostile file names as text`, { tag }, async ({ open, sandbox }) => {
    const names = ['<img src=x onerror=alert(1)>.docx', '=HYPERLINK("https://evil.example")', '{{7*7}}'];
    await sandbox.scenario({
      files: names.map((name) => ({ name })),
      profile: { displayName: '<b onclick=alert(1)>Zoe</b>' },
    });
    const { frame } = await open(app);
    await expect(frame.getByTestId('signed-in-user')).toContainText('<b onclick=alert(1)>Zoe</b>');
    for (const row of await frame.getByTestId('file-item').all()) await row.click();
    await frame.getByTestId('insert').click();
    await expect(frame.getByTestId('notice')).toBeVisible();
    const { content } = await sandbox.document(app);
    const texts = JSON.stringify(content);
    for (const name of names) expect(texts).toContain(JSON.stringify(name).slice(1, -1));
    // The names may appear as values, but not as markup or as a formula.
    expect(texts).not.toMatch(/"html":"[^"]*<img/);
    expect(texts).not.toMatch(/"formulas":\[\[?[^\]]*"=HYPERLINK/);
  });
}

test('chooses two files and inserts them using only the keyboard @full', async ({ open, page, sandbox }) => {
  const { frame } = await open();
  await expect(frame.getByTestId('file-item').first()).toBeVisible();
  await frame.getByTestId('file-item').first().focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await expect(frame.locator('[aria-selected="true"]')).toHaveCount(2);
  while (!(await frame.getByTestId('insert').evaluate((button) => button === document.activeElement))) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await expect(frame.getByTestId('notice')).toBeVisible();
  expect((await sandbox.document(anyApplication)).content).not.toEqual([]);
});
