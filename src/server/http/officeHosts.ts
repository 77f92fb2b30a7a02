/**
 * Where Office on the web, Outlook and Microsoft 365 run: these pages hold the pane in a frame. An add-in that
 * forbids one of them stays blank there. Sources: Microsoft's pages "Microsoft 365 URLs and IP address ranges"
 * and "Configure Content Security Policy for Office Add-ins".
 */
export const officeHosts: readonly string[] = [
  'https://*.officeapps.live.com',
  'https://*.office.com',
  'https://*.office365.com',
  'https://*.sharepoint.com',
  'https://*.microsoft365.com',
  'https://*.cloud.microsoft',
  'https://*.office.live.com',
  'https://onedrive.live.com',
  'https://*.onedrive.live.com',
  'https://outlook.office.com',
  'https://outlook.office365.com',
  'https://outlook.live.com',
  'https://*.outlook.com',
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  // United States government, and China.
  'https://*.officeapps.microsoft.us',
  'https://*.office365.us',
  'https://*.sharepoint.us',
  'https://*.partner.officewebapps.cn',
  'https://*.partner.office365.cn',
  'https://*.partner.outlook.cn',
  'https://*.sharepoint.cn',
];

/** Where Microsoft serves office.js. */
const officeJsOrigins: ReadonlySet<string> = new Set([
  'https://appsforoffice.microsoft.com',
  'https://appsforoffice.cdn.partner.office365.cn',
]);

/** Whoever serves another office.js stands for Office, and so holds the pane too. */
export function isMicrosoftOfficeJs(origin: string): boolean {
  return officeJsOrigins.has(origin);
}
