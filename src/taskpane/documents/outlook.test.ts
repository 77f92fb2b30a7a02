// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { content, file, files, office } from '../../../tests/support/documents.ts';
import type { Undo } from './index.ts';
import { insertIntoOutlook, mailHtml, mailPlain, type ComposeItem } from './outlook.ts';

const page = document.implementation.createHTMLDocument();
const { signal } = new AbortController();

interface Facts {
  type?: 'html' | 'text';
  text?: string;
  /** The selected text, which a write replaces. Empty: the cursor is at the end. */
  selected?: string;
  selectionError?: number;
  errorCode?: number;
}

/** A message in Outlook's compose form. */
function message({ type = 'html', text = '', selected = '', selectionError, errorCode }: Facts = {}) {
  const state = { text, selected, written: [] as { data: string; coercionType: string }[] };
  type Done = (result: never) => void;
  const answer = (value: unknown, code?: number) =>
    (code === undefined ? { status: 'succeeded', value } : { status: 'failed', error: { code } }) as never;
  const write =
    (change: (data: string) => void) => (data: string, options: { coercionType: string }, done: Done) => {
      state.written.push({ data, coercionType: options.coercionType });
      if (errorCode === undefined) change(data);
      done(answer(undefined, errorCode));
    };
  const item = {
    getSelectedDataAsync: (_type: string, done: Done) =>
      done(answer({ data: state.selected, sourceProperty: 'body' }, selectionError)),
    body: {
      getTypeAsync: (done: Done) => done(answer(type)),
      getAsync: (_type: string, done: Done) => done(answer(state.text)),
      setAsync: write((data) => (state.text = data)),
      prependAsync: write((data) => (state.text = data + state.text)),
      setSelectedDataAsync: write((data) => {
        state.text = state.selected === '' ? state.text + data : state.text.replace(state.selected, data);
        state.selected = '';
      }),
    },
  } as unknown as ComposeItem;
  return { item, state };
}

async function insert(made: ReturnType<typeof message>, chosen = [file()], facts = office()) {
  const offered: { undo?: Undo } = {};
  const onUndo = (undo: Undo) => (offered.undo = undo);
  const result = await insertIntoOutlook(facts, made.item, page, { ...content(chosen), onUndo });
  return { result, undo: offered.undo };
}

it.each(['html', 'text'] as const)('writes %s into a %s body', async (type) => {
  const made = message({ type });
  const { result } = await insert(made);
  expect(result).toEqual({ count: 1, place: { kind: 'selection' } });
  expect(made.state.written.map(({ coercionType }) => coercionType)).toEqual([type]);
  expect(made.state.text.startsWith(type === 'html' ? '<ul>' : '- Plan')).toBe(true);
});

it('starts a new line in a plain text body with text', async () => {
  const made = message({ type: 'text', text: 'Hello' });
  await insert(made);
  expect(made.state.text).toMatch(/^Hello\n- Plan\.docx/);
});

it('writes many files in chunks below a million characters', async () => {
  const made = message();
  const long = files(1000).map((entry) => ({ ...entry, link: `https://x.test/${'a'.repeat(1900)}` }));
  await insert(made, long);
  for (const { data } of made.state.written) expect(data.length).toBeLessThan(1_000_000);
  expect(made.state.text.match(/<li>/g)).toHaveLength(1000);
});

describe('a selection', () => {
  it.each([
    ['text', 'Dear all'],
    ['html', '<p>Dear all</p>'],
    ['html', '<img src="cid:logo">'],
  ] as const)('is not overwritten in a %s body: %s', async (type, selected) => {
    const made = message({ type, text: `${selected} and more`, selected });
    const { result } = await insert(made, files(700));
    expect(result.place).toEqual({ kind: 'messageStart' });
    expect(made.state.text.endsWith(`${selected} and more`)).toBe(true);
    const order = [...made.state.text.matchAll(/File (\d+)\.txt/g)].map(([, number]) => Number(number));
    expect([...new Set(order)]).toEqual(Array.from({ length: 700 }, (_, index) => index));
  });

  it.each([
    ['is empty', { selected: '' }],
    ['is an empty HTML page', { selected: '<html><style>p { margin: 0 }</style><body>&nbsp;</body></html>' }],
    ['cannot be read', { selectionError: 9034 }],
  ])('that %s counts as a cursor', async (_name, facts) => {
    const { result } = await insert(message({ text: '<p>Hello</p>', ...facts }));
    expect(result.place).toEqual({ kind: 'selection' });
  });
});

describe('undo', () => {
  it.each(['html', 'text'] as const)('restores a %s body', async (type) => {
    const made = message({ type, text: 'Hello\n-- \nAdele' });
    await insert(made);
    const once = made.state.text;
    const { undo } = await insert(made, files(700));
    expect(await undo?.(signal)).toBe(true);
    expect(made.state.text).toBe(once);
  });

  it('keeps a body that the user has changed since', async () => {
    const made = message({ text: '<p>Hello</p>' });
    const { undo } = await insert(made);
    made.state.text += '<p>Bye</p>';
    const before = made.state.text;
    expect(await undo?.(signal)).toBe(false);
    expect(made.state.text).toBe(before);
  });

  it.each([
    ['inline pictures', { text: '<p><img src="cid:logo"></p>' }, office()],
    ['a body that is too long to write back', { text: 'a'.repeat(1_000_001) }, office()],
    ['an Outlook without Mailbox 1.3', { text: '' }, office({ lacks: ['Mailbox 1.3'] })],
  ])('is not offered with %s', async (_name, facts, set) => {
    expect((await insert(message(facts), [file()], set)).undo).toBeUndefined();
  });

  it('removes what was inserted before a cancel', async () => {
    const made = message({ text: '<p>Hello</p>' });
    const cancel = new AbortController();
    let undo: Undo | undefined;
    const job = {
      ...content(files(700)),
      signal: cancel.signal,
      onProgress: () => cancel.abort(),
      onUndo: (offered: Undo) => (undo = offered),
    };
    await expect(insertIntoOutlook(office(), made.item, page, job)).rejects.toMatchObject({
      name: 'AbortError',
    });
    expect(await undo?.(signal)).toBe(true);
    expect(made.state.text).toBe('<p>Hello</p>');
  });
});

it.each([null, undefined, {}, { body: {} }])('rejects the read-only item %j', async (item) => {
  await expect(insertIntoOutlook(office(), item, page, content([file()]))).rejects.toMatchObject({
    code: 'document_read_only',
  });
});

it('reports the code of an Outlook error', async () => {
  const { item } = message({ errorCode: 9017 });
  await expect(insertIntoOutlook(office(), item, page, content([file()]))).rejects.toMatchObject({
    code: 'document_failed',
    facts: { detail: '9017' },
  });
});

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
