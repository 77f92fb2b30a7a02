import { request as httpsRequest } from 'node:https';
import { portFor, type SandboxPorts } from '../hostNames.ts';

/** Lists the scripts of an origin that may use single sign-on and CORS in a runtime without a page. */
export const ALLOWED_FILE = '/.well-known/microsoft-officeaddins-allowed.json';

const TIME_LIMIT_MS = 30_000;
const LOCAL = ['localhost', '127.0.0.1', '[::1]'];

/** A request that the script of an event handler sends. */
export interface ScriptRequest {
  /** Address of the script. */
  readonly script: string;
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
}

export interface ScriptResponse {
  readonly status: number;
  readonly statusText: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
}

/**
 * Loads scripts of event handlers and sends their requests: Office's runtime without a page isn't a browser, so it has
 * no origin. Accepts the certificates of servers on this machine.
 */
export class EventScripts {
  readonly #ports: SandboxPorts;

  /** @param ports of the sandbox, which answers for Microsoft's hosts */
  constructor(ports: SandboxPorts) {
    this.#ports = ports;
  }

  /** Returns the text of the script. Rejects with an Error that names its address. */
  async load(script: string): Promise<string> {
    const { status, body } = await this.#fetch(script);
    if (status !== 200) throw new Error(`${script} returned ${status}.`);
    return body;
  }

  /** Returns undefined if the origin of the script lists it, and otherwise the reason why it may not use single sign-on. */
  async reasonAgainst(script: string): Promise<string | undefined> {
    const url = new URL(ALLOWED_FILE, script).href;
    try {
      const { status, body } = await this.#fetch(url);
      if (status !== 200) return `${url} returned ${status}.`;
      const { allowed } = JSON.parse(body) as { allowed?: unknown };
      const isListed =
        Array.isArray(allowed) &&
        allowed.some((entry) => typeof entry === 'string' && sameAddress(entry, script));
      return isListed ? undefined : `${url} doesn't list ${script}.`;
    } catch (error) {
      return `${url}: ${(error as Error).message}`;
    }
  }

  /**
   * Sends a request with the origin of the script if it is listed, and otherwise without an origin. Rejects with an Error
   * if the response doesn't permit that origin to read it (Fetch Standard, CORS check).
   */
  async send({ script, url, method, headers, body }: ScriptRequest): Promise<ScriptResponse> {
    const { origin } = new URL(script);
    const isListed = (await this.reasonAgainst(script)) === undefined;
    const sender = isListed ? origin : 'null';
    const response = await this.#fetch(url, {
      method,
      headers: { ...headers, origin: sender },
      ...(body === undefined ? {} : { body }),
    });
    const [, permitted] = response.headers.find(([name]) => name === 'access-control-allow-origin') ?? [];
    const isSameOrigin = isListed && new URL(url).origin === origin;
    if (!isSameOrigin && permitted !== '*' && permitted !== sender)
      throw new Error(`${url} doesn't permit requests from ${sender}.`);
    return response;
  }

  /** Connects to the sandbox for Microsoft's hosts. Doesn't follow redirects. */
  #fetch(
    address: string,
    { body, ...init }: { method?: string; headers?: Record<string, string>; body?: string } = {},
  ): Promise<ScriptResponse> {
    const url = new URL(address);
    const port = url.port === '' ? portFor(url.hostname, this.#ports) : undefined;
    const isLocal = port !== undefined || LOCAL.includes(url.hostname);
    return new Promise((resolve, reject) => {
      const sent = httpsRequest(
        url,
        {
          ...init,
          ...(port === undefined ? {} : { hostname: '127.0.0.1', port, servername: url.hostname }),
          headers: { host: url.host, ...init.headers },
          // Certificates of development servers are often trusted only by the system.
          rejectUnauthorized: !isLocal,
          signal: AbortSignal.timeout(TIME_LIMIT_MS),
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('error', reject);
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              statusText: response.statusMessage ?? '',
              headers: Object.entries(response.headersDistinct).map(
                ([name, values = []]) => [name, values.join(', ')] as const,
              ),
              body: Buffer.concat(chunks).toString('utf8'),
            }),
          );
        },
      );
      sent.on('error', reject);
      sent.end(body);
    });
  }
}

function sameAddress(one: string, other: string): boolean {
  return URL.canParse(one) && new URL(one).href === new URL(other).href;
}
