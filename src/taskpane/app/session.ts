import type { FileItem, FilePage, FileQuery, Me } from '../../contract/api.ts';
import type { Preferences } from '../../contract/preferences.ts';
import { isProblem, type ProblemError } from '../../contract/problem.ts';
import type { ApiCall, SavedPreferences } from '../api/client.ts';
import type { TokenManager, TokenProgress, Trigger } from '../auth/tokenManager.ts';
import type { InsertResult, Undo } from '../documents/insertJob.ts';
import type { InsertEvents } from './insertEvents.ts';
import {
  fileQuery,
  home,
  inFolder,
  isSameQuery,
  parentOf,
  type Folder,
  type Place,
} from '../features/files/place.ts';
import { createPreferencesKeeper } from '../options/preferences/preferencesKeeper.ts';
import {
  initialState,
  isSamePerson,
  itemKind,
  nothingSelected,
  selectedFiles,
  toggled,
  unlisted,
  withFiles,
  withPage,
  type Busy,
  type PaneState,
  type PaneError,
  type Work,
} from './state.ts';
import { createStore, type Store } from '../store.ts';
import { asProblem, isAboutNetwork, paneError } from './paneError.ts';

type Change = () => Partial<PaneState>;

export interface SessionParts {
  readonly tokens: TokenManager;
  /** Puts files into the open document. Never called again by itself: it writes. */
  readonly insert: (files: readonly FileItem[], events: InsertEvents) => Promise<InsertResult>;
  readonly photoUrl?: (photo: Blob) => string;
  readonly now?: () => number;
}

/** What the user can do in the pane. Every call ends in the state; none of them rejects. */
export interface Session extends Store<PaneState> {
  /** Opens the pane: asks silently who is here. */
  readonly launch: () => Promise<void>;
  /** The button of a message, or Sign in: goes on with what was being done. Call it in the click itself. */
  readonly goOn: () => Promise<void>;
  /** The second button of a message: signs in through another source of tokens, then resumes. Call it in the click itself. */
  readonly signInAnotherWay: () => Promise<void>;
  /** Shows another place once its list is there; until then, and when it cannot be read, the last list stays. */
  readonly go: (place: Place) => Promise<void>;
  readonly openFolder: (folder: Folder) => Promise<void>;
  /** Leaves the open folder for the place from which it was opened. */
  readonly back: () => Promise<void>;
  readonly loadMore: () => Promise<void>;
  readonly insert: () => Promise<void>;
  /** Takes out what was inserted last, where the application can. */
  readonly undo: () => Promise<void>;
  readonly toggle: (id: string) => void;
  /** Chooses these files beside the ones that are chosen. */
  readonly select: (files: readonly FileItem[]) => void;
  readonly clearSelection: () => void;
  readonly cancel: () => void;
  /** Holds at once, and is saved behind. */
  readonly changePreferences: (change: Partial<Preferences>) => Promise<void>;
  readonly deletePreferences: () => Promise<void>;
  /** Forgets who is signed in, and what was theirs. */
  readonly signOut: () => void;
  /** Signs in anew and lets the user choose the account. Call it in the click itself. */
  readonly switchAccount: () => Promise<void>;
  readonly dismiss: () => void;
  /**
   * Call it when the browser is online again: reads what could not be read and saves what could not be saved.
   * Opens no window and never writes into the document.
   */
  readonly online: () => Promise<void>;
}

/** Reading the next list makes the one before it needless; everything else is waited for. */
const replaceable: ReadonlySet<Work> = new Set(['browsing', 'loading-more']);

