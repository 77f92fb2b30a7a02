import { useSyncExternalStore } from 'react';
import { useFiles } from './context.tsx';
import { SelectionBar } from './SelectionBar.tsx';

/** The selection bar, if there is something to select or insert. */
export function FilesDock() {
  const { files, context } = useFiles();
  const state = useSyncExternalStore(files.subscribe, files.get);
  const { busy } = useSyncExternalStore(context.frame.subscribe, context.frame.get);
  const { values } = useSyncExternalStore(context.preferences.subscribe, context.preferences.get);
  if (!state.files?.length && state.selected.length === 0) return null;
  return <SelectionBar state={state} busy={busy !== null} preferences={values} />;
}
