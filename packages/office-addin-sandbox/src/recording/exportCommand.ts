import { writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { UserError } from '../userError.ts';

const USAGE = 'Use: office-addin-sandbox export FILE [--port NUMBER].';
const ANSWER_MS = 10_000;

/**
 * Saves the recording of the running sandbox. Returns what it did.
 * @throws UserError for wrong arguments, without a sandbox, and if the file can't be written
 */
export async function exportCommand(args: readonly string[]): Promise<string> {
  const [file, option, port = '3001'] = args;
  const isUsable =
    file !== undefined && !file.startsWith('-') && (option === undefined || option === '--port');
  if (!isUsable || args.length > 3 || !/^\d{1,5}$/u.test(port)) throw new UserError(USAGE);
  const text = await fetchRecording(Number(port));
  try {
    writeFileSync(file, `${JSON.stringify(JSON.parse(text), null, 2)}\n`);
  } catch (error) {
    throw new UserError(`Can't write ${file}: ${(error as Error).message}.`, { cause: error });
  }
  return `Saved ${file}. Replay it with --scenario ${file}.`;
}

function fetchRecording(port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (reason: string) =>
      reject(new UserError(`No sandbox responds at https://localhost:${port}: ${reason}. Start it first.`));
    // The sandbox is on this machine, and its certificate may be trusted by its browser only.
    const sent = request(
      {
        host: 'localhost',
        port,
        path: '/__sandbox/recording',
        rejectUnauthorized: false,
        timeout: ANSWER_MS,
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (part: string) => (text += part));
        response.on('end', () =>
          response.statusCode === 200 ? resolve(text) : fail(`status ${String(response.statusCode)}`),
        );
      },
    );
    sent.once('timeout', () => sent.destroy(new Error('no answer')));
    sent.once('error', (error) => fail(error.message));
    sent.end();
  });
}
