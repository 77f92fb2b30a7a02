/** Groups of the named scenarios, in the order of the panel. */
export const scenarioGroups = {
  getAccessToken: { name: 'Office returns no token', about: 'Errors and timeouts of getAccessToken' },
  token: { name: "Office's token", about: 'Expired, forged and unusual tokens' },
  onBehalfOf: { name: 'Entra ID', about: 'Errors of the on-behalf-of exchange' },
  graph: { name: 'Microsoft Graph', about: 'Errors and unusual responses of Graph' },
  dialog: { name: 'Sign-in dialog', about: 'Windows that are blocked, closed or fail' },
  nested: { name: 'Nested app authentication', about: 'Office brokers the sign-in' },
  server: { name: 'Add-in server', about: 'No connection, and errors of the server' },
  document: { name: 'Document', about: 'Errors while inserting files' },
  other: { name: 'Users, files and speed', about: 'No errors, but unusual data' },
} as const satisfies Readonly<Record<string, { readonly name: string; readonly about: string }>>;

export type ScenarioGroup = keyof typeof scenarioGroups;

export const groupIds = Object.keys(scenarioGroups) as readonly ScenarioGroup[];
