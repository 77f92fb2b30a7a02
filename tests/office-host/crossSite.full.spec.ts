import { expect, readyFrame, test } from './fixtures.ts';

/** Microsoft host names that office.js recognizes, resolved to this machine, so that host and add-in are different sites. */
const names = { word: 'word-edit.officeapps.live.com', outlook: 'outlook.office.com' };
const rules = Object.values(names).map((name) => `MAP ${name} 127.0.0.1`);
const asRoot = process.platform === 'linux' && process.getuid?.() === 0;

test.use({
  launchOptions: async ({ launchOptions }, give) => {
    const args = [`--host-resolver-rules=${rules.join(', ')}`, ...(asRoot ? ['--no-sandbox'] : [])];
    await give({ ...launchOptions, args: [...(launchOptions.args ?? []), ...args] });
  },
});

for (const [app, name] of Object.entries(names)) {
  test(`works on ${name} like on localhost`, async ({ page, host }) => {
    host.sandbox.state.reset();
    const { port } = new URL(host.origins.office);
    await page.goto(`https://${name}:${port}/?app=${app}`);
    const pane = await readyFrame(page);
    const token = await pane.evaluate(() => Office.auth.getAccessToken());
    expect(token.split('.')).toHaveLength(3);
    await expect(page.getByTestId('log-entry')).toHaveCount(1);
  });
}
