import { make } from '../../dom.ts';
import { safeHtml } from '../html/safeHtml.ts';
import { readMessage } from './initialData.ts';
import { isAppointment, isReading, type MailboxMode } from './mailboxMode.ts';
import {
  defaultTimes,
  type BodyEntry,
  type MessageModel,
  type OpenedForm,
  type Recipient,
  type Signature,
} from './messageModel.ts';

/** Number of `Office.CoercionType.Html`. */
const HTML = 3;

/** Renders the item, and the forms that the add-in has opened. */
export function outlookView(model: MessageModel, mode: MailboxMode, into: HTMLElement): void {
  const { forms = [] } = model.properties;
  into.replaceChildren(isReading(mode) ? readView(mode) : composeView(model, mode), ...forms.map(formView));
}

function composeView(model: MessageModel, mode: MailboxMode): HTMLElement {
  const { to, cc, bcc } = model.recipients;
  const { start = defaultTimes.start, end = defaultTimes.end, location = '' } = model.properties;
  const isEvent = isAppointment(mode);
  const body = make('div', { class: 'mail-body' }, ...model.body.map(pieceView));
  if (model.body.length === 0) {
    const hint = `This ${isEvent ? 'event' : 'message'} is empty. Content that the add-in inserts appears here.`;
    body.append(make('p', { class: 'hint' }, hint));
  }
  const { signature, notifications = {} } = model.properties;
  if (signature) body.append(signatureView(signature));
  return make(
    'article',
    { class: 'mail', 'aria-label': isEvent ? 'New event' : 'Message in compose mode' },
    ...Object.values(notifications).map(({ message }) =>
      make('p', { class: 'mail-notification', role: 'status', 'data-testid': 'mail-notification' }, message),
    ),
    field(isEvent ? 'Required' : 'To', namesOf(to)),
    ...(cc.length > 0 ? [field(isEvent ? 'Optional' : 'Cc', namesOf(cc))] : []),
    ...(bcc.length > 0 ? [field('Bcc', namesOf(bcc))] : []),
    ...(isEvent ? [field('When', period(start, end)), field('Where', location)] : []),
    field('Subject', model.subject),
    body,
  );
}

function readView(mode: MailboxMode): HTMLElement {
  const { subject, from, text } = readMessage;
  const isEvent = isAppointment(mode);
  return make(
    'article',
    { class: 'mail', 'aria-label': isEvent ? 'Event' : 'Message in read mode' },
    make('h2', {}, subject),
    field(isEvent ? 'Organizer' : 'From', namesOf([from])),
    ...(isEvent ? [field('When', period(defaultTimes.start, defaultTimes.end))] : []),
    make('div', { class: 'mail-body' }, make('p', {}, text)),
  );
}

const formTitles: Readonly<Record<OpenedForm['form'], string>> = {
  appointment: 'Event',
  message: 'Message',
  newAppointment: 'New event',
  newMessage: 'New message',
  reply: 'Reply',
  replyAll: 'Reply to all',
};

function formView({ form, data }: OpenedForm): HTMLElement {
  return make(
    'article',
    { class: 'mail', 'aria-label': formTitles[form] },
    make('h2', {}, formTitles[form]),
    make('pre', {}, JSON.stringify(data, null, 2)),
  );
}

/** In UTC, the time zone of the sandbox's mailbox. */
function period(start: number, end: number): string {
  const format = new Intl.DateTimeFormat('en-US', {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'UTC',
  });
  return format.formatRange(start, end);
}

function field(label: string, value: string): HTMLElement {
  return make('p', { class: 'mail-field' }, make('span', {}, label), value);
}

function pieceView(entry: BodyEntry): Node {
  if (entry.kind === 'text') return make('p', {}, entry.text);
  const view = make('div', { class: 'inserted-html' });
  view.append(safeHtml(entry.html));
  return view;
}

function signatureView({ data, coercionType }: Signature): HTMLElement {
  const view = make('div', { class: 'inserted-html', 'data-testid': 'mail-signature' });
  view.append(coercionType === HTML ? safeHtml(data) : data);
  return view;
}

const namesOf = (list: readonly Recipient[]) => list.map(({ name }) => name).join('; ');
