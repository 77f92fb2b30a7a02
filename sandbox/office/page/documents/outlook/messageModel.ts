import { readEntries, type Link } from '../entries.ts';
import { readHtml } from '../html/readHtml.ts';

export type BodyType = 'html' | 'text';
export interface Recipient {
  readonly name: string;
  readonly address: string;
}
export type RecipientField = 'to' | 'cc' | 'bcc';

export type BodyEntry =
  { kind: 'html'; html: string; text: string; links: Link[] } | { kind: 'text'; text: string; links: Link[] };
export type MessageEntry =
  | BodyEntry
  | { kind: 'subject'; text: string }
  | { kind: 'recipients'; field: RecipientField; recipients: Recipient[] };

/** A message being written: its body in pieces as they were put in. */
export class MessageModel {
  body: BodyEntry[] = [];
  subject = '';
  recipients: Record<RecipientField, Recipient[]> = { to: [], cc: [], bcc: [] };
  readonly type: BodyType = 'html';

  load(content: readonly unknown[]): void {
    const entries = readEntries(content) as unknown as MessageEntry[];
    this.body = entries.filter((entry): entry is BodyEntry => entry.kind === 'html' || entry.kind === 'text');
    this.subject = entries.find((entry) => entry.kind === 'subject')?.text ?? '';
    this.recipients = { to: [], cc: [], bcc: [] };
    for (const entry of entries) {
      if (entry.kind === 'recipients') this.recipients[entry.field] = entry.recipients;
    }
  }

  get content(): MessageEntry[] {
    const fields: readonly RecipientField[] = ['to', 'cc', 'bcc'];
    return [
      ...(this.subject === '' ? [] : [{ kind: 'subject' as const, text: this.subject }]),
      ...fields.flatMap((field) => {
        const recipients = this.recipients[field];
        return recipients.length === 0 ? [] : [{ kind: 'recipients' as const, field, recipients }];
      }),
      ...this.body,
    ];
  }

  read(type: BodyType): string {
    if (type === 'text') return this.body.map(({ text }) => text).join('\n');
    return this.body.map((entry) => (entry.kind === 'html' ? entry.html : escaped(entry.text))).join('\n');
  }
}

export function bodyEntry(data: string, type: BodyType): BodyEntry {
  return type === 'html'
    ? { kind: 'html', html: data, ...readHtml(data) }
    : { kind: 'text', text: data, links: [] };
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br>');
