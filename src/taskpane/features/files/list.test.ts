import { expect, it } from 'vitest';
import { findByName, listAction, ROW_HEIGHT, rowsInView, rowsToRender, type ListAction } from './list.ts';

const facts = { active: 5, count: 100, page: 8, canOpen: false };
const press = (keys: string, change: Partial<typeof facts> = {}) => {
  const parts = keys.split('+');
  const held = (name: string) => parts.slice(0, -1).includes(name);
  const key = parts.at(-1) === 'Space' ? ' ' : (parts.at(-1) ?? '');
  const modifiers = {
    shiftKey: held('Shift'),
    ctrlKey: held('Ctrl'),
    metaKey: held('Meta'),
    altKey: held('Alt'),
  };
  return listAction({ key, ...modifiers }, { ...facts, ...change });
};

it.each<[string, ListAction | null]>([
  ['ArrowDown', { kind: 'move', to: 6 }],
  ['PageUp', { kind: 'move', to: 0 }],
  ['PageDown', { kind: 'move', to: 13 }],
  ['End', { kind: 'move', to: 99 }],
  ['Shift+ArrowUp', { kind: 'extend', to: 4 }],
  ['Shift+Home', { kind: 'move', to: 0 }],
  ['Ctrl+Shift+Home', { kind: 'extend', to: 0 }],
  ['Ctrl+Shift+End', { kind: 'extend', to: 99 }],
  ['Space', { kind: 'toggle' }],
  ['Shift+Space', { kind: 'extend', to: 5 }],
  ['Enter', { kind: 'toggle' }],
  ['Ctrl+a', { kind: 'all' }],
  ['Meta+A', { kind: 'all' }],
  ['b', { kind: 'find', letter: 'b' }],
  ['Ctrl+b', null],
  ['Alt+ArrowUp', null],
  ['Tab', null],
  ['Escape', null],
])('%s: %j', (keys, action) => {
  expect(press(keys)).toEqual(action);
});

it('opens a folder with Enter, stays within the list, and ignores keys in an empty one', () => {
  expect(press('Enter', { canOpen: true })).toEqual({ kind: 'open' });
  expect(press('ArrowDown', { active: 99 })).toEqual({ kind: 'move', to: 99 });
  expect(press('ArrowDown', { count: 0 })).toBeNull();
});

it('finds the next name that starts with the text, and wraps around', () => {
  const names = ['Budget', 'Annual', 'budget 2', 'Zoo'];
  expect(findByName(names, 'b', 0)).toBe(2);
  expect(findByName(names, 'b', 2)).toBe(0);
  expect(findByName(names, 'bu', 2)).toBe(2);
  expect(findByName(names, 'x', 0)).toBe(-1);
});

it('renders fewer than 40 of 10,000 rows at any scroll position', () => {
  for (const row of [0, 1, 500, 9_990, 9_999]) {
    const { first, end } = rowsInView(-row * ROW_HEIGHT, 600, 10_000);
    expect(first).toBeLessThanOrEqual(row);
    expect(end).toBeGreaterThanOrEqual(Math.min(10_000, row + 12));
    expect(end - first).toBeLessThan(40);
  }
});

it('renders all of a short list, and nothing of one that is out of view', () => {
  expect(rowsInView(-50_000, 600, 150)).toEqual({ first: 0, end: 150 });
  const { first, end } = rowsInView(100_000, 600, 10_000);
  expect(end - first).toBe(0);
});

it('adds the active row in list order', () => {
  expect(rowsToRender({ first: 10, end: 13 }, 2, 100)).toEqual([2, 10, 11, 12]);
  expect(rowsToRender({ first: 10, end: 13 }, 90, 100)).toEqual([10, 11, 12, 90]);
  expect(rowsToRender({ first: 10, end: 13 }, 11, 100)).toEqual([10, 11, 12]);
  expect(rowsToRender({ first: 0, end: 0 }, 0, 0)).toEqual([]);
});
