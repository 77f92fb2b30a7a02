/// <reference types="office-js" />
import { callback, codeOf, failureOf } from './officeCalls.ts';
import type { Probe } from './probes.ts';

/*
 * Questions about a message. Answers contain only booleans, codes and the types of values: what the message says, who
 * wrote it and who gets it stays in Outlook. What a probe changes, it restores.
 */

const HTML = '<p>An <b>office</b> probe</p>';
const TEXT = 'An office probe';
const KEY = 'officeProbe';
/** Reserved for examples (RFC 2606). */
const ADDRESS = 'office-probe@example.com';
/** `An office probe` in base64. */
const FILE = 'QW4gb2ZmaWNlIHByb2Jl';
/** Outlook's documented limits: a subject has 255 characters, the data of `setAsync` a million. */
const SUBJECT_LIMIT = 255;
const BODY_LIMIT = 1_000_000;

const any: readonly Omit<Probe, 'hosts' | 'form'>[] = [
  {
    id: 'outlook.diagnostics',
    ask: () => memberValues(mailbox().diagnostics, 'hostName', 'hostVersion', 'OWAView'),
  },
  {
    id: 'outlook.addresses',
    ask: () => ({ ews: Boolean(mailbox().ewsUrl), rest: Boolean(mailbox().restUrl) }),
  },
  {
    id: 'outlook.userProfile',
    ask: () => memberValues(mailbox().userProfile, 'accountType', 'displayName', 'emailAddress', 'timeZone'),
  },
  {
    id: 'outlook.item',
    ask: () => ({ itemType: message().itemType, has: presence(message(), ...ITEM_MEMBERS) }),
  },
  {
    id: 'outlook.callbackToken',
    ask: () => isText((done) => mailbox().getCallbackTokenAsync({ isRest: true }, done)),
  },
  {
    id: 'outlook.userIdentityToken',
    ask: () => isText((done) => mailbox().getUserIdentityTokenAsync(done)),
  },
  { id: 'outlook.roamingSettings', ask: () => Office.context.roamingSettings.get(KEY) as unknown },
  {
    id: 'outlook.customProperties',
    ask: async () => {
      const load = () =>
        callback<Office.CustomProperties>((done) => message().loadCustomPropertiesAsync(done));
      const save = (properties: Office.CustomProperties) =>
        callback<void>((done) => properties.saveAsync(done));
      const properties = await load();
      const before: unknown = properties.get(KEY);
      properties.set(KEY, '1');
      await save(properties);
      const after = ((await load()).get(KEY) as unknown) === '1';
      properties.remove(KEY);
      await save(properties);
      return { before, after };
    },
  },
  {
    id: 'outlook.notifications',
    ask: async () => {
      const { notificationMessages } = message();
      const details = {
        type: 'progressIndicator',
        message: TEXT,
      } as unknown as Office.NotificationMessageDetails;
      const add = (key: string) =>
        failureOf<void>((done) => notificationMessages.addAsync(key, details, done));
      const replace = (key: string) =>
        failureOf<void>((done) => notificationMessages.replaceAsync(key, details, done));
      const answers = {
        first: await add(KEY),
        duplicate: await add(KEY),
        longKey: await add(KEY.repeat(4)),
        replaced: await replace(KEY),
        unknown: await replace(`${KEY}2`),
      };
      for (const key of [KEY, `${KEY}2`, KEY.repeat(4)])
        await failureOf<void>((done) => notificationMessages.removeAsync(key, done));
      return answers;
    },
  },
  {
    id: 'outlook.categories',
    ask: async () => {
      const { categories } = message();
      const assigned = await callback<Office.CategoryDetails[]>((done) => categories.getAsync(done));
      const unknown = await failureOf<void>((done) => categories.addAsync([crypto.randomUUID()], done));
      return { list: Array.isArray(assigned), unknown };
    },
  },
];

