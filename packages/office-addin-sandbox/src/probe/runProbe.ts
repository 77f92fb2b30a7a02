import { findPlaywright, launchBrowser } from '../browser/findPlaywright.ts';
import type { ApplicationId } from '../office/page/applications.ts';
import { freePorts } from '../ports.ts';
import { SANDBOX_CLIENT_ID } from '../registration.ts';
import { startSandbox } from '../startSandbox.ts';
import type { MessageForm, ProbeAnswers } from './answers.ts';
import { serveProbe } from './probeServer.ts';

const RUN_MS = 240_000;

/** Runs the probes in the sandbox, in a browser without a window. @param form for Outlook */
export async function runProbe(app: ApplicationId, form?: MessageForm): Promise<ProbeAnswers> {
  const chromium = findPlaywright();
  const [port = 0] = await freePorts(1);
  const server = await serveProbe(app, port, SANDBOX_CLIENT_ID);
  const closing: (() => Promise<unknown>)[] = [() => server.close()];
  try {
    const sandbox = await startSandbox({ manifest: server.manifest, port: 0, hostPage: 'microsoft' });
    closing.unshift(() => sandbox.close());
    const browser = await launchBrowser(chromium, sandbox.browserArgs);
    closing.unshift(() => browser.close());
    const page = await browser.newPage({ ignoreHTTPSErrors: true, locale: 'en-US' });
    await page.goto(`${sandbox.origin}/?app=${app}${form === 'read' ? '&mode=read' : ''}`);
    const pane = page.frameLocator('[data-testid="pane-frame"]');
    await pane.getByRole('button', { name: 'Run the probes' }).click();
    const json = pane.getByRole('textbox', { name: 'Answers as JSON' });
    await json.waitFor({ timeout: RUN_MS });
    return JSON.parse(await json.inputValue()) as ProbeAnswers;
  } finally {
    for (const close of closing) await close().catch(() => undefined);
  }
}
