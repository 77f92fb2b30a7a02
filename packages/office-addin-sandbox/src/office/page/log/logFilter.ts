import type { LogEntry } from '../../../log.ts';
import { logLine } from './logLine.ts';

/** Filters of the traffic list, in the order of the menu. */
export const logFilters = {
  all: { name: 'All traffic', shows: () => true },
  refused: { name: 'Errors only', shows: (entry) => logLine(entry).outcome === 'bad' },
  office: { name: 'Office', shows: ({ kind }) => ['getAccessToken', 'authContext', 'nested'].includes(kind) },
  entra: { name: 'Entra ID', shows: ({ kind }) => kind === 'obo' || kind === 'signIn' },
  graph: { name: 'Microsoft Graph', shows: ({ kind }) => kind === 'graph' },
  windows: { name: 'Dialogs', shows: ({ kind }) => kind === 'dialog' },
  absent: { name: 'Not in the sandbox', shows: ({ kind }) => kind === 'notImplemented' },
  documents: { name: 'Documents', shows: ({ kind }) => kind === 'document' },
} as const satisfies Readonly<
  Record<string, { readonly name: string; readonly shows: (entry: LogEntry) => boolean }>
>;

export type LogFilter = keyof typeof logFilters;

export function isLogFilter(name: string): name is LogFilter {
  return Object.hasOwn(logFilters, name);
}