const read: readonly Omit<Probe, 'hosts' | 'form'>[] = [
  {
    id: 'outlook.read.body',
    ask: async () => ({
      html: /<\w+/u.test(await bodyOf(Office.CoercionType.Html)),
      text: /<\w+/u.test(await bodyOf(Office.CoercionType.Text)) === false,
    }),
  },
  {
    id: 'outlook.read.item',
    ask: () => {
      const { attachments, dateTimeCreated, from, itemId, normalizedSubject, subject, to } = received();
      return {
        attachments: Array.isArray(attachments),
        dateTimeCreated: dateTimeCreated instanceof Date,
        from: person(from),
        itemId,
        subject,
        normalizedSubject,
        recipient: person(to[0]),
      };
    },
  },
  {
    id: 'outlook.read.internetHeaders',
    ask: () => isText((done) => received().getAllInternetHeadersAsync(done)),
  },
  {
    id: 'outlook.read.restId',
    ask: () => {
      const { itemId } = received();
      const rest = mailbox().convertToRestId(itemId, Office.MailboxEnums.RestVersion.v2_0);
      const ews = mailbox().convertToEwsId(rest, Office.MailboxEnums.RestVersion.v2_0);
      return { differs: rest !== itemId, returns: ews === itemId };
    },
  },
];

const compose: readonly Omit<Probe, 'hosts' | 'form'>[] = [
  {
    id: 'outlook.compose.body',
    ask: () =>
      keepingBody(async (coercion) => {
        await setBody(HTML, Office.CoercionType.Html).catch(() => setBody(TEXT, Office.CoercionType.Text));
        const text = await bodyOf(Office.CoercionType.Text);
        const html = await bodyOf(Office.CoercionType.Html);
        return {
          coercion,
          sameText: text === TEXT,
          sameTextTrimmed: text.trim() === TEXT,
          sameHtml: html === HTML,
          wholePage: /<body/iu.test(html),
          keepsBold: /<b\b|<strong|font-weight/iu.test(html),
        };
      }),
  },
  {
    id: 'outlook.compose.prepend',
    ask: () =>
      keepingBody(async () => {
        await setBody(TEXT, Office.CoercionType.Text);
        await callback<void>((done) =>
          draft().body.prependAsync('Start ', { coercionType: Office.CoercionType.Text }, done),
        );
        const text = (await bodyOf(Office.CoercionType.Text)).trim();
        return { sameLine: text === `Start ${TEXT}`, first: text.startsWith('Start') };
      }),
  },
  {
    id: 'outlook.compose.bodyTooLong',
    ask: () =>
      keepingBody(async () => ({
        code: await setBody('x'.repeat(BODY_LIMIT + 1), Office.CoercionType.Text).then(() => null, codeOf),
      })),
  },
  {
    id: 'outlook.compose.selectedData',
    ask: async () => {
      const { data, sourceProperty } = await callback<{ data: unknown; sourceProperty: string }>((done) =>
        draft().getSelectedDataAsync(Office.CoercionType.Text, done),
      );
      return { data, sourceProperty };
    },
  },
  {
    id: 'outlook.compose.subject',
    ask: () =>
      keepingSubject(async () => {
        await setSubject(TEXT);
        return { same: (await subjectOf()) === TEXT };
      }),
  },
  {
    id: 'outlook.compose.subjectTooLong',
    ask: () => keepingSubject(() => setSubject('x'.repeat(SUBJECT_LIMIT + 1)).then(() => null, codeOf)),
  },
  {
    id: 'outlook.compose.recipients',
    ask: async () => {
      const { to } = draft();
      const before = await recipientsOf();
      try {
        await callback<void>((done) => to.addAsync([ADDRESS], done));
        const added = (await recipientsOf()).find(({ emailAddress }) => emailAddress === ADDRESS);
        const invalid = await failureOf<void>((done) => to.addAsync(['not an address'], done));
        return { added: person(added), invalid };
      } finally {
        await callback<void>((done) => to.setAsync(before, done));
      }
    },
  },
  {
    id: 'outlook.compose.attachments',
    ask: async () => {
      const id = await callback<string>((done) =>
        draft().addFileAttachmentFromBase64Async(FILE, 'office-probe.txt', done),
      );
      const list = await callback<Office.AttachmentDetailsCompose[]>((done) =>
        draft().getAttachmentsAsync(done),
      );
      const content = await callback<Office.AttachmentContent>((done) =>
        draft().getAttachmentContentAsync(id, done),
      ).then(
        ({ content, format }) => ({ same: content === FILE, format }),
        (error: unknown) => ({ code: codeOf(error) }),
      );
      await callback<void>((done) => draft().removeAttachmentAsync(id, done));
      return { details: { ...list.find((attachment) => attachment.id === id) }, content };
    },
  },
  {
    id: 'outlook.compose.missingAttachment',
    ask: () => callback<void>((done) => draft().removeAttachmentAsync(KEY, done)),
  },
  {
    id: 'outlook.compose.internetHeaders',
    ask: async () => {
      const { internetHeaders } = draft();
      const name = 'x-office-probe';
      await callback<void>((done) => internetHeaders.setAsync({ [name]: TEXT }, done));
      const set = await callback<Record<string, string>>((done) => internetHeaders.getAsync([name], done));
      await callback<void>((done) => internetHeaders.removeAsync([name], done));
      const removed = await callback<Record<string, string>>((done) =>
        internetHeaders.getAsync([name], done),
      );
      return { set: set[name] === TEXT, removed: removed[name] === undefined };
    },
  },
  {
    id: 'outlook.compose.idBeforeSave',
    ask: () => isText((done) => draft().getItemIdAsync(done)),
  },
  {
    id: 'outlook.compose.type',
    ask: async () => {
      const { composeType, coercionType } = await callback<{ composeType: string; coercionType: string }>(
        (done) => draft().getComposeTypeAsync(done),
      );
      return { type: composeType, coercion: coercionType };
    },
  },
];

