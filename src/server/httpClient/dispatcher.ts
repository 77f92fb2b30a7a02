import { Agent, EnvHttpProxyAgent, type Dispatcher } from 'undici';
import type { Environment } from '../envFiles.ts';
import type { Limits } from '../limits.ts';

/**
 * Creates the connection pool for Entra ID and Graph: kept alive, bounded, and through the proxy in HTTPS_PROXY, if any
 * (Node 20 ignores that variable). NODE_EXTRA_CA_CERTS adds trusted certificates.
 */
export function createDispatcher(limits: Limits, environment: Environment = process.env): Dispatcher {
  const options = {
    connect: { timeout: limits.connectMs },
    // `send` enforces the shorter limits of each request; these end abandoned ones.
    headersTimeout: limits.requestMs,
    bodyTimeout: limits.requestMs,
    keepAliveTimeout: 30_000,
    connections: 128,
  };
  const httpsProxy = environment.HTTPS_PROXY ?? environment.https_proxy;
  if (!httpsProxy) return new Agent(options);
  const noProxy = environment.NO_PROXY ?? environment.no_proxy ?? '';
  // Ignore HTTP_PROXY: plain HTTP is used only for the managed identity endpoint, which is on this machine.
  return new EnvHttpProxyAgent({ ...options, httpProxy: '', httpsProxy, noProxy });
}
