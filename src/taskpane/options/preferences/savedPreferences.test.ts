import { expect, it } from 'vitest';
import { defaultPreferences, type Preferences } from '../../../contract/api.ts';
import { ProblemError } from '../../../contract/problem.ts';
import type { Api } from '../../api/client.ts';
import { createPreferences } from '../../preferences.ts';
import { createSavedPreferences } from './savedPreferences.ts';

/** A fake server with one record, which respects If-Match. */
function setUp() {
  const calls: string[] = [];
  let record = defaultPreferences;
  let revision = 1;
  let broken = false;
  const etag = () => `"${revision}"`;
  function answer(init: RequestInit = {}): Response {
    if (init.method === 'DELETE') {
      record = defaultPreferences;
      revision += 1;
      return new Response(null, { status: 204 });
    }
    if (init.method === 'PUT') {
      if (new Headers(init.headers).get('if-match') !== etag()) throw new ProblemError('preferences_changed');
      record = JSON.parse(init.body as string) as Preferences;
      revision += 1;
    }
    return Response.json(record, { headers: { etag: etag() } });
  }
  const api: Api = {
    get: () => Promise.reject(new Error('not used')),
    async request(_path, read, init) {
      await Promise.resolve();
      if (broken) throw new ProblemError('preferences_unavailable');
      return read(answer(init));
    },
  };
  const preferences = createPreferences();
  const saved = createSavedPreferences(preferences, (job) => {
    calls.push('silent');
    return job(api);
  });
  /** Changes a preference as the user does in the settings, and waits for the save. */
  const change = async (chosen: Partial<Preferences>, end = /saved|failed/) => {
    preferences.change(chosen);
    await expect.poll(() => saved.get().saving).toMatch(end);
  };
  return {
    saved,
    api,
    preferences,
    change,
    calls,
    values: () => preferences.get().values,
    record: () => record,
    changeElsewhere: (chosen: Partial<Preferences>) => {
      record = { ...record, ...chosen };
      revision += 1;
    },
    setBroken: (now = true) => (broken = now),
  };
}

it('applies a choice at once and saves it silently', async () => {
  const { preferences, saved, values, record, calls } = setUp();
  preferences.change({ pageSize: 25 });
  expect(values().pageSize).toBe(25);
  expect(saved.get().saving).toBe('saving');
  await expect.poll(() => saved.get().saving).toBe('saved');
  expect(record().pageSize).toBe(25);
  expect(calls).toHaveLength(1);
});

it('keeps a choice made on another computer', async () => {
  const { saved, api, change, record, changeElsewhere } = setUp();
  (await saved.open(api))(true);
  changeElsewhere({ language: 'ja' });
  await change({ pageSize: 50 });
  expect(record()).toMatchObject({ language: 'ja', pageSize: 50 });
});

it('saves concurrent choices one after the other', async () => {
  const { saved, record } = setUp();
  await Promise.all([saved.save({ welcomed: true }), saved.save({ sortBy: 'size' })]);
  expect(record()).toMatchObject({ welcomed: true, sortBy: 'size' });
});

it('keeps a choice that could not be saved while the pane is open', async () => {
  const { saved, api, change, values, setBroken } = setUp();
  setBroken();
  await expect(saved.open(api)).rejects.toMatchObject({ code: 'preferences_unavailable' });
  await change({ language: 'de' });
  expect(values().language).toBe('de');
  expect(saved.get().saving).toBe('failed');
});

it('deletes the record and does not show the first-run card again', async () => {
  const { saved, change, values, record } = setUp();
  await change({ sortBy: 'size' });
  await saved.remove();
  expect(record()).toEqual(defaultPreferences);
  expect(values()).toMatchObject({ sortBy: 'name', welcomed: true });
  expect(saved.get().saving).toBe('deleted');
});

it('does not save for a user who has signed out', async () => {
  const { saved, record } = setUp();
  const saving = saved.save({ pageSize: 25 });
  saved.forget();
  await saving;
  expect(record().pageSize).toBe(100);
  expect(saved.get().saving).toBe('idle');
});

it('saves failed and later choices together when the network is back', async () => {
  const { saved, record, change, setBroken } = setUp();
  setBroken();
  await change({ pageSize: 25 }, /failed/);
  await saved.save({ sortBy: 'size' });
  setBroken(false);
  saved.online();
  await expect.poll(() => saved.get().saving).toBe('saved');
  expect(record()).toMatchObject({ pageSize: 25, sortBy: 'size' });
});

it('deletes the record when the network is back', async () => {
  const { saved, change, record, setBroken } = setUp();
  await change({ sortBy: 'size' });
  setBroken();
  await saved.remove();
  expect(saved.get().saving).toBe('failed');
  setBroken(false);
  saved.online();
  await expect.poll(() => saved.get().saving).toBe('deleted');
  expect(record()).toEqual(defaultPreferences);
});

it('does not save again when nothing failed', async () => {
  const { saved, calls, change } = setUp();
  await change({ sortBy: 'size' });
  saved.online();
  expect(calls).toHaveLength(1);
});

it('keeps a choice that was made before the record arrived', async () => {
  const { saved, api, values, preferences } = setUp();
  const reading = saved.open(api);
  preferences.change({ sortBy: 'size' });
  (await reading)(true);
  expect(values().sortBy).toBe('size');
  await expect.poll(() => saved.get().saving).toBe('saved');
});