const outlook = (list: readonly Omit<Probe, 'hosts' | 'form'>[], form?: Probe['form']): Probe[] =>
  list.map((probe) => ({ ...probe, hosts: ['Outlook'], ...(form ? { form } : {}) }));

export const outlookProbes: readonly Probe[] = [
  ...outlook(any),
  ...outlook(read, 'read'),
  ...outlook(compose, 'compose'),
];

const ITEM_MEMBERS = [
  'attachments',
  'bcc',
  'body',
  'categories',
  'conversationId',
  'delayDeliveryTime',
  'getAllInternetHeadersAsync',
  'getAttachmentsAsync',
  'getEntities',
  'getRegExMatches',
  'getSharedPropertiesAsync',
  'inReplyTo',
  'internetHeaders',
  'internetMessageId',
  'itemId',
  'notificationMessages',
  'saveAsync',
  'sendAsync',
  'sensitivityLabel',
  'sessionData',
] as const;

const mailbox = (): Office.Mailbox => Office.context.mailbox;
const message = () => mailbox().item as Office.MessageCompose & Office.MessageRead;
const draft = (): Office.MessageCompose => message();
const received = (): Office.MessageRead => message();

/** Returns the form of the open message; undefined outside of Outlook. */
export function messageForm(): Probe['form'] {
  const item = Office.context.mailbox?.item as { itemId?: unknown; to?: object } | undefined;
  if (!item) return undefined;
  return Array.isArray(item.to) ? 'read' : 'compose';
}

/** Calls what returns a text that must not leave Outlook. */
async function isText(call: (done: (result: Office.AsyncResult<string>) => void) => void): Promise<boolean> {
  return typeof (await callback(call)) === 'string';
}

/** Returns the values of members, for `shapeOf` to hide what is personal. */
function memberValues<T extends object>(object: T, ...names: (keyof T)[]): object {
  return Object.fromEntries(names.map((name) => [name, object[name] ?? null]));
}

const person = (details: Office.EmailAddressDetails | undefined) =>
  details && memberValues(details, 'displayName', 'emailAddress', 'recipientType', 'appointmentResponse');

function presence(object: object, ...names: string[]): object {
  return Object.fromEntries(
    names.map((name) => [name, (object as Readonly<Record<string, unknown>>)[name] !== undefined]),
  );
}

function bodyOf(coercion: Office.CoercionType): Promise<string> {
  return callback<string>((done) => message().body.getAsync(coercion, done));
}

function setBody(data: string, coercionType: Office.CoercionType): Promise<void> {
  return callback<void>((done) => draft().body.setAsync(data, { coercionType }, done));
}

/** Runs the work, then restores the body. @param work gets the type of the body, `html` or `text` */
async function keepingBody<T>(work: (type: Office.CoercionType) => Promise<T>): Promise<T> {
  const type = await callback<Office.CoercionType>((done) => draft().body.getTypeAsync(done));
  const before = await bodyOf(type);
  try {
    return await work(type);
  } finally {
    await setBody(before, type);
  }
}

const subjectOf = () => callback<string>((done) => draft().subject.getAsync(done));
const setSubject = (subject: string) => callback<void>((done) => draft().subject.setAsync(subject, done));

async function keepingSubject<T>(work: () => Promise<T>): Promise<T> {
  const before = await subjectOf();
  try {
    return await work();
  } finally {
    await setSubject(before);
  }
}

const recipientsOf = () => callback<Office.EmailAddressDetails[]>((done) => draft().to.getAsync(done));
