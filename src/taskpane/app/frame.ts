import type { Me } from '../../contract/api.ts';
import { problemRow } from '../../contract/catalogue.ts';
import { isProblem, ProblemError } from '../../contract/problem.ts';
import type { Api } from '../api/client.ts';
import type { TokenManager, TokenProgress, Trigger } from '../auth/tokenManager.ts';
import type { Busy, FrameState, Part, PaneError, Retry, Task, TaskTools } from '../features/feature.ts';
import type { PreferencesStore } from '../preferences.ts';
import { createStore, type Store } from '../store.ts';
import type { Text } from '../strings/index.ts';
import { readMe, readPhoto } from './accountApi.ts';

export interface FrameParts {
  readonly tokens: TokenManager;
  readonly preferences: Pick<PreferencesStore, 'forget'>;
  readonly photoUrl?: (photo: Blob) => string;
  readonly now?: () => number;
}

/** Who is signed in, the task that runs, and the messages. No call rejects; results end up in the state. */
export interface Frame extends Store<FrameState> {
  /** Adds the parts whose state belongs to the user. Call it once, before `launch`. */
  readonly use: (home: Part & { readonly opening: Text }, options: readonly Part[]) => void;
  /** Opens the pane: tries to sign in silently. */
  readonly launch: () => Promise<void>;
  readonly run: (task: Task) => Promise<void>;
  readonly showError: (problem: ProblemError, retry: Retry) => void;
  /** Retries what failed, or signs in. Call it in the click itself. */
  readonly retry: () => Promise<void>;
  /** Signs in through another source of tokens, then retries. Call it in the click itself. */
  readonly signInAnotherWay: () => Promise<void>;
  readonly cancel: () => void;
  readonly dismiss: () => void;
  readonly signOut: () => void;
  /** Signs in again and lets the user choose the account. Call it in the click itself. */
  readonly switchAccount: () => Promise<void>;
  /** The browser is online again: repeats what only reads. Opens no window. */
  readonly online: () => Promise<void>;
}

const initialState: FrameState = {
  me: null,
  photo: null,
  busy: null,
  error: null,
  notice: null,
  canSignOut: false,
};

/** Thrown into a task whose answer belongs to another person than the rest of the pane. */
const ACCOUNT_CHANGED = new Error('Another account is signed in.');

