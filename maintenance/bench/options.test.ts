import { describe, expect, it } from 'vitest';
import { benchOptions } from './options.ts';

describe('benchOptions', () => {
  it.each([
    [[], [['server'], ['pane']]],
    [
      ['--quick'],
      [
        ['server', '--quick'],
        ['pane', '--quick'],
      ],
    ],
    [
      ['--quick', '--no-build'],
      [
        ['server', '--quick'],
        ['pane', '--quick', '--no-build'],
      ],
    ],
    [['soak', '--seconds', '60', '--seed=2'], [['soak', '--seconds=60', '--seed=2']]],
  ])('reads %j', (args, expected) => {
    expect(benchOptions(args).map(({ name, options }) => [name, ...options])).toEqual(expected);
  });

  it.each([
    [['sever'], /no benchmark "sever"\. Did you mean server\?/],
    [['server', 'constructor'], /no benchmark "constructor"/],
    [['soak', '--secnods=60'], /Unknown option --secnods\. Did you mean --seconds\? Usage: npm run bench/],
    [
      ['flood', '--quick'],
      /--quick is not an option of flood\. Usage: npm run bench -- flood \[--count=<n>\]/,
    ],
    [['--quick=yes'], /--quick.*Usage/],
  ])('rejects %j before the first benchmark', (args, message) => {
    expect(() => benchOptions(args)).toThrow(message);
  });
});
