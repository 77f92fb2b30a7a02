import { asObject } from '../../envelope.ts';
import {
  bodyEntry,
  type BodyType,
  type MessageModel,
  type Recipient,
  type RecipientField,
} from './messageModel.ts';

export type MailboxAnswer =
  | { readonly error: false; readonly wasSuccessful: true; readonly data?: unknown }
  | { readonly error: true; readonly wasSuccessful: false; readonly errorCode: number };

/** Dispatch ids of Outlook's own methods; `ApiParams` hold the arguments by name. */
const id = {
  setSelectedBody: 13,
  bodyType: 14,
  getRecipients: 15,
  setSubject: 17,
  getSubject: 18,
  setRecipients: 21,
  addRecipients: 22,
  prependBody: 23,
  getSelectedData: 28,
  setSelectedData: 29,
  save: 32,
  getBody: 37,
  setBody: 38,
  initializationContext: 99,
} as const;

/** Numbers that change the message. */
const writing: readonly number[] = [
  id.setSelectedBody,
  id.setSubject,
  id.setRecipients,
  id.addRecipients,
  id.prependBody,
  id.setSelectedData,
  id.setBody,
];

export const writes = (dispatchId: number) => writing.includes(dispatchId);

/** What is unknown is acknowledged without data, so that foreign add-ins go on. */
export function mailboxMethod(
  model: MessageModel,
  dispatchId: number,
  params: Record<string, unknown>,
): MailboxAnswer {
  switch (dispatchId) {
    case id.setSelectedBody:
    case id.setSelectedData:
      model.insert(given(params));
      return done();
    case id.prependBody:
      model.body.unshift(given(params));
      return done();
    case id.setBody:
      model.body = params['data'] === '' ? [] : [given(params)];
      return done();
    case id.getBody:
      return done(model.read(typeOf(params)));
    case id.bodyType:
      return done(model.type);
    case id.getSubject:
      return done(model.subject);
    case id.setSubject:
      model.subject = text(params['subject']);
      return done();
    case id.getRecipients:
      return done(model.recipients[fieldOf(params)].map(({ name, address }) => ({ name, address })));
    case id.setRecipients:
      model.recipients[fieldOf(params)] = recipientsOf(params);
      return done();
    case id.addRecipients:
      model.recipients[fieldOf(params)].push(...recipientsOf(params));
      return done();
    case id.getSelectedData:
      return done({ data: model.selection, sourceProperty: 'body' });
    case id.save:
      return done('AAMkSandboxDraft');
    case id.initializationContext:
      return done('');
    default:
      return done();
  }
}

const done = (data?: unknown): MailboxAnswer => ({
  error: false,
  wasSuccessful: true,
  ...(data === undefined ? {} : { data }),
});

const given = (params: Record<string, unknown>) => bodyEntry(text(params['data']), typeOf(params));

/** On this way the coercion type is a number: 0 text, 3 html. */
const typeOf = (params: Record<string, unknown>): BodyType =>
  params['coercionType'] === 3 ? 'html' : 'text';

function fieldOf(params: Record<string, unknown>): RecipientField {
  const fields: readonly RecipientField[] = ['to', 'cc', 'bcc'];
  return fields[Number(params['recipientField'])] ?? 'to';
}

function recipientsOf(params: Record<string, unknown>): Recipient[] {
  const list = params['recipientArray'];
  if (!Array.isArray(list)) return [];
  return (list as unknown[]).map((entry) => {
    const person = asObject(entry);
    const address = text(person?.['address'] ?? entry);
    return { name: text(person?.['name']) || address, address };
  });
}

const text = (value: unknown) => (typeof value === 'string' ? value : '');
