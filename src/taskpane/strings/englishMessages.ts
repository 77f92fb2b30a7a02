import type { MessageKey } from '../../contract/catalogue.ts';
import type { Message } from './translation.ts';

/** What users read of a problem. Not part of the first chunk. */
export const englishMessages = {
  signInNeeded: {
    title: 'Please sign in',
    text: 'Office couldn’t sign you in automatically. Choose Sign in to continue.',
  },
  signedOut: {
    title: 'You are signed out',
    text: 'Choose Sign in to see your files.',
  },
  signInCancelled: {
    title: 'Sign-in was cancelled',
    text: 'Whenever you are ready, choose Sign in.',
  },
  signInUnfinished: {
    title: 'Sign-in was not finished',
    text: 'The sign-in window closed before it was done. Choose Sign in to open it again.',
  },
  signInFailed: {
    title: 'Sign-in did not work',
    text: 'Choose Sign in to try once more. If it does not work again, ask the people who look after Office in your organization.',
  },
  signInInProgress: {
    title: 'A sign-in window is still open',
    text: 'Finish signing in there, or close that window and choose Sign in.',
  },
  officeSessionBroken: {
    title: 'Your Office session needs a fresh start',
    text: 'Sign out of Office, close all browser windows, then open Office again and sign in.',
  },
  securityZones: {
    title: 'Your browser keeps Office and this add-in apart',
    text: 'On Windows, open Internet options, then Security, and put the sites of Office and of this add-in into the same zone. Then choose Sign in.',
  },
  busySigningIn: {
    title: 'Office is still signing you in',
    text: 'Wait a moment, then choose Try again.',
  },
  popupsBlocked: {
    title: 'The sign-in window was blocked',
    text: "Allow pop-ups for this site: choose the blocked-window icon in the address bar, or look for pop-ups in the browser's settings. Then choose Sign in.",
  },
  windowRefused: {
    title: 'The sign-in window was not opened',
    text: 'Choose Sign in, and when Office asks whether to open a new window, choose Allow.',
  },
  verificationNeeded: {
    title: 'Please confirm that it is you',
    text: 'Your organization asks for one more step. Choose Sign in and follow what it shows.',
  },
  consentNeeded: {
    title: 'Your permission is needed',
    text: 'The add-in may not read your files yet. Choose Sign in to see what it asks for and to agree.',
  },
  consentDeclined: {
    title: 'Permission was not given',
    text: 'Without it the add-in cannot show your files. If you change your mind, choose Sign in.',
  },
  adminConsentNeeded: {
    title: 'An administrator has to approve this add-in',
    text: 'Copy the link and send it to your administrator. After the approval, open the add-in again.',
  },
  policyBlocked: {
    title: 'Your organization does not allow access from here',
    text: 'Try another device, network or account, or ask your administrator.',
  },
  accessDenied: {
    title: 'You do not have access to this',
    text: 'Use another account, or ask your administrator for access.',
  },
  organizationNotAllowed: {
    title: 'This add-in is not available to your organization',
    text: 'Use an account of another organization, or ask your administrator.',
  },
  accountChanged: {
    title: 'A different account is signed in now',
    text: 'Continue with this account, or choose Use another account.',
  },
  addinMisconfigured: {
    title: 'This add-in is not set up correctly',
    text: 'You can’t fix this yourself. Show the details to the people who look after the add-in.',
  },
  serverMisconfigured: {
    title: 'The add-in’s server is not set up correctly',
    text: 'Tell the people who look after the add-in and show them the details.',
  },
  requestRefused: {
    title: 'The add-in may be out of date',
    text: "Choose Reload. If that doesn't help, close the add-in and open it again.",
  },
  tokenRefused: {
    title: 'Your sign-in was not accepted',
    text: 'Choose Try again. If it stays like this, show the details to the people who look after the add-in.',
  },
  sessionExpired: {
    title: 'Your sign-in has expired',
    text: 'Choose Sign in to continue where you were.',
  },
  throttled: {
    title: 'Many requests at the moment',
    text: 'The add-in tries again after a short wait. If it doesn’t, choose Try again.',
  },
  serviceUnavailable: {
    title: 'The service is not available right now',
    text: 'Wait a few minutes, then choose Try again. Your selection is kept.',
  },
  serviceSlow: {
    title: 'The answer is taking too long',
    text: 'Check your connection, then choose Try again. Your selection is kept.',
  },
  serviceFault: {
    title: 'Something went wrong on our side',
    text: 'Choose Try again. If it happens again, show the details to the people who look after the add-in.',
  },
  offline: {
    title: 'No connection',
    text: "Check your internet connection, then choose Try again. The add-in also tries again when you're back online.",
  },
  noDrive: {
    title: 'This account has no OneDrive yet',
    text: 'Open OneDrive once in your browser to set it up, use another account, or ask your administrator.',
  },
  notFound: {
    title: 'This item no longer exists',
    text: 'It may have been moved or deleted. Choose Try again to see what is there now.',
  },
  documentReadOnly: {
    title: 'Nothing can be inserted here',
    text: 'This is open for reading only. Open it for editing, or reply to the message, then insert again.',
  },
  documentUnsupported: {
    title: 'This version of Office cannot insert files',
    text: 'Update Office, or open your work in Office on the web, and insert from there.',
  },
  documentFailed: {
    title: 'The files could not be inserted',
    text: 'Place the cursor where the files should go and make sure that nothing is being edited, then choose Try again.',
  },
  unexpected: {
    title: 'Something unexpected happened',
    text: 'Choose Try again. If it happens again, show the details to the people who look after the add-in.',
  },
} as const satisfies Record<MessageKey, Message>;
