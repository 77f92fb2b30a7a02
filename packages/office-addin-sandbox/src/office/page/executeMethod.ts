import { accessToken, type AccessTokenOptions } from './accessToken.ts';
import { commonError, type OfficeDocument } from './documents/officeDocument.ts';
import { asObject } from './envelope.ts';
import { noAnswer } from './channel.ts';
import { failedBatch, isAddinBatch, notImplemented, type RichApi } from './rich/richApi.ts';

/** The parts of the host that calls of the Common API use. */
export interface CommonApiOptions {
  readonly document: OfficeDocument;
  /** Address of the document. */
  readonly documentUrl: string;
  /** Excel sends settings as objects where the other applications send pairs. */
  readonly settingsAsObjects: boolean;
  readonly rich: () => RichApi | undefined;
  /** Returns the scenario's answer to a batch; undefined: run the batch. */
  readonly documentAnswer: () => Promise<'hang' | { readonly error: string | number } | undefined>;
  /** Document settings, values as JSON text. */
  readonly settings: Map<string, string>;
  readonly accessToken: AccessTokenOptions;
  /** Runs the work, then draws the document and reports changes to the sandbox before the response to the add-in. */
  readonly writing: <T>(work: () => T) => Promise<T>;
  readonly closePane: () => void;
  /** Called for each use of something that the sandbox lacks. @param set requirement set; empty: none */
  readonly absent: (name: string, set: string) => void;
  /** Returns whether such a use fails with the code `SandboxNotImplemented`. */
  readonly strict: () => boolean;
}

/** Dispatch ids of the Common API. */
const id = {
  getSelectedData: 64,
  setSelectedData: 65,
  refreshSettings: 75,
  saveSettings: 76,
  activeView: 83,
  fileProperties: 86,
  richApi: 93,
  commandCompleted: 94,
  closeContainer: 97,
  accessToken: 98,
} as const;

/** Names and requirement sets of the methods that the sandbox lacks, by dispatch id (OSF.DDA.MethodDispId). */
const absentMethods: Readonly<Record<number, readonly [name: string, set: string]>> = {
  66: ['Office.Bindings.addFromSelectionAsync', 'MatrixBindings, TableBindings, TextBindings'],
  67: ['Office.Bindings.addFromPromptAsync', 'not in a set'],
  68: ['Office.Bindings.getByIdAsync', 'MatrixBindings, TableBindings, TextBindings'],
  69: ['Office.Bindings.releaseByIdAsync', 'MatrixBindings, TableBindings, TextBindings'],
  70: ['Office.Binding.getDataAsync', 'MatrixBindings, TableBindings, TextBindings'],
  71: ['Office.Binding.setDataAsync', 'MatrixBindings, TableBindings, TextBindings'],
  72: ['Office.TableBinding.addRowsAsync', 'TableBindings'],
  73: ['Office.TableBinding.deleteAllDataValuesAsync', 'TableBindings'],
  74: ['Office.Bindings.getAllAsync', 'MatrixBindings, TableBindings, TextBindings'],
  77: ['Office.Document.getFileAsync', 'File'],
  78: ['Office.Bindings.addFromNamedItemAsync', 'MatrixBindings, TableBindings, TextBindings'],
  79: ['Office.TableBinding.addColumnsAsync', 'TableBindings'],
  80: ['Office.File.getSliceAsync', 'File'],
  81: ['Office.File.closeAsync', 'File'],
  82: ['Office.Document.goToByIdAsync', 'not in a set'],
  84: ['Office.Document.getDocumentThemeAsync', 'not in a set'],
  85: ['Office.Document.getOfficeThemeAsync', 'not in a set'],
  87: ['Office.TableBinding.clearFormatsAsync', 'not in a set'],
  88: ['Office.TableBinding.setTableOptionsAsync', 'not in a set'],
  89: ['Office.TableBinding.setFormatsAsync', 'not in a set'],
  99: ['Office.auth.getAuthContextAsync', ''],
  102: ['Office.UI.openBrowserWindow', 'OpenBrowserWindowApi 1.1'],
  105: ['createDocument', 'WordApi 1.3'],
  109: ['displayRibbonCalloutAsync', ''],
  128: ['Office.CustomXmlParts.addAsync', 'CustomXmlParts'],
  129: ['Office.CustomXmlParts.getByIdAsync', 'CustomXmlParts'],
  130: ['Office.CustomXmlParts.getByNamespaceAsync', 'CustomXmlParts'],
  131: ['Office.CustomXmlPart.getXmlAsync', 'CustomXmlParts'],
  132: ['Office.CustomXmlPart.getNodesAsync', 'CustomXmlParts'],
  133: ['Office.CustomXmlPart.deleteAsync', 'CustomXmlParts'],
  134: ['Office.CustomXmlNode.getNodeValueAsync', 'CustomXmlParts'],
  135: ['Office.CustomXmlNode.getXmlAsync', 'CustomXmlParts'],
  136: ['Office.CustomXmlNode.getNodesAsync', 'CustomXmlParts'],
  137: ['Office.CustomXmlNode.setNodeValueAsync', 'CustomXmlParts'],
  138: ['Office.CustomXmlNode.setXmlAsync', 'CustomXmlParts'],
  139: ['Office.CustomXmlPrefixMappings.addNamespaceAsync', 'CustomXmlParts'],
  140: ['Office.CustomXmlPrefixMappings.getNamespaceAsync', 'CustomXmlParts'],
  141: ['Office.CustomXmlPrefixMappings.getPrefixAsync', 'CustomXmlParts'],
  142: ['Office.CustomXmlNode.getTextAsync', 'CustomXmlParts'],
  143: ['Office.CustomXmlNode.setTextAsync', 'CustomXmlParts'],
  146: ['OfficeExtension executeFeature', ''],
  147: ['OfficeExtension queryFeature', ''],
};

