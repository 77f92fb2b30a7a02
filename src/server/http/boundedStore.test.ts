import { expect, it } from 'vitest';
import { BoundedStore } from './boundedStore.ts';

function setUp(maxClients: number) {
  const state = { now: 1_000_000 };
  const store = new BoundedStore(maxClients, () => state.now);
  store.init({ windowMs: 60_000 });
  return { state, store };
}

it('counts within a window, and starts at zero in the next one', () => {
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

it('decrements a count to zero at most, and resets a key', () => {
  const { store } = setUp(10);
  store.increment('a');
  store.decrement('a');
  expect(store.get('a')?.totalHits).toBe(0);
  store.decrement('a');
  expect(store.get('a')?.totalHits).toBe(0);
  store.resetKey('a');
  expect(store.get('a')).toBeUndefined();
});

it('evicts the least recent clients beyond the maximum, and keeps frequent ones', () => {
  const { store } = setUp(1_000);
  for (let i = 0; i < 100_000; i += 1) {
    store.increment(`2001:db8:${i.toString(16)}::/56`);
    if (i % 100 === 0) store.increment('frequent client');
  }
  expect(store.size).toBe(1_000);
  expect(store.get('frequent client')?.totalHits).toBe(1_000);
});
