import { asObject, parseObject } from '../envelope.ts';

/** Method of `AppRuntimeService` that `Office.addin.hide` and `Office.addin.showAsTaskpane` call. */
const SET_STATE = 'SetAppRuntimeState';

/**
 * Returns whether a batch shows or hides the task pane (`Office.addin.showAsTaskpane`, `Office.addin.hide`); undefined for
 * any other batch.
 * @param arrayData the 13 items of the call
 */
export function paneVisibility(arrayData: unknown): 'visible' | 'hidden' | undefined {
  const body: unknown = Array.isArray(arrayData) ? arrayData[4] : undefined;
  if (typeof body !== 'string' || !body.includes(SET_STATE)) return undefined;
  const actions = parseObject(body)?.['Actions'];
  const found = (Array.isArray(actions) ? (actions as unknown[]) : [])
    .map(asObject)
    .find((action) => action?.['Name'] === SET_STATE);
  const state: unknown = (asObject(found?.['ArgumentInfo'])?.['Arguments'] as unknown[] | undefined)?.[0];
  if (typeof state !== 'string') return undefined;
  return state.toLowerCase() === 'visible' ? 'visible' : 'hidden';
}
