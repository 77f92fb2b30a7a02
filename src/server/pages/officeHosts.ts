import type { Authority } from '../config.ts';

/**
 * Hosts of Office on the web, Outlook and Microsoft 365, whose pages show the pane in a frame. If the policy omits one,
 * the pane stays blank there. Microsoft publishes no list for this; these are from "Microsoft 365 URLs and IP address
 * ranges" and user reports (office-js issues 1005 and 3342).
 */
const worldwide: readonly string[] = [
  'https://*.officeapps.live.com',
  'https://*.office.com',
  'https://*.office365.com',
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
];
const unitedStatesGovernment: readonly string[] = [
  'https://*.officeapps.microsoft.us',
  'https://*.office365.us',
  'https://*.teams.microsoft.us',
];
const china: readonly string[] = [
  'https://*.partner.officewebapps.cn',
  'https://*.partner.office365.cn',
  'https://*.partner.outlook.cn',
];

interface Cloud {
  readonly hosts: readonly string[];
  /** Domain of the tenants' SharePoint and OneDrive hosts, such as contoso.sharepoint.com, contoso-my.sharepoint.com. */
  readonly sharePoint: string;
}

const global: Cloud = { hosts: worldwide, sharePoint: 'sharepoint.com' };
/** By host of AUTHORITY. */
const nationalClouds: Readonly<Record<string, Cloud>> = {
  'login.microsoftonline.us': { hosts: unitedStatesGovernment, sharePoint: 'sharepoint.us' },
  'login.partner.microsoftonline.cn': { hosts: china, sharePoint: 'sharepoint.cn' },
  'login.chinacloudapi.cn': { hosts: china, sharePoint: 'sharepoint.cn' },
};

/**
 * Returns the Office hosts of the authority's cloud. Users of other clouds cannot sign in at this authority anyway.
 * @param sharePointTenants names of the tenants whose SharePoint may show the pane; empty: all tenants
 */
export function officeHosts(
  { host }: Pick<Authority, 'host'>,
  sharePointTenants: readonly string[],
): readonly string[] {
  const { hosts, sharePoint } = nationalClouds[host] ?? global;
  const tenants =
    sharePointTenants.length === 0 ? ['*'] : sharePointTenants.flatMap((name) => [name, `${name}-my`]);
  return [...hosts, ...tenants.map((name) => `https://${name}.${sharePoint}`)];
}