const success = (members: object = {}) => ({ Version: 1, Error: 0, ...members });

/** Handles `executeMethod` by its `DdaMethod.DispatchId`. Reports unknown ids and returns 5000 (not supported). */
export async function executeMethod(data: unknown, options: CommonApiOptions): Promise<unknown> {
  const call = asObject(data) ?? {};
  const dispatchId = Number(asObject(call['DdaMethod'])?.['DispatchId']);
  const absent = (name: string, set: string, error: number = commonError.unsupported) => {
    options.absent(name, set);
    // office.js passes an error code on as it is, whatever its type.
    return { Version: 1, Error: options.strict() ? notImplemented : error };
  };
  switch (dispatchId) {
    case id.getSelectedData: {
      const coercion = textOf(asObject(call['DdaGetBindingData'])?.['CoerceType']);
      const found = options.document.selectedData(coercion);
      if (found !== undefined) return success({ Data: found });
      return absent(
        `Office.Document.getSelectedDataAsync (coercionType ${coercion})`,
        coercionSet(coercion),
        commonError.coercionNotSupported,
      );
    }
    case id.setSelectedData: {
      const { CoerceType, Data } = asObject(call['DdaSetBindingData']) ?? {};
      const coercion = textOf(CoerceType);
      const error = await options.writing(() => options.document.setSelectedData(coercion, Data));
      if (error !== commonError.coercionNotSupported) return { Version: 1, Error: error };
      return absent(
        `Office.Document.setSelectedDataAsync (coercionType ${coercion})`,
        coercionSet(coercion),
        error,
      );
    }
    case id.refreshSettings: {
      const pairs = [...options.settings];
      const settings = options.settingsAsObjects ? pairs.map(([Name, Value]) => ({ Name, Value })) : pairs;
      return success({ Properties: { Settings: settings } });
    }
    case id.saveSettings:
      saveSettings(options.settings, asObject(call['DdaSettingsMethod'])?.['Properties']);
      return success();
    case id.activeView:
      return success({ Data: 'edit' });
    case id.fileProperties:
      // office.js reads these members by number.
      return success({ 0: { 1: options.documentUrl } });
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
    default: {
      const [name, set] = absentMethods[dispatchId] ?? [`method ${dispatchId} of the Common API`, ''];
      return absent(name, set);
    }
  }
}

/** Returns the requirement set of a coercion type, such as TableCoercion. */
function coercionSet(coercion: string): string {
  return coercion === '' ? '' : `${coercion.charAt(0).toUpperCase()}${coercion.slice(1)}Coercion 1.1`;
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

/** Replaces all settings, because office.js sends all of them. */
function saveSettings(settings: Map<string, string>, properties: unknown): void {
  if (!Array.isArray(properties)) return;
  settings.clear();
  for (const pair of properties as unknown[]) {
    const [name, value] = Array.isArray(pair) ? (pair as unknown[]) : [];
    if (typeof name === 'string' && typeof value === 'string') settings.set(name, value);
  }
}
