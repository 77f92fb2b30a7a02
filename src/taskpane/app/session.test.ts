import { describe, expect, it } from 'vitest';
import type { FileItem, FilePage, FileQuery, Me } from '../../contract/api.ts';
import { ProblemError } from '../../contract/problem.ts';
import type { ApiCall } from '../api/client.ts';
import type { TokenManager, RunOptions, Trigger } from '../auth/tokenManager.ts';
import type { InsertResult } from '../documents/insertJob.ts';
import { home } from '../features/files/place.ts';
import { createSession } from './session.ts';

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

/** A token manager whose runs succeed, unless a problem is queued. */
function world(pages: Record<string, FilePage> = { '': page('ab', 'next'), next: page('bcd') }) {
  const runs: Trigger[] = [];
  const problems: ProblemError[] = [];
  const otherWays: string[] = [];
  let down: ProblemError | null = null;
  let me = adele;
  let changed = false;
  const call: ApiCall = {
    me: () => Promise.resolve(me),
    photo: () => Promise.resolve(null),
    files: (cursor) => Promise.resolve(pages[cursor ?? ''] ?? page('')),
    preferences: () => Promise.reject(new ProblemError('network_unreachable')),
    savePreferences: () => Promise.reject(new ProblemError('network_unreachable')),
    deletePreferences: () => Promise.reject(new ProblemError('network_unreachable')),
  };
  const tokens: TokenManager = {
    run: async <T>(trigger: Trigger, job: (given: ApiCall) => Promise<T>, { signal }: RunOptions = {}) => {
      runs.push(trigger);
      const problem = down ?? problems.shift();
      if (problem) throw problem;
      signal?.throwIfAborted();
      return job(call);
    },
    hasAlternative: (problem) => problem.code === 'sso_13006',
    chooseAlternative: (problem) => otherWays.push(problem.code),
    signOut: () => undefined,
    takeAccountChange() {
      const told = changed;
      changed = false;
      return told;
    },
    canSignOut: true,
  };
  const inserted: string[][] = [];
  let inserting: () => Promise<InsertResult> = () =>
    Promise.resolve({ count: 1, place: { kind: 'selection' } });
  const session = createSession({
    tokens,
    insert: (files) => {
      inserted.push(files.map(({ id }) => id));
      return inserting();
    },
  });
  return {
    session,
    runs,
    otherWays,
    inserted,
    call,
    fail: (problem: ProblemError) => problems.push(problem),
    breaks: (problem: ProblemError | null) => (down = problem),
    become: (person: Me, noticed = true) => {
      me = person;
      changed = noticed;
    },
    insertBy: (work: () => Promise<InsertResult>) => (inserting = work),
  };
}

const ids = (files: readonly FileItem[] | null) => (files ?? []).map(({ id }) => id).join('');

