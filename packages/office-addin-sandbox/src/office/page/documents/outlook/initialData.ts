import { isAppointment, isReading, type MailboxMode } from './mailboxMode.ts';
import { defaultTimes } from './messageModel.ts';

const sender = { name: 'Isaiah Langer', address: 'isaiah@contoso.example' };

/** HostItemType of office.js. */
const itemTypes: Readonly<Record<MailboxMode, number>> = {
  read: 1,
  'appointment-read': 2,
  compose: 4,
  'appointment-compose': 5,
};
/** Permission of office.js: the mailbox, for reading and writing. */
const READ_WRITE_MAILBOX = 2;

/** Returns the answer to GetInitialData, without which `Office.onReady` never resolves in Outlook. */
export function initialData(
  user: { name: string; address: string },
  mode: MailboxMode,
): Record<string, unknown> {
  const common = {
    permissionLevel: READ_WRITE_MAILBOX,
    hostVersion: '16.0.19000.20000',
    owaView: 'ThreeColumns',
    userDisplayName: user.name,
    userEmailAddress: user.address,
    userProfileType: 'office365',
    userTimeZone: 'UTC',
    timeZoneOffsets: [{ start: 0, end: 4102444800000, offset: 0 }],
    ewsUrl: 'https://outlook.office365.com/EWS/Exchange.asmx',
    restUrl: 'https://outlook.office365.com/api',
    extensionId: '00000000-0000-4000-8000-000000000000',
    conversationId: 'AAQkSandbox',
    itemClass: isAppointment(mode) ? 'IPM.Appointment' : 'IPM.Note',
    itemType: itemTypes[mode],
    isRestIdSupported: true,
    overrideWindowOpen: false,
  };
  if (!isReading(mode)) return common;
  return {
    ...common,
    id: 'AAMkSandboxMessage',
    subject: readMessage.subject,
    normalizedSubject: readMessage.subject,
    from: sender,
    sender,
    to: [user],
    cc: [],
    attachments: [],
    dateTimeCreated: readMessage.at,
    dateTimeModified: readMessage.at,
    internetMessageId: '<sandbox@contoso.example>',
    ...(isAppointment(mode)
      ? {
          ...defaultTimes,
          organizer: sender,
          location: 'Room 4',
          isAllDayEvent: false,
          sensitivity: 'normal',
        }
      : {}),
  };
}

/** The message in read mode. */
export const readMessage = {
  subject: 'Numbers for the quarter',
  from: sender,
  at: Date.UTC(2026, 9, 5, 8, 30),
  text: 'Hello,\n\nthe numbers are in the folder we share.\n\nIsaiah',
} as const;
