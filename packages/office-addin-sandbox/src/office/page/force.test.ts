import { expect, it } from 'vitest';
import { readComposed } from './force.ts';

it('reads an object', () => {
  expect(readComposed('{"obo": [{"aadsts": 50076}]}')).toEqual({ obo: [{ aadsts: 50076 }] });
});

it.each([
  ['{"obo": [', 'The scenario is not JSON'],
  ['', 'The scenario is not JSON'],
  ['[13005]', 'has to be one JSON object'],
  ['13005', 'has to be one JSON object'],
  ['null', 'has to be one JSON object'],
])('says what is wrong with %s', (text, sentence) => {
  expect(() => readComposed(text)).toThrow(sentence);
});
