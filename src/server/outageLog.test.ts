import { expect, it } from 'vitest';
import { collectLog } from '../../tests/server/logLines.ts';
import { OutageLog } from './outageLog.ts';

it('logs an outage and its recovery at most once a minute, and a lasting outage after that', () => {
  const log = collectLog();
  let now = 0;
  const outage = new OutageLog(log.logger, () => now, { down: 'down', up: 'up' });
  const logged = () => [...log.take('warn'), ...log.take('info')].map(({ msg, reason }) => [msg, reason]);

  outage.up();
  expect(logged()).toEqual([]);
  outage.down('timeout');
  outage.down('closed');
  outage.up();
  outage.up();
  expect(logged()).toEqual([
    ['down', 'timeout'],
    ['up', undefined],
  ]);
  for (let i = 0; i < 10; i += 1) {
    outage.down('timeout');
    outage.up();
  }
  outage.down('closed');
  expect(logged()).toEqual([]);
  now += 60_000;
  outage.down('closed');
  expect(logged()).toEqual([['down', 'closed']]);
});
