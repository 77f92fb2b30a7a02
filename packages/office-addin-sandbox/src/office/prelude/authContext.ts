import type { AuthContextReply } from '../../control/authContext.ts';
import type { Pane } from './pane.ts';

interface Auth {
  getAuthContext?: () => Promise<unknown>;
}

/**
 * Defines `Office.auth.getAuthContext`, which Microsoft's current builds have and npm's build lacks, before the add-in's
 * `Office.onReady` callback runs. Replaces that of a current build, so that the scenario decides the answer.
 */
export function authContext(pane: Pane): { configChanged(): void } {
  const office = (window as { Office?: { auth?: Auth; onReady(run: () => void): void } }).Office;
  const getAuthContext = async () => {
    const reply = (await pane.ask('authContext', 'getAuthContext')) as AuthContextReply;
    if (reply === 'hang') return new Promise<never>(() => undefined);
    if ('context' in reply) return reply.context;
    // As with getAccessToken, office.js rejects with a plain object.
    const error: unknown = {
      name: 'AuthContextError',
      code: reply.error,
      message: 'Error of the current sandbox scenario.',
    };
    throw error;
  };
  const define = () => {
    if (!office?.auth) return;
    if (pane.config.authContext) office.auth.getAuthContext = getAuthContext;
    else delete office.auth.getAuthContext;
  };
  office?.onReady(define);
  return { configChanged: define };
}
