import { expect, test as base } from 'office-addin-sandbox/playwright';
import {
  FIRST_ADDIN_PORT,
  officePage,
  serveAddin,
  taskPaneManifest,
  type AddinServer,
} from './addinServer.ts';

const manifestFor = (origin: string) =>
  taskPaneManifest(
    { id: '7e57add1-0000-4000-8000-0000000000ee', name: 'Places', description: 'Shows its origin.' },
    origin,
  );

const pages = (origin: string) => ({
  '/pane.html': officePage(
    '<output></output>',
    `Office.onReady(() => (document.querySelector('output').textContent = '${origin}'));`,
  ),
});

/** The manifest names a port that no server uses. */
const test = base.extend<object, { files: AddinServer }>({
  files: [
    async ({ playwright: _playwright }, use, { parallelIndex }) => {
      const port = FIRST_ADDIN_PORT + 30 + (parallelIndex % 10);
      const files = await serveAddin(port, () => manifestFor('https://localhost:1'), pages);
      await use(files);
      await files.close();
    },
    { scope: 'worker' },
  ],
  manifest: [async ({ files }, use) => use(files.manifest), { scope: 'worker' }],
  addinServer: async ({ addinOrigin, sandbox }, use) => {
    expect((await sandbox?.environment())?.['OFFICE_ADDIN_SANDBOX_ORIGIN']).toContain('https://localhost:');
    const server = await serveAddin(Number(new URL(addinOrigin ?? '').port), manifestFor, pages);
    await use();
    await server.close();
  },
});

const FIRST_PORT = FIRST_ADDIN_PORT + 40;
test.use({ addinPort: FIRST_PORT, sandboxOptions: { problems: { busy: { status: 503, title: 'Busy' } } } });

test('each worker tests the add-in at a port of its server, in a sandbox with its options', async ({
  office,
  pane,
  sandbox,
}, { parallelIndex }) => {
  expect(sandbox?.state.problems).toHaveProperty('busy');
  await expect(pane.locator('output')).toHaveText(`https://localhost:${FIRST_PORT + parallelIndex}`);
  await expect(office.page.getByTestId('pane-title')).toHaveText('Places');
});
