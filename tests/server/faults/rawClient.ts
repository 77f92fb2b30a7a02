import { connect, type Socket } from 'node:net';

/** An answer as it came over the socket. */
export interface RawAnswer {
  /** 0: the connection ended without an answer. */
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Every byte that came, for what must not be in it. */
  readonly text: string;
}

/** Longer than any answer may take. */
const PATIENCE_MS = 20_000;

/**
 * Sends bytes as they are, which fetch would tidy, and reads until the connection ends.
 * @param then is called once the bytes are sent: to dawdle, to hang up
 */
export function sendBytes(
  origin: string,
  bytes: string | Buffer,
  then: (socket: Socket) => void = () => undefined,
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    let text = '';
    const socket = connect(Number(new URL(origin).port), '127.0.0.1');
    const timer = setTimeout(() => {
      socket.destroy();
      reject(new Error(`No end after ${PATIENCE_MS} ms; so far: ${text.slice(0, 200)}`));
    }, PATIENCE_MS);
    socket.on('connect', () => socket.write(bytes, 'latin1', () => then(socket)));
    socket.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
    // What was said before a reset still counts; `close` follows.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearTimeout(timer);
      resolve(parse(text));
    });
  });
}

function parse(text: string): RawAnswer {
  const end = text.indexOf('\r\n\r\n');
  const [first = '', ...lines] = text.slice(0, Math.max(end, 0)).split('\r\n');
  const headers = Object.fromEntries(
    lines.map((line) => [
      line.slice(0, line.indexOf(':')).toLowerCase(),
      line.slice(line.indexOf(':') + 1).trim(),
    ]),
  );
  const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(first)?.[1] ?? 0);
  return { status, headers, body: end < 0 ? '' : text.slice(end + 4), text };
}

/** A request that ends the connection, so that the end of the answer is seen. @param lines more headers */
export function request(path: string, lines: readonly string[] = [], method = 'GET'): string {
  return [`${method} ${path} HTTP/1.1`, 'Host: addin.example', 'Connection: close', ...lines, '', ''].join(
    '\r\n',
  );
}
