import type { LaunchEvent } from '../../../manifest/addinManifest.ts';
import { hostOf, type PageAddin } from '../addin/pageAddin.ts';
import type { ApplicationId } from '../applications.ts';
import type { MailboxMode } from '../documents/outlook/mailboxMode.ts';

/** A handler that a manifest declares. */
export interface DeclaredHandler {
  readonly addin: PageAddin;
  readonly event: LaunchEvent;
}

/** Returns the handlers of an event, or of all events without a type. */
export function handlersOf(
  addins: readonly PageAddin[],
  app: ApplicationId,
  type?: string,
): DeclaredHandler[] {
  return addins.flatMap((addin) =>
    (hostOf(addin, app)?.launchEvents ?? [])
      .filter((event) => type === undefined || event.type === type)
      .map((event) => ({ addin, event })),
  );
}

const SEND_EVENTS = ['OnMessageSend', 'OnAppointmentSend'];

/** Returns whether the event occurs before an item is sent, so that handlers can object. */
export function isSendEvent(type: string): boolean {
  return SEND_EVENTS.includes(type);
}

/** Returns whether the event occurs when a new item opens. */
export function opensItem(type: string): boolean {
  return [
    'OnNewMessageCompose',
    'OnMessageCompose',
    'OnNewAppointmentOrganizer',
    'OnAppointmentOrganizer',
  ].includes(type);
}

/** Returns the kind of item that the event occurs in; undefined: any. */
export function modeFor(type: string): MailboxMode | undefined {
  if (type.includes('Appointment')) return 'appointment-compose';
  if (type.includes('MessageRead') || type === 'OnMessageDecrypt') return 'read';
  return type.includes('Message') ? 'compose' : undefined;
}

const labels: Readonly<Record<string, string>> = {
  OnNewMessageCompose: 'New message',
  OnMessageCompose: 'Open draft',
  OnNewAppointmentOrganizer: 'New appointment',
  OnAppointmentOrganizer: 'Open appointment',
  OnMessageSend: 'Send message',
  OnAppointmentSend: 'Send appointment',
  OnMessageRecipientsChanged: 'Add recipient',
  OnAppointmentAttendeesChanged: 'Add attendee',
  OnMessageAttachmentsChanged: 'Attach file to message',
  OnAppointmentAttachmentsChanged: 'Attach file to appointment',
  OnDocumentOpened: 'Open document',
};

/** Returns the label of the button that raises the event. */
export function labelOf(type: string): string {
  const words = type.replace(/^On/u, '').replaceAll(/(?<=[a-z])(?=[A-Z])/gu, ' ');
  return labels[type] ?? words.charAt(0) + words.slice(1).toLowerCase();
}

/** An added recipient or attachment. */
export interface ItemChange {
  /** Dispatch id of Outlook's method. */
  readonly method: number;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Returns the change of the item that the button makes before it raises the event; undefined: none. */
export function changeFor(type: string): ItemChange | undefined {
  if (type === 'OnMessageRecipientsChanged' || type === 'OnAppointmentAttendeesChanged') {
    const recipient = { name: 'Megan Bowen', address: 'megan.bowen@contoso.example' };
    return { method: 22, params: { recipientField: 0, recipientArray: [recipient] } };
  }
  if (type.endsWith('AttachmentsChanged'))
    return {
      method: 16,
      params: { name: 'Report.pdf', uri: 'https://contoso.example/Report.pdf', isInline: false },
    };
  return undefined;
}

/** Returns the members that Outlook adds to the event object, by the documentation of each event. */
export function eventData(type: string): Readonly<Record<string, unknown>> {
  switch (type) {
    case 'OnMessageRecipientsChanged':
      return { changedRecipientFields: { to: true, cc: false, bcc: false } };
    case 'OnAppointmentAttendeesChanged':
      return {
        changedRecipientFields: { requiredAttendees: true, optionalAttendees: false, resources: false },
      };
    case 'OnMessageAttachmentsChanged':
    case 'OnAppointmentAttachmentsChanged':
      return {
        attachmentStatus: 'added',
        attachmentDetails: { name: 'Report.pdf', size: 0, attachmentType: 'file', isInline: false },
      };
    case 'OnAppointmentTimeChanged': {
      const start = new Date();
      return { start, end: new Date(start.getTime() + 3_600_000) };
    }
    default:
      return {};
  }
}
