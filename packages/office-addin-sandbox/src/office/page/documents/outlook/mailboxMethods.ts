import { asObject } from '../../envelope.ts';
import {
  bodyEntry,
  defaultTimes,
  type Attachment,
  type BodyType,
  type MasterCategory,
  type MessageModel,
  type OpenedForm,
  type Recipient,
  type RecipientField,
} from './messageModel.ts';

export type MailboxAnswer =
  | {
      readonly error: false;
      readonly wasSuccessful: true;
      readonly data?: unknown;
      readonly customProperties?: string;
    }
  | { readonly error: true; readonly wasSuccessful: false; readonly errorCode: number | string }
  /** The sandbox lacks the method. */
  | { readonly absent: { readonly name: string; readonly set: string } };

type Params = Readonly<Record<string, unknown>>;

interface MailboxMethod {
  /** Members of the typings that lead to this method. */
  readonly members: readonly string[];
  /** Requirement set. */
  readonly set: string;
  /** Changes the message. */
  readonly writes?: boolean;
  /** Undefined: the sandbox lacks the method. */
  readonly run?: (model: MessageModel, params: Params) => MailboxAnswer;
}

const compose = (...names: string[]) =>
  names.flatMap((name) => [`Office.MessageCompose.${name}`, `Office.AppointmentCompose.${name}`]);
const items = (...names: string[]) => [
  ...compose(...names),
  ...names.flatMap((name) => [`Office.MessageRead.${name}`, `Office.AppointmentRead.${name}`]),
];

const readForms = (name: string) => [`Office.MessageRead.${name}`, `Office.AppointmentRead.${name}`];

/** Returns a method that opens a form. The sandbox lists it with the item. */
function form(name: OpenedForm['form'], members: string | readonly string[], set: string): MailboxMethod {
  return {
    members: [members].flat(),
    set,
    run: (model, params) =>
      store(model, 'forms', [...(model.properties.forms ?? []), { form: name, data: { ...params } }]),
  };
}

/** Outlook's error codes, from its debug build. */
const outlookError = {
  attachmentDoesNotExist: 9008,
  invalidEndTime: 9010,
  duplicateNotificationKey: 9023,
  invalidCategory: 9044,
  duplicateCategory: 9045,
  keyNotFound: 9050,
  attachmentNotFound: 9052,
} as const;

