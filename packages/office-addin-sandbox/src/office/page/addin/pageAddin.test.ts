import { expect, it } from 'vitest';
import type {
  AddinManifest,
  ManifestHost,
  RibbonAction,
  RibbonGroup,
} from '../../../manifest/addinManifest.ts';
import { firstPane, isAvailable, isShared, missingSets, visibleGroups, type PageAddin } from './pageAddin.ts';

const text = (value: string) => ({ default: value, overrides: {} });
const word = { app: 'word', mode: 'compose', locale: 'en-US' } as const;
const reading = { app: 'outlook', mode: 'read', locale: 'en-US' } as const;

function group(action: RibbonAction, members: Partial<RibbonGroup> = {}): RibbonGroup {
  const button = { type: 'button' as const, id: 'b', label: text('B'), action };
  return {
    id: 'g',
    formFactor: 'desktop',
    contexts: ['default'],
    tab: text(''),
    label: text('G'),
    controls: [button],
    ...members,
  };
}

function addin(host: Partial<ManifestHost>): PageAddin {
  const whole: ManifestHost = {
    host: 'word',
    requirementSets: {},
    pages: [{ formFactor: 'desktop', context: 'default', url: text('https://a/source.html') }],
    groups: [],
    runtimes: [],
    launchEvents: [],
    ...host,
  };
  const manifest = { name: text('Totals'), hosts: [whole] } as unknown as AddinManifest;
  return { key: 'k', manifest, origins: [] };
}

const show = (url: string): RibbonAction => ({ type: 'pane', url: text(url) });
const run: RibbonAction = { type: 'function', name: 'f', page: text('https://a/functions.html') };

it('opens the source location of an add-in without buttons', () => {
  expect(firstPane(addin({}), word)).toBe('https://a/source.html');
});

it('opens the pane of the first button that has one', () => {
  expect(firstPane(addin({ groups: [group(run), group(show('https://a/pane.html'))] }), word)).toBe(
    'https://a/pane.html',
  );
});

it('opens no pane for an add-in that has only functions, or is for another application', () => {
  expect(firstPane(addin({ groups: [group(run)] }), word)).toBeUndefined();
  expect(firstPane(addin({ host: 'excel' }), word)).toBeUndefined();
});

it('shows the groups for the item that Outlook shows, and none for phones', () => {
  const groups = [
    group(run, { id: 'read', contexts: ['mailRead'] }),
    group(run, { id: 'compose', contexts: ['mailCompose'] }),
    group(run, { id: 'phone', contexts: ['mailRead'], formFactor: 'phone' }),
  ];
  const shown = visibleGroups(addin({ host: 'outlook', groups }), reading);
  expect(shown.map(({ id }) => id)).toEqual(['read']);
});

it('is not available where the manifest has neither buttons nor a pane', () => {
  const reader = addin({
    host: 'outlook',
    groups: [group(run, { contexts: ['mailRead'] })],
    pages: [{ formFactor: 'desktop', context: 'mailRead', url: text('https://a/source.html') }],
  });
  expect(isAvailable(reader, reading)).toBe(true);
  expect(isAvailable(reader, { ...reading, mode: 'appointment-read' })).toBe(false);
});

it('recognizes a shared runtime by its page', () => {
  const shared = addin({ runtimes: [{ page: text('https://a/pane.html'), lifetime: 'long' }] });
  expect(isShared(shared, 'word', text('https://a/pane.html'))).toBe(true);
  expect(isShared(shared, 'word', text('https://a/other.html'))).toBe(false);
});

it('names requirement sets that are missing or too old', () => {
  const needy = addin({ requirementSets: { WordApi: '1.10', DialogApi: '1.2', SharedRuntime: '1.1' } });
  const notice = missingSets(needy, 'word', { wordapi: '1.9', DialogApi: '1.2' });
  expect(notice).toContain('Totals requires WordApi 1.10, SharedRuntime 1.1,');
  expect(
    missingSets(needy, 'word', { WordApi: '1.10', DialogApi: '1.3', SharedRuntime: '1.1' }),
  ).toBeUndefined();
});
