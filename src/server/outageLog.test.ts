import { expect, it } from 'vitest';
import { collectLog } from '../../tests/server/logLines.ts';
import { OutageLog } from './outageLog.ts';

it('says one pair per minute, and an outage that lasts is said in the end', () => {
  const log = collectLog();
  let now = 0;
  const outage = new OutageLog(log.logger, () => now, { away: 'gone', back: 'here' });
  const said = () => [...log.take('warn'), ...log.take('info')].map(({ msg, reason }) => [msg, reason]);

  outage.back();
  expect(said()).toEqual([]);
  outage.away('late');
  outage.away('closed');
  outage.back();
  outage.back();
  expect(said()).toEqual([
    ['gone', 'late'],
    ['here', undefined],
  ]);
  for (let flutter = 0; flutter < 10; flutter += 1) {
    outage.away('late');
    outage.back();
  }
  outage.away('closed');
  expect(said()).toEqual([]);
  now += 60_000;
  outage.away('closed');
  expect(said()).toEqual([['gone', 'closed']]);
});
