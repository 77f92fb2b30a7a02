import type { LogEntry } from '../../log.ts';
import { element, make, setText } from './dom.ts';
import { logLine } from './logLine.ts';

/** Lines that stay in the page; the sandbox itself keeps them all. */
const mostLines = 400;

/** What is said on the wire, newest last, scrolled along unless the reader has scrolled up. */
export class LogList {
  readonly #list = element('log', HTMLOListElement);

  add(entry: LogEntry): void {
    const list = this.#list;
    const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 40;
    list.append(view(entry));
    while (list.childElementCount > mostLines) list.firstElementChild?.remove();
    if (atEnd) list.scrollTop = list.scrollHeight;
    this.#count();
  }

  replace(entries: readonly LogEntry[]): void {
    this.#list.replaceChildren(...entries.slice(-mostLines).map(view));
    this.#list.scrollTop = this.#list.scrollHeight;
    this.#count();
  }

  #count(): void {
    element('log-empty', HTMLElement).hidden = this.#list.childElementCount > 0;
    setText('log-count', String(this.#list.childElementCount));
  }
}

function view(entry: LogEntry): HTMLElement {
  const { who, what, answer, good } = logLine(entry);
  const time = new Date(entry.at).toLocaleTimeString('en-GB');
  return make(
    'li',
    { 'data-testid': 'log-entry', 'data-kind': entry.kind, 'data-good': String(good) },
    make('time', { datetime: entry.at }, time),
    make('span', { class: 'who' }, who),
    make('span', { class: 'what', title: what }, what),
    make('span', { class: 'answer' }, answer),
  );
}
