import { didYouMean } from 'office-addin-tools';
import { expect, it } from 'vitest';
import { meantSetting } from './knownNames.ts';
import { settingNames } from './settings.ts';

// The tools, which do not import the server, use the same distance, so one table tests both.
it.each<[string, string | undefined]>([
  ['CLIENT_SECERT', 'CLIENT_SECRET'],
  ['CLIENT_ID_', 'CLIENT_ID'],
  ['CLENT_ID', 'CLIENT_ID'],
  ['CLIENTT_ID', 'CLIENT_ID'],
  ['AUTHORITI', 'AUTHORITY'],
  ['GRAHP_ENDPOITN', 'GRAPH_ENDPOINT'],
  ['PROT', 'PORT'],
  ['HOST', undefined],
  ['MY_OWN', undefined],
  ['', undefined],
])('suggests for %s the setting %s', (name, meant) => {
  expect(meantSetting(name)).toBe(meant);
  expect(didYouMean(name, settingNames)).toBe(meant === undefined ? '' : `Did you mean ${meant}?`);
});

it.each(['client-id', 'clientId'])('recognizes %s despite its case and punctuation', (name) => {
  expect(meantSetting(name)).toBe('CLIENT_ID');
});

it.each(['PORT', 'NODE_OPTIONS'])('suggests nothing for the known name %s', (name) => {
  expect(meantSetting(name)).toBeUndefined();
});
