import type { MessageKey } from '../../../contract/catalogue.ts';
import type { Message, Plural } from '../translation.ts';

/** In the first chunk: what every other language falls back to, and the list of keys. */
export const english = {
  texts: {
    appTitle: 'My Files',

    signIn: 'Sign in',
    signInAnotherWay: 'Sign in another way',
    signOut: 'Sign out',
    useAnotherAccount: 'Use another account',
    signedInAs: 'Signed in as {name}',
    photoOf: 'Photo of {name}',
    accountChanged: 'You are now signed in as {name}. These are the files of this account.',

    retry: 'Try again',
    cancel: 'Cancel',
    dismiss: 'Dismiss',
    reload: 'Reload',
    copy: 'Copy',
    copied: 'Copied',
    copyFailed: 'That could not be copied. Select the text and copy it yourself.',
    copyConsentLink: 'Copy link for administrator',

    details: 'Details',
    forDevelopers: 'For developers',
    hint: 'Hint',
    code: 'Code',
    officeCode: 'Office code',
    correlationId: 'Correlation ID',
    learnMore: 'Learn more',

    fileList: 'Your files in OneDrive',
    name: 'Name',
    changed: 'Modified',
    size: 'Size',
    loadMore: 'Load more',
    loadingMore: 'Loading more…',
    loadingFiles: 'Loading your files…',
    emptyDriveTitle: 'Your OneDrive is empty',
    emptyDriveText: 'Put a file into your OneDrive, then choose Try again.',
    kind_folder: 'Folder',
    kind_document: 'Document',
    kind_workbook: 'Workbook',
    kind_presentation: 'Presentation',
    kind_image: 'Image',
    kind_pdf: 'PDF',
    kind_notebook: 'Notebook',
    kind_package: 'Package',
    kind_other: 'File',
    restNotLoaded: "The rest of this list couldn't be loaded.",
    nothingSoFar: 'Nothing to show so far. There may be more.',
    orderReplaced: "OneDrive can't sort this list the way you chose. Current order: {order}.",
    orderMissing: "OneDrive can't sort this list, so the files are in no particular order.",

    firstAction: 'Select files to insert.',
    selected: { one: '{count} selected', other: '{count} selected' },
    clearSelection: 'Clear selection',
    insertNothing: 'Insert',
    insert: { one: 'Insert {count} file', other: 'Insert {count} files' },
    inserting: 'Inserting…',
    insertStopped: 'Stopped: {done} of {total} were inserted and stay where they are.',
    inserted: { one: '{count} file inserted', other: '{count} files inserted' },
    insertedDocument: 'In the document, at the cursor',
    insertedCells: 'In the sheet, at the selected cell',
    insertedNewSheet: 'On the new sheet {sheet}, because there was no room at the selected cell',
    insertedSlide: 'On the selected slide',
    insertedFirstSlide: 'On the first slide',
    insertedSeveralSlides: 'Continued on new slides at the end of the presentation',
    insertedNewSlides: 'At the end of the presentation, because the slide had no room',
    insertedUnlinked: 'This version of PowerPoint can’t add links, so the names are plain text.',
    insertedMessage: 'In the message, at the cursor',
    insertedMessageStart: 'At the start of the message, because text in it is selected',

    views: 'Which files',
    view_files: 'My files',
    view_recent: 'Recent',
    view_shared: 'Shared',
    search: 'Search your OneDrive',
    clearSearch: 'Clear search',
    sortBy: 'Sort by',
    sort_name: 'Name, A to Z',
    sort_name_down: 'Name, Z to A',
    sort_lastModified_down: 'Newest first',
    sort_lastModified: 'Oldest first',
    sort_size_down: 'Largest first',
    sort_size: 'Smallest first',
    folderPath: 'Folder path',
    listHelp: 'Press Space to select. Press Enter to open a folder.',
    openFolder: 'Open folder',
    selectAll: 'Select all',
    endOfList: { one: 'That is all: {count} item', other: 'That is all: {count} items' },
    emptyFolderTitle: 'This folder is empty',
    emptyFolderText: 'Put files into it in OneDrive, or go back.',
    nothingFoundTitle: 'Nothing found',
    nothingFoundText:
      'Nothing in your OneDrive matches “{text}”. New files can take a few minutes to be found.',
    emptyRecentTitle: 'No recent files',
    emptyRecentText: 'Files that you change in your OneDrive show up here.',
    emptySharedTitle: 'Nothing is shared with you',
    emptySharedText: 'Files that others share with you show up here.',
    insertAs: 'Insert as',
    format_table: 'Table',
    format_list: 'List with details',
    format_links: 'Links only',
    insertedSoFar: '{done} of {total} inserted…',
    undo: 'Undo',
    undoing: 'Undoing…',
    undone: 'What was inserted has been removed.',
    undoFailed: 'It has been changed since, so it was left as it is.',
    menu: 'More',
    refresh: 'Refresh',
    howItWorks: 'How it works',
    settings: 'Settings',
    closeSettings: 'Close settings',
    pageSize: 'Files to load at a time',
    language: 'Language',
    languageOfOffice: 'Same as Office',
    saving: 'Saving…',
    saved: 'Saved',
    notSaved: 'Not saved. Your choice holds until you close the add-in.',
    deleteSettings: 'Delete my settings',
    deleteSettingsText: 'Removes everything that the add-in has stored about you.',
    settingsDeleted: 'Your settings were deleted.',
    welcomeTitle: 'Your OneDrive, beside your work',
    welcomeChoose: 'Select files and folders, also from several places.',
    welcomeInsert: 'Choose Insert: their names and links go to the cursor.',
    welcomeAccess: 'The links work for people who may see the files.',
    welcomeDone: 'Got it',

    signingIn: 'Signing you in…',
    signInWindowOpen: 'Go on in the sign-in window. It may be behind this one.',
    stillWorking: 'This is taking longer than usual. You can wait or cancel.',
    waiting: { one: 'Trying again in {count} second', other: 'Trying again in {count} seconds' },

    signedOutTitle: 'Sign in to see your files',
    reasonFiles: 'See your OneDrive files right here, beside your work.',
    reasonInsert: 'Insert the ones you choose, with links to them.',
    reasonAccount: 'Use the account that you already have for work or school.',

    outsideOffice:
      'This page belongs to an Office add-in. Open the add-in in Word, Excel, PowerPoint or Outlook.',
    defect: 'Something went wrong in the add-in. Your work in Office is safe. Reload the add-in to go on.',
  },

  messages: {
    signInNeeded: {
      title: 'Please sign in',
      text: 'Office could not sign you in by itself. Choose Sign in to go on.',
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
      text: 'Go on with this account, or choose Use another account.',
    },
    addinMisconfigured: {
      title: 'This add-in is not set up correctly',
      text: 'You cannot mend this yourself. Show the details to the people who look after the add-in.',
    },
    serverMisconfigured: {
      title: 'The add-in’s server is not set up correctly',
      text: 'Tell the people who look after the add-in and show them the details. You can try again later.',
    },
    requestRefused: {
      title: 'The add-in may be out of date',
      text: 'Close the add-in, open it again, then try once more.',
    },
    tokenRefused: {
      title: 'Your sign-in was not accepted',
      text: 'Choose Try again. If it stays like this, show the details to the people who look after the add-in.',
    },
    sessionExpired: {
      title: 'Your sign-in has expired',
      text: 'Choose Sign in to go on where you were.',
    },
    throttled: {
      title: 'Many requests at the moment',
      text: 'The add-in goes on by itself after a short wait. If it does not, choose Try again.',
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
      text: 'Check that you are connected to the internet, then choose Try again.',
    },
    noDrive: {
      title: 'This account has no OneDrive yet',
      text: 'Open OneDrive once in your browser to set it up, use another account, or ask your administrator.',
    },
    notFound: {
      title: 'That is not there any more',
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
  },
} as const satisfies {
  readonly texts: Record<string, string | Plural>;
  readonly messages: Record<MessageKey, Message>;
};
