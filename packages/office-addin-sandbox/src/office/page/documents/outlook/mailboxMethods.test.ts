// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { mailboxMethod, writes } from './mailboxMethods.ts';
import { MessageModel } from './messageModel.ts';

it('inserts into the body, prepends to it, and replaces it', () => {
  const model = new MessageModel();
  mailboxMethod(model, 13, { data: '<b>b</b>', coercionType: 3 });
  mailboxMethod(model, 23, { data: '<i>', coercionType: 0 });
  expect(model.content).toMatchObject([
    { kind: 'text', text: '<i>' },
    { kind: 'html', html: '<b>b</b>', text: 'b' },
  ]);
  expect(mailboxMethod(model, 37, { coercionType: 3 })).toMatchObject({ data: '&lt;i&gt;\n<b>b</b>' });
  mailboxMethod(model, 38, { data: 'all', coercionType: 0 });
  expect(model.content).toEqual([{ kind: 'text', text: 'all', links: [] }]);
});

it('replaces the selection', () => {
  const model = new MessageModel();
  model.load([
    { kind: 'selection', text: 'all' },
    { kind: 'html', html: '<p>Dear all,</p>', text: 'Dear all,', links: [] },
  ]);
  expect(mailboxMethod(model, 28, { coercionType: 3 })).toMatchObject({ data: { data: 'all' } });
  mailboxMethod(model, 13, { data: '<b>b</b>', coercionType: 3 });
  expect(model.read('html')).toBe('<p>Dear ,</p>\n<b>b</b>');
  expect(model.selection).toBe('');
});

it('stores subject and recipients, and restores them from JSON', () => {
  const model = new MessageModel();
  mailboxMethod(model, 17, { subject: 'Files' });
  mailboxMethod(model, 21, {
    recipientField: 1,
    recipientArray: [{ name: 'Lee', address: 'lee@x.example' }],
  });
  mailboxMethod(model, 22, { recipientField: 1, recipientArray: ['pat@x.example'] });
  const other = new MessageModel();
  other.load(JSON.parse(JSON.stringify(model.content)) as unknown[]);
  expect(mailboxMethod(other, 18, {})).toMatchObject({ data: 'Files' });
  expect(mailboxMethod(other, 15, { recipientField: 1 })).toMatchObject({
    data: [{ name: 'Lee' }, { address: 'pat@x.example' }],
  });
});

it('names methods that it lacks, and identifies methods that write', () => {
  expect(mailboxMethod(new MessageModel(), 5, {})).toEqual({
    absent: { name: 'Office.Mailbox.makeEwsRequestAsync', set: 'Mailbox 1.1' },
  });
  expect(mailboxMethod(new MessageModel(), 999, {})).toEqual({
    absent: { name: 'method 999 of Outlook', set: '' },
  });
  expect([13, 38, 17].every(writes)).toBe(true);
  expect([14, 37, 99].some(writes)).toBe(false);
});
