/** The server of the sandbox that answers for a Microsoft host. */
export type SandboxServer = 'office' | 'entra' | 'graph';

/**
 * The host names that add-ins, office.js and MSAL use literally. Browsers and servers that a developer starts with the
 * sandbox connect to the sandbox instead; nothing else on the machine does.
 */
export const microsoftHosts: Readonly<Record<SandboxServer, readonly string[]>> = {
  office: [
    'appsforoffice.microsoft.com',
    'appsforoffice.officeapps.live.com',
    'word-edit.officeapps.live.com',
    'excel.officeapps.live.com',
    'powerpoint.officeapps.live.com',
    'outlook.office.com',
  ],
  entra: ['login.microsoftonline.com', 'login.windows.net', 'login.microsoft.com', 'sts.windows.net'],
  graph: ['graph.microsoft.com'],
};

export const ENTRA_ORIGIN = 'https://login.microsoftonline.com';
export const GRAPH_ORIGIN = 'https://graph.microsoft.com';

/** A page of this origin may host add-ins of any origin: office.js trusts it. */
export const HOST_PAGE_ORIGIN = 'https://word-edit.officeapps.live.com';

/** Ports on this machine, by server. */
export type SandboxPorts = Readonly<Record<SandboxServer, number>>;

/** Returns the port of the server that answers for the host, or undefined for any other host. */
export function portFor(host: string, ports: SandboxPorts): number | undefined {
  const name = host.toLowerCase();
  const server = (['office', 'entra', 'graph'] as const).find((one) => microsoftHosts[one].includes(name));
  return server && ports[server];
}

/** Returns consecutive ports. @param first the port of the host page */
export function consecutivePorts(first: number): SandboxPorts {
  return { office: first, entra: first + 1, graph: first + 2 };
}
