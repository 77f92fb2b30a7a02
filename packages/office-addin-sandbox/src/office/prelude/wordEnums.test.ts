import { expect, it } from 'vitest';
import { defineWordEnums } from './wordEnums.ts';

it('names the styles of npm’s build as current builds do', () => {
  const page: { Word?: Record<string, unknown> } = {};
  defineWordEnums(page);
  const word = page.Word as Record<string, unknown>;
  word['Style'] = { heading1: 'Heading1' };
  expect(word['BuiltInStyleName']).toEqual({ heading1: 'Heading1' });
});

it('leaves the enum of a current build alone', () => {
  const page: { Word?: Record<string, unknown> } = {};
  defineWordEnums(page);
  const word = page.Word as Record<string, unknown>;
  word['Style'] = class {};
  word['BuiltInStyleName'] = { title: 'Title' };
  expect(word['BuiltInStyleName']).toEqual({ title: 'Title' });
});
