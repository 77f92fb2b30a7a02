import { expect, it } from 'vitest';
import { applicationIds, applications } from './applications.ts';
import { requirementSets } from './requirementSets.ts';

it.each(applicationIds)('%s supports the requirement sets of the add-in, and never JsonPayloadSSO', (id) => {
  const sets = requirementSets(applications[id], { requirementSets: {}, nestedAppAuth: false });
  expect(sets).toMatchObject({ IdentityAPI: '1.3', DialogApi: '1.2', DialogOrigin: '1.1' });
  expect(sets).not.toHaveProperty('NestedAppAuth');
  expect(sets).not.toHaveProperty('JsonPayloadSSO');
});

it.each([true, 'hang', 'interaction'] as const)(
  'supports NestedAppAuth with nestedAppAuth: %s',
  (nestedAppAuth) => {
    expect(requirementSets(applications.word, { requirementSets: {}, nestedAppAuth })).toMatchObject({
      NestedAppAuth: '1.1',
    });
  },
);

it('merges the sets of the scenario case-insensitively; null removes one', () => {
  const sets = requirementSets(applications.excel, {
    requirementSets: { identityapi: null, EXCELAPI: '1.1', NestedAppAuth: null },
    nestedAppAuth: true,
  });
  expect(sets).not.toHaveProperty('IdentityAPI');
  expect(sets).not.toHaveProperty('ExcelApi');
  expect(sets).not.toHaveProperty('NestedAppAuth');
  expect(sets['EXCELAPI']).toBe('1.1');
});

it('has neither single sign-on nor dialogs on a phone, but nested app authentication', () => {
  const scenario = { requirementSets: {}, nestedAppAuth: false } as const;
  const sets = requirementSets(applications.outlook, scenario, true);
  expect(sets).toMatchObject({ Mailbox: '1.5', NestedAppAuth: '1.1' });
  for (const name of ['IdentityAPI', 'DialogApi', 'DialogOrigin']) expect(sets).not.toHaveProperty(name);
});
