import { createContext, useContext } from 'react';
import type { FeatureContext, HomeFeature, PageDefinition, Part } from '../features/feature.ts';
import type { Frame } from './frame.ts';

/** What every view of the frame can use. */
export interface AppContext {
  readonly frame: Frame;
  readonly home: HomeFeature;
  readonly pages: readonly PageDefinition[];
  /** The parts that can have a section in the settings, in order. */
  readonly parts: readonly Part[];
  readonly features: FeatureContext;
}

export const AppContextProvider = createContext<AppContext | null>(null);

export function useAppContext(): AppContext {
  const found = useContext(AppContextProvider);
  if (!found) throw new Error('A view was rendered outside of the app.');
  return found;
}
