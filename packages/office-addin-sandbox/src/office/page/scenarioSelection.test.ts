import { expect, it } from 'vitest';
import { parseComposed } from './scenarioSelection.ts';

it('parses an object', () => {
  expect(parseComposed('{"obo": [{"aadsts": 50076}]}')).toEqual({ obo: [{ aadsts: 50076 }] });
});

it.each([
  ['{"obo": [', 'The scenario is not valid JSON'],
  ['', 'The scenario is not valid JSON'],
  ['[13005]', 'must be a JSON object'],
  ['13005', 'must be a JSON object'],
  ['null', 'must be a JSON object'],
])('rejects %s with a message', (text, message) => {
  expect(() => parseComposed(text)).toThrow(message);
});
