import type { FileItem, FilePage, Me } from '../../contract/api.ts';
import { problemRow } from '../../contract/catalogue.ts';
import { isProblem, ProblemError } from '../../contract/problem.ts';
import type { ApiCall } from '../api/client.ts';
import type { Door, DoorProgress, Trigger } from '../auth/door.ts';
import type { InsertResult } from '../documents/insertJob.ts';
import {
  appended,
  initialState,
  isSamePerson,
  selectedFiles,
  type Busy,
  type PaneState,
  type Trouble,
  type Work,
} from './state.ts';
import { createStore, type Store } from './store.ts';

export interface SessionParts {
  readonly door: Door;
  /** Puts files into the open document. Never called again by itself: it writes. */
  readonly insert: (files: readonly FileItem[], signal: AbortSignal) => Promise<InsertResult>;
  readonly photoUrl?: (photo: Blob) => string;
  readonly now?: () => number;
}

/** What the user can do in the pane. Every call ends in the state; none of them rejects. */
export interface Session extends Store<PaneState> {
  /** Opens the pane: asks silently who is here. */
  readonly launch: () => Promise<void>;
  /** The button of a message, or Sign in: goes on with what was being done. Call it in the click itself. */
  readonly goOn: () => Promise<void>;
  readonly loadMore: () => Promise<void>;
  readonly insert: () => Promise<void>;
  readonly toggle: (id: string) => void;
  readonly clearSelection: () => void;
  readonly cancel: () => void;
  /** Forgets who is signed in, and what was theirs. */
  readonly signOut: () => void;
  /** Signs in anew and lets the user choose the account. Call it in the click itself. */
  readonly switchAccount: () => Promise<void>;
  readonly dismiss: () => void;
}

export function createSession({
  door,
  insert,
  photoUrl = (photo) => URL.createObjectURL(photo),
  now = Date.now,
}: SessionParts): Session {
  const store = createStore<PaneState>(initialState);
  const { get, update } = store;
  let cancelled = new AbortController();
  /** Another person was noticed, and has not been told yet. */
  let accountChanged = false;

  /** One thing at a time. Everything that it meets ends in the state. */
  async function during(
    work: Work,
    job: (signal: AbortSignal) => Promise<void>,
    trigger: Trigger = 'action',
  ): Promise<void> {
    if (get().busy) return;
    cancelled = new AbortController();
    const { signal } = cancelled;
    update({ busy: { work, stage: 'working' }, trouble: null, notice: null });
    try {
      await job(signal);
      update({ busy: null });
    } catch (error) {
      if (signal.aborted)
        update({ busy: null, notice: work === 'inserting' ? { kind: 'insert-stopped' } : null });
      else update({ busy: null, trouble: troubleOf(asProblem(error), work, trigger) });
    }
    update({ canSignOut: door.canSignOut });
  }

  function onProgress(work: Work): (progress: DoorProgress) => void {
    return (progress) => {
      const busy: Busy =
        progress.kind === 'waiting'
          ? { work, stage: 'waiting', until: now() + progress.seconds * 1000 }
          : { work, stage: progress.kind };
      update({ busy });
    };
  }

  function load(trigger: Trigger): Promise<void> {
    return during('loading', (signal) => readAll(trigger, 'loading', signal), trigger);
  }

  /** Who is here and their first files, in one job: what is asked for together needs one token. */
  async function readAll(trigger: Trigger, work: Work, signal: AbortSignal): Promise<void> {
    const read = async (call: ApiCall) => {
      const [me, page] = await Promise.all([call.me(), filesOrNone(call)]);
      return { me, page, call };
    };
    const { me, page, call } = await door.run(trigger, read, { signal, onProgress: onProgress(work) });
    welcome(me, page);
    void showPhoto(call, me);
  }

  /** A user without a OneDrive is signed in all the same: the list says why it is empty. */
  async function filesOrNone(call: ApiCall): Promise<FilePage | ProblemError> {
    try {
      return await call.files(null);
    } catch (error) {
      if (isProblem(error) && error.code === 'no_drive') return error;
      throw error;
    }
  }

  function welcome(me: Me, page: FilePage | ProblemError): void {
    const { me: before, selected, photo } = get();
    accountChanged ||= door.takeAccountChange() || (before !== null && !isSamePerson(before, me));
    const changed = accountChanged;
    accountChanged = false;
    const own = !changed && before !== null;
    const none = isProblem(page);
    update({
      me,
      photo: own ? photo : null,
      files: none ? [] : page.items,
      nextCursor: none ? null : page.nextCursor,
      // Another person's files cannot stay chosen: their links would go into the document under the wrong name.
      selected: own && !none ? selected.filter((id) => page.items.some((file) => file.id === id)) : [],
      notice: changed ? { kind: 'account-changed', name: me.displayName } : null,
      trouble: none ? troubleOf(page, 'loading', 'action') : null,
    });
  }

  /** A missing photo is nothing to tell anybody: the initials stand there. */
  async function showPhoto(call: ApiCall, me: Me): Promise<void> {
    const photo = await call.photo().catch(() => null);
    if (photo && get().me === me) update({ photo: photoUrl(photo) });
  }

  function loadMore(): Promise<void> {
    const { nextCursor } = get();
    if (nextCursor === null) return Promise.resolve();
    return during('loading-more', async (signal) => {
      const options = { signal, onProgress: onProgress('loading-more') };
      const page = await door.run('action', (call) => call.files(nextCursor), options);
      if (door.takeAccountChange()) {
        // The page belongs to somebody else than the list: start anew, and say so.
        update({ me: null, files: null });
        accountChanged = true;
        return readAll('action', 'loading-more', signal);
      }
      update({ files: appended(get().files ?? [], page.items), nextCursor: page.nextCursor });
    });
  }

  const doAgain: Record<Work, () => Promise<void>> = {
    loading: () => load('action'),
    'loading-more': loadMore,
    inserting: insertSelected,
  };

  function insertSelected(): Promise<void> {
    const files = selectedFiles(get());
    if (files.length === 0) return Promise.resolve();
    return during('inserting', async (signal) => {
      const result = await insert(files, signal);
      update({ notice: { kind: 'inserted', result }, selected: [] });
    });
  }

  function signOut(): void {
    cancelled.abort();
    door.signOut();
    update(initialState);
  }

  return {
    get,
    subscribe: store.subscribe,
    launch: () => load('launch'),
    goOn: () => doAgain[get().trouble?.during ?? 'loading'](),
    loadMore,
    insert: insertSelected,
    toggle(id) {
      const { selected } = get();
      update({
        selected: selected.includes(id) ? selected.filter((other) => other !== id) : [...selected, id],
      });
    },
    clearSelection: () => update({ selected: [] }),
    cancel: () => cancelled.abort(),
    signOut,
    switchAccount() {
      // What is on the screen stays until another person has really signed in.
      door.signOut();
      return load('action');
    },
    dismiss: () => update({ trouble: null, notice: null }),
  };
}

function troubleOf(problem: ProblemError, during: Work, trigger: Trigger): Trouble {
  const { reaction, atLaunch } = problemRow(problem.code);
  return { problem, during, reaction: trigger === 'launch' ? (atLaunch ?? reaction) : reaction };
}

function asProblem(error: unknown): ProblemError {
  if (isProblem(error)) return error;
  const detail = error instanceof Error ? `${error.name}: ${error.message}` : typeof error;
  return new ProblemError('unexpected', { detail }, { cause: error });
}
