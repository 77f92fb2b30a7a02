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

it('moves the end of an appointment with its start, and rejects an end before the start', () => {
  const model = new MessageModel();
  const { data: start } = mailboxMethod(model, 24, { TimeProperty: 1 }) as { data: number };
  mailboxMethod(model, 25, { TimeProperty: 1, time: start + 3_600_000 });
  expect(mailboxMethod(model, 24, { TimeProperty: 2 })).toMatchObject({ data: start + 5_400_000 });
  expect(mailboxMethod(model, 25, { TimeProperty: 2, time: start })).toMatchObject({ errorCode: 9010 });
});

it('stores place and recurrence of an appointment', () => {
  const model = new MessageModel();
  expect(mailboxMethod(model, 103, {})).toMatchObject({ data: null });
  mailboxMethod(model, 104, { recurrenceData: { recurrenceType: 'daily' } });
  mailboxMethod(model, 27, { location: 'Room 4' });
  const room = { id: 'room@x.example', type: 'room' };
  mailboxMethod(model, 155, { enhancedLocations: [room, { id: 'Park', type: 'custom' }] });
  mailboxMethod(model, 156, { enhancedLocations: [{ id: 'Park', type: 'custom' }] });
  expect(model.content).toMatchObject([
    {
      properties: {
        recurrence: { recurrenceType: 'daily' },
        location: 'Room 4',
        enhancedLocations: [{ locationIdentifier: room, emailAddress: 'room@x.example' }],
      },
    },
  ]);
});

it('lists the forms that an add-in opens', () => {
  const model = new MessageModel();
  mailboxMethod(model, 10, { htmlBody: 'Thanks' });
  mailboxMethod(model, 178, { toRecipients: ['pat@x.example'] });
  expect(model.properties.forms).toEqual([
    { form: 'reply', data: { htmlBody: 'Thanks' } },
    { form: 'newMessage', data: { toRecipients: ['pat@x.example'] } },
  ]);
});
