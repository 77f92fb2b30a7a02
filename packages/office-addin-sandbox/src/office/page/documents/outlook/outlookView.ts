import { make } from '../../dom.ts';
import { safeHtml } from '../html/safeHtml.ts';
import { readMessage } from './initialData.ts';
import type { BodyEntry, MessageModel, Recipient } from './messageModel.ts';

/** A message being written, or one that is read. */
export function outlookView(model: MessageModel, mode: 'compose' | 'read', into: HTMLElement): void {
  into.replaceChildren(mode === 'read' ? readView() : composeView(model));
}

function composeView(model: MessageModel): HTMLElement {
  const { to, cc, bcc } = model.recipients;
  const body = make('div', { class: 'mail-body' }, ...model.body.map(pieceView));
  if (model.body.length === 0) {
    body.append(make('p', { class: 'hint' }, 'An empty message. What the add-in inserts appears here.'));
  }
  return make(
    'article',
    { class: 'mail', 'aria-label': 'Message being written' },
    field('To', people(to)),
    ...(cc.length > 0 ? [field('Cc', people(cc))] : []),
    ...(bcc.length > 0 ? [field('Bcc', people(bcc))] : []),
    field('Subject', model.subject),
    body,
  );
}

function readView(): HTMLElement {
  const { subject, from, text } = readMessage;
  return make(
    'article',
    { class: 'mail', 'aria-label': 'Message being read' },
    make('h2', {}, subject),
    field('From', people([from])),
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

const people = (list: readonly Recipient[]) => list.map(({ name }) => name).join('; ');
