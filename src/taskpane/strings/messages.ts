import type { MessageKey } from '../../contract/catalogue.ts';
import type { Message, Strings } from './index.ts';

/** Returns the message in the language of the pane, else in English. */
export function messageOf({ messages }: Pick<Strings, 'messages'>, key: MessageKey): Message {
  return messages[key] ?? englishMessages[key];
}

/** The messages about problems, in English. Not part of the first chunk. */
export const englishMessages = {
  signInNeeded: {
    title: 'Sign in to continue',
    text: 'Office couldn’t sign you in automatically. Select Sign in.',
  },
  signedOut: {
    title: 'You’re signed out',
    text: 'Select Sign in to see your files.',
  },
  signInCancelled: {
    title: 'Sign-in was canceled',
    text: 'When you’re ready, select Sign in.',
  },
  signInUnfinished: {
    title: 'Sign-in wasn’t finished',
    text: 'The sign-in window closed before sign-in was complete. Select Sign in to open it again.',
  },
  signInFailed: {
    title: 'Couldn’t sign you in',
    text: 'Select Sign in to try again. If that doesn’t work, contact your support team.',
  },
  signInInProgress: {
    title: 'A sign-in window is still open',
    text: 'Finish signing in there, or close that window and select Sign in.',
  },
  officeSessionBroken: {
    title: 'Your Office session needs to be restarted',
    text: 'Sign out of Office, close all browser windows, then open Office and sign in again.',
  },
  securityZones: {
    title: 'Office and this add-in are in different security zones',
    text: 'In Windows, open Internet options, then Security, and add the sites of Office and of this add-in to the same zone. Then select Sign in.',
  },
  busySigningIn: {
    title: 'Office is still signing you in',
    text: 'Wait a moment, then select Try again.',
  },
  popupsBlocked: {
    title: 'The sign-in window was blocked',
    text: 'Allow pop-ups for this site: select the blocked pop-up icon in the address bar, or look for pop-ups in your browser’s settings. Then select Sign in.',
  },
  windowRefused: {
    title: 'The sign-in window didn’t open',
    text: 'Select Sign in. When Office asks whether to open a new window, select Allow.',
  },
  verificationNeeded: {
    title: 'Confirm it’s you',
    text: 'Your organization requires one more step. Select Sign in and follow the instructions.',
  },
  consentNeeded: {
    title: 'Your permission is needed',
    text: 'The add-in can’t read your files yet. Select Sign in to review what it asks for and give permission.',
  },
  consentDeclined: {
    title: 'Permission wasn’t given',
    text: 'Without it, the add-in can’t show your files. If you change your mind, select Sign in.',
  },
  adminConsentNeeded: {
    title: 'An admin needs to approve this add-in',
    text: 'Copy the link and send it to your admin. After they approve it, open the add-in again.',
  },
  policyBlocked: {
    title: 'Your organization doesn’t allow access from here',
    text: 'Try another device, network, or account, or contact your admin.',
  },
  accessDenied: {
    title: 'You don’t have access to this',
    text: 'Use another account, or ask your admin for access.',
  },
  organizationNotAllowed: {
    title: 'This add-in isn’t available to your organization',
    text: 'Use an account from another organization, or contact your admin.',
  },
  accountChanged: {
    title: 'A different account is signed in now',
    text: 'Continue with this account, or select Use another account.',
  },
  addinMisconfigured: {
    title: 'This add-in isn’t set up correctly',
    text: 'You can’t fix this yourself. Send the details to your support team.',
  },
  serverMisconfigured: {
    title: 'The add-in’s server isn’t set up correctly',
    text: 'You can’t fix this yourself. Send the details to your support team.',
  },
  requestRefused: {
    title: 'The add-in might be out of date',
    text: 'Select Reload. If that doesn’t help, close the add-in and open it again.',
  },
  tokenRefused: {
    title: 'Your sign-in wasn’t accepted',
    text: 'Select Try again. If this keeps happening, send the details to your support team.',
  },
  sessionExpired: {
    title: 'Your sign-in has expired',
    text: 'Select Sign in to continue where you left off.',
  },
  throttled: {
    title: 'The service is busy right now',
    text: 'The add-in tries again after a short wait. If it doesn’t, select Try again.',
  },
  serviceUnavailable: {
    title: 'The service isn’t available right now',
    text: 'Wait a few minutes, then select Try again. Your selection is kept.',
  },
  serviceSlow: {
    title: 'The response is taking too long',
    text: 'Check your connection, then select Try again. Your selection is kept.',
  },
  serviceFault: {
    title: 'Something went wrong on our side',
    text: 'Select Try again. If this keeps happening, send the details to your support team.',
  },
  offline: {
    title: 'No connection',
    text: 'Check your internet connection, then select Try again. The add-in also tries again when you’re back online.',
  },
  noDrive: {
    title: 'This account doesn’t have OneDrive yet',
    text: 'Open OneDrive once in your browser to set it up, use another account, or contact your admin.',
  },
  notFound: {
    title: 'This item no longer exists',
    text: 'It might have been moved or deleted. Select Try again to see what’s there now.',
  },
  documentReadOnly: {
    title: 'Can’t insert here',
    text: 'This is open as read-only. Open it for editing, or reply to the message, then try inserting again.',
  },
  documentUnsupported: {
    title: 'This version of Office can’t insert files',
    text: 'Update Office, or open your work in Office on the web and insert from there.',
  },
  documentFailed: {
    title: 'Couldn’t insert the files',
    text: 'Place the cursor where the files should go, finish any edit in progress, then select Try again.',
  },
  unexpected: {
    title: 'Something went wrong',
    text: 'Select Try again. If this keeps happening, send the details to your support team.',
  },
} as const satisfies Record<MessageKey, Message>;
