import { expect, it } from 'vitest';
import { thirdPartyLicenses } from './bundle.ts';

it('lists the license of each package in the host page', async () => {
  const text = await thirdPartyLicenses();
  const names = [...text.matchAll(/^(\S+) \d+\.\d+\.\d+\S* \((\S+)\)$/gmu)].map(([, name, license]) => [
    name,
    license,
  ]);
  expect(names).toEqual(
    expect.arrayContaining([
      ['@formulajs/formulajs', 'MIT'],
      ['numfmt', 'MIT'],
    ]),
  );
  expect(text.match(/Permission is hereby granted/gu)?.length).toBeGreaterThanOrEqual(2);
});
