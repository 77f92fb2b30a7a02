// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { insertIntoOutlook, type ComposeItem } from './outlook.ts';
import { file, files, labels } from './testing.ts';

const page = document.implementation.createHTMLDocument();

/** A message that is being written, as Outlook hands it out. */
function message(type: 'html' | 'text', errorCode?: number) {
  const written: { data: string; coercionType: unknown }[] = [];
  const answer = (value: unknown, code?: number) =>
    (code === undefined ? { status: 'succeeded', value } : { status: 'failed', error: { code } }) as never;
  const item = {
    body: {
      getTypeAsync: (done: (result: never) => void) => done(answer(type)),
      setSelectedDataAsync: (
        data: string,
        options: { coercionType: unknown },
        done: (result: never) => void,
      ) => {
        written.push({ data, coercionType: options.coercionType });
        done(answer(undefined, errorCode));
      },
    },
  } as unknown as ComposeItem;
  return { item, written };
}

it.each(['html', 'text'] as const)('writes %s into a %s body', async (type) => {
  const { item, written } = message(type);
  const result = await insertIntoOutlook(item, page, { files: [file()], labels });
  expect(result).toEqual({ count: 1, place: { kind: 'selection' } });
  expect(written.map(({ coercionType }) => coercionType)).toEqual([type]);
  expect(written[0]?.data.startsWith(type === 'html' ? '<ul>' : '- Plan')).toBe(true);
});

it('writes many files in parts that Outlook takes (a million characters)', async () => {
  const { item, written } = message('html');
  const long = files(1000).map((entry) => ({ ...entry, webUrl: `https://x.test/${'a'.repeat(1900)}` }));
  await insertIntoOutlook(item, page, { files: long, labels });
  for (const { data } of written) expect(data.length).toBeLessThan(1_000_000);
  expect(written.map(({ data }) => data.match(/<li>/g)?.length ?? 0).reduce((a, b) => a + b)).toBe(1000);
});

it.each([null, undefined, {}, { body: {} }])('says that %j is open for reading only', async (item) => {
  await expect(insertIntoOutlook(item, page, { files: [file()], labels })).rejects.toMatchObject({
    code: 'document_read_only',
  });
});

it('tells the code of a refusal', async () => {
  const { item } = message('html', 9017);
  await expect(insertIntoOutlook(item, page, { files: [file()], labels })).rejects.toMatchObject({
    code: 'document_failed',
    facts: { detail: '9017' },
  });
});
