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

/** Dispatch ids of Outlook's methods; `ApiParams` contains the arguments by name. */
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

/** Methods that change the message. */
const writingMethods: readonly number[] = [
  id.setSelectedBody,
  id.setSubject,
  id.setRecipients,
  id.addRecipients,
  id.prependBody,
  id.setSelectedData,
  id.setBody,
];

export const writes = (dispatchId: number) => writingMethods.includes(dispatchId);

/** Runs a method. Returns success without data for unknown methods, so that add-ins that use them continue. */
export function mailboxMethod(
  model: MessageModel,
  dispatchId: number,
  params: Record<string, unknown>,
): MailboxAnswer {
  switch (dispatchId) {
    case id.setSelectedBody:
    case id.setSelectedData:
      model.insert(entryOf(params));
      return success();
    case id.prependBody:
      model.body.unshift(entryOf(params));
      return success();
    case id.setBody:
      model.body = params['data'] === '' ? [] : [entryOf(params)];
      return success();
    case id.getBody:
      return success(model.read(typeOf(params)));
    case id.bodyType:
      return success(model.type);
    case id.getSubject:
      return success(model.subject);
    case id.setSubject:
      model.subject = text(params['subject']);
      return success();
    case id.getRecipients:
      return success(model.recipients[fieldOf(params)].map(({ name, address }) => ({ name, address })));
    case id.setRecipients:
      model.recipients[fieldOf(params)] = recipientsOf(params);
      return success();
    case id.addRecipients:
      model.recipients[fieldOf(params)].push(...recipientsOf(params));
      return success();
    case id.getSelectedData:
      return success({ data: model.selection, sourceProperty: 'body' });
    case id.save:
      return success('AAMkSandboxDraft');
    case id.initializationContext:
      return success('');
    default:
      return success();
  }
}

const success = (data?: unknown): MailboxAnswer => ({
  error: false,
  wasSuccessful: true,
  ...(data === undefined ? {} : { data }),
});

const entryOf = (params: Record<string, unknown>) => bodyEntry(text(params['data']), typeOf(params));

/** Here the coercion type is a number: 0: text, 3: html. */
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
    const recipient = asObject(entry);
    const address = text(recipient?.['address'] ?? entry);
    return { name: text(recipient?.['name']) || address, address };
  });
}

const text = (value: unknown) => (typeof value === 'string' ? value : '');
