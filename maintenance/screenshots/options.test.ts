import { describe, expect, it } from 'vitest';
import { screenshotOptions } from './options.ts';

const read = (args: string[]) => screenshotOptions(args, ['files', 'menu']);

describe('screenshotOptions', () => {
  it.each([
    [[], { build: true, states: undefined }],
    [['--no-build', '--states'], { build: false, states: [] }],
    [['--states', 'files', 'menu'], { build: true, states: ['files', 'menu'] }],
  ])('reads %j', (args, expected) => expect(read(args)).toEqual(expected));

  it.each([
    [['--sates'], /Unknown option --sates\. Did you mean --states\?/],
    [['states'], /Unexpected argument "states"\. Did you mean --states\?/],
    [['files'], /Unexpected argument "files".*\[--states \[state …\]\]/],
    [['--states', 'meun'], /no state "meun"\. Did you mean menu\? States: files, menu\./],
  ])('rejects %j', (args, message) => expect(() => read(args)).toThrow(message));
});
