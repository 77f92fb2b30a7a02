import type { ComponentType } from 'react';
import type { Application, Me } from '../../contract/api.ts';
import type { Reaction } from '../../contract/catalogue.ts';
import type { ProblemError } from '../../contract/problem.ts';
import type { Api } from '../api/client.ts';
import type { Trigger } from '../auth/token.ts';
import type { InsertContent } from '../documents/index.ts';
import type { PreferencesStore, Store } from '../preferences.ts';
import type { Strings, Text, TextSource } from '../strings/index.ts';

/** The running task. */
export interface Busy {
  /** Unique for each task. */
  readonly id: number;
  readonly label: Text;
  /** `dialog-open`: waits for the user in the sign-in window. `waiting`: counts down to a retry. */
  readonly stage: 'working' | 'signing-in' | 'dialog-open' | 'waiting' | 'canceling';
  /** End of the countdown in milliseconds since 1970. Only with `waiting`. */
  readonly until?: number;
  /** Rows written so far, and in total. Only while inserting. */
  readonly done?: number;
  readonly total?: number;
}

/** A problem and the behavior of its message. */
export interface PaneError {
  readonly problem: ProblemError;
  /** The reaction from the catalogue, for the launch or a click. */
  readonly reaction: Reaction;
  /** Whether the user can sign in through another token source. */
  readonly hasAlternative: boolean;
  readonly retry: Retry;
  /** Whether `retry` may run without a click when the browser is online again. */
  readonly retriesOnline: boolean;
}

/** Repeats what failed. Call it synchronously in the click handler, or with `launch`, which opens no window. */
export type Retry = (trigger: Trigger) => Promise<void>;

/** A message about a success, or about something that the user may not expect. */
export interface Notice {
  readonly code: string;
  readonly kind: 'success' | 'warning';
  readonly text: Text;
  readonly action?: { readonly id: string; readonly label: Text; readonly run: () => void };
}

/** The state of the frame, which the whole pane can read. */
export interface FrameState {
  readonly me: Me | null;
  /** An object URL; null: no photo (yet). */
  readonly photo: string | null;
  readonly busy: Busy | null;
  readonly error: PaneError | null;
  readonly notice: Notice | null;
  readonly canSignOut: boolean;
}

export interface TaskTools {
  /** Aborted by Cancel and when another task replaces this one. */
  readonly signal: AbortSignal;
  /** Calls the server with a token; signs the user in if necessary. Rejects with a ProblemError. */
  readonly call: <T>(job: (api: Api) => Promise<T>) => Promise<T>;
  readonly progress: (done: number, total: number) => void;
  /** Shows a message, unless another task has replaced this one. */
  readonly notify: (notice: Notice) => void;
}

export interface Task {
  /** Shown while it runs, such as "Loading your files…". */
  readonly label: Text;
  readonly work: (tools: TaskTools) => Promise<void>;
  /** Default: `action`. */
  readonly trigger?: Trigger;
  /** Default: runs the task again. */
  readonly retry?: (trigger: Trigger, problem: ProblemError) => Promise<void>;
  /** Changes something outside the pane, so it is retried only by a click and never interrupted. */
  readonly writes?: true;
  /** Whether it may replace a running task that only reads. */
  readonly interrupts?: true;
}

export interface InsertTask {
  readonly content: (strings: Strings) => InsertContent;
  /** The success message, such as "3 files inserted". */
  readonly inserted: Text;
  readonly onInserted?: () => void;
}

/** What the frame provides to a feature. */
export interface FeatureContext {
  readonly application: Application;
  readonly frame: Store<FrameState>;
  readonly preferences: PreferencesStore;
  /**
   * Runs a task and shows its progress, its error, and a button to retry. Does nothing while another task runs, unless
   * this one may interrupt it. Never rejects. Call it synchronously in the click handler, because it may open a window.
   */
  readonly run: (task: Task) => Promise<void>;
  readonly showError: (problem: ProblemError, retry: Retry) => void;
  /** Writes rows into the open document, with progress, Cancel, and Undo. */
  readonly insert: (task: InsertTask) => Promise<void>;
  /** Returns whether the open document or item can be written to. Don't cache the result. */
  readonly canInsert: () => boolean;
  readonly switchAccount: () => Promise<void>;
}

/** A part of the pane with its own state. All functions are optional. */
export interface Part {
  /** Loads the initial data with the token of the sign-in. Resolves with a function that shows it. */
  readonly open?: (api: Api) => Promise<(isSameUser: boolean) => void>;
  /** Discards all data about the user. */
  readonly forget?: () => void;
  /** Called when the browser is online again. */
  readonly online?: () => void;
  /** Loads a section of the settings page. */
  readonly loadSettings?: () => Promise<{ readonly Section: ComponentType }>;
}

/** The feature on the first page of the pane. */
export interface HomeFeature extends Part {
  /** Shown while the pane opens. */
  readonly opening: Text;
  readonly Page: ComponentType;
  /** Stays at the bottom edge of the pane. */
  readonly Dock?: ComponentType;
  /** A card above the dock. Renders null to show none. */
  readonly Card?: ComponentType;
  readonly refresh?: () => void;
  /** Shows what the pane can do. */
  readonly help?: () => void;
  /** Returns whether the page shows this error itself. */
  readonly showsError?: (error: PaneError) => boolean;
}

export interface HomeDefinition {
  readonly texts: TextSource;
  readonly create: (context: FeatureContext) => HomeFeature;
}

/** A page in the menu. Its code loads when the user opens it. */
export interface PageDefinition {
  readonly id: string;
  readonly texts?: TextSource;
  readonly title: Text;
  readonly Icon: ComponentType;
  readonly load: () => Promise<{ readonly Page: ComponentType<{ readonly context: FeatureContext }> }>;
}

/** A part that works in the background. Its code loads after the start; if that fails, the pane works without it. */
export interface OptionDefinition {
  readonly texts: TextSource;
  readonly load: () => Promise<(context: OptionContext) => Part>;
}

export interface OptionContext extends FeatureContext {
  readonly callSilently: CallSilently;
}

/** Calls the server without showing anything. Rejects if a window would be necessary. */
export type CallSilently = <T>(job: (api: Api) => Promise<T>) => Promise<T>;