/** Outlook's methods by dispatch id; `ApiParams` contains the arguments by name. */
export const mailboxMethods: Readonly<Record<number, MailboxMethod>> = {
  2: { members: ['Office.Mailbox.getUserIdentityTokenAsync'], set: 'Mailbox 1.1' },
  3: {
    members: items('loadCustomPropertiesAsync'),
    set: 'Mailbox 1.1',
    run: (model) => ({
      error: false,
      wasSuccessful: true,
      customProperties: JSON.stringify(model.properties.customProperties ?? {}),
    }),
  },
  4: {
    members: ['Office.CustomProperties.saveAsync'],
    set: 'Mailbox 1.1',
    run: (model, params) => store(model, 'customProperties', readJson(params['customProperties'])),
  },
  5: { members: ['Office.Mailbox.makeEwsRequestAsync'], set: 'Mailbox 1.1' },
  7: form('newAppointment', 'Office.Mailbox.displayNewAppointmentForm', 'Mailbox 1.1'),
  8: form('message', 'Office.Mailbox.displayMessageForm', 'Mailbox 1.1'),
  9: form('appointment', 'Office.Mailbox.displayAppointmentForm', 'Mailbox 1.1'),
  10: form('reply', readForms('displayReplyForm'), 'Mailbox 1.1'),
  11: form('replyAll', readForms('displayReplyAllForm'), 'Mailbox 1.1'),
  12: { members: ['Office.Mailbox.getCallbackTokenAsync'], set: 'Mailbox 1.1' },
  13: {
    members: ['Office.Body.setSelectedDataAsync'],
    set: 'Mailbox 1.1',
    writes: true,
    run: insertBody,
  },
  14: { members: ['Office.Body.getTypeAsync'], set: 'Mailbox 1.1', run: ({ type }) => success(type) },
  15: {
    members: ['Office.Recipients.getAsync'],
    set: 'Mailbox 1.1',
    run: (model, params) =>
      success(model.recipients[fieldOf(params)].map(({ name, address }) => ({ name, address }))),
  },
  16: {
    members: compose('addFileAttachmentAsync'),
    set: 'Mailbox 1.1',
    writes: true,
    run: (model, { uri, name, isInline }) => addAttachment(model, { name, uri, isInline, attachmentType: 0 }),
  },
  17: {
    members: ['Office.Subject.setAsync'],
    set: 'Mailbox 1.1',
    writes: true,
    run: (model, params) => {
      model.subject = text(params['subject']);
      return success();
    },
  },
  18: { members: ['Office.Subject.getAsync'], set: 'Mailbox 1.1', run: ({ subject }) => success(subject) },
  19: {
    members: compose('addItemAttachmentAsync'),
    set: 'Mailbox 1.1',
    writes: true,
    run: (model, { itemId, name }) => addAttachment(model, { name, itemId, attachmentType: 1 }),
  },
  20: {
    members: compose('removeAttachmentAsync'),
    set: 'Mailbox 1.1',
    writes: true,
    run: (model, { attachmentIndex }) => {
      const { attachments = [] } = model.properties;
      if (!attachments.some(({ id }) => id === attachmentIndex))
        return failure(outlookError.attachmentDoesNotExist);
      return store(
        model,
        'attachments',
        attachments.filter(({ id }) => id !== attachmentIndex),
      );
    },
  },
  21: {
    members: ['Office.Recipients.setAsync'],
    set: 'Mailbox 1.1',
    writes: true,
    run: (model, params) => {
      model.recipients[fieldOf(params)] = recipientsOf(params);
      return success();
    },
  },
  22: {
    members: ['Office.Recipients.addAsync'],
    set: 'Mailbox 1.1',
    writes: true,
    run: (model, params) => {
      model.recipients[fieldOf(params)].push(...recipientsOf(params));
      return success();
    },
  },
  23: {
    members: ['Office.Body.prependAsync'],
    set: 'Mailbox 1.1',
    writes: true,
    run: (model, params) => {
      model.body.unshift(entryOf(params));
      return success();
    },
  },
  24: {
    members: ['Office.Time.getAsync'],
    set: 'Mailbox 1.1',
    run: ({ properties }, params) => {
      const name = timeOf(params);
      return success(properties[name] ?? defaultTimes[name]);
    },
  },
  25: {
    members: ['Office.Time.setAsync'],
    set: 'Mailbox 1.1',
    writes: true,
    run: setTime,
  },
  26: {
    members: ['Office.Location.getAsync'],
    set: 'Mailbox 1.1',
    run: ({ properties }) => success(properties.location ?? ''),
  },
  27: {
    members: ['Office.Location.setAsync'],
    set: 'Mailbox 1.1',
    writes: true,
    run: (model, { location }) => store(model, 'location', text(location)),
  },
  28: {
    members: compose('getSelectedDataAsync'),
    set: 'Mailbox 1.2',
    run: ({ selection }) => success({ data: selection, sourceProperty: 'body' }),
  },
  29: { members: compose('setSelectedDataAsync'), set: 'Mailbox 1.2', writes: true, run: insertBody },
  30: form('reply', [], 'Mailbox 1.1'),
  31: form('replyAll', [], 'Mailbox 1.1'),
  32: { members: compose('saveAsync'), set: 'Mailbox 1.3', run: () => success('AAMkSandboxDraft') },
  33: {
    members: ['Office.NotificationMessages.addAsync'],
    set: 'Mailbox 1.3',
    run: (model, params) => addNotification(model, params, false),
  },
  34: {
    members: ['Office.NotificationMessages.getAllAsync'],
    set: 'Mailbox 1.3',
    run: (model) => success(Object.values(model.properties.notifications ?? {})),
  },
  35: {
    members: ['Office.NotificationMessages.replaceAsync'],
    set: 'Mailbox 1.3',
    run: (model, params) => addNotification(model, params, true),
  },
  36: {
    members: ['Office.NotificationMessages.removeAsync'],
    set: 'Mailbox 1.3',
    run: (model, { key }) => {
      const others = { ...model.properties.notifications };
      delete others[text(key)];
      return store(model, 'notifications', others);
    },
  },
  37: {
    members: ['Office.Body.getAsync'],
    set: 'Mailbox 1.3',
    run: (model, params) => success(model.read(typeOf(params))),
  },
  38: {
    members: ['Office.Body.setAsync'],
    set: 'Mailbox 1.3',
    writes: true,
    run: (model, params) => {
      model.body = params['data'] === '' ? [] : [entryOf(params)];
      return success();
    },
  },
  40: { members: ['registerConsentAsync'], set: '' },
  41: { members: compose('close'), set: 'Mailbox 1.3' },
  42: { members: ['Office.UI.closeContainer'], set: 'Mailbox 1.5' },
  43: { members: ['displayPersonaCardAsync'], set: '' },
  44: form('newMessage', 'Office.Mailbox.displayNewMessageForm', 'Mailbox 1.6'),
  45: { members: ['navigateToModuleAsync'], set: '' },
  99: {
    members: compose('getInitializationContextAsync'),
    set: 'Mailbox 1.8',
    run: () => success(''),
  },
  100: {
    members: ['Office.Body.appendOnSendAsync'],
    set: 'Mailbox 1.9',
    writes: true,
    run: (model, { appendTxt, coercionType }) =>
      store(model, 'appendOnSend', { data: text(appendTxt), coercionType }),
  },
  101: { members: ['Office.MessageRead.moveToFolder'], set: '' },
  103: {
    members: ['Office.Recurrence.getAsync'],
    set: 'Mailbox 1.7',
    run: ({ properties }) => success(properties.recurrence ?? null),
  },
  104: {
    members: ['Office.Recurrence.setAsync'],
    set: 'Mailbox 1.7',
    writes: true,
    run: (model, { recurrenceData }) => store(model, 'recurrence', recurrenceData ?? null),
  },
  107: {
    members: ['Office.From.getAsync', 'Office.Organizer.getAsync'],
    set: 'Mailbox 1.7',
    run: ({ owner }) => success(owner),
  },
  108: { members: items('getSharedPropertiesAsync'), set: 'Mailbox 1.8' },
  148: {
    members: compose('addFileAttachmentFromBase64Async'),
    set: 'Mailbox 1.8',
    writes: true,
    run: (model, { base64String, name, isInline }) =>
      addAttachment(model, { name, isInline, content: base64String, attachmentType: 0 }),
  },
  149: {
    members: compose('getAttachmentsAsync'),
    set: 'Mailbox 1.8',
    run: (model) =>
      success(
        (model.properties.attachments ?? []).map(({ id, name, size, attachmentType, isInline }) => ({
          id,
          name,
          size,
          attachmentType,
          isInline,
        })),
      ),
  },
  150: {
    members: items('getAttachmentContentAsync'),
    set: 'Mailbox 1.8',
    run: (model, { id }) => {
      const found = model.properties.attachments?.find((attachment) => attachment.id === id);
      if (!found) return failure(outlookError.attachmentNotFound);
      if (found.content !== undefined) return success({ content: found.content, format: 'base64' });
      return success({ content: found.uri ?? found.itemId ?? '', format: 'url' });
    },
  },
  151: {
    members: ['Office.InternetHeaders.getAsync'],
    set: 'Mailbox 1.8',
    run: (model, { internetHeaderKeys }) => {
      const headers = model.properties.internetHeaders ?? {};
      const wanted = texts(internetHeaderKeys).filter((key) => key in headers);
      return success(Object.fromEntries(wanted.map((key) => [key, headers[key]])));
    },
  },
  152: {
    members: ['Office.InternetHeaders.setAsync'],
    set: 'Mailbox 1.8',
    writes: true,
    run: (model, { internetHeaderNameValuePairs }) =>
      store(model, 'internetHeaders', {
        ...model.properties.internetHeaders,
        ...(asObject(internetHeaderNameValuePairs) as Record<string, string>),
      }),
  },
  153: {
    members: ['Office.InternetHeaders.removeAsync'],
    set: 'Mailbox 1.8',
    writes: true,
    run: (model, { internetHeaderKeys }) => {
      const headers = { ...model.properties.internetHeaders };
      for (const key of texts(internetHeaderKeys)) delete headers[key];
      return store(model, 'internetHeaders', headers);
    },
  },
  154: {
    members: ['Office.EnhancedLocation.getAsync'],
    set: 'Mailbox 1.8',
    run: ({ properties }) => success(properties.enhancedLocations ?? []),
  },
  155: {
    members: ['Office.EnhancedLocation.addAsync'],
    set: 'Mailbox 1.8',
    writes: true,
    run: (model, { enhancedLocations }) =>
      store(model, 'enhancedLocations', [
        ...(model.properties.enhancedLocations ?? []),
        ...listOf(enhancedLocations).map((given) => {
          const locationIdentifier = asObject(given) ?? {};
          const id = text(locationIdentifier['id']);
          return { locationIdentifier, displayName: id, emailAddress: id.includes('@') ? id : '' };
        }),
      ]),
  },
  156: {
    members: ['Office.EnhancedLocation.removeAsync'],
    set: 'Mailbox 1.8',
    writes: true,
    run: (model, { enhancedLocations }) => {
      const removed = listOf(enhancedLocations).map((given) => text(asObject(given)?.['id']));
      const kept = (model.properties.enhancedLocations ?? []).filter((location) => {
        const identifier = asObject(asObject(location)?.['locationIdentifier']);
        return !removed.includes(text(identifier?.['id']));
      });
      return store(model, 'enhancedLocations', kept);
    },
  },
  157: {
    members: ['Office.Categories.getAsync'],
    set: 'Mailbox 1.8',
    run: (model) => {
      const { categories = [] } = model.properties;
      return success(masterCategories(model).filter(({ displayName }) => categories.includes(displayName)));
    },
  },
  158: {
    members: ['Office.Categories.addAsync'],
    set: 'Mailbox 1.8',
    run: (model, params) => {
      const known = masterCategories(model).map(({ displayName }) => displayName);
      const added = texts(params['categories']);
      if (added.some((name) => !known.includes(name))) return failure(outlookError.invalidCategory);
      return store(model, 'categories', [...new Set([...(model.properties.categories ?? []), ...added])]);
    },
  },
  159: {
    members: ['Office.Categories.removeAsync'],
    set: 'Mailbox 1.8',
    run: (model, params) => {
      const removed = texts(params['categories']);
      return store(
        model,
        'categories',
        (model.properties.categories ?? []).filter((name) => !removed.includes(name)),
      );
    },
  },
  160: {
    members: ['Office.MasterCategories.getAsync'],
    set: 'Mailbox 1.8',
    run: (model) => success(masterCategories(model)),
  },
  161: {
    members: ['Office.MasterCategories.addAsync'],
    set: 'Mailbox 1.8',
    run: (model, { categoryDetails }) => {
      const added = (Array.isArray(categoryDetails) ? categoryDetails : []) as MasterCategory[];
      const known = masterCategories(model);
      if (added.some((one) => known.some(({ displayName }) => displayName === one.displayName))) {
        return failure(outlookError.duplicateCategory);
      }
      return store(model, 'masterCategories', [...known, ...added]);
    },
  },
  162: {
    members: ['Office.MasterCategories.removeAsync'],
    set: 'Mailbox 1.8',
    run: (model, params) => {
      const removed = texts(params['categories']);
      return store(
        model,
        'masterCategories',
        masterCategories(model).filter(({ displayName }) => !removed.includes(displayName)),
      );
    },
  },
  163: { members: ['Office.Mailbox.logTelemetry'], set: '' },
  164: {
    members: compose('getItemIdAsync'),
    set: 'Mailbox 1.8',
    run: () => success('AAMkSandboxDraft'),
  },
  166: {
    members: ['Office.DelayDeliveryTime.getAsync'],
    set: 'Mailbox 1.13',
    run: (model) => success(model.properties.delayDeliveryTime ?? 0),
  },
  167: {
    members: ['Office.DelayDeliveryTime.setAsync'],
    set: 'Mailbox 1.13',
    writes: true,
    run: (model, { time }) => store(model, 'delayDeliveryTime', Number(time)),
  },
  168: {
    members: ['Office.MessageRead.getAllInternetHeadersAsync'],
    set: 'Mailbox 1.8',
    run: () =>
      success('From: Isaiah Langer <isaiah@contoso.example>\r\nMessage-ID: <sandbox@contoso.example>\r\n'),
  },
  169: { members: ['Office.IsAllDayEvent.getAsync'], set: 'Mailbox 1.14' },
  170: { members: ['Office.IsAllDayEvent.setAsync'], set: 'Mailbox 1.14' },
  171: { members: ['Office.Sensitivity.getAsync'], set: 'Mailbox 1.14' },
  172: { members: ['Office.Sensitivity.setAsync'], set: 'Mailbox 1.14' },
  173: {
    members: ['Office.Body.setSignatureAsync'],
    set: 'Mailbox 1.10',
    writes: true,
    run: (model, params) =>
      store(model, 'signature', { data: text(params['data']), coercionType: params['coercionType'] }),
  },
  174: {
    members: compose('getComposeTypeAsync').slice(0, 1),
    set: 'Mailbox 1.10',
    run: () => success({ composeType: 'newMail', coercionType: 'html' }),
  },
  175: {
    members: compose('isClientSignatureEnabledAsync'),
    set: 'Mailbox 1.10',
    run: (model) => success(model.properties.clientSignature !== false),
  },
  176: {
    members: compose('disableClientSignatureAsync'),
    set: 'Mailbox 1.10',
    run: (model) => store(model, 'clientSignature', false),
  },
  177: form('newAppointment', 'Office.Mailbox.displayNewAppointmentFormAsync', 'Mailbox 1.9'),
  178: form('newMessage', 'Office.Mailbox.displayNewMessageFormAsync', 'Mailbox 1.9'),
  179: form('message', 'Office.Mailbox.displayMessageFormAsync', 'Mailbox 1.9'),
  180: form('appointment', 'Office.Mailbox.displayAppointmentFormAsync', 'Mailbox 1.9'),
  181: form('reply', [], 'Mailbox 1.9'),
  182: form('replyAll', [], 'Mailbox 1.9'),
  183: form('reply', readForms('displayReplyFormAsync'), 'Mailbox 1.9'),
  184: form('replyAll', readForms('displayReplyAllFormAsync'), 'Mailbox 1.9'),
  185: {
    members: ['Office.SessionData.setAsync'],
    set: 'Mailbox 1.11',
    run: (model, { name, value }) =>
      store(model, 'sessionData', { ...model.properties.sessionData, [text(name)]: text(value) }),
  },
  186: {
    members: ['Office.SessionData.getAsync'],
    set: 'Mailbox 1.11',
    run: (model, { name }) => {
      const value = model.properties.sessionData?.[text(name)];
      return value === undefined ? failure(outlookError.keyNotFound) : success(value);
    },
  },
  187: {
    members: ['Office.SessionData.getAllAsync'],
    set: 'Mailbox 1.11',
    run: (model) => success(model.properties.sessionData ?? {}),
  },
  188: {
    members: ['Office.SessionData.clearAsync'],
    set: 'Mailbox 1.11',
    run: (model) => store(model, 'sessionData', {}),
  },
  189: {
    members: ['Office.SessionData.removeAsync'],
    set: 'Mailbox 1.11',
    run: (model, { name }) => {
      const others = { ...model.properties.sessionData };
      delete others[text(name)];
      return store(model, 'sessionData', others);
    },
  },
  193: { members: ['Office.Mailbox.displayReplyForm'], set: 'Mailbox 1.1' },
  400: { members: ['Office.Mailbox.displayMessageForm'], set: 'Mailbox 1.1' },
  401: { members: ['Office.Mailbox.displayAppointmentForm'], set: 'Mailbox 1.1' },
  402: { members: ['Office.Mailbox.displayNewAppointmentForm'], set: 'Mailbox 1.1' },
  403: { members: ['Office.Mailbox.displayNewMessageForm'], set: 'Mailbox 1.6' },
  404: {
    members: ['Office.RoamingSettings.saveAsync'],
    set: 'Mailbox 1.1',
    // The only method whose arguments are a list.
    run: (model, params) => store(model, 'roamingSettings', readJson(params['0'])),
  },
};

