import { addinApplications } from '../contract/applications.ts';
import { readPageSettings } from '../contract/pageSettings.ts';
import { apiClient } from './api/client.ts';
import { createTokenManager } from './auth/tokenManager.ts';
import { nestedAppAuth } from './auth/sources/nestedAppAuth.ts';
import { officeSso } from './auth/sources/officeSso.ts';
import { signInDialog } from './auth/sources/signInDialog.ts';
import { withTimeLimit } from './timeLimit.ts';
import { canInsert, insertFiles } from './documents/index.ts';
import type { Application } from './documents/insertJob.ts';
import { mountPane, restorePane } from './app/mount.tsx';
import { createSession } from './app/session.ts';
import { followLanguage } from './strings/followLanguage.ts';
import { loadStrings, type Strings } from './strings/index.ts';
import './app/theme/shell.css';
import './app/theme/theme.css';

/** Office answers at once or never; then the page was opened outside of it. */
const OFFICE_LIMIT_MS = 15_000;

/** The application by the name that Office.onReady gives it; undefined for one that this add-in is not for. */
function applicationOf(host: string): Application | undefined {
  return addinApplications.find((application) => application === host.toLowerCase());
}

async function main(): Promise<void> {
  const outside = () => new Error('Office did not answer.');
  const host = await withTimeLimit(Office.onReady(), OFFICE_LIMIT_MS, outside).then(
    ({ host: name }) => String(name),
    () => '',
  );
  performance.mark('pane-office-ready');
  const application = applicationOf(host);
  const officeLocale = (application && Office.context.displayLanguage) || navigator.language;
  if (!application) return sayOutside(await loadStrings(officeLocale));

  const settings = readPageSettings(document);
  const tokens = createTokenManager({
    sources: [
      officeSso(Office, settings),
      nestedAppAuth({ office: Office, settings }),
      signInDialog({ office: Office, origin: location.origin, restorePane }),
    ],
    createCall: apiClient((input, init) => fetch(input, init)),
    canOpenWindow: () => navigator.userActivation.isActive,
  });
  const session = createSession({
    tokens,
    insert: (files, { signal, preferences, onProgress, onUndo }) =>
      insertFiles(application, {
        files,
        labels: labelsFrom(words.get().strings),
        format: preferences.insertFormat[application],
        signal,
        onProgress,
        onUndo,
      }),
  });
  addEventListener('online', () => void session.online());
  // First of all: token and files are on their way while the words are loaded and the first view is made.
  const launched = session.launch();
  const words = followLanguage(session, { first: await loadStrings(officeLocale), officeLocale, show });
  mountPane({ session, words, application, canInsert: () => canInsert(application) });
  // While the answers are awaited.
  setTimeout(() => words.get().strings.prepare());
  await launched;
}

function show({ language, dir, t }: Strings): void {
  document.documentElement.lang = language;
  document.documentElement.dir = dir;
  document.title = t('appTitle');
}

function labelsFrom(strings: Strings) {
  return {
    name: strings.t('name'),
    changed: strings.t('changed'),
    size: strings.t('size'),
    formatDate: (iso: string | null) => strings.moment(iso),
    formatSize: (bytes: number | null) => strings.size(bytes),
  };
}

function sayOutside(strings: Strings): void {
  show(strings);
  const text = document.createElement('p');
  text.className = 'shell';
  text.textContent = strings.t('outsideOffice');
  document.body.replaceChildren(text);
}

void main();
