const sender = { name: 'Isaiah Langer', address: 'isaiah@contoso.example' };

/**
 * Returns the answer to GetInitialData, without which `Office.onReady` never resolves in Outlook. `itemType`: 1 for
 * reading, 4 for composing a message; `permissionLevel`: 3 for reading and writing the item.
 */
export function initialData(
  user: { name: string; address: string },
  mode: 'compose' | 'read',
): Record<string, unknown> {
  const common = {
    permissionLevel: 3,
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
    itemClass: 'IPM.Note',
    isRestIdSupported: true,
    overrideWindowOpen: false,
  };
  if (mode === 'compose') return { ...common, itemType: 4 };
  return {
    ...common,
    itemType: 1,
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
  };
}

/** The message in read mode. */
export const readMessage = {
  subject: 'Numbers for the quarter',
  from: sender,
  at: Date.UTC(2026, 9, 5, 8, 30),
  text: 'Hello,\n\nthe numbers are in the folder we share.\n\nIsaiah',
} as const;