describe('the session of the pane', () => {
  it('opens with who is here and the first files, and loads more without doubles', async () => {
    const { session, runs } = world();
    await session.launch();
    expect(session.get()).toMatchObject({ me: adele, busy: null, trouble: null, nextCursor: 'next' });
    await session.loadMore();
    expect(ids(session.get().files)).toBe('abcd');
    expect(session.get().nextCursor).toBeNull();
    expect(runs).toEqual(['launch', 'action']);
  });

  it('goes on with what failed, and loses neither files nor selection', async () => {
    const { session, fail } = world();
    await session.launch();
    session.toggle('b');
    session.toggle('a');
    fail(new ProblemError('claims_challenge'));
    await session.loadMore();
    expect(session.get().trouble).toMatchObject({ during: 'loading-more' });
    expect(session.get().selected).toEqual(['b', 'a']);
    await session.goOn();
    expect(ids(session.get().files)).toBe('abcd');
    expect(session.get()).toMatchObject({ selected: ['b', 'a'], trouble: null });
  });

  it('resumes what failed when the user signs in another way', async () => {
    const { session, fail, otherWays } = world();
    await session.launch();
    session.toggle('a');
    fail(new ProblemError('sso_13006'));
    await session.loadMore();
    expect(session.get().trouble).toMatchObject({ otherWay: true, during: 'loading-more' });
    await session.signInAnotherWay();
    expect(otherWays).toEqual(['sso_13006']);
    expect(ids(session.get().files)).toBe('abcd');
    expect(session.get()).toMatchObject({ selected: ['a'], trouble: null });
  });

  it('inserts the chosen files in their order, once', async () => {
    const { session, inserted, insertBy } = world();
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
    expect(session.get()).toMatchObject({ selected: [], notice: { kind: 'inserted' } });
  });

  it('a failed insert keeps the selection and is repeated only by the user', async () => {
    const { session, inserted, insertBy } = world();
    await session.launch();
    session.toggle('a');
    insertBy(() => Promise.reject(new ProblemError('document_failed')));
    await session.insert();
    expect(session.get()).toMatchObject({ selected: ['a'], trouble: { during: 'inserting' } });
    expect(inserted).toHaveLength(1);
  });

  it('another person than before is said, and gets none of the other’s files', async () => {
    const { session, become } = world();
    await session.launch();
    session.toggle('a');
    become(alex);
    await session.loadMore();
    expect(session.get()).toMatchObject({
      me: alex,
      selected: [],
      notice: { kind: 'account-changed', name: 'Alex' },
    });
    expect(ids(session.get().files)).toBe('ab');
  });

  it('a user without a OneDrive is signed in all the same', async () => {
    const { session, call } = world();
    Object.assign(call, { files: () => Promise.reject(new ProblemError('no_drive')) });
    await session.launch();
    expect(session.get()).toMatchObject({ me: adele, files: [], trouble: { problem: { code: 'no_drive' } } });
  });

  it('cancelling ends the wait without a message', async () => {
    const { session, call } = world();
    let cancelled: (error: Error) => void = () => undefined;
    Object.assign(call, { files: () => new Promise((_, fail) => (cancelled = fail)) });
    const opening = session.launch();
    await Promise.resolve();
    expect(session.get().busy).not.toBeNull();
    session.cancel();
    cancelled(new DOMException('Cancelled', 'AbortError'));
    await opening;
    expect(session.get()).toMatchObject({ busy: null, trouble: null });
  });

  it('a defect becomes a message with its name in the details', async () => {
    const { session, call } = world();
    Object.assign(call, { me: () => Promise.reject(new TypeError('x is undefined')) });
    await session.launch();
    expect(session.get().trouble?.problem).toMatchObject({
      code: 'unexpected',
      facts: { detail: 'TypeError: x is undefined' },
    });
  });

  it('signing out forgets everything of the user', async () => {
    const { session } = world();
    await session.launch();
    session.toggle('a');
    session.signOut();
    expect(session.get()).toMatchObject({ me: null, files: null, selected: [], photo: null });
  });

  describe('without a network', () => {
    const offline = new ProblemError('network_unreachable');
    const folder = { id: 'f', name: 'Folder' };
    type Opened = ReturnType<typeof world>;

    async function opened(): Promise<Opened> {
      const it = world();
      await it.session.launch();
      it.session.toggle('a');
      return it;
    }

    const reads: [string, (session: Opened['session']) => Promise<void>][] = [
      ['a search', (session) => session.go({ ...home, search: 'x' })],
      ['another tab', (session) => session.go({ ...home, view: 'recent' })],
      ['a folder', (session) => session.openFolder(folder)],
      ['refresh', (session) => session.go(session.get().place)],
      ['another order', (session) => session.changePreferences({ sortBy: 'size' })],
      ['more of the list', (session) => session.loadMore()],
    ];

    it.each(reads)('keeps list, place and selection when %s cannot be read', async (_what, read) => {
      const { session, breaks } = await opened();
      const before = session.get();
      breaks(offline);
      await read(session);
      expect(session.get().trouble?.problem.code).toBe('network_unreachable');
      const { place, query, files, nextCursor, selected } = session.get();
      expect({ place, query, files, nextCursor, selected }).toEqual({
        place: before.place,
        query: before.query,
        files: before.files,
        nextCursor: before.nextCursor,
        selected: ['a'],
      });
    });

    it.each(reads)('reads %s once the browser is online again, silently', async (_what, read) => {
      const { session, breaks, runs } = await opened();
      breaks(offline);
      await read(session);
      runs.length = 0;
      breaks(null);
      await session.online();
      expect(session.get()).toMatchObject({ trouble: null, wanted: null, busy: null, selected: ['a'] });
      expect(new Set(runs)).toEqual(new Set(['launch']));
    });

    it('keeps the list on the screen while the next one is read', async () => {
      const { session, call } = await opened();
      let answer: (page: FilePage) => void = () => undefined;
      Object.assign(call, { files: () => new Promise((done) => (answer = done)) });
      const searching = session.go({ ...home, search: 'x' });
      await Promise.resolve();
      expect(ids(session.get().files)).toBe('ab');
      expect(session.get()).toMatchObject({ place: home, wanted: { search: 'x' } });
      answer(page('z'));
      await searching;
      expect(ids(session.get().files)).toBe('z');
      expect(session.get()).toMatchObject({ place: { search: 'x' }, wanted: null });
    });

    it('opens the pane once the browser is online', async () => {
      const { session, fail } = world();
      fail(offline);
      await session.launch();
      expect(session.get()).toMatchObject({ me: null, trouble: { during: 'loading' } });
      await session.online();
      expect(session.get()).toMatchObject({ me: adele, trouble: null });
    });

    it('tries again when the network came back before the failure of a pending request', async () => {
      const { session, call } = await opened();
      const { files } = call;
      let lose: (error: Error) => void = () => undefined;
      Object.assign(call, { files: () => new Promise((_, fail) => (lose = fail)) });
      const searching = session.go({ ...home, search: 'x' });
      await Promise.resolve();
      await session.online();
      Object.assign(call, { files });
      lose(offline);
      await searching;
      await expect.poll(() => session.get().place.search).toBe('x');
      expect(session.get().trouble).toBeNull();
    });

    it('leaves it to the user to insert again', async () => {
      const { session, inserted, insertBy } = await opened();
      insertBy(() => Promise.reject(offline));
      await session.insert();
      await session.online();
      expect(inserted).toHaveLength(1);
      expect(session.get()).toMatchObject({ selected: ['a'], trouble: { during: 'inserting' } });
    });

    it('asks again only for what the network may have stopped', async () => {
      const { session, fail, runs } = await opened();
      fail(new ProblemError('access_denied'));
      await session.openFolder(folder);
      runs.length = 0;
      await session.online();
      expect(runs.filter((trigger) => trigger === 'action')).toEqual([]);
      expect(session.get().trouble?.problem.code).toBe('access_denied');
    });

    it('loads more with the order in which the list was read', async () => {
      const { session, call, breaks } = await opened();
      breaks(offline);
      await session.changePreferences({ sortBy: 'size' });
      breaks(null);
      const asked: unknown[] = [];
      Object.assign(call, {
        files: (_cursor: string, { sort }: FileQuery) => {
          asked.push(sort?.by);
          return Promise.resolve(page('z'));
        },
      });
      await session.loadMore();
      expect(asked).toEqual(['name']);
    });
  });

  it('does not ask again for a folder that no longer exists', async () => {
    const { session, fail } = world();
    await session.launch();
    await session.openFolder({ id: 'f', name: 'Folder' });
    fail(new ProblemError('not_found'));
    await session.openFolder({ id: 'g', name: 'Gone' });
    await session.goOn();
    expect(session.get().place.folders.map(({ id }) => id)).toEqual(['f']);
    fail(new ProblemError('not_found'));
    await session.go(session.get().place);
    await session.goOn();
    expect(session.get().place.folders).toEqual([]);
  });

  it('starts with the root for another account', async () => {
    const { session, become } = world();
    await session.launch();
    await session.openFolder({ id: 'f', name: 'Folder' });
    become(alex, false);
    await session.switchAccount();
    expect(session.get()).toMatchObject({ me: alex, place: home });
  });
});

it('keeps the list and says that the rest is missing when its next page has expired', async () => {
  const { session, call } = world();
  await session.launch();
  const files = call.files;
  Object.assign(call, {
    files: (...args: Parameters<ApiCall['files']>) =>
      args[0] === null ? files(...args) : Promise.reject(new ProblemError('request_invalid')),
  });
  await session.loadMore();
  expect(session.get()).toMatchObject({ nextCursor: null, incomplete: true, trouble: null });
  expect(session.get().files).toHaveLength(2);
});
