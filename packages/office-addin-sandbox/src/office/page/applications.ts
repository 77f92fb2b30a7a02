/** The applications, with the names and numbers of office.js (OSF.AppName in its debug build). */

export const applicationIds = ['word', 'excel', 'powerpoint', 'outlook'] as const;
export type ApplicationId = (typeof applicationIds)[number];

export interface Application {
  readonly id: ApplicationId;
  /** Display name, and the first field of the host info. */
  readonly name: 'Word' | 'Excel' | 'PowerPoint' | 'Outlook';
  readonly number: number;
  readonly documentName: string;
  readonly requirementSets: Readonly<Record<string, string>>;
}

/** Never add JsonPayloadSSO: with it, this build of office.js drops the options of getAccessToken. */
const shared = {
  DialogApi: '1.2',
  DialogOrigin: '1.1',
  IdentityAPI: '1.3',
  AddinCommands: '1.3',
  SharedRuntime: '1.1',
};
const files = {
  Selection: '1.1',
  Settings: '1.1',
  TextCoercion: '1.1',
  HtmlCoercion: '1.1',
  MatrixCoercion: '1.1',
};

export const applications: Readonly<Record<ApplicationId, Application>> = {
  word: {
    id: 'word',
    name: 'Word',
    number: 32,
    documentName: 'Document 1',
    requirementSets: { ...shared, ...files, WordApi: '1.3' },
  },
  excel: {
    id: 'excel',
    name: 'Excel',
    number: 16,
    documentName: 'Workbook 1',
    requirementSets: { ...shared, ...files, ExcelApi: '1.14' },
  },
  powerpoint: {
    id: 'powerpoint',
    name: 'PowerPoint',
    number: 512,
    documentName: 'Presentation 1',
    requirementSets: { ...shared, ...files, ActiveView: '1.1', PowerPointApi: '1.4' },
  },
  outlook: {
    id: 'outlook',
    name: 'Outlook',
    number: 64,
    documentName: 'New message',
    requirementSets: { ...shared, Mailbox: '1.12' },
  },
};

export function isApplicationId(value: string | null): value is ApplicationId {
  return applicationIds.some((id) => id === value);
}
