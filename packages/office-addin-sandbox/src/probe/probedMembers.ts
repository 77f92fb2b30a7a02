const items = (...names: string[]) =>
  names.flatMap((name) => [`Office.MessageCompose.${name}`, `Office.MessageRead.${name}`]);

/** The members of office.js about which an answer of each probe says how Office behaves. */
export const probedMembers = {
  context: [
    'Office.Context.host',
    'Office.Context.platform',
    'Office.Context.touchEnabled',
    'Office.Context.commerceAllowed',
  ],
  'context.theme': ['Office.Context.officeTheme'],
  requirementSets: ['Office.RequirementSetSupport.isSetSupported'],
  getAccessToken: ['Office.Auth.getAccessToken'],
  'getAccessToken.forMSGraphAccess': ['Office.AuthOptions.forMSGraphAccess'],
  'getAccessToken.authChallenge': ['Office.AuthOptions.authChallenge'],
  getAuthContext: ['Office.Auth.getAuthContext'],
  'dialog.http': ['Office.UI.displayDialogAsync'],
  'dialog.otherDomain': ['Office.UI.displayDialogAsync'],
  'dialog.messageParent': [
    'Office.UI.displayDialogAsync',
    'Office.UI.messageParent',
    'Office.Dialog.addEventHandler',
    'Office.Dialog.close',
  ],
  'word.linkInCell': ['Word.Body.insertTable', 'Word.Range.hyperlink', 'Word.TableCell.body'],
  'word.twoTables': ['Word.Body.insertTable', 'Word.Table.rowCount', 'Word.Table.delete'],
  'excel.equalsSign': ['Excel.Range.numberFormat', 'Excel.Range.values', 'Excel.Range.formulas'],
  'excel.linkKeepsValue': ['Excel.Range.hyperlink', 'Excel.Range.values'],
  'excel.protectedSheet': ['Excel.WorksheetProtection.protect', 'Excel.WorksheetProtection.unprotect'],
  'powerpoint.addedSlide': [
    'PowerPoint.SlideCollection.add',
    'PowerPoint.Slide.shapes',
    'PowerPoint.Slide.delete',
  ],
  'outlook.diagnostics': [
    'Office.Diagnostics.hostName',
    'Office.Diagnostics.hostVersion',
    'Office.Diagnostics.OWAView',
  ],
  'outlook.addresses': ['Office.Mailbox.ewsUrl', 'Office.Mailbox.restUrl'],
  'outlook.userProfile': ['Office.UserProfile.accountType'],
  'outlook.item': items('itemType'),
  'outlook.callbackToken': ['Office.Mailbox.getCallbackTokenAsync'],
  'outlook.userIdentityToken': ['Office.Mailbox.getUserIdentityTokenAsync'],
  'outlook.roamingSettings': ['Office.RoamingSettings.get'],
  'outlook.customProperties': [
    ...items('loadCustomPropertiesAsync'),
    'Office.CustomProperties.get',
    'Office.CustomProperties.remove',
    'Office.CustomProperties.saveAsync',
  ],
  'outlook.notifications': [
    'Office.NotificationMessages.addAsync',
    'Office.NotificationMessages.replaceAsync',
    'Office.NotificationMessages.removeAsync',
  ],
  'outlook.categories': ['Office.Categories.getAsync', 'Office.Categories.addAsync'],
  'outlook.read.body': ['Office.Body.getAsync'],
  'outlook.read.item': [
    'Office.MessageRead.attachments',
    'Office.MessageRead.dateTimeCreated',
    'Office.MessageRead.to',
  ],
  'outlook.read.internetHeaders': ['Office.MessageRead.getAllInternetHeadersAsync'],
  'outlook.read.restId': ['Office.Mailbox.convertToRestId', 'Office.Mailbox.convertToEwsId'],
  'outlook.compose.body': ['Office.Body.getTypeAsync', 'Office.Body.setAsync', 'Office.Body.getAsync'],
  'outlook.compose.prepend': ['Office.Body.prependAsync'],
  'outlook.compose.bodyTooLong': ['Office.Body.setAsync'],
  'outlook.compose.selectedData': ['Office.MessageCompose.getSelectedDataAsync'],
  'outlook.compose.subject': ['Office.Subject.getAsync', 'Office.Subject.setAsync'],
  'outlook.compose.subjectTooLong': ['Office.Subject.setAsync'],
  'outlook.compose.recipients': [
    'Office.Recipients.addAsync',
    'Office.Recipients.getAsync',
    'Office.Recipients.setAsync',
  ],
  'outlook.compose.attachments': [
    'Office.MessageCompose.addFileAttachmentFromBase64Async',
    'Office.MessageCompose.getAttachmentsAsync',
    'Office.MessageCompose.getAttachmentContentAsync',
    'Office.MessageCompose.removeAttachmentAsync',
  ],
  'outlook.compose.missingAttachment': ['Office.MessageCompose.removeAttachmentAsync'],
  'outlook.compose.internetHeaders': [
    'Office.InternetHeaders.setAsync',
    'Office.InternetHeaders.getAsync',
    'Office.InternetHeaders.removeAsync',
  ],
  'outlook.compose.idBeforeSave': ['Office.MessageCompose.getItemIdAsync'],
  'outlook.compose.type': ['Office.MessageCompose.getComposeTypeAsync'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type ProbeId = keyof typeof probedMembers;
