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
  /** The user's selection in the body, which an insertion replaces. */
  | { kind: 'selection'; text: string }
  /** Omitted for HTML. */
  | { kind: 'bodyType'; type: BodyType }
  | { kind: 'properties'; properties: MessageProperties }
  | { kind: 'recipients'; field: RecipientField; recipients: Recipient[] };

export interface MasterCategory {
  readonly displayName: string;
  readonly color: string;
}

export interface Attachment {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  /** 0: file, 1: item. */
  readonly attachmentType: number;
  readonly isInline: boolean;
  readonly content?: string;
  readonly uri?: string;
  readonly itemId?: string;
}

/** A notification above the item. Its other members are stored as office.js sends them. */
export interface Notification {
  readonly message: string;
}

export interface Signature {
  readonly data: string;
  /** As office.js sends it: 3 for HTML. */
  readonly coercionType: unknown;
}

/** What Outlook stores with an item or a mailbox besides the message's text. */
export interface MessageProperties {
  attachments?: readonly Attachment[];
  categories?: readonly string[];
  masterCategories?: readonly MasterCategory[];
  notifications?: Readonly<Record<string, Notification>>;
  customProperties?: Readonly<Record<string, unknown>>;
  roamingSettings?: Readonly<Record<string, unknown>>;
  internetHeaders?: Readonly<Record<string, string>>;
  sessionData?: Readonly<Record<string, string>>;
  appendOnSend?: unknown;
  signature?: Signature;
  clientSignature?: boolean;
  delayDeliveryTime?: number;
  /** Start and end of an appointment, in milliseconds since 1970. */
  start?: number;
  end?: number;
  location?: string;
  enhancedLocations?: readonly unknown[];
  recurrence?: unknown;
  /** Forms that the add-in has opened, such as a reply. */
  forms?: readonly OpenedForm[];
}

export interface OpenedForm {
  readonly form: 'appointment' | 'message' | 'newAppointment' | 'newMessage' | 'reply' | 'replyAll';
  /** Content of a new form, or the id of the item that it shows. */
  readonly data: unknown;
}

/** The appointment that is open, unless the add-in changes it: in milliseconds since 1970. */
export const defaultTimes = { start: Date.UTC(2026, 9, 6, 9, 0), end: Date.UTC(2026, 9, 6, 9, 30) } as const;

/** A message in compose mode. The body is a list of the inserted pieces. */
export class MessageModel {
  body: BodyEntry[] = [];
  subject = '';
  recipients: Record<RecipientField, Recipient[]> = { to: [], cc: [], bcc: [] };
  type: BodyType = 'html';
  selection = '';
  properties: MessageProperties = {};
  /** The user, who is the sender in compose mode. */
  owner: Recipient = { name: '', address: '' };

  load(content: readonly unknown[]): void {
    const entries = readEntries(content) as unknown as MessageEntry[];
    this.body = entries.filter((entry): entry is BodyEntry => entry.kind === 'html' || entry.kind === 'text');
    this.subject = entries.find((entry) => entry.kind === 'subject')?.text ?? '';
    this.selection = entries.find((entry) => entry.kind === 'selection')?.text ?? '';
    this.type = entries.find((entry) => entry.kind === 'bodyType')?.type === 'text' ? 'text' : 'html';
    this.properties = entries.find((entry) => entry.kind === 'properties')?.properties ?? {};
    this.recipients = { to: [], cc: [], bcc: [] };
    for (const entry of entries) {
      if (entry.kind === 'recipients') this.recipients[entry.field] = entry.recipients;
    }
  }

  get content(): MessageEntry[] {
    const fields: readonly RecipientField[] = ['to', 'cc', 'bcc'];
    return [
      ...(this.type === 'html' ? [] : [{ kind: 'bodyType' as const, type: this.type }]),
      ...(this.selection === '' ? [] : [{ kind: 'selection' as const, text: this.selection }]),
      ...(this.subject === '' ? [] : [{ kind: 'subject' as const, text: this.subject }]),
      ...fields.flatMap((field) => {
        const recipients = this.recipients[field];
        return recipients.length === 0 ? [] : [{ kind: 'recipients' as const, field, recipients }];
      }),
      ...this.body,
      ...(Object.keys(this.properties).length > 0
        ? [{ kind: 'properties' as const, properties: this.properties }]
        : []),
    ];
  }

  /** Inserts at the cursor, which is at the end, or replaces the selection. */
  insert(entry: BodyEntry): void {
    const { selection } = this;
    this.selection = '';
    const at = selection === '' ? -1 : this.body.findIndex(({ text }) => text.includes(selection));
    const selected = this.body[at];
    if (!selected) {
      this.body.push(entry);
      return;
    }
    const type = selected.kind;
    const source = type === 'html' ? selected.html : selected.text;
    this.body.splice(at, 1, bodyEntry(source.replace(selection, ''), type), entry);
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
