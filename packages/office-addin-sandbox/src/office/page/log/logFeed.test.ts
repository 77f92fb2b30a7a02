import { beforeEach, expect, it } from 'vitest';
import type { LogEntry } from '../../../log.ts';
import { LogFeed } from './logFeed.ts';

const entry = (path: string): LogEntry => ({ at: '2026-11-23T10:00:00.000Z', kind: 'graph', path });

let shown: string[];
let answers: ((entries: LogEntry[]) => void)[];
let feed: LogFeed;
beforeEach(() => {
  shown = [];
  answers = [];
  const show = (each: LogEntry) => shown.push(String(each['path']));
  feed = new LogFeed(
    {
      begin: (title) => shown.push(title),
      add: show,
      replace: (title, entries) => {
        shown = [title];
        entries.forEach(show);
      },
    },
    () => new Promise((answer) => answers.push(answer)),
  );
});

it('shows entries of both the fetched log and the stream once, in order', async () => {
  const first = feed.scenario('A');
  feed.entry(entry('2'));
  feed.entry(entry('3'));
  answers[0]?.([entry('1'), entry('2')]);
  await first;
  feed.entry(entry('4'));
  expect(shown).toEqual(['A', '1', '2', '3', '4']);
});

it('starts a section for each scenario without fetching the log', async () => {
  const first = feed.scenario('A');
  answers[0]?.([]);
  await first;
  feed.entry(entry('1'));
  await feed.scenario('B');
  feed.entry(entry('2'));
  expect(shown).toEqual(['A', '1', 'B', '2']);
});

it('ignores a fetched log when the scenario has changed since', async () => {
  const first = feed.scenario('A');
  const second = feed.scenario('B');
  answers[0]?.([entry('of A')]);
  await first;
  answers[1]?.([entry('of B')]);
  await second;
  expect(shown).toEqual(['B', 'of B']);
});

it('fetches the log again after the stream reconnects', async () => {
  const first = feed.scenario('A');
  answers[0]?.([]);
  await first;
  feed.connected();
  const again = feed.scenario('A');
  answers[1]?.([entry('missed')]);
  await again;
  expect(shown).toEqual(['A', 'missed']);
});
