import { make } from '../../dom.ts';
import { safeHtml } from '../html/safeHtml.ts';
import { readMessage } from './initialData.ts';
import type { BodyEntry, MessageModel, Recipient } from './messageModel.ts';

/** Renders the message in compose or read mode. */
export function outlookView(model: MessageModel, mode: 'compose' | 'read', into: HTMLElement): void {
  into.replaceChildren(mode === 'read' ? readView() : composeView(model));
}

function composeView(model: MessageModel): HTMLElement {
  const { to, cc, bcc } = model.recipients;
  const body = make('div', { class: 'mail-body' }, ...model.body.map(pieceView));
  if (model.body.length === 0) {
    body.append(
      make('p', { class: 'hint' }, 'This message is empty. Content that the add-in inserts appears here.'),
    );
  }
  return make(
    'article',
    { class: 'mail', 'aria-label': 'Message in compose mode' },
    field('To', namesOf(to)),
    ...(cc.length > 0 ? [field('Cc', namesOf(cc))] : []),
    ...(bcc.length > 0 ? [field('Bcc', namesOf(bcc))] : []),
    field('Subject', model.subject),
    body,
  );
}

function readView(): HTMLElement {
  const { subject, from, text } = readMessage;
  return make(
    'article',
    { class: 'mail', 'aria-label': 'Message in read mode' },
    make('h2', {}, subject),
    field('From', namesOf([from])),
    make('div', { class: 'mail-body' }, make('p', {}, text)),
  );
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

const namesOf = (list: readonly Recipient[]) => list.map(({ name }) => name).join('; ');
