import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { FunctionCommands } from './functionCommands.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Returns commands of a page, and what the page has received. */
function page({ started = true } = {}) {
  const received: string[][] = [];
  const state = { started };
  const commands = new FunctionCommands((data) => {
    if (state.started) received.push(data as string[]);
    return state.started;
  });
  return { commands, received, state };
}

it('sends the function name and the id of the button, and resolves on event.completed', async () => {
  const { commands, received } = page();
  const result = commands.run('clear', 'Totals.Clear');
  const [[id = '', ...rest] = []] = received;
  expect(rest).toEqual(['clear', '{"source":{"id":"Totals.Clear"}}']);
  commands.completed({ 0: id, 1: 0, 2: '{}' });
  await expect(result).resolves.toBe('completed');
});

it('waits until the page has started', async () => {
  const { commands, received, state } = page({ started: false });
  const result = commands.run('clear', 'x');
  expect(received).toEqual([]);
  state.started = true;
  commands.ready();
  commands.completed({ 0: received[0]?.[0], 1: 0 });
  await expect(result).resolves.toBe('completed');
});

it('calls a function again until the page has defined it', async () => {
  const { commands, received } = page();
  const result = commands.run('late', 'x');
  commands.completed({ 0: received[0]?.[0], 1: 11101 });
  await vi.advanceTimersByTimeAsync(100);
  expect(received).toHaveLength(2);
  commands.completed({ 0: received[1]?.[0], 1: 0 });
  await expect(result).resolves.toBe('completed');
});

it('returns 11101 if the page never defines the function', async () => {
  const { commands, received } = page();
  const result = commands.run('typo', 'x');
  for (let call = 0; call < received.length; call += 1) {
    commands.completed({ 0: received[call]?.[0], 1: 11101 });
    await vi.advanceTimersByTimeAsync(100);
  }
  await expect(result).resolves.toBe(11101);
});

it('returns the error number of office.js, such as for an unknown function', async () => {
  const { commands, received } = page();
  const result = commands.run('typo', 'x');
  commands.completed({ 0: received[0]?.[0], 1: 5009 });
  await expect(result).resolves.toBe(5009);
});

it('times out after five minutes', async () => {
  const { commands } = page();
  const result = commands.run('endless', 'x');
  vi.advanceTimersByTime(5 * 60_000);
  await expect(result).resolves.toBe('timeout');
});

it('ends waiting and running functions when the page closes', async () => {
  const { commands, state } = page();
  const running = commands.run('one', 'x');
  state.started = false;
  const waiting = commands.run('two', 'x');
  commands.close();
  await expect(Promise.all([running, waiting])).resolves.toEqual(['closed', 'closed']);
});