export function createSession({
  tokens,
  insert,
  photoUrl = (photo) => URL.createObjectURL(photo),
  now = Date.now,
}: SessionParts): Session {
  const store = createStore<PaneState>(initialState);
  const { get, update } = store;
  const keeper = createPreferencesKeeper(tokens, store);
  let cancelled = new AbortController();
  /** Another person was noticed, and has not been told yet. */
  let accountChanged = false;
  /** The network came back while a request from before was still pending. */
  let backOnline = false;

  /** One thing at a time. Everything that it meets ends in the state. @param stopped, failed what holds then */
  async function during(
    work: Work,
    job: (signal: AbortSignal) => Promise<void>,
    { trigger = 'action', stopped, failed }: { trigger?: Trigger; stopped?: Change; failed?: Change } = {},
  ): Promise<void> {
    const { busy } = get();
    if (busy && !(work === 'browsing' && replaceable.has(busy.work))) return;
    if (busy) cancelled.abort();
    const mine = (cancelled = new AbortController());
    backOnline = false;
    update({ busy: { work, stage: 'working' }, wanted: null, trouble: null, notice: null });
    try {
      await job(mine.signal);
      if (mine === cancelled) update({ busy: null });
    } catch (error) {
      if (mine !== cancelled) return;
      if (mine.signal.aborted) update({ busy: null, wanted: null, ...stopped?.() });
      else update({ busy: null, trouble: trouble(asProblem(error), work, trigger), ...failed?.() });
    }
    update({ canSignOut: tokens.canSignOut });
    if (backOnline) void online();
  }

  function trouble(problem: ProblemError, during: Work, trigger: Trigger): PaneError {
    return paneError(problem, during, { trigger, otherWay: tokens.hasAlternative(problem) });
  }

  function onProgress(work: Work, signal?: AbortSignal): (progress: TokenProgress) => void {
    return (progress) => {
      if (signal?.aborted) return;
      const busy: Busy =
        progress.kind === 'waiting'
          ? { work, stage: 'waiting', until: now() + progress.seconds * 1000 }
          : { work, stage: progress.kind };
      update({ busy });
    };
  }

  function load(trigger: Trigger): Promise<void> {
    return during('loading', (signal) => readAll(trigger, 'loading', signal), { trigger });
  }

  const queryOf = (place: Place) => fileQuery(place, get().preferences);

  /** Who is here and their first files, in one job: what is asked for together needs one token. */
  async function readAll(trigger: Trigger, work: Work, signal: AbortSignal): Promise<void> {
    // The folder that is open may be one of another person.
    const query = queryOf(home);
    const read = async (call: ApiCall) => {
      // Beside the list and never before it: until it is there the defaults hold.
      const preferences = keeper.read(call);
      const [me, page] = await Promise.all([call.me(), filesOrNone(call, query)]);
      return { me, page, call, preferences };
    };
    const options = { signal, onProgress: onProgress(work, signal) };
    const { me, page, call, preferences } = await tokens.run(trigger, read, options);
    welcome(me, page, query);
    void showPhoto(call, me);
    void preferences.then((saved) => takePreferences(saved, me));
  }

  /** A user without a OneDrive is signed in all the same: the list says why it is empty. */
  async function filesOrNone(call: ApiCall, query: FileQuery): Promise<FilePage | ProblemError> {
    try {
      return await call.files(null, query);
    } catch (error) {
      if (isProblem(error) && error.code === 'no_drive') return error;
      throw error;
    }
  }

  function welcome(me: Me, page: FilePage | ProblemError, query: FileQuery): void {
    const { me: before, photo, selected, picked } = get();
    accountChanged ||= tokens.takeAccountChange() || (before !== null && !isSamePerson(before, me));
    const changed = accountChanged;
    accountChanged = false;
    const own = !changed && before !== null;
    const none = isProblem(page);
    if (!own) keeper.forget();
    update({
      me,
      photo: own ? photo : null,
      ...(own ? {} : { preferencesKnown: false, saving: 'idle' as const }),
      place: home,
      query,
      ...(none ? unlisted([]) : withPage([], page, query)),
      // Another person's files cannot stay chosen: their links would go into the document under the wrong name.
      ...(own && !none ? { selected, picked } : nothingSelected),
      notice: changed ? { kind: 'account-changed', name: me.displayName } : null,
      trouble: none ? trouble(page, 'loading', 'action') : null,
    });
  }

  /** A missing photo is nothing to tell anybody: the initials stand there. */
  async function showPhoto(call: ApiCall, me: Me): Promise<void> {
    const photo = await call.photo().catch(() => null);
    if (photo && get().me === me) update({ photo: photoUrl(photo) });
  }

  /** Reads the list again where the user's own preferences ask for another one than the defaults. */
  function takePreferences(saved: SavedPreferences | null, me: Me): void {
    if (!saved || get().me !== me) return;
    keeper.took(saved);
    const { busy, files, place, query } = get();
    if (!busy && files?.length && query && !isSameQuery(query, queryOf(place))) void browse(place);
  }

  function go(place: Place): Promise<void> {
    return get().me === null ? Promise.resolve() : browse(place);
  }

  /** The list changes only when its successor has arrived: what cannot be read takes nothing off the screen. */
  function browse(place: Place, trigger: Trigger = 'action'): Promise<void> {
    return during(
      'browsing',
      async (signal) => {
        const query = queryOf(place);
        update({ wanted: place });
        const options = { signal, onProgress: onProgress('browsing', signal) };
        const page = await tokens.run(trigger, (call) => call.files(null, query), options);
        if (tokens.takeAccountChange()) return startAnew('browsing', signal);
        update({ place, query, wanted: null, ...withPage([], page, query) });
      },
      { trigger },
    );
  }

  /** Tries again; what no longer exists is not asked for twice, but the list in which it was. */
  function browseAgain(): Promise<void> {
    const { place, wanted, trouble } = get();
    if (trouble?.problem.code !== 'not_found') return browse(wanted ?? place);
    const shownIsGone = wanted === null || isSameQuery(queryOf(wanted), queryOf(place));
    return browse(shownIsGone ? parentOf(place) : place);
  }

  /** The page belongs to somebody else than the rest of the pane: all of it is read anew, and that is said. */
  function startAnew(work: Work, signal: AbortSignal): Promise<void> {
    update({ me: null, ...unlisted(null), query: null, wanted: null, place: home });
    accountChanged = true;
    return readAll('action', work, signal);
  }

  /** Null: Graph does not know the way to this page any more. */
  async function nextPage(call: ApiCall, cursor: string, query: FileQuery): Promise<FilePage | null> {
    try {
      return await call.files(cursor, query);
    } catch (error) {
      if (isProblem(error) && error.code === 'request_invalid') return null;
      throw error;
    }
  }

  function loadMore(trigger: Trigger = 'action'): Promise<void> {
    const { nextCursor, query } = get();
    if (nextCursor === null || query === null) return Promise.resolve();
    return during(
      'loading-more',
      async (signal) => {
        const options = { signal, onProgress: onProgress('loading-more', signal) };
        const page = await tokens.run(trigger, (call) => nextPage(call, nextCursor, query), options);
        if (tokens.takeAccountChange()) return startAnew('loading-more', signal);
        const files = get().files ?? [];
        update(page ? withPage(files, page, query) : { nextCursor: null, incomplete: true });
      },
      { trigger },
    );
  }

  function insertSelected(): Promise<void> {
    const files = selectedFiles(get());
    if (files.length === 0) return Promise.resolve();
    let undo: Undo | null = null;
    const total = files.length;
    let done = 0;
    /** Nothing is left half-written without being said. */
    const stopped = () => ({ notice: { kind: 'insert-stopped' as const, done, total, undo } });
    const write = async (signal: AbortSignal) => {
      const result = await insert(files, {
        signal,
        preferences: get().preferences,
        onProgress(now) {
          done = now;
          if (!signal.aborted) update({ busy: { work: 'inserting', stage: 'working', done, total } });
        },
        onUndo: (offered) => (undo = offered),
      });
      update({ notice: { kind: 'inserted', what: itemKind(files), result, undo }, ...nothingSelected });
    };
    return during('inserting', write, { stopped, failed: () => (done > 0 ? stopped() : {}) });
  }

  function undoInsert(): Promise<void> {
    const { notice } = get();
    const undo = notice && 'undo' in notice ? notice.undo : null;
    if (!undo) return Promise.resolve();
    return during('undoing', async (signal) => {
      const undone = await undo(signal);
      update({ notice: { kind: undone ? 'undone' : 'undo-failed' } });
    });
  }

  /** Other preferences can mean another list. */
  async function alter(preferences: () => Promise<void>): Promise<void> {
    const before = queryOf(get().place);
    const saving = preferences();
    if (!isSameQuery(before, queryOf(get().place))) await go(get().place);
    await saving;
  }

  const doAgain: Record<Work, () => Promise<void>> = {
    loading: () => load('action'),
    browsing: browseAgain,
    'loading-more': () => loadMore(),
    inserting: insertSelected,
    undoing: undoInsert,
  };

  const goOn = () => doAgain[get().trouble?.during ?? 'loading']();

  /** Silently, because nobody has clicked. What writes into the document is left to the user. */
  async function online(): Promise<void> {
    keeper.retry();
    const { busy, trouble, wanted, place } = get();
    backOnline = busy !== null;
    if (busy || !trouble || !isAboutNetwork(trouble.problem)) return;
    if (trouble.during === 'loading') await load('launch');
    if (trouble.during === 'browsing') await browse(wanted ?? place, 'launch');
    if (trouble.during === 'loading-more') await loadMore('launch');
  }

  function signOut(): void {
    cancelled.abort();
    cancelled = new AbortController();
    tokens.signOut();
    keeper.forget();
    // How the pane looks and speaks stays as it is until somebody else has signed in.
    update({ ...initialState, preferences: get().preferences });
  }

  return {
    get,
    subscribe: store.subscribe,
    launch: () => load('launch'),
    goOn,
    signInAnotherWay() {
      const { trouble: stuck } = get();
      if (stuck) tokens.chooseAlternative(stuck.problem);
      return goOn();
    },
    go,
    openFolder: (folder) => go(inFolder(get().place, folder)),
    back: () => go(parentOf(get().place)),
    loadMore: () => loadMore(),
    insert: insertSelected,
    undo: undoInsert,
    toggle: (id) => update(toggled(get(), id)),
    select: (files) => update(withFiles(get(), files)),
    clearSelection: () => update(nothingSelected),
    cancel: () => cancelled.abort(),
    changePreferences: (change) => alter(() => keeper.change(change)),
    deletePreferences: () => alter(() => keeper.remove()),
    signOut,
    switchAccount() {
      // What is on the screen stays until another person has really signed in.
      tokens.signOut();
      return load('action');
    },
    dismiss: () => update({ wanted: null, trouble: null, notice: null }),
    online,
  };
}
