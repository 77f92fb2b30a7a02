import { english, translations, type EventStrings } from './translations.ts';

/** What the handlers need of Office and of the server. Replaced in tests. */
export interface EventContext {
  readonly item: Pick<Office.MessageCompose, 'body' | 'from' | 'notificationMessages'>;
  readonly strings: EventStrings;
  readonly getToken: () => Promise<string>;
  /** GET /api/me. */
  readonly getUser: (token: string) => Promise<unknown>;
}

interface User {
  readonly displayName: string;
  readonly jobTitle: string;
  /** Lower case. */
  readonly mail: string;
}

export type SendResult =
  { readonly allowEvent: true } | { readonly allowEvent: false; readonly errorMessage: string };

/**
 * Milliseconds for everything that a handler does. Outlook ends a handler after 300 seconds, but the user waits for it:
 * the message can't be sent, or has no signature yet.
 */
export const LIMIT_MS = 8_000;

const NOTIFICATION_KEY = 'signature';

/** Inserts name and job title of the signed-in user as the signature. Never rejects: it tells the user instead. */
export function insertSignature(context: () => EventContext, limitMs = LIMIT_MS): Promise<void> {
  return within(limitMs, () => {
    const { item, getToken, getUser } = context();
    return getToken()
      .then(getUser)
      .then((user) =>
        call<void>((done) => item.body.setSignatureAsync(signatureOf(readUser(user)), html, done)),
      );
  }).catch(() => notify(context).catch(() => undefined));
}

/**
 * Example of a check before sending: the sender is the signed-in user. If that can't be checked, the message stays, and
 * the user decides: with the send mode PromptUser, Outlook offers "Send Anyway".
 */
export function checkSender(context: () => EventContext, limitMs = LIMIT_MS): Promise<SendResult> {
  return within(limitMs, () => {
    const { item, strings, getToken, getUser } = context();
    const user = getToken().then(getUser).then(readUser);
    const sender = call<Office.EmailAddressDetails>((done) => item.from.getAsync(done));
    return Promise.all([user, sender]).then(([{ mail }, { emailAddress }]): SendResult =>
      emailAddress.toLowerCase() === mail
        ? { allowEvent: true }
        : { allowEvent: false, errorMessage: strings.otherSender },
    );
  }).catch(() => ({ allowEvent: false, errorMessage: notChecked(context) }));
}

const html = { coercionType: 'html' as Office.CoercionType.Html };

function notChecked(context: () => EventContext): string {
  try {
    return context().strings.notChecked;
  } catch {
    return "This message couldn't be checked.";
  }
}

/** Shows a message above the body of the message. Waits a second at most. */
function notify(context: () => EventContext): Promise<void> {
  return within(1_000, () => {
    const { item, strings } = context();
    const details = {
      type: 'errorMessage' as Office.MailboxEnums.ItemNotificationMessageType,
      message: strings.noSignature,
    };
    return call<void>((done) => item.notificationMessages.replaceAsync(NOTIFICATION_KEY, details, done));
  });
}

function signatureOf({ displayName, jobTitle }: User): string {
  return [displayName, jobTitle]
    .filter((line) => line !== '')
    .map((line) => `<div>${escapeHtml(line)}</div>`)
    .join('');
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** @throws Error if it is not a user of the API */
function readUser(value: unknown): User {
  const { displayName, jobTitle, mail } = (value || {}) as Record<string, unknown>;
  if (typeof displayName !== 'string' || displayName === '') throw new Error('The user has no name.');
  return {
    displayName,
    jobTitle: typeof jobTitle === 'string' ? jobTitle : '',
    mail: typeof mail === 'string' ? mail.toLowerCase() : '',
  };
}

/** Calls an asynchronous function of Office. Rejects with its error. */
function call<T>(start: (done: (result: Office.AsyncResult<T>) => void) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    start((result) => {
      // A string, because the JavaScript runtime may not define Office.AsyncResultStatus yet.
      if (String(result.status) === 'succeeded') resolve(result.value);
      else reject(new Error(`Office code ${String(result.error && result.error.code)}`));
    });
  });
}

/** Settles like the work, but rejects after `ms` milliseconds. */
function within<T>(ms: number, work: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The time limit has passed.')), ms);
    const end = (settle: () => void) => {
      clearTimeout(timer);
      settle();
    };
    // Also catches what the work throws before it returns a promise.
    Promise.resolve()
      .then(work)
      .then(
        (value) => end(() => resolve(value)),
        (error: unknown) => end(() => reject(error instanceof Error ? error : new Error(String(error)))),
      );
  });
}

/**
 * Returns the texts in the nearest language, else English. Without `nearestLanguage`, whose Intl.Locale is newer than the
 * ES2016 of classic Outlook on Windows.
 * @param locale BCP 47, such as pt-BR; undefined: English
 */
export function stringsFor(locale: string | undefined): EventStrings {
  const language = languageOf(String(locale || 'en'));
  const tags = Object.keys(translations);
  const tag = tags.find((one) => one === locale) || tags.find((one) => languageOf(one) === language);
  return (tag !== undefined && translations[tag]) || english;
}

function languageOf(tag: string): string {
  return (tag.split('-')[0] as string).toLowerCase();
}