export const writes = (dispatchId: number) => mailboxMethods[dispatchId]?.writes === true;

/** Runs a method. */
export function mailboxMethod(model: MessageModel, dispatchId: number, params: Params): MailboxAnswer {
  const method = mailboxMethods[dispatchId];
  if (method?.run) return method.run(model, params);
  const name = method?.members[0] ?? `method ${dispatchId} of Outlook`;
  return { absent: { name, set: method?.set ?? '' } };
}

const success = (data?: unknown): MailboxAnswer => ({
  error: false,
  wasSuccessful: true,
  ...(data === undefined ? {} : { data }),
});

const failure = (errorCode: number): MailboxAnswer => ({ error: true, wasSuccessful: false, errorCode });

function store<K extends keyof MessageModel['properties']>(
  model: MessageModel,
  name: K,
  value: MessageModel['properties'][K],
): MailboxAnswer {
  model.properties[name] = value;
  return success();
}

/** In office.js, 1 is the start and 2 the end. */
const timeOf = ({ TimeProperty }: Params) => (TimeProperty === 2 ? 'end' : 'start');

/** Moves the end with the start, like Outlook, and rejects an end before the start. */
function setTime(model: MessageModel, params: Params): MailboxAnswer {
  const { start = defaultTimes.start, end = defaultTimes.end } = model.properties;
  const time = Number(params['time']);
  if (timeOf(params) === 'end') {
    return time < start ? failure(outlookError.invalidEndTime) : store(model, 'end', time);
  }
  store(model, 'end', time + end - start);
  return store(model, 'start', time);
}

