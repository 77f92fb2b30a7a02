import { expect, test, expectSignedIn, signInByDialog } from '../support/fixtures.ts';
import { openMenu } from './states.ts';

test(
  'opens the sign-in dialog in the language that the user chose in the pane',
  { tag: '@full' },
  async ({ open, page, sandbox }) => {
    const scenario = { getAccessToken: [13005] };
    await sandbox.scenario(scenario);
    const { frame } = await open();
    await signInByDialog(page, frame);
    await expectSignedIn(frame);
    await openMenu({ frame });
    await frame.getByTestId('open-settings').click();
    await frame.getByTestId('language').selectOption('de');
    await expect(frame.locator('html')).toHaveAttribute('lang', 'de');
    // The provider now waits for the user, so that the dialog stays open.
    await sandbox.scenario({ ...scenario, interactive: true });
    await openMenu({ frame });
    const opened = page.context().waitForEvent('page', (window) => window.url().includes('/dialog.html'));
    await frame.getByTestId('switch-account').click();
    const dialog = await opened;
    await expect(dialog.locator('html')).toHaveAttribute('lang', 'de');
    await expect(dialog.locator('h1')).toHaveText('Anmelden');
  },
);
