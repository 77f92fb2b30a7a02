import { defineMicrosoftAjax } from './microsoftAjax.ts';
import { authContext } from './authContext.ts';
import { reportDialogs } from './dialogs.ts';
import { nestedAppAuthBridge } from './nestedAppAuthBridge.ts';
import { officeTheme } from './officeTheme.ts';
import { findPane, onHostMessage } from './pane.ts';
import { platform } from './platform.ts';
import { scriptNetwork } from './network.ts';
import { blockPopups, blockPopupsInDialog } from './popups.ts';
import { storageAccess } from './storageAccess.ts';
import { shortenLongWaits } from './timers.ts';
import { defineWordEnums } from './wordEnums.ts';

/*
 * Runs before the application's file of office.js, in every page that loads it. Adds what Microsoft's current builds and
 * servers have and npm's build of 2022 lacks, without changing office.js.
 */
const script = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : '';
if (script.includes('/outlook-web')) defineMicrosoftAjax();
if (script.includes('/word-web')) defineWordEnums(window);

const pane = findPane();
if (pane) {
  platform(pane);
  const bridge = nestedAppAuthBridge(pane);
  bridge.show(pane.config.nestedAppAuth);
  blockPopups(pane);
  reportDialogs(pane);
  shortenLongWaits(pane);
  storageAccess(pane);
  const network = scriptNetwork(pane);
  const theme = officeTheme(pane);
  const account = authContext(pane);
  onHostMessage(pane, (message) => {
    if (message.sandbox === 'nested') {
      bridge.receive(message.text);
      return;
    }
    if (message.sandbox === 'absent') {
      console.warn(message.text);
      return;
    }
    bridge.show(message.config.nestedAppAuth);
    network.configChanged();
    theme.configChanged();
    account.configChanged();
  });
} else {
  blockPopupsInDialog();
}
