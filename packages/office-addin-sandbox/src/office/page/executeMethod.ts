import { accessToken, type AccessTokenOptions } from './accessToken.ts';
import { commonError, type OfficeDocument } from './documents/officeDocument.ts';
import { asObject } from './envelope.ts';
import { noAnswer } from './channel.ts';
import { failedBatch, isAddinBatch, type RichApi } from './rich/richApi.ts';

/** The parts of the host that calls of the Common API use. */
export interface CommonApiOptions {
  readonly document: OfficeDocument;
  readonly rich: () => RichApi | undefined;
  /** Returns the scenario's answer to a batch; undefined: run the batch. */
  readonly documentAnswer: () => Promise<'hang' | { readonly error: string | number } | undefined>;
  /** Document settings, values as JSON text. */
  readonly settings: Map<string, string>;
  readonly accessToken: AccessTokenOptions;
  /** Runs the work, then draws the document and reports changes to the sandbox before the response to the add-in. */
  readonly writing: <T>(work: () => T) => Promise<T>;
  readonly closePane: () => void;
}

/** Dispatch ids of the Common API. */
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

const success = (members: object = {}) => ({ Version: 1, Error: 0, ...members });

/** Handles `executeMethod` by its `DdaMethod.DispatchId`. Returns 5000 (not supported) for unknown ids. */
export async function executeMethod(data: unknown, options: CommonApiOptions): Promise<unknown> {
  const call = asObject(data) ?? {};
  switch (asObject(call['DdaMethod'])?.['DispatchId']) {
    case id.getSelectedData:
      return success({ Data: '' });
    case id.setSelectedData: {
      const { CoerceType, Data } = asObject(call['DdaSetBindingData']) ?? {};
      const error = await options.writing(() =>
        options.document.setSelectedData(typeof CoerceType === 'string' ? CoerceType : '', Data),
      );
      return { Version: 1, Error: error };
    }
    case id.refreshSettings:
      return success({ Settings: [...options.settings] });
    case id.saveSettings:
      saveSettings(options.settings, asObject(call['DdaSettingsMethod'])?.['Properties']);
      return success();
    case id.richApi: {
      const rich = options.rich();
      if (!rich) return { Version: 1, Error: commonError.unsupported };
      const fault = isAddinBatch(call['ArrayData']) ? await options.documentAnswer() : undefined;
      if (fault === 'hang') return noAnswer;
      if (fault) return failedBatch(String(fault.error));
      return options.writing(() => rich.process(call['ArrayData']));
    }
    case id.commandCompleted:
      return success();
    case id.closeContainer:
      options.closePane();
      return success();
    case id.accessToken:
      return accessToken(call, options.accessToken);
    default:
      return { Version: 1, Error: commonError.unsupported };
  }
}

/** Replaces all settings, because office.js sends all of them. */
function saveSettings(settings: Map<string, string>, properties: unknown): void {
  if (!Array.isArray(properties)) return;
  settings.clear();
  for (const pair of properties as unknown[]) {
    const [name, value] = Array.isArray(pair) ? (pair as unknown[]) : [];
    if (typeof name === 'string' && typeof value === 'string') settings.set(name, value);
  }
}
