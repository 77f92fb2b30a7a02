import type { Application } from '../contract/api.ts';
import { ProblemError } from '../contract/problem.ts';
import { readPageSettings } from '../contract/signIn.ts';
import { apiClient } from './api/client.ts';
import { createFrame } from './app/frame.ts';
import { loadDeferred, mountPane, restorePane } from './app/Pane.tsx';
import { homeFeature, options, pages } from './app/parts.ts';
import { tokenSources } from './auth/sources/index.ts';
import { createTokenManager } from './auth/tokenManager.ts';
import { canInsert, insertRows } from './documents/index.ts';
import type {
  FeatureContext,
  OptionContext,
  OptionDefinition,
  PageDefinition,
  Part,
} from './features/feature.ts';
import { startOffice } from './office.ts';
import { createPreferences } from './preferences.ts';
import { followLanguage, loadStrings, type Strings } from './strings/index.ts';
import { SettingsIcon } from './ui/controls.tsx';
import { preload } from './ui/hooks.ts';
import './app/theme/shell.css';
import './app/theme/theme.css';

const settingsPage: PageDefinition = {
  id: 'settings',
  title: ({ t }) => t('settings'),
  Icon: SettingsIcon,
  load: () => import(/* webpackChunkName: "settings" */ './app/Settings.tsx'),
};

/** If Office needs longer for a token, the pane renders without waiting for it. */
const RENDER_DELAY_MS = 300;
/** If the messages need longer, the pane shows that there is no connection. */
const MESSAGES_MS = 3_000;

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

async function main(): Promise<void> {
  const { application, language } = await startOffice();
  performance.mark('pane-office-ready');
  if (!application) return showOutsideOffice(await loadStrings(language));
  await startPane(application, language);
}

async function startPane(application: Application, officeLanguage: string): Promise<void> {
  let requested = () => {};
  const firstRequest = new Promise<void>((resolve) => (requested = resolve));
  const tokens = createTokenManager({
    sources: tokenSources(readPageSettings(document), restorePane),
    createApi: apiClient((input, init) => {
      requested();
      return fetch(input, init);
    }),
    canOpenWindow: () => navigator.userActivation.isActive,
  });
  const preferences = createPreferences();
  const frame = createFrame({ tokens, preferences });
  const features: FeatureContext = {
    application,
    frame,
    preferences,
    run: frame.run,
    showError: frame.showError,
    insert: async (task) => {
      const insert = await loadInsert().catch(() => null);
      if (insert) return insert(task);
      const detail = 'A part of the pane did not load.';
      frame.showError(new ProblemError('network_unreachable', { detail }), () => features.insert(task));
    },
    canInsert: () => canInsert(application),
    switchAccount: frame.switchAccount,
  };
  async function loadInsert() {
    const { createInsert } = await import(/* webpackChunkName: "later" */ './app/insertion.ts');
    return createInsert({
      frame,
      preferences,
      application,
      strings: () => strings.get().strings,
      insertRows: (job) => insertRows(application, job),
    });
  }
  const home = homeFeature.create(features);
  const others = options.map((option) =>
    lazyPart(option, { ...features, callSilently: (job) => tokens.run('launch', job) }),
  );
  frame.register(home, others);
  addEventListener('online', () => void frame.online());
  // Before anything else, so that the requests run while the texts load and React renders.
  const launched = frame.launch();
  // React's first render would delay Office's answer to the token request, which arrives on the same thread.
  const rendering = Promise.race([firstRequest, launched, wait(RENDER_DELAY_MS)]);

  const textSources = [homeFeature, ...pages, ...options].flatMap(({ texts }) => texts ?? []);
  const load = (language: string | null) => loadStrings(language ?? officeLanguage, textSources);
  const [first] = await Promise.all([load(null), rendering]);
  const messages = preload(loadDeferred).catch(() => undefined);
  if (frame.get().error) await Promise.race([messages, wait(MESSAGES_MS)]);
  const strings = followLanguage(preferences, { first, load, show: showLanguage });
  mountPane({
    strings,
    context: { frame, home, features, pages: [...pages, settingsPage], parts: [home, ...others] },
  });
  // While waiting for the server.
  setTimeout(() => strings.get().strings.prepare());
  await launched;
}

/** Loads a part in the background. Calls before it has loaded are applied afterwards. */
function lazyPart({ load }: OptionDefinition, context: OptionContext): Required<Part> {
  let part: Promise<Part> | undefined;
  function ready(): Promise<Part> {
    part ??= load().then(
      (create) => create(context),
      (error: unknown) => {
        // The next call tries again.
        part = undefined;
        throw error;
      },
    );
    return part;
  }
  const whenReady = (apply: (part: Part) => void) => void ready().then(apply, () => undefined);
  return {
    open: async (api) => (await (await ready()).open?.(api)) ?? (() => undefined),
    forget: () => whenReady((loaded) => loaded.forget?.()),
    online: () => whenReady((loaded) => loaded.online?.()),
    loadSettings: async () => (await (await ready()).loadSettings?.()) ?? { Section: () => null },
  };
}

function showLanguage({ language, dir, t }: Strings): void {
  document.documentElement.lang = language;
  document.documentElement.dir = dir;
  document.title = t('appTitle');
}

/** Shows that the page was opened in a browser tab, or in an application that this add-in doesn't support. */
function showOutsideOffice(strings: Strings): void {
  showLanguage(strings);
  const text = document.createElement('p');
  text.className = 'outside';
  text.textContent = strings.t('outsideOffice');
  document.body.replaceChildren(text);
}

void main();