export function createFrame({
  tokens,
  preferences,
  photoUrl = (photo) => URL.createObjectURL(photo),
  now = Date.now,
}: FrameParts): Frame {
  const store = createStore<FrameState>(initialState);
  const { get, update } = store;
  let home: Part & { readonly opening: Text } = { opening: () => '' };
  let options: readonly Part[] = [];
  let current = { abort: new AbortController(), replaceable: false };
  let taskCount = 0;
  /** Another person was noticed, and the user has not been told yet. */
  let accountChanged = false;
  /** The network came back while a request from before was still pending. */
  let backOnline = false;

  async function run({ label, work, trigger = 'action', retry, writes, interrupts }: Task): Promise<void> {
    const again: Task['retry'] =
      retry ??
      ((by) =>
        run({ label, work, trigger: by, ...(writes && { writes }), ...(interrupts && { interrupts }) }));
    const { busy } = get();
    if (busy && !(interrupts && current.replaceable)) return;
    await perform(label, trigger, { retry: again, writes: writes === true }, async (tools) => {
      try {
        await work(tools);
      } catch (error) {
        if (error !== ACCOUNT_CHANGED) throw error;
        // The answer belongs to somebody else than the rest of the pane: read everything again.
        update({ me: null });
        forgetUser();
        accountChanged = true;
        await open('action', tools.signal);
      }
    });
  }

  interface After {
    readonly retry: (trigger: Trigger, problem: ProblemError) => Promise<void>;
    readonly writes: boolean;
    readonly signsIn?: true;
  }

  async function perform(
    label: Text,
    trigger: Trigger,
    { retry, writes, signsIn }: After,
    work: (tools: TaskTools) => Promise<void>,
  ): Promise<void> {
    if (get().busy) current.abort.abort();
    const abort = new AbortController();
    const mine = (current = { abort, replaceable: !writes && !signsIn });
    const { signal } = abort;
    backOnline = false;
    const base: Busy = { id: (taskCount += 1), label, stage: 'working' };
    update({ busy: base, error: null, notice: null });
    const show = (busy: Partial<Busy>) => void (signal.aborted || update({ busy: { ...base, ...busy } }));
    const onProgress = (progress: TokenProgress) => show(busyOf(progress, now()));
    try {
      await work({
        signal,
        progress: (done, total) => show({ done, total }),
        notify: (notice) => void (mine === current && update({ notice })),
        async call(job) {
          const answer = await tokens.run(trigger, job, { signal, onProgress });
          if (tokens.takeAccountChange()) throw ACCOUNT_CHANGED;
          return answer;
        },
      });
      if (mine === current) update({ busy: null });
    } catch (error) {
      if (mine !== current) return;
      if (signal.aborted) update({ busy: null });
      else {
        const problem = asProblem(error);
        const byTrigger: Retry = (by) => retry(by, problem);
        update({ busy: null, error: paneError(problem, trigger, byTrigger, !writes) });
      }
    }
    update({ canSignOut: tokens.canSignOut });
    if (backOnline) void online();
  }

  function paneError(
    problem: ProblemError,
    trigger: Trigger,
    retry: Retry,
    retriesOnline: boolean,
  ): PaneError {
    const { reaction, atLaunch } = problemRow(problem.code);
    return {
      problem,
      reaction: trigger === 'launch' ? (atLaunch ?? reaction) : reaction,
      hasAlternative: tokens.hasAlternative(problem),
      retry,
      retriesOnline,
    };
  }

  function signIn(trigger: Trigger): Promise<void> {
    if (get().busy) return Promise.resolve();
    return perform(home.opening, trigger, { retry: signIn, writes: false, signsIn: true }, (tools) =>
      open(trigger, tools.signal),
    );
  }

  /** Reads the profile and what shows first in one job: one token serves both. */
  async function open(trigger: Trigger, signal: AbortSignal): Promise<void> {
    const read = async (api: Api) => {
      // In parallel, but nothing waits for the options.
      const later = options.map((option) => option.open?.(api).catch(() => undefined));
      const [me, show] = await Promise.all([readMe(api), home.open?.(api)]);
      return { api, me, show, later };
    };
    const onProgress = (progress: TokenProgress) => {
      const { busy } = get();
      if (busy && !signal.aborted) update({ busy: { ...busy, ...busyOf(progress, now()) } });
    };
    const { api, me, show, later } = await tokens.run(trigger, read, { signal, onProgress });
    const before = get().me;
    accountChanged ||= tokens.takeAccountChange() || (before !== null && !isSamePerson(before, me));
    const isSame = before !== null && !accountChanged;
    if (!isSame) forgetOptions();
    update({
      me,
      photo: isSame ? get().photo : null,
      error: null,
      notice: accountChanged ? accountNotice(me.displayName) : null,
    });
    accountChanged = false;
    show?.(isSame);
    // What follows from the options, such as another order of the list, need not wait.
    current.replaceable = true;
    void showPhoto(api, me);
    for (const part of later) void part?.then((apply) => get().me === me && apply?.(isSame));
  }

  function accountNotice(name: string): NonNullable<FrameState['notice']> {
    return {
      code: 'account_changed',
      kind: 'warning',
      text: ({ t }) => t('accountChanged', { name }),
      action: {
        id: 'switch-account-now',
        label: ({ t }) => t('useAnotherAccount'),
        run: () => void switchAccount(),
      },
    };
  }

  /** Without a photo, the initials show. */
  async function showPhoto(api: Api, me: Me): Promise<void> {
    const photo = await readPhoto(api).catch(() => null);
    if (photo && get().me === me) update({ photo: photoUrl(photo) });
  }

  function forgetOptions(): void {
    preferences.forget();
    for (const option of options) option.forget?.();
  }

  function forgetUser(): void {
    forgetOptions();
    home.forget?.();
  }

  /** Silent, because nobody has clicked. Repeats nothing that writes. */
  async function online(): Promise<void> {
    for (const part of [home, ...options]) part.online?.();
    const { busy, error } = get();
    backOnline = busy !== null;
    if (!busy && error?.retriesOnline && isAboutNetwork(error.problem)) await error.retry('launch');
  }

  const retry = () => (get().error?.retry ?? signIn)('action');

  function switchAccount(): Promise<void> {
    // The page stays until another person has signed in.
    tokens.signOut();
    return signIn('action');
  }

  return {
    get,
    subscribe: store.subscribe,
    use: (first, others) => void ([home, options] = [first, others]),
    launch: () => signIn('launch'),
    run,
    showError: (problem, again) => update({ error: paneError(problem, 'action', again, false) }),
    retry,
    signInAnotherWay() {
      const { error } = get();
      if (error) tokens.chooseAlternative(error.problem);
      return retry();
    },
    cancel: () => current.abort.abort(),
    dismiss: () => update({ error: null, notice: null }),
    signOut() {
      current.abort.abort();
      current = { abort: new AbortController(), replaceable: false };
      tokens.signOut();
      update(initialState);
      forgetUser();
    },
    switchAccount,
    online,
  };
}

function busyOf(progress: TokenProgress, now: number): Pick<Busy, 'stage' | 'until'> {
  if (progress.kind !== 'waiting') return { stage: progress.kind };
  return { stage: 'waiting', until: now + progress.seconds * 1000 };
}

function isSamePerson(one: Me, other: Me): boolean {
  return one.id === other.id && one.tenantId === other.tenantId;
}

function asProblem(error: unknown): ProblemError {
  if (isProblem(error)) return error;
  const detail = error instanceof Error ? `${error.name}: ${error.message}` : typeof error;
  return new ProblemError('unexpected', { detail }, { cause: error });
}

/** Whether the network can be the cause, so that a retry makes sense once the browser is online. */
function isAboutNetwork({ code }: ProblemError): boolean {
  const { origin, message } = problemRow(code);
  return origin === 'network' || message === 'offline';
}
