import { routes, type Me } from '../../contract/api.ts';
import { problemRow } from '../../contract/catalogue.ts';
import { isProblem, ProblemError } from '../../contract/problem.ts';
import type { Api } from '../api/client.ts';
import type { Trigger } from '../auth/token.ts';
import type { TokenManager, TokenProgress } from '../auth/tokenManager.ts';
import type { Busy, FrameState, PaneError, Part, Retry, Task, TaskTools } from '../features/feature.ts';
import { type PreferencesStore, createStore, type Store } from '../preferences.ts';
import type { Text } from '../strings/index.ts';

interface FrameOptions {
  readonly tokens: TokenManager;
  readonly preferences: Pick<PreferencesStore, 'forget'>;
  readonly photoUrl?: (photo: Blob) => string;
  readonly now?: () => number;
}

/** The account, the running task, and the messages. No call rejects; results are in the state. */
export interface Frame extends Store<FrameState> {
  /** Registers the parts with user data. Call it once, before `launch`. */
  readonly register: (home: Part & { readonly opening: Text }, options: readonly Part[]) => void;
  /** Signs in silently and loads the first page. */
  readonly launch: () => Promise<void>;
  readonly run: (task: Task) => Promise<void>;
  readonly showError: (problem: ProblemError, retry: Retry) => void;
  /** Retries what failed, or signs in. Call it synchronously in the click handler. */
  readonly retry: () => Promise<void>;
  /** Signs in through another token source, then retries. Call it synchronously in the click handler. */
  readonly signInAnotherWay: () => Promise<void>;
  readonly cancel: () => void;
  readonly dismiss: () => void;
  readonly signOut: () => void;
  /** Signs in again and lets the user choose the account. Call it synchronously in the click handler. */
  readonly switchAccount: () => Promise<void>;
  /** Call it when the browser is online again. Retries what only reads, without opening a window. */
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

/** Aborts a task whose response belongs to another account than the rest of the pane. */
class AccountChanged extends Error {}

export function createFrame({
  tokens,
  preferences,
  photoUrl = (photo) => URL.createObjectURL(photo),
  now = Date.now,
}: FrameOptions): Frame {
  const store = createStore<FrameState>(initialState);
  const { get, update } = store;
  let home: Part & { readonly opening: Text } = { opening: () => '' };
  let options: readonly Part[] = [];
  let current = { abort: new AbortController(), replaceable: false };
  let taskCount = 0;
  /** Whether the account has changed and the user has not been told yet. */
  let accountChanged = false;
  /** Whether the network came back while an earlier request was still pending. */
  let backOnline = false;

  async function run({ label, work, trigger = 'action', retry, writes, interrupts }: Task): Promise<void> {
    const retryTask: Task['retry'] =
      retry ??
      ((by) =>
        run({ label, work, trigger: by, ...(writes && { writes }), ...(interrupts && { interrupts }) }));
    const { busy } = get();
    if (busy && !(interrupts && current.replaceable)) return;
    await perform(label, trigger, { retry: retryTask, writes: writes === true }, async (tools) => {
      try {
        await work(tools);
      } catch (error) {
        if (!(error instanceof AccountChanged)) throw error;
        // Reload everything for the new account.
        update({ me: null });
        forgetUser();
        accountChanged = true;
        await open('action', tools.signal);
      }
    });
  }

  interface TaskOptions {
    readonly retry: (trigger: Trigger, problem: ProblemError) => Promise<void>;
    readonly writes: boolean;
    readonly signsIn?: true;
  }

  async function perform(
    label: Text,
    trigger: Trigger,
    { retry, writes, signsIn }: TaskOptions,
    work: (tools: TaskTools) => Promise<void>,
  ): Promise<void> {
    if (get().busy) current.abort.abort();
    const abort = new AbortController();
    const task = (current = { abort, replaceable: !writes && !signsIn });
    const { signal } = abort;
    backOnline = false;
    const base: Busy = { id: (taskCount += 1), label, stage: 'working' };
    update({ busy: base, error: null, notice: null });
    const show = (busy: Partial<Busy>) => void (signal.aborted || update({ busy: { ...base, ...busy } }));
    const onProgress = (progress: TokenProgress) => show(toBusy(progress, now()));
    try {
      await work({
        signal,
        progress: (done, total) => show({ done, total }),
        notify: (notice) => void (task === current && update({ notice })),
        async call(job) {
          const result = await tokens.run(trigger, job, { signal, onProgress });
          if (tokens.takeAccountChange()) throw new AccountChanged();
          return result;
        },
      });
      if (task === current) update({ busy: null });
    } catch (error) {
      if (task !== current) return;
      if (signal.aborted) update({ busy: null });
      else {
        const problem = toProblem(error);
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

  /** Reads the profile and the first page in one job, so that both use the same token. */
  async function open(trigger: Trigger, signal: AbortSignal): Promise<void> {
    const read = async (api: Api) => {
      // In parallel; nothing waits for the options.
      const later = options.map((option) => option.open?.(api).catch(() => undefined));
      const [me, show] = await Promise.all([readMe(api), home.open?.(api)]);
      return { api, me, show, later };
    };
    const onProgress = (progress: TokenProgress) => {
      const { busy } = get();
      if (busy && !signal.aborted) update({ busy: { ...busy, ...toBusy(progress, now()) } });
    };
    const { api, me, show, later } = await tokens.run(trigger, read, { signal, onProgress });
    const before = get().me;
    accountChanged ||= tokens.takeAccountChange() || (before !== null && !isSameUser(before, me));
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
    // Options may replace this task, for example to sort the list.
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

  /** Without a photo, the header shows initials. */
  async function showPhoto(api: Api, me: Me): Promise<void> {
    // The first page renders before the request is sent.
    await new Promise((resolve) => setTimeout(resolve));
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

  async function online(): Promise<void> {
    for (const part of [home, ...options]) part.online?.();
    const { busy, error } = get();
    backOnline = busy !== null;
    if (!busy && error?.retriesOnline && isNetworkProblem(error.problem)) await error.retry('launch');
  }

  const retry = () => (get().error?.retry ?? signIn)('action');

  function switchAccount(): Promise<void> {
    // The page stays until the user has signed in again.
    tokens.signOut();
    return signIn('action');
  }

  return {
    get,
    subscribe: store.subscribe,
    register: (first, others) => void ([home, options] = [first, others]),
    launch: () => signIn('launch'),
    run,
    showError: (problem, again) => update({ error: paneError(problem, 'action', again, false) }),
    retry,
    signInAnotherWay() {
      const { error } = get();
      if (error) tokens.chooseAlternative(error.problem);
      return retry();
    },
    cancel() {
      current.abort.abort();
      const { busy } = get();
      // A request to the document can't be canceled, so the task may take a while to end.
      if (busy) update({ busy: { id: busy.id, label: busy.label, stage: 'canceling' } });
    },
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

function toBusy(progress: TokenProgress, now: number): Pick<Busy, 'stage' | 'until'> {
  if (progress.kind !== 'waiting') return { stage: progress.kind };
  return { stage: 'waiting', until: now + progress.seconds * 1000 };
}

function isSameUser(one: Me, other: Me): boolean {
  return one.id === other.id && one.tenantId === other.tenantId;
}

function toProblem(error: unknown): ProblemError {
  if (isProblem(error)) return error;
  const detail = error instanceof Error ? `${error.name}: ${error.message}` : typeof error;
  return new ProblemError('unexpected', { detail }, { cause: error });
}

/** Returns whether a retry makes sense when the browser is online again. */
function isNetworkProblem({ code }: ProblemError): boolean {
  const { origin, message } = problemRow(code);
  return origin === 'network' || message === 'offline';
}

export function readMe(api: Api): Promise<Me> {
  return api.get<Me>(routes.me, (body) => typeof body['id'] === 'string');
}

/** Returns null for a user without a photo. */
export function readPhoto(api: Api): Promise<Blob | null> {
  return api.request(routes.photo, async (response) => (response.status === 204 ? null : response.blob()));
}
