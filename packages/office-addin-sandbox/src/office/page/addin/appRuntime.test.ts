import { expect, it } from 'vitest';
import { paneVisibility } from './appRuntime.ts';

const batch = (name: string, ...args: unknown[]) => {
  const body = {
    Actions: [{ Name: '' }, { Name: name, ArgumentInfo: { Arguments: args } }],
    ObjectPaths: {},
  };
  return ['WacPartition', 'POST', 'ProcessQuery', [], JSON.stringify(body)];
};

it.each([
  ['Visible', 'visible'],
  ['Background', 'hidden'],
  ['Inactive', 'hidden'],
])('maps the runtime state %s to %s', (state, visibility) => {
  expect(paneVisibility(batch('SetAppRuntimeState', state))).toBe(visibility);
});

it.each([[batch('GetAppRuntimeState')], [batch('SetAppRuntimeState')], [undefined], [['', '', '', [], '{']]])(
  'returns undefined for %j',
  (arrayData) => {
    expect(paneVisibility(arrayData)).toBeUndefined();
  },
);
