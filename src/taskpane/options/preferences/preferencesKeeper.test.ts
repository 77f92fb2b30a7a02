import { expect, it } from 'vitest';
import { defaultPreferences, type Preferences } from '../../../contract/preferences.ts';
import { ProblemError } from '../../../contract/problem.ts';
import type { ApiCall } from '../../api/client.ts';
import type { Trigger } from '../../auth/tokenManager.ts';
import { createPreferencesKeeper } from './preferencesKeeper.ts';
import { initialState } from '../../app/state.ts';
import { createStore } from '../../store.ts';

/** A server with one record, which keeps the rule of If-Match. */
function world() {
  const triggers: Trigger[] = [];
  let record = defaultPreferences;
  let revision = 1;
  let broken = false;
  const etag = () => `"${revision}"`;
  const answer = <T>(value: () => T): Promise<T> =>
    broken ? Promise.reject(new ProblemError('preferences_unavailable')) : Promise.resolve().then(value);
  const call: Partial<ApiCall> = {
    preferences: () => answer(() => ({ preferences: record, etag: etag() })),
    savePreferences: (wanted, expected) =>
      answer(() => {
        if (expected !== etag()) throw new ProblemError('preferences_changed');
        record = wanted;
        revision += 1;
        return { preferences: record, etag: etag() };
      }),
    deletePreferences: () => answer(() => void ((record = defaultPreferences), (revision += 1))),
  };
  const store = createStore(initialState);
  const run = <T>(trigger: Trigger, job: (given: ApiCall) => Promise<T>): Promise<T> => {
    triggers.push(trigger);
    return job(call as ApiCall);
  };
  return {
    keeper: createPreferencesKeeper({ run }, store),
    call: call as ApiCall,
    store,
    triggers,
    record: () => record,
    elsewhere: (change: Partial<Preferences>) => {
      record = { ...record, ...change };
      revision += 1;
    },
    breaks: (now = true) => (broken = now),
  };
}

it('a change holds at once and is saved without a window', async () => {
  const { keeper, store, record, triggers } = world();
  const saving = keeper.change({ pageSize: 25 });
  expect(store.get()).toMatchObject({ preferences: { pageSize: 25 }, saving: 'saving' });
  await saving;
  expect(record().pageSize).toBe(25);
  expect(store.get().saving).toBe('saved');
  expect(triggers).toEqual(['launch']);
});

it('a change from elsewhere is kept, and ours is made on top of it', async () => {
  const { keeper, call, record, elsewhere } = world();
  const saved = await keeper.read(call);
  if (saved) keeper.took(saved);
  elsewhere({ language: 'ja' });
  await keeper.change({ pageSize: 50 });
  expect(record()).toMatchObject({ language: 'ja', pageSize: 50 });
});

it('changes are saved one after the other, none is lost', async () => {
  const { keeper, record } = world();
  await Promise.all([keeper.change({ welcomed: true }), keeper.change({ sortBy: 'size' })]);
  expect(record()).toMatchObject({ welcomed: true, sortBy: 'size' });
});

it('what fails is said where the settings are, and the choice holds', async () => {
  const { keeper, call, store, breaks } = world();
  breaks();
  expect(await keeper.read(call)).toBeNull();
  await keeper.change({ language: 'de' });
  expect(store.get()).toMatchObject({ preferences: { language: 'de' }, saving: 'failed', trouble: null });
});

it('deleting leaves nothing on the server, and does not bring the welcome back', async () => {
  const { keeper, store, record } = world();
  await keeper.change({ sortBy: 'size' });
  await keeper.remove();
  expect(record()).toEqual(defaultPreferences);
  expect(store.get()).toMatchObject({ preferences: { sortBy: 'name', welcomed: true }, saving: 'deleted' });
});

it('nothing is written for somebody who has left', async () => {
  const { keeper, store, record } = world();
  const saving = keeper.change({ pageSize: 25 });
  keeper.forget();
  store.update({ saving: 'idle' });
  await saving;
  expect(record().pageSize).toBe(100);
  expect(store.get().saving).toBe('idle');
});

it('saves what failed once the network is back, together with what was changed since', async () => {
  const { keeper, store, record, breaks } = world();
  breaks();
  await keeper.change({ pageSize: 25 });
  await keeper.change({ sortBy: 'size' });
  breaks(false);
  keeper.retry();
  await expect.poll(() => store.get().saving).toBe('saved');
  expect(record()).toMatchObject({ pageSize: 25, sortBy: 'size' });
});

it('deletes the record once the network is back', async () => {
  const { keeper, store, record, breaks } = world();
  await keeper.change({ sortBy: 'size' });
  breaks();
  await keeper.remove();
  expect(store.get().saving).toBe('failed');
  breaks(false);
  keeper.retry();
  await expect.poll(() => store.get().saving).toBe('deleted');
  expect(record()).toEqual(defaultPreferences);
});

it('saves nothing again when nothing failed', async () => {
  const { keeper, triggers } = world();
  await keeper.change({ sortBy: 'size' });
  keeper.retry();
  expect(triggers).toHaveLength(1);
});

it('keeps a choice that was made before the saved ones arrived', async () => {
  const { keeper, call, store } = world();
  const reading = keeper.read(call);
  const saving = keeper.change({ sortBy: 'size' });
  const saved = await reading;
  if (saved) keeper.took(saved);
  expect(store.get().preferences.sortBy).toBe('size');
  await saving;
});
