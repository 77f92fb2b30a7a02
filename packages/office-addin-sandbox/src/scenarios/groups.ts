/** The tables that the named scenarios come from, in the order in which the panel lists them. */
export const scenarioGroups = {
  getAccessToken: { name: 'Office gives no token', about: 'Errors of getAccessToken, and silence' },
  token: { name: "Office's token is not good", about: 'What the server finds in the token' },
  onBehalfOf: { name: 'Entra ID refuses', about: 'Answers to the on-behalf-of exchange' },
  graph: { name: 'Graph refuses', about: 'Answers of Microsoft Graph to the server' },
  dialog: { name: 'Sign-in dialog', about: 'What can happen to the window and in it' },
  nested: { name: 'Nested app authentication', about: 'Office brokers the sign-in' },
  server: { name: "The add-in's server", about: 'No connection, and what the server itself refuses' },
  document: { name: 'The document', about: 'What the application answers when files are inserted' },
  other: { name: 'People, files, speed', about: 'What no table of errors holds' },
} as const satisfies Readonly<Record<string, { readonly name: string; readonly about: string }>>;

export type ScenarioGroup = keyof typeof scenarioGroups;

export const groupIds = Object.keys(scenarioGroups) as readonly ScenarioGroup[];
