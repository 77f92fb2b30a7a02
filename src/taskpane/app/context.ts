import { createContext, useContext } from 'react';
import type { Application } from '../documents/insertJob.ts';
import type { Session } from './session.ts';
import type { Strings } from '../strings/index.ts';

/** What every view can reach. */
export interface AppContext {
  readonly session: Session;
  readonly strings: Strings;
  readonly application: Application;
  /** Whether the open document or item takes an insert at this moment. */
  readonly canInsert: () => boolean;
}

export const AppContextProvider = createContext<AppContext | null>(null);

export function useAppContext(): AppContext {
  const found = useContext(AppContextProvider);
  if (!found) throw new Error('A view was rendered outside of the app.');
  return found;
}
