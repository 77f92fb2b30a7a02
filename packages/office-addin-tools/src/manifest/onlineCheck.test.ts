import { expect, it } from 'vitest';
import { verdictOf } from './onlineCheck.ts';

it.each([
  ['accepted', 0, 'The manifest is valid.'],
  [
    'refused',
    1,
    'Error #1: XML Schema Violation: Your manifest does not adhere to the current set of XML schema definitions',
  ],
  ['unreachable', 1, 'Error: Unable to contact the manifest validation service.'],
  ['unreachable', 1, 'npm error code ENOTFOUND'],
  ['unreachable', null, ''],
] as const)('returns %s for exit code %s and "%s"', (verdict, code, output) => {
  expect(verdictOf(code, output)).toBe(verdict);
});
