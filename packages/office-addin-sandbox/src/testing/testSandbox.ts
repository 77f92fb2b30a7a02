import { Router } from 'express';
import { Agent, fetch, type RequestInit, type Response } from 'undici';
import type { Addin } from '../addins.ts';
import { localhostCertificates } from '../certificates.ts';
import type { SandboxPorts } from '../hostNames.ts';
import { freePorts, type SandboxOrigins } from '../ports.ts';
import { serveSandbox } from '../serveSandbox.ts';
import type { SandboxOptions } from '../startSandbox.ts';
import { SandboxState } from '../state.ts';

export interface TestSandbox {
  readonly origins: SandboxOrigins;
  readonly state: SandboxState;
  /** Trusts the certificate and doesn't follow redirects. */
  readonly fetch: (url: string, init?: RequestInit) => Promise<Response>;
  close(): Promise<void>;
}

/** Starts a sandbox on free ports, over real HTTPS, without the host page. */
export async function startTestSandbox({
  problems,
  clientCertificates = [],
  graph = [],
  addins = [],
}: Pick<SandboxOptions, 'clientCertificates' | 'graph' | 'problems'> & {
  addins?: readonly Addin[];
} = {}): Promise<TestSandbox> {
  const certificates = await localhostCertificates();
  const [addin, office, entra, graphOrigin] = (await freePorts(4)).map((port) => `https://localhost:${port}`);
  const origins = { addin, office, entra, graph: graphOrigin } as SandboxOrigins;
  const state = new SandboxState(problems);
  const sandbox = await serveSandbox({
    state,
    addins,
    origins,
    ports: portsOf(origins),
    certificates,
    clientCertificates,
    graph,
    office: Router(),
  });
  const dispatcher = new Agent({ connect: { ca: certificates.ca } });
  return {
    origins,
    state,
    fetch: (url, init) => fetch(url, { redirect: 'manual', ...init, dispatcher }),
    async close() {
      await sandbox.close();
      await dispatcher.destroy();
    },
  };
}

function portsOf({ office, entra, graph }: SandboxOrigins) {
  const [first, second, third] = [office, entra, graph].map((origin) => Number(new URL(origin).port));
  return { office: first, entra: second, graph: third } as SandboxPorts;
}

export async function json<T>(answer: Response | Promise<Response>): Promise<T> {
  return (await (await answer).json()) as T;
}
