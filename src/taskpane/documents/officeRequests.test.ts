import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { files, officeError } from '../../../tests/support/documents.ts';
import { inChunks, withIdleTimeout, type Checkpoint, linkAddress, oneLine } from './officeRequests.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('resolves as the work does and leaves no timer', async () => {
  expect(await withIdleTimeout(() => Promise.resolve(7), {})).toBe(7);
  expect(vi.getTimerCount()).toBe(0);
});

it.each([
  [officeError('GeneralException', 'Range.values'), 'document_failed', 'GeneralException at Range.values'],
  [officeError(9017), 'document_failed', '9017'],
  [officeError('AccessDenied'), 'document_read_only', 'AccessDenied'],
  [officeError('ApiNotFound', 'Range.x'), 'document_unsupported', 'ApiNotFound at Range.x'],
  [new TypeError('quotes the document'), 'document_failed', 'no code'],
  [undefined, 'document_failed', 'no code'],
])('maps %s to %s by its code, not its text', async (error, code, detail) => {
  const work = withIdleTimeout(() => Promise.reject(error as Error), {});
  await expect(work).rejects.toMatchObject({ name: 'ProblemError', code, facts: { detail } });
});

it('rejects when Office stops responding, but not while it responds', async () => {
  let checkpoint: Checkpoint | undefined;
  const work = withIdleTimeout(
    (given) => {
      checkpoint = given;
      return new Promise(() => undefined);
    },
    { idleMs: 1000 },
  );
  const ended = expect(work).rejects.toMatchObject({ code: 'document_failed' });
  await vi.advanceTimersByTimeAsync(900);
  checkpoint?.();
  await vi.advanceTimersByTimeAsync(900);
  let rejected = false;
  void work.catch(() => (rejected = true));
  await vi.advanceTimersByTimeAsync(50);
  expect(rejected).toBe(false);
  await vi.advanceTimersByTimeAsync(100);
  await ended;
  // Late work must not write.
  expect(() => checkpoint?.()).toThrow();
});

it('waits for the pending request after a cancel, then stops the work', async () => {
  const cancel = new AbortController();
  let answer = () => undefined as void;
  const answered = new Promise<void>((resolve) => (answer = resolve));
  const written: number[] = [];
  const work = withIdleTimeout(
    async (checkpoint) => {
      for (let part = 1; part < 9; part += 1) {
        await answered;
        written.push(part);
        checkpoint();
      }
    },
    { signal: cancel.signal },
  );
  const ended = expect(work).rejects.toMatchObject({ name: 'AbortError' });
  await vi.advanceTimersByTimeAsync(0);
  cancel.abort();
  await vi.advanceTimersByTimeAsync(29_000);
  expect(written).toEqual([]);
  answer();
  await ended;
  expect(written).toEqual([1]);
  expect(vi.getTimerCount()).toBe(0);
  await expect(withIdleTimeout(() => Promise.resolve(1), { signal: cancel.signal })).rejects.toThrow();
});

it('rejects after a cancel when Office never responds: the request may still write', async () => {
  const cancel = new AbortController();
  let checkpoint: Checkpoint | undefined;
  const work = withIdleTimeout(
    (given) => {
      checkpoint = given;
      return new Promise(() => undefined);
    },
    { signal: cancel.signal },
  );
  const ended = expect(work).rejects.toMatchObject({ code: 'document_failed' });
  await vi.advanceTimersByTimeAsync(0);
  cancel.abort();
  await vi.advanceTimersByTimeAsync(30_000);
  await ended;
  expect(() => checkpoint?.()).toThrow();
});

it('splits a list without losing an item', () => {
  expect(inChunks(files(5), 2).map((chunk) => chunk.length)).toEqual([2, 2, 1]);
  expect(inChunks([], 2)).toEqual([]);
});

it.each([
  ['https://contoso.sharepoint.com/a b.docx', 'https://contoso.sharepoint.com/a%20b.docx'],
  ['http://contoso.sharepoint.com/a.docx', null],
  ['javascript:alert(1)', null],
  ['data:text/html,x', null],
  ['https://user:pass@contoso.sharepoint.com/', null],
  ['https://', null],
  ['', null],
  [`https://contoso.sharepoint.com/${'a'.repeat(2100)}`, null],
])('linkAddress of %s is %s', (url, address) => expect(linkAddress(url)).toBe(address));

it.each([
  ['a\nb\r\nc\td\u0000e\u2028f', 'a b c d e f'],
  ['  Plan.docx ', 'Plan.docx'],
  ['half\ud83d', 'half\ufffd'],
])('oneLine of %j is %j', (text, line) => expect(oneLine(text)).toBe(line));
