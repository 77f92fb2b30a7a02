import { describe, expect, it } from 'vitest';
import type { FileItem, FilePage, Me } from '../../contract/api.ts';
import { ProblemError } from '../../contract/problem.ts';
import type { ApiCall } from '../api/client.ts';
import type { Door, RunOptions, Trigger } from '../auth/door.ts';
import type { InsertResult } from '../documents/insertJob.ts';
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

/** A door whose runs go through, unless a problem is put before them. */
function world(pages: Record<string, FilePage> = { '': page('ab', 'next'), next: page('bcd') }) {
  const runs: Trigger[] = [];
  const problems: ProblemError[] = [];
  const otherWays: string[] = [];
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
  const door: Door = {
    run: async <T>(trigger: Trigger, job: (given: ApiCall) => Promise<T>, { signal }: RunOptions = {}) => {
      runs.push(trigger);
      const problem = problems.shift();
      if (problem) throw problem;
      signal?.throwIfAborted();
      return job(call);
    },
    hasOtherWay: (problem) => problem.code === 'sso_13006',
    takeOtherWay: (problem) => otherWays.push(problem.code),
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
    door,
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
});
