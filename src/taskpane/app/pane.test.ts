import { describe, expect, it } from 'vitest';
import { routes, type FileItem, type FilePage, type Me } from '../../contract/api.ts';
import { ProblemError } from '../../contract/problem.ts';
import type { Api } from '../api/client.ts';
import type { Trigger } from '../auth/token.ts';
import type { RunOptions, TokenManager } from '../auth/tokenManager.ts';
import type { InsertJob, InsertResult } from '../documents/index.ts';
import { createFiles } from '../features/files/files.ts';
import { home, listOffers } from '../features/files/filesState.ts';
import { createPreferences } from '../preferences.ts';
import { loadStrings } from '../strings/index.ts';
import { createFrame, readPhoto } from './frame.ts';
import { createInsert } from './insertion.ts';

const strings = await loadStrings('en');
const adele: Me = { id: 'a', tenantId: 't', displayName: 'Adele', mail: null, jobTitle: null };
const alex: Me = { ...adele, id: 'b', displayName: 'Alex' };
const file = (id: string): FileItem => ({
  id,
  name: `${id}.docx`,
  kind: 'document',
  webUrl: 'https://files.test/x',
  size: 1,
  lastModified: '2026-01-01T00:00:00Z',
});
const page = (ids: string, nextCursor: string | null = null): FilePage => ({
  items: [...ids].map(file),
  nextCursor,
});

/** Creates the frame with the file list, and a token manager whose runs succeed unless a problem is queued. */
function setUp(pages: Record<string, FilePage> = { '': page('ab', 'next'), next: page('bcd') }) {
  const runs: Trigger[] = [];
  const problems: ProblemError[] = [];
  const alternatives: string[] = [];
  let down: ProblemError | null = null;
  let me = adele;
  let changed = false;
  const answers = {
    me: () => Promise.resolve(me),
    files: (parameters: URLSearchParams) =>
      Promise.resolve(pages[parameters.get('cursor') ?? ''] ?? page('')),
  };
  const api: Api = {
    get: <T>(path: string) => {
      const { pathname, searchParams } = new URL(path, 'https://addin.test');
      return (pathname === routes.me ? answers.me() : answers.files(searchParams)) as Promise<T>;
    },
    request: () => Promise.reject(new ProblemError('network_unreachable')),
  };
  const tokens: TokenManager = {
    run: async <T>(trigger: Trigger, job: (given: Api) => Promise<T>, { signal }: RunOptions = {}) => {
      runs.push(trigger);
      const problem = down ?? problems.shift();
      if (problem) throw problem;
      signal?.throwIfAborted();
      return job(api);
    },
    hasAlternative: (problem) => problem.code === 'sso_13006',
    chooseAlternative: (problem) => alternatives.push(problem.code),
    signOut: () => undefined,
    takeAccountChange() {
      const reported = changed;
      changed = false;
      return reported;
    },
    canSignOut: true,
  };
  const inserted: string[][] = [];
  let inserting: (job: InsertJob) => Promise<InsertResult> = () =>
    Promise.resolve({ count: 1, place: { kind: 'selection' } });
  const preferences = createPreferences();
  const frame = createFrame({ tokens, preferences });
  const insert = createInsert({
    frame,
    preferences,
    application: 'word',
    strings: () => strings,
    insertRows: (job) => {
      inserted.push(job.rows.map(({ title }) => title.replace('.docx', '')));
      return inserting(job);
    },
  });
  const files = createFiles({ frame, preferences, run: frame.run, showError: frame.showError, insert });
  frame.register({ ...files, opening: () => '' }, []);
  /** Changes preferences and waits for the list that follows. */
  async function changePreferences(change: Parameters<typeof preferences.change>[0]) {
    preferences.change(change);
    await expect.poll(() => frame.get().busy).toBeNull();
  }
  return {
    session: {
      ...files,
      ...frame,
      ...{ insert: files.insert, changePreferences },
      get: () => ({ ...frame.get(), ...files.get() }),
    },
    runs,
    alternatives,
    inserted,
    answers,
    fail: (problem: ProblemError) => problems.push(problem),
    setDown: (problem: ProblemError | null) => (down = problem),
    signInAs: (person: Me, noticed = true) => {
      me = person;
      changed = noticed;
    },
    insertBy: (work: (job: InsertJob) => Promise<InsertResult>) => (inserting = work),
  };
}

