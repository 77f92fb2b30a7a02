import { accessToken, type AccessTokenParts } from './accessToken.ts';
import { commonError, type OfficeDocument } from './documents/officeDocument.ts';
import { asObject } from './envelope.ts';
import { noAnswer } from './channel.ts';
import { isOfAddin, refusedBatch, type RichApi } from './rich/richApi.ts';

/** What a call of the common API needs of the pane's surroundings. */
export interface CommonApiParts {
  readonly document: OfficeDocument;
  readonly rich: () => RichApi | undefined;
  /** How the scenario has the application answer a batch; undefined: as usual. */
  readonly documentAnswer: () => Promise<'hang' | { readonly error: string | number } | undefined>;
  /** Document settings, values as JSON text. */
  readonly settings: Map<string, string>;
  readonly accessToken: AccessTokenParts;
  /** Does the work, then draws the document and hands what is new to the sandbox before the add-in is answered. */
  readonly writing: <T>(work: () => T) => Promise<T>;
  readonly closePane: () => void;
}

/** Dispatch ids of the common API. */
const id = {
  getSelectedData: 64,
  setSelectedData: 65,
  refreshSettings: 75,
  saveSettings: 76,
  richApi: 93,
  commandCompleted: 94,
  closeContainer: 97,
  accessToken: 98,
} as const;

const done = (more: object = {}) => ({ Version: 1, Error: 0, ...more });

/** The call `executeMethod`: `DdaMethod.DispatchId` says which. Unknown ones are "not supported" (5000). */
export async function executeMethod(data: unknown, parts: CommonApiParts): Promise<unknown> {
  const call = asObject(data) ?? {};
  switch (asObject(call['DdaMethod'])?.['DispatchId']) {
    case id.getSelectedData:
      return done({ Data: '' });
    case id.setSelectedData: {
      const { CoerceType, Data } = asObject(call['DdaSetBindingData']) ?? {};
      const error = await parts.writing(() =>
        parts.document.setSelectedData(typeof CoerceType === 'string' ? CoerceType : '', Data),
      );
      return { Version: 1, Error: error };
    }
    case id.refreshSettings:
      return done({ Settings: [...parts.settings] });
    case id.saveSettings:
      saveSettings(parts.settings, asObject(call['DdaSettingsMethod'])?.['Properties']);
      return done();
    case id.richApi: {
      const rich = parts.rich();
      if (!rich) return { Version: 1, Error: commonError.unsupported };
      const refusal = isOfAddin(call['ArrayData']) ? await parts.documentAnswer() : undefined;
      if (refusal === 'hang') return noAnswer;
      if (refusal) return refusedBatch(String(refusal.error));
      return parts.writing(() => rich.process(call['ArrayData']));
    }
    case id.commandCompleted:
      return done();
    case id.closeContainer:
      parts.closePane();
      return done();
    case id.accessToken:
      return accessToken(call, parts.accessToken);
    default:
      return { Version: 1, Error: commonError.unsupported };
  }
}

/** The add-in sends all of its settings each time. */
function saveSettings(settings: Map<string, string>, properties: unknown): void {
  if (!Array.isArray(properties)) return;
  settings.clear();
  for (const pair of properties as unknown[]) {
    const [name, value] = Array.isArray(pair) ? (pair as unknown[]) : [];
    if (typeof name === 'string' && typeof value === 'string') settings.set(name, value);
  }
}
