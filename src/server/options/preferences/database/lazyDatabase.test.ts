import { describe, expect, it } from 'vitest';
import { DatabaseError, type Database } from './database.ts';
import { LazyDatabase } from './lazyDatabase.ts';

const limits = { openMs: 50, giveUpMs: 100, queryMs: 100, pauseMs: 1_000 };

/** A database that can be made to fail. Its query returns how often it has been opened. */
function scene() {
  let now = 0;
  const seen = { opened: 0, closed: 0 };
  const state = { opens: true, answers: true, usable: true };
  const open = async (): Promise<Database> => {
    seen.opened += 1;
    if (!state.opens)
      return await new Promise<never>((_resolve, reject) => reject(new DatabaseError({ code: 'DOWN' })));
    const number = seen.opened;
    const query = () => (state.answers ? Promise.resolve([number]) : new Promise(() => undefined));
    return {
      query: query as Database['query'],
      transaction: () => Promise.reject(new Error('Not here.')),
      usable: () => state.usable || number > 1,
      close: () => Promise.resolve(void (seen.closed += 1)),
    };
  };
  return {
    seen,
    state,
    database: new LazyDatabase(open, () => now, limits),
    pass: (ms: number) => void (now += ms),
  };
}

describe('LazyDatabase', () => {
  it('opens with the first query, once for concurrent queries', async () => {
    const { database, seen } = scene();
    expect(seen.opened).toBe(0);
    const answers = await Promise.all([database.query(''), database.query(''), database.query('')]);
    expect(answers).toEqual([[1], [1], [1]]);
  });

  it('retries after a pause, but not before', async () => {
    const { database, seen, state, pass } = scene();
    state.opens = false;
    await expect(database.query('')).rejects.toMatchObject({ code: 'DOWN' });
    state.opens = true;
    await expect(database.query('')).rejects.toMatchObject({ code: 'DOWN' });
    expect(seen.opened).toBe(1);
    pass(1_000);
    expect(await database.query('')).toEqual([2]);
  });

  it('times out both queries and opening', async () => {
    const { database, state } = scene();
    await database.query('');
    state.answers = false;
    await expect(database.query('')).rejects.toMatchObject({ code: 'TIMEOUT' });
    let late: (database: Database) => void = () => undefined;
    const never = new LazyDatabase(
      () => new Promise((resolve) => (late = resolve)),
      () => 0,
      { ...limits, openMs: 100, giveUpMs: 50 },
    );
    await expect(never.query('')).rejects.toMatchObject({ code: 'TIMEOUT' });
    const closed = new Promise<void>((done) => late({ close: () => Promise.resolve(done()) } as Database));
    await closed;
  });

  it('continues to open after the waiting queries have timed out', async () => {
    const { database: sample } = scene();
    let opened = 0;
    let open: () => void = () => undefined;
    const slow = new LazyDatabase(
      () =>
        new Promise((resolve) => {
          opened += 1;
          open = () => resolve({ ...(sample as unknown as Database), usable: () => true });
        }),
      () => 0,
      { ...limits, giveUpMs: 10_000 },
    );
    await expect(slow.query('')).rejects.toMatchObject({ code: 'TIMEOUT' });
    open();
    expect(await slow.query('')).toEqual([1]);
    expect(opened).toBe(1);
  });

  it('closes a database that has failed permanently, and opens it again', async () => {
    const { database, seen, state, pass } = scene();
    expect(await database.query('')).toEqual([1]);
    state.usable = false;
    await database.query('');
    expect(seen.closed).toBe(1);
    await expect(database.query('')).rejects.toMatchObject({ code: 'UNUSABLE' });
    pass(1_000);
    expect(await database.query('')).toEqual([2]);
  });

  it('closes the database it has opened, and opens nothing afterwards', async () => {
    const { database, seen } = scene();
    await database.query('');
    await database.close();
    expect(seen.closed).toBe(1);
    await expect(database.query('')).rejects.toThrow('stopping');
  });
});
