import type { Application } from './applications.ts';
import type { FrameIdentity } from './hostInfo.ts';

export interface AppContextOptions {
  readonly app: Application;
  readonly identity: FrameIdentity;
  readonly locale: string;
  /** Address of the add-in's page. */
  readonly paneUrl: string;
  readonly addinName: string;
  /** Whether the add-in is in the document instead of a pane. */
  readonly isContent: boolean;
  /** Origins that dialogs may start on. Without the add-in's own, every dialog fails with 12004. */
  readonly appDomains: readonly string[];
  readonly requirementSets: Readonly<Record<string, string>>;
  /** Document settings, values as JSON text. */
  readonly settings: Readonly<Record<string, string>>;
  readonly width: number;
  readonly height: number;
}

/** Returns the answer to getAppContextAsync. office.js requires the first nine members. */
export function appContext(options: AppContextOptions): Record<string, unknown> {
  const { app, identity, locale, paneUrl, settings } = options;
  return {
    _id: identity.instanceId,
    _appName: app.number,
    _appVersion: '16.00',
    _appUILocale: locale,
    _dataLocale: locale,
    _docUrl: documentUrl(app),
    _clientMode: 1,
    _settings: app.id === 'excel' ? Object.entries(settings) : settings,
    _reason: 'documentOpened',
    _requirementMatrix: JSON.stringify(options.requirementSets),
    _appDomains: options.appDomains,
    _addInSourceUrl: paneUrl,
    _hostFullVersion: '16.0.19000.20000',
    _addinName: options.addinName,
    _clientWindowWidth: options.width,
    _clientWindowHeight: options.height,
    _appInstanceId: identity.instanceId,
    _correlationId: identity.correlationId,
    _eToken: '',
    // OSF.OsfControlType: 0 in the document, 1 in a container.
    _osfControlType: options.isContent ? 0 : 1,
    _appMinorVersion: 1,
    _initialDisplayMode: 0,
    _featureGates: {},
    _wacHostEnvironment: '0',
    _marketplaceType: 0,
  };
}

export function documentUrl({ documentName }: Application): string {
  return `https://contoso-my.sharepoint.com/personal/sandbox/Documents/${encodeURIComponent(documentName)}`;
}
