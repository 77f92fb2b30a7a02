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
  const result = commands.run('clear', { source: { id: 'Totals.Clear' } });
  const [[id = '', ...rest] = []] = received;
  expect(rest).toEqual(['clear', '{"source":{"id":"Totals.Clear"}}']);
  commands.completed({ 0: id, 1: 0, 2: '{"completedContext":{"allowEvent":false}}' });
  await expect(result).resolves.toEqual({ result: 'completed', options: { allowEvent: false } });
});

it('waits until the page has started', async () => {
  const { commands, received, state } = page({ started: false });
  const result = commands.run('clear', { source: { id: 'x' } });
  expect(received).toEqual([]);
  state.started = true;
  commands.ready();
  commands.completed({ 0: received[0]?.[0], 1: 0 });
  await expect(result).resolves.toMatchObject({ result: 'completed' });
});

it('calls a function again until the page has defined it', async () => {
  const { commands, received } = page();
  const result = commands.run('late', { source: { id: 'x' } });
  commands.completed({ 0: received[0]?.[0], 1: 11101 });
  await vi.advanceTimersByTimeAsync(100);
  expect(received).toHaveLength(2);
  commands.completed({ 0: received[1]?.[0], 1: 0 });
  await expect(result).resolves.toMatchObject({ result: 'completed' });
});

it('returns 11101 if the page never defines the function', async () => {
  const { commands, received } = page();
  const result = commands.run('typo', { source: { id: 'x' } });
  for (let call = 0; call < received.length; call += 1) {
    commands.completed({ 0: received[call]?.[0], 1: 11101 });
    await vi.advanceTimersByTimeAsync(100);
  }
  await expect(result).resolves.toMatchObject({ result: 11101 });
});

it('returns the error number of office.js, such as for an unknown function', async () => {
  const { commands, received } = page();
  const result = commands.run('typo', { source: { id: 'x' } });
  commands.completed({ 0: received[0]?.[0], 1: 5009 });
  await expect(result).resolves.toMatchObject({ result: 5009 });
});

it('times out after five minutes', async () => {
  const { commands } = page();
  const result = commands.run('endless', { source: { id: 'x' } });
  vi.advanceTimersByTime(5 * 60_000);
  await expect(result).resolves.toMatchObject({ result: 'timeout' });
});

it('ends waiting and running functions when the page closes', async () => {
  const { commands, state } = page();
  const running = commands.run('one', { source: { id: 'x' } });
  state.started = false;
  const waiting = commands.run('two', { source: { id: 'x' } });
  commands.close();
  await expect(Promise.all([running, waiting])).resolves.toMatchObject([
    { result: 'closed' },
    { result: 'closed' },
  ]);
});

it('is unavailable if the page does not start in time', async () => {
  const { commands } = page({ started: false });
  const result = commands.run('send', {}, 60_000, 1000);
  vi.advanceTimersByTime(1000);
  await expect(result).resolves.toMatchObject({ result: 'unavailable' });
});
