import { describe, expect, it } from 'vitest';
import { TokenStore } from './graphTokens.ts';

const token = (accessToken: string) => ({ accessToken, expiresAt: 1_000 });

describe('TokenStore', () => {
  it('returns the stored token unchanged', () => {
    const store = new TokenStore();
    const odd = 'eyJ0.AZaz09-_~+/=.ÿ';
    store.set('key', token(odd));
    expect(store.find('key')).toEqual(token(odd));
    expect(store.find('other')).toBeUndefined();
  });

  it('replaces and deletes', () => {
    const store = new TokenStore();
    store.set('key', token('first'));
    store.set('key', token('second'));
    expect(store.find('key')?.accessToken).toBe('second');
    store.delete('key');
    expect(store.find('key')).toBeUndefined();
  });

  it('evicts the least recently used tokens beyond its size', () => {
    const store = new TokenStore(10 * 2_400);
    for (let number = 0; number < 9; number += 1) store.set(`key ${number}`, token('a'.repeat(2_000)));
    store.find('key 0');
    for (let number = 9; number < 12; number += 1) store.set(`key ${number}`, token('a'.repeat(2_000)));
    expect(store.find('key 0')).toBeDefined();
    expect(store.find('key 1')).toBeUndefined();
    expect(store.find('key 11')).toBeDefined();
  });

  it('does not store a token larger than its size', () => {
    const store = new TokenStore(1_000);
    store.set('key', token('a'.repeat(5_000)));
    expect(store.find('key')).toBeUndefined();
  });
});
