/// <reference types="office-js" />
import { configMember } from '../../office/paneMessages.ts';
import { PROBE_FORMAT, type Answer, type ProbeAnswers } from '../answers.ts';
import { messageForm } from './outlookProbes.ts';
import { answerOf, probes } from './probes.ts';

/** The sandbox configures its panes by their name. */
const isSandbox = window.name.includes(`"${configMember}"`);

const byId = <T extends HTMLElement>(id: string) => document.getElementById(id) as T;

async function run(): Promise<void> {
  const host = String(Office.context.host);
  const answers: Record<string, Answer> = {};
  byId('list').replaceChildren();
  byId('result').hidden = true;
  byId('copied').textContent = '';
  const button = byId<HTMLButtonElement>('run');
  button.disabled = true;
  const form = messageForm();
  const usable = probes.filter(
    (probe) => (!probe.hosts || probe.hosts.includes(host)) && (!probe.form || probe.form === form),
  );
  for (const probe of usable) {
    byId('status').textContent = `Asking ${Object.keys(answers).length + 1} of ${usable.length}`;
    const line = document.createElement('li');
    line.textContent = `${probe.id} …`;
    byId('list').append(line);
    const answer = await answerOf(probe);
    answers[probe.id] = answer;
    line.textContent = `${probe.id}: ${'ok' in answer ? 'answered' : 'error' in answer ? `error ${String(answer.error.code)}` : 'no answer'}`;
  }
  const { platform, diagnostics } = Office.context;
  const result: ProbeAnswers = {
    format: PROBE_FORMAT,
    version: 1,
    host,
    ...(form ? { form } : {}),
    ...(isSandbox ? { sandbox: true } : {}),
    platform: String(platform),
    build: String(diagnostics?.version ?? 'unknown'),
    date: new Date().toISOString().slice(0, 10),
    answers,
  };
  const text = `${JSON.stringify(result, null, 2)}\n`;
  byId<HTMLTextAreaElement>('json').value = text;
  const download = byId<HTMLAnchorElement>('download');
  download.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  download.download = `${['probe', host.toLowerCase(), ...(form ? [form] : [])].join('-')}.json`;
  byId('status').textContent = `${usable.length} probes have run. Errors are answers too.`;
  byId('result').hidden = false;
  button.disabled = false;
}

async function copy(): Promise<void> {
  const json = byId<HTMLTextAreaElement>('json');
  json.select();
  // Office may deny the clipboard to the pane. The text is selected then.
  const copied = await navigator.clipboard.writeText(json.value).then(
    () => true,
    () => false,
  );
  byId('copied').textContent = copied ? 'Copied' : 'Selected. Press Ctrl+C (⌘C) to copy.';
}

/** Follows Office's theme, which can differ from the system's. */
function applyTheme(): void {
  const background = Office.context.officeTheme?.bodyBackgroundColor ?? '';
  const color = /^#(..)(..)(..)$/u
    .exec(background)
    ?.slice(1)
    .map((part) => Number.parseInt(part, 16));
  if (color) document.documentElement.style.colorScheme = Math.max(...color) < 128 ? 'dark' : 'light';
}

void Office.onReady(() => {
  byId('run').addEventListener('click', () => void run());
  byId('copy').addEventListener('click', () => void copy());
  applyTheme();
  // Office on the web has no event for its theme. The window that changes it returns the focus.
  window.addEventListener('focus', applyTheme);
  byId<HTMLButtonElement>('run').disabled = false;
});
