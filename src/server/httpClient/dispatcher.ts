import { Agent, EnvHttpProxyAgent, type Dispatcher } from 'undici';
import type { Environment } from '../envFiles.ts';
import type { Limits } from '../limits.ts';

/**
 * Connections to Entra ID and Graph: kept alive, bounded, and through the proxy that HTTPS_PROXY names, if any
 * (Node 20 does not look at it by itself). Certificates: NODE_EXTRA_CA_CERTS adds to the trusted ones.
 */
export function createDispatcher(limits: Limits, environment: Environment = process.env): Dispatcher {
  const options = {
    connect: { timeout: limits.connectMs },
    // The limits of one call are shorter and are kept in `send`; these are for what nobody awaits any more.
    headersTimeout: limits.requestMs,
    bodyTimeout: limits.requestMs,
    keepAliveTimeout: 30_000,
    connections: 128,
  };
  const proxied = environment.HTTPS_PROXY ?? environment.https_proxy;
  if (!proxied) return new Agent(options);
  const noProxy = environment.NO_PROXY ?? environment.no_proxy ?? '';
  // What is asked over plain HTTP is the endpoint of a managed identity, on an address of this machine: no HTTP_PROXY.
  return new EnvHttpProxyAgent({ ...options, httpProxy: '', httpsProxy: proxied, noProxy });
}