const ids = (files: readonly FileItem[] | null) => (files ?? []).map(({ id }) => id).join('');

describe('the pane', () => {
  it('opens with the profile and the first files, and loads more without duplicates', async () => {
    const { session, runs } = setUp();
    await session.launch();
    expect(session.get()).toMatchObject({ me: adele, busy: null, error: null, nextCursor: 'next' });
    await session.loadMore();
    expect(ids(session.get().files)).toBe('abcd');
    expect(session.get().nextCursor).toBeNull();
    expect(runs).toEqual(['launch', 'action']);
  });

  it('retries the failed task and keeps files and selection', async () => {
    const { session, fail } = setUp();
    await session.launch();
    session.toggle('b');
    session.toggle('a');
    fail(new ProblemError('claims_challenge'));
    await session.loadMore();
    expect(session.get().error).toMatchObject({ problem: { code: 'claims_challenge' } });
    expect(session.get().selected).toEqual(['b', 'a']);
    await session.retry();
    expect(ids(session.get().files)).toBe('abcd');
    expect(session.get()).toMatchObject({ selected: ['b', 'a'], error: null });
  });

  it('resumes the failed task when the user signs in another way', async () => {
    const { session, fail, alternatives } = setUp();
    await session.launch();
    session.toggle('a');
    fail(new ProblemError('sso_13006'));
    await session.loadMore();
    expect(session.get().error).toMatchObject({ hasAlternative: true });
    await session.signInAnotherWay();
    expect(alternatives).toEqual(['sso_13006']);
    expect(ids(session.get().files)).toBe('abcd');
    expect(session.get()).toMatchObject({ selected: ['a'], error: null });
  });

  it('inserts the selected files once, in order', async () => {
    const { session, inserted, insertBy } = setUp();
    await session.launch();
    session.toggle('b');
    session.toggle('a');
    let done: (result: InsertResult) => void = () => undefined;
    insertBy(() => new Promise((end) => (done = end)));
    const inserting = session.insert();
    await session.insert();
    await session.loadMore();
    done({ count: 2, place: { kind: 'selection' } });
    await inserting;
    expect(inserted).toEqual([['b', 'a']]);
    expect(session.get()).toMatchObject({ selected: [], notice: { code: 'inserted' } });
  });

  it.each([
    ['the last request completed', null, 'Stopped. Already inserted and kept: 1 of 2.'],
    ['Office did not respond', new ProblemError('document_failed'), 'Inserted for certain: 1 of 2.'],
  ])('reports after a cancel what was inserted: %s', async (_case, problem, text) => {
    const { session, insertBy } = setUp();
    await session.launch();
    for (const id of ['a', 'b']) session.toggle(id);
    let end: () => void = () => undefined;
    insertBy(({ signal, onProgress }) => {
      onProgress?.(1);
      return new Promise((_resolve, reject) => (end = () => reject(problem ?? (signal?.reason as Error))));
    });
    const inserting = session.insert();
    session.cancel();
    expect(session.get().busy).toMatchObject({ stage: 'canceling' });
    end();
    await inserting;
    const { notice, busy, error, selected } = session.get();
    expect(notice?.code).toBe('insert_stopped');
    // Without the isolates around the numbers.
    expect(notice?.text(strings).replace(/[\u2066-\u2069]/g, '')).toContain(text);
    expect({ busy, error, selected }).toEqual({ busy: null, error: null, selected: ['a', 'b'] });
  });

  it('keeps the selection after a failed insert and does not retry it without a click', async () => {
    const { session, inserted, insertBy } = setUp();
    await session.launch();
    session.toggle('a');
    insertBy(() => Promise.reject(new ProblemError('document_failed')));
    await session.insert();
    expect(session.get()).toMatchObject({ selected: ['a'], error: { retriesOnline: false } });
    expect(inserted).toHaveLength(1);
  });

  it('shows a notice and clears the selection when the account has changed', async () => {
    const { session, signInAs } = setUp();
    await session.launch();
    session.toggle('a');
    signInAs(alex);
    await session.loadMore();
    expect(session.get()).toMatchObject({
      me: alex,
      selected: [],
      notice: { code: 'account_changed' },
    });
    expect(ids(session.get().files)).toBe('ab');
  });

  it('signs in a user without a OneDrive', async () => {
    const { session, answers } = setUp();
    Object.assign(answers, { files: () => Promise.reject(new ProblemError('no_drive')) });
    await session.launch();
    expect(session.get()).toMatchObject({ me: adele, files: [], error: { problem: { code: 'no_drive' } } });
  });

  it('shows no message after Cancel', async () => {
    const { session, answers } = setUp();
    let cancelled: (error: Error) => void = () => undefined;
    Object.assign(answers, { files: () => new Promise((_, fail) => (cancelled = fail)) });
    const opening = session.launch();
    await Promise.resolve();
    expect(session.get().busy).not.toBeNull();
    session.cancel();
    cancelled(new DOMException('Cancelled', 'AbortError'));
    await opening;
    expect(session.get()).toMatchObject({ busy: null, error: null });
  });

  it('shows an unexpected error as a message with its name in the details', async () => {
    const { session, answers } = setUp();
    Object.assign(answers, { me: () => Promise.reject(new TypeError('x is undefined')) });
    await session.launch();
    expect(session.get().error?.problem).toMatchObject({
      code: 'unexpected',
      facts: { detail: 'TypeError: x is undefined' },
    });
  });

  it('discards everything about the user on sign-out', async () => {
    const { session } = setUp();
    await session.launch();
    session.toggle('a');
    session.signOut();
    expect(session.get()).toMatchObject({ me: null, files: null, selected: [], photo: null });
  });

  describe('without a network', () => {
    const offline = new ProblemError('network_unreachable');
    const folder = { id: 'f', name: 'Folder' };
    type Setup = ReturnType<typeof setUp>;

    async function opened(): Promise<Setup> {
      const made = setUp();
      await made.session.launch();
      made.session.toggle('a');
      return made;
    }

    const reads: [string, (session: Setup['session']) => Promise<void>][] = [
      ['a search', (session) => session.go({ ...home, search: 'x' })],
      ['another tab', (session) => session.go({ ...home, view: 'recent' })],
      ['a folder', (session) => session.openFolder(folder)],
      ['refresh', (session) => session.go(session.get().place)],
      ['loading more', (session) => session.loadMore()],
    ];
    if (listOffers.sort)
      reads.push(['another order', (session) => session.changePreferences({ sortBy: 'size' })]);

    it.each(reads)('keeps list, place and selection when %s fails', async (_what, read) => {
      const { session, setDown } = await opened();
      const before = session.get();
      setDown(offline);
      await read(session);
      expect(session.get().error?.problem.code).toBe('network_unreachable');
      const { place, query, files, nextCursor, selected } = session.get();
      expect({ place, query, files, nextCursor, selected }).toEqual({
        place: before.place,
        query: before.query,
        files: before.files,
        nextCursor: before.nextCursor,
        selected: ['a'],
      });
    });

    it.each(reads)('retries %s silently when the browser is online again', async (_what, read) => {
      const { session, setDown, runs } = await opened();
      setDown(offline);
      await read(session);
      runs.length = 0;
      setDown(null);
      await session.online();
      expect(session.get()).toMatchObject({ error: null, requestedPlace: null, busy: null, selected: ['a'] });
      expect(new Set(runs)).toEqual(new Set(['launch']));
    });

    it('keeps the list on the screen while the next one loads', async () => {
      const { session, answers } = await opened();
      let answer: (page: FilePage) => void = () => undefined;
      Object.assign(answers, { files: () => new Promise((done) => (answer = done)) });
      const searching = session.go({ ...home, search: 'x' });
      await Promise.resolve();
      expect(ids(session.get().files)).toBe('ab');
      expect(session.get()).toMatchObject({ place: home, requestedPlace: { search: 'x' } });
      answer(page('z'));
      await searching;
      expect(ids(session.get().files)).toBe('z');
      expect(session.get()).toMatchObject({ place: { search: 'x' }, requestedPlace: null });
    });

    it('opens the pane when the browser is online', async () => {
      const { session, fail } = setUp();
      fail(offline);
      await session.launch();
      expect(session.get()).toMatchObject({ me: null, error: { problem: { code: 'network_unreachable' } } });
      await session.online();
      expect(session.get()).toMatchObject({ me: adele, error: null });
    });

    it('retries when the network came back before a pending request failed', async () => {
      const { session, answers } = await opened();
      const { files } = answers;
      let lose: (error: Error) => void = () => undefined;
      Object.assign(answers, { files: () => new Promise((_, fail) => (lose = fail)) });
      const searching = session.go({ ...home, search: 'x' });
      await Promise.resolve();
      await session.online();
      Object.assign(answers, { files });
      lose(offline);
      await searching;
      await expect.poll(() => session.get().place.search).toBe('x');
      expect(session.get().error).toBeNull();
    });

    it('does not retry an insert without a click', async () => {
      const { session, inserted, insertBy } = await opened();
      insertBy(() => Promise.reject(offline));
      await session.insert();
      await session.online();
      expect(inserted).toHaveLength(1);
      expect(session.get()).toMatchObject({ selected: ['a'], error: { retriesOnline: false } });
    });

    it('retries only network problems', async () => {
      const { session, fail, runs } = await opened();
      fail(new ProblemError('access_denied'));
      await session.openFolder(folder);
      runs.length = 0;
      await session.online();
      expect(runs.filter((trigger) => trigger === 'action')).toEqual([]);
      expect(session.get().error?.problem.code).toBe('access_denied');
    });

    it.skipIf(!listOffers.sort)('loads more in the current order of the list', async () => {
      const { session, answers, setDown } = await opened();
      setDown(offline);
      await session.changePreferences({ sortBy: 'size' });
      setDown(null);
      const asked: unknown[] = [];
      Object.assign(answers, {
        files: (parameters: URLSearchParams) => {
          asked.push(parameters.get('sort'));
          return Promise.resolve(page('z'));
        },
      });
      await session.loadMore();
      expect(asked).toEqual(['name']);
    });
  });

  it('leaves a folder that no longer exists', async () => {
    const { session, fail } = setUp();
    await session.launch();
    await session.openFolder({ id: 'f', name: 'Folder' });
    fail(new ProblemError('not_found'));
    await session.openFolder({ id: 'g', name: 'Gone' });
    await session.retry();
    expect(session.get().place.folders.map(({ id }) => id)).toEqual(['f']);
    fail(new ProblemError('not_found'));
    await session.go(session.get().place);
    await session.retry();
    expect(session.get().place.folders).toEqual([]);
  });

  it('starts at the root for another account', async () => {
    const { session, signInAs } = setUp();
    await session.launch();
    await session.openFolder({ id: 'f', name: 'Folder' });
    signInAs(alex, false);
    await session.switchAccount();
    expect(session.get()).toMatchObject({ me: alex, place: home });
  });
});

it('keeps the list and marks it incomplete when the cursor has expired', async () => {
  const { session, answers } = setUp();
  await session.launch();
  const files = answers.files;
  Object.assign(answers, {
    files: (parameters: URLSearchParams) =>
      parameters.has('cursor') ? Promise.reject(new ProblemError('request_invalid')) : files(parameters),
  });
  await session.loadMore();
  expect(session.get()).toMatchObject({ nextCursor: null, incomplete: true, error: null });
  expect(session.get().files).toHaveLength(2);
});

it('returns null for a user without a photo', async () => {
  const api: Api = {
    get: () => Promise.reject(new Error('not used')),
    request: (_path, read) => read(new Response(null, { status: 204 })),
  };
  expect(await readPhoto(api)).toBeNull();
});
