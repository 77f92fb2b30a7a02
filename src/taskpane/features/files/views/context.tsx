import { createContext, useContext } from 'react';
import { useTexts } from '../../../ui/strings.ts';
import type { FeatureContext } from '../../feature.ts';
import type { Files } from '../files.ts';
import { filesTexts } from '../strings.ts';

export interface FilesViewContext {
  readonly files: Files;
  readonly context: FeatureContext;
}

const Context = createContext<FilesViewContext | null>(null);

export const FilesProvider = Context.Provider;

/** Returns the file list, the feature context, and the texts. */
export function useFiles() {
  const found = useContext(Context);
  if (!found) throw new Error('A view of the file list was rendered outside FilesProvider.');
  return { ...found, strings: useTexts(filesTexts) };
}
