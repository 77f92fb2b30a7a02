import { expect, it } from 'vitest';
import { BoundedStore } from './boundedStore.ts';

function setUp(most: number) {
  const state = { now: 1_000_000 };
  const store = new BoundedStore(most, () => state.now);
  store.init({ windowMs: 60_000 });
  return { state, store };
}

it('counts within a window, and begins anew after it', () => {
  const { state, store } = setUp(10);
  expect(store.increment('a')).toEqual({ totalHits: 1, resetTime: new Date(1_060_000) });
  expect(store.increment('a').totalHits).toBe(2);
  expect(store.increment('b').totalHits).toBe(1);
  state.now += 59_999;
  expect(store.increment('a').totalHits).toBe(3);
  state.now += 1;
  expect(store.get('a')).toBeUndefined();
  expect(store.increment('a')).toEqual({ totalHits: 1, resetTime: new Date(1_120_000) });
});

it('takes back and forgets what it is told to', () => {
  const { store } = setUp(10);
  store.increment('a');
  store.decrement('a');
  expect(store.get('a')?.totalHits).toBe(0);
  store.decrement('a');
  expect(store.get('a')?.totalHits).toBe(0);
  store.resetKey('a');
  expect(store.get('a')).toBeUndefined();
});

it('holds no more clients than it may, whoever comes, and keeps the ones that come often', () => {
  const { store } = setUp(1_000);
  for (let i = 0; i < 100_000; i += 1) {
    store.increment(`2001:db8:${i.toString(16)}::/56`);
    if (i % 100 === 0) store.increment('a person');
  }
  expect(store.size).toBe(1_000);
  expect(store.get('a person')?.totalHits).toBe(1_000);
});
