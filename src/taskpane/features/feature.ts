import type { ComponentType } from 'react';
import type { Me } from '../../contract/api.ts';
import type { Reaction } from '../../contract/catalogue.ts';
import type { Application } from '../../contract/preferences.ts';
import type { ProblemError } from '../../contract/problem.ts';
import type { Api } from '../api/client.ts';
import type { Trigger } from '../auth/tokenManager.ts';
import type { InsertContent } from '../documents/insertJob.ts';
import type { PreferencesStore } from '../preferences.ts';
import type { Store } from '../store.ts';
import type { Strings, Text, TextSource } from '../strings/index.ts';

/** What the pane is doing at the moment. */
export interface Busy {
  /** Different for each task. */
  readonly id: number;
  readonly label: Text;
  /** What it waits for: an answer, the user in the sign-in window, or the end of a countdown. */
  readonly stage: 'working' | 'signing-in' | 'dialog-open' | 'waiting';
  /** Milliseconds since 1970 at which the countdown ends; only with `waiting`. */
  readonly until?: number;
  /** Rows written so far, and how many there are; only while inserting. */
  readonly done?: number;
  readonly total?: number;
}

/** A problem, and what the buttons of its message do. */
export interface PaneError {
  readonly problem: ProblemError;
  /** The catalogue's reaction, at launch or on a click. */
  readonly reaction: Reaction;
  /** Whether the user can sign in through another source of tokens. */
  readonly hasAlternative: boolean;
  readonly retry: Retry;
  /** Whether `retry` may run without a click, once the browser is online again. */
  readonly retriesOnline: boolean;
}

/** Repeats what failed. `launch`: without a click, so that no window may open. Call it in the click itself. */
export type Retry = (trigger: Trigger) => Promise<void>;

/** A message that nothing went wrong, or that something is different from what the user may expect. */
export interface Notice {
  readonly code: string;
  readonly kind: 'success' | 'warning';
  readonly text: Text;
  readonly action?: { readonly id: string; readonly label: Text; readonly run: () => void };
}

/** What all of the pane can see. */
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
  /** Aborted by Cancel, and when another task takes over. */
  readonly signal: AbortSignal;
  /** Calls the server with a token, signing the user in where necessary. Rejects with a ProblemError. */
  readonly call: <T>(job: (api: Api) => Promise<T>) => Promise<T>;
  readonly progress: (done: number, total: number) => void;
  /** Shows a message, unless another task has taken over. */
  readonly notify: (notice: Notice) => void;
}

export interface Task {
  /** Shown while it runs, such as "Loading your files…". */
  readonly label: Text;
  readonly work: (tools: TaskTools) => Promise<void>;
  /** Default: a click of the user. */
  readonly trigger?: Trigger;
  /** Default: runs the task again. */
  readonly retry?: (trigger: Trigger, problem: ProblemError) => Promise<void>;
  /** Changes something outside of the pane: repeated only by a click, and never interrupted. */
  readonly writes?: true;
  /** Replaces a running task that only reads. */
  readonly interrupts?: true;
}

export interface InsertTask {
  readonly content: (strings: Strings) => InsertContent;
  /** What the success message says, such as "3 files inserted". */
  readonly inserted: Text;
  readonly onInserted?: () => void;
}

/** What a feature gets from the frame. */
export interface FeatureContext {
  readonly application: Application;
  readonly frame: Store<FrameState>;
  readonly preferences: PreferencesStore;
  /**
   * Runs one task at a time and shows its progress, its error and a button to retry. Does nothing while another task
   * runs, unless this one may interrupt it. Never rejects. Call it in the click itself: it may open a window.
   */
  readonly run: (task: Task) => Promise<void>;
  readonly showError: (problem: ProblemError, retry: Retry) => void;
  /** Writes rows into the open document, with progress, Cancel and Undo. */
  readonly insert: (task: InsertTask) => Promise<void>;
  /** Whether the open document or item can be written to. Ask each time. */
  readonly canInsert: () => boolean;
  readonly switchAccount: () => Promise<void>;
}

/** A part of the pane that keeps state. Both functions are optional. */
export interface Part {
  /** Reads what shows first, with the token of the sign-in. Resolves with a function that shows it. */
  readonly open?: (api: Api) => Promise<(samePerson: boolean) => void>;
  /** Forgets everything about the user. */
  readonly forget?: () => void;
  /** The browser is online again. */
  readonly online?: () => void;
  /** Loads a section of the settings page. */
  readonly loadSettings?: () => Promise<{ readonly Section: ComponentType }>;
}

/** What the pane shows first. */
export interface HomeFeature extends Part {
  /** Shown while the pane opens. */
  readonly opening: Text;
  readonly Page: ComponentType;
  /** Stays at the lower edge of the pane. */
  readonly Dock?: ComponentType;
  /** A card above the dock; null for none. */
  readonly Card?: ComponentType;
  readonly refresh?: () => void;
  /** Shows what the pane can do. */
  readonly help?: () => void;
  /** Whether the page shows this error itself. */
  readonly showsError?: (error: PaneError) => boolean;
}

export interface HomeDefinition {
  readonly texts: TextSource;
  readonly create: (context: FeatureContext) => HomeFeature;
}

/** A page that opens from the menu. Its code is loaded when it is opened. */
export interface PageDefinition {
  readonly id: string;
  readonly texts?: TextSource;
  readonly title: Text;
  readonly Icon: ComponentType;
  readonly load: () => Promise<{ readonly Page: ComponentType<{ readonly context: FeatureContext }> }>;
}

/** A part that works in the background. Its code is loaded after the start; the pane does without it when that fails. */
export interface OptionDefinition {
  readonly texts: TextSource;
  readonly load: () => Promise<(context: OptionContext) => Part>;
}

export interface OptionContext extends FeatureContext {
  readonly callSilently: CallSilently;
}

/** Calls the server without showing anything; rejects where a window would be necessary. */
export type CallSilently = <T>(job: (api: Api) => Promise<T>) => Promise<T>;
