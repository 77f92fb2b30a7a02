import { API_SCOPE } from './wellKnown.ts';

/** Returns the scope that Office requests. The texts appear in consent prompts. */
export function accessScope(id: string) {
  return {
    id,
    value: API_SCOPE,
    type: 'User',
    isEnabled: true,
    adminConsentDisplayName: 'Use the add-in as the signed-in user',
    adminConsentDescription: "Lets Office call the add-in's server with the rights of the signed-in user.",
    userConsentDisplayName: 'Use the add-in as you',
    userConsentDescription: "Lets Office call the add-in's server with your rights.",
  };
}
