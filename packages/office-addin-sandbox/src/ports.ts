/** Where the sandbox listens. Office, identity provider and Graph have three consecutive ports. */
export interface SandboxOrigins {
  readonly addin: string;
  readonly office: string;
  readonly entra: string;
  readonly graph: string;
}

/** @param first value of SANDBOX_PORT, the first of three ports; @param addin where the add-in itself is. */
export function sandboxOrigins(first = 3001, addin = 'https://localhost:3000'): SandboxOrigins {
  return {
    addin,
    office: `https://localhost:${first}`,
    entra: `https://localhost:${first + 1}`,
    graph: `https://localhost:${first + 2}`,
  };
}
