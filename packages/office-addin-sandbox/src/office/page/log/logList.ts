import type { LogEntry } from '../../../log.ts';
import { element, make, setText } from '../dom.ts';
import { isLogFilter, logFilters } from './logFilter.ts';
import { logLine } from './logLine.ts';
import { sinceStart } from './logTime.ts';
import { stepThrough } from '../stepThrough.ts';

/** Lines that stay in the page; the sandbox itself keeps them all. */
const mostLines = 400;
/**
 * Milliseconds in which lines are collected and then written at once. The pane is in the same process: laid out one by
 * one, the lines of its start would take from it a tenth of the time in which it starts.
 */
const together = 100;

/**
 * What is said on the wire, newest last, scrolled along unless the reader has scrolled up. A line opens to the entry
 * itself; where a scenario begins, a line says so.
 */
export class LogList {
  readonly #list = element('log', HTMLOListElement);
  readonly #filter = element('log-filter', HTMLSelectElement);
  readonly #entries = new WeakMap<Element, LogEntry>();
  #startedAt: number | undefined;
  readonly #unwritten = document.createDocumentFragment();

  constructor() {
    this.#filter.append(
      ...Object.entries(logFilters).map(([id, { name }]) => make('option', { value: id }, name)),
    );
    this.#filter.addEventListener('change', () => this.#show());
    element('log-clear', HTMLButtonElement).addEventListener('click', () => this.clear());
    stepThrough(this.#list, 'summary');
    this.#show();
  }

  /** A scenario begins. What was said before stays above, for comparison. */
  begin(title: string): void {
    this.#startedAt = undefined;
    // Nothing was said since the scenario before: its line is not worth keeping.
    const last = this.#unwritten.lastElementChild ?? this.#list.lastElementChild;
    if (last?.classList.contains('run')) last.remove();
    this.#append(make('li', { class: 'run', 'data-testid': 'log-run' }, title));
  }

  add(entry: LogEntry): void {
    this.#append(this.#view(entry));
  }

  /** What the sandbox has of the running scenario, in place of everything here. */
  replace(title: string, entries: readonly LogEntry[]): void {
    this.clear();
    this.begin(title);
    for (const entry of entries.slice(-mostLines)) this.#append(this.#view(entry));
  }

  clear(): void {
    this.#unwritten.replaceChildren();
    this.#list.replaceChildren();
    this.#show();
  }

  #append(line: HTMLElement): void {
    if (this.#unwritten.childElementCount === 0) setTimeout(() => this.#write(), together);
    this.#unwritten.append(line);
  }

  #write(): void {
    const list = this.#list;
    const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 40;
    list.append(this.#unwritten);
    while (list.childElementCount > mostLines) list.firstElementChild?.remove();
    this.#show();
    if (atEnd) list.scrollTop = list.scrollHeight;
  }

  #show(): void {
    for (const line of this.#lines()) line.hidden = !this.#isShown(this.#entries.get(line));
    this.#count();
  }

  #count(): void {
    const all = this.#lines();
    const shown = all.filter(({ hidden }) => !hidden).length;
    setText('log-count', shown === all.length ? String(shown) : `${shown} of ${all.length}`);
    element('log-empty', HTMLElement).hidden = shown > 0;
    setText('log-empty', all.length === 0 ? 'Nothing was said yet.' : 'Nothing of this kind was said.');
  }

  #isShown(entry: LogEntry | undefined): boolean {
    const { value } = this.#filter;
    return entry === undefined || !isLogFilter(value) || logFilters[value].shows(entry);
  }

  #lines(): HTMLElement[] {
    return [...this.#list.querySelectorAll<HTMLElement>(':scope > .entry')];
  }

  #view(entry: LogEntry): HTMLElement {
    const { from, to, what, detail, answer, outcome } = logLine(entry);
    const at = Date.parse(entry.at);
    this.#startedAt ??= at;
    const summary = make(
      'summary',
      { tabindex: '-1' },
      make('time', { datetime: entry.at }, sinceStart(at - this.#startedAt)),
      make('span', { class: 'mark', 'aria-hidden': 'true' }),
      make('span', { class: 'way' }, `${from} → ${to}`),
      make('span', { class: 'what' }, what, ' ', make('code', {}, detail)),
      make('span', { class: 'answer' }, answer),
    );
    const details = make('details', {}, summary);
    // Few are opened, and an entry can be long.
    const whole = () => details.append(make('pre', {}, JSON.stringify(entry, null, 2)));
    details.addEventListener('toggle', whole, { once: true });
    const line = make(
      'li',
      { class: 'entry', 'data-testid': 'log-entry', 'data-kind': entry.kind, 'data-outcome': outcome },
      details,
    );
    this.#entries.set(line, entry);
    return line;
  }
}
