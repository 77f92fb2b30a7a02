/** Names of events in unified manifests, with the names that XML manifests and office.js use. */
const canonicalNames: Readonly<Record<string, string>> = {
  newMessageComposeCreated: 'OnNewMessageCompose',
  newAppointmentOrganizerCreated: 'OnNewAppointmentOrganizer',
  messageAttachmentsChanged: 'OnMessageAttachmentsChanged',
  appointmentAttachmentsChanged: 'OnAppointmentAttachmentsChanged',
  messageRecipientsChanged: 'OnMessageRecipientsChanged',
  appointmentAttendeesChanged: 'OnAppointmentAttendeesChanged',
  appointmentTimeChanged: 'OnAppointmentTimeChanged',
  appointmentRecurrenceChanged: 'OnAppointmentRecurrenceChanged',
  infoBarDismissClicked: 'OnInfoBarDismissClicked',
  messageSending: 'OnMessageSend',
  appointmentSending: 'OnAppointmentSend',
  messageComposeOpened: 'OnMessageCompose',
  appointmentOrganizerOpened: 'OnAppointmentOrganizer',
  messageFromChanged: 'OnMessageFromChanged',
  appointmentFromChanged: 'OnAppointmentFromChanged',
  sensitivityLabelChanged: 'OnSensitivityLabelChanged',
  messageDecrypt: 'OnMessageDecrypt',
};

/** Returns the name that XML manifests and office.js use. */
export function canonicalEvent(type: string): string {
  return canonicalNames[type] ?? type;
}

/** What the user can do if an add-in objects to sending. */
export type SendMode = 'promptUser' | 'softBlock' | 'block';

const sendModes: readonly SendMode[] = ['promptUser', 'softBlock', 'block'];

/** Returns the send mode of a manifest or of `sendModeOverride`, in any case; undefined for any other text. */
export function sendModeOf(text: string | undefined): SendMode | undefined {
  return sendModes.find((mode) => mode.toLowerCase() === text?.toLowerCase());
}
