import type { DialogRequest } from './signIn.ts';

/** Reads what `dialogUrl` wrote. In its own file, because the pane does not need it. */
export function readDialogRequest(search: string): DialogRequest {
  const query = new URLSearchParams(search);
  const claims = query.get('claims');
  const language = query.get('lang');
  return {
    ...(claims === null ? {} : { claims }),
    chooseAccount: query.get('choose') === '1',
    ...(language === null ? {} : { language }),
  };
}