function insertBody(model: MessageModel, params: Params): MailboxAnswer {
  model.insert(entryOf(params));
  return success();
}

function addAttachment(
  model: MessageModel,
  { name, isInline, content, uri, itemId, attachmentType }: Params,
): MailboxAnswer {
  const { attachments = [] } = model.properties;
  const numbers = attachments.map(({ id }) => Number(id.slice('Attachment'.length)));
  const id = `Attachment${Math.max(0, ...numbers) + 1}`;
  const attachment: Attachment = {
    id,
    name: text(name),
    // Base64 is a third longer than the data.
    size: Math.floor((text(content).length * 3) / 4),
    attachmentType: Number(attachmentType),
    isInline: isInline === true,
    ...(content === undefined ? {} : { content: text(content) }),
    ...(uri === undefined ? {} : { uri: text(uri) }),
    ...(itemId === undefined ? {} : { itemId: text(itemId) }),
  };
  model.properties.attachments = [...attachments, attachment];
  return success(id);
}

/** The types of notifications by the numbers that office.js sends (ItemNotificationMessageType). */
const notificationTypes = ['informationalMessage', 'progressIndicator', 'errorMessage', 'insightMessage'];

function addNotification(model: MessageModel, params: Params, replaces: boolean): MailboxAnswer {
  const key = text(params['key']);
  const all = model.properties.notifications ?? {};
  if (!replaces && key in all) return failure(outlookError.duplicateNotificationKey);
  const { type, message, icon, persistent, actions } = params;
  const details = {
    key,
    type: typeof type === 'number' ? notificationTypes[type] : type,
    message: text(message),
    icon,
    persistent,
    actions,
  };
  return store(model, 'notifications', { ...all, [key]: details });
}

function masterCategories(model: MessageModel): readonly MasterCategory[] {
  return model.properties.masterCategories ?? [];
}

const entryOf = (params: Params) => bodyEntry(text(params['data']), typeOf(params));

/** Here the coercion type is a number: 0: text, 3: html. */
const typeOf = (params: Params): BodyType => (params['coercionType'] === 3 ? 'html' : 'text');

function fieldOf(params: Params): RecipientField {
  const fields: readonly RecipientField[] = ['to', 'cc', 'bcc'];
  return fields[Number(params['recipientField'])] ?? 'to';
}

function recipientsOf(params: Params): Recipient[] {
  const list = params['recipientArray'];
  if (!Array.isArray(list)) return [];
  return (list as unknown[]).map((entry) => {
    const recipient = asObject(entry);
    const address = text(recipient?.['address'] ?? entry);
    return { name: text(recipient?.['name']) || address, address };
  });
}

function readJson(value: unknown): Record<string, unknown> {
  try {
    return asObject(typeof value === 'string' ? JSON.parse(value) : value) ?? {};
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}

const text = (value: unknown) => (typeof value === 'string' ? value : '');
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);
const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(text) : []);
