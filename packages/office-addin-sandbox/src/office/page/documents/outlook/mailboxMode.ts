/** What is open in Outlook. */
export const mailboxModes = ['compose', 'read', 'appointment-compose', 'appointment-read'] as const;
export type MailboxMode = (typeof mailboxModes)[number];

export const isReading = (mode: MailboxMode) => mode === 'read' || mode === 'appointment-read';
export const isAppointment = (mode: MailboxMode) => mode.startsWith('appointment');
