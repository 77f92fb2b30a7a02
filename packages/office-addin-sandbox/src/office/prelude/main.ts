import { standInForMicrosoftAjax } from './microsoftAjax.ts';
import { reportDialogs } from './dialogs.ts';
import { nestedAppAuthBridge } from './nestedAppAuthBridge.ts';
import { officeTheme } from './officeTheme.ts';
import { findPane, listen } from './pane.ts';
import { scriptNetwork } from './network.ts';
import { blockPopups, blockPopupsInDialog } from './popups.ts';
import { shortenLongWaits } from './timers.ts';

/*
 * Runs before the application's own file of office.js, in every page that loads it. It stands for what Microsoft's
 * current builds and servers do and npm's build of 2022 does not. office.js itself stays as it is.
 */
const script = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : '';
if (script.includes('/outlook-web')) standInForMicrosoftAjax();

const pane = findPane();
if (pane) {
  const bridge = nestedAppAuthBridge(pane);
  bridge.show(pane.facts.nestedAppAuth);
  blockPopups(pane);
  reportDialogs(pane);
  shortenLongWaits(pane);
  const network = scriptNetwork(pane);
  const theme = officeTheme(pane);
  listen(pane, (message) => {
    if (message.sandbox === 'nested') {
      bridge.receive(message.text);
      return;
    }
    bridge.show(message.facts.nestedAppAuth);
    network.changed();
    theme.changed();
  });
} else {
  blockPopupsInDialog();
}
