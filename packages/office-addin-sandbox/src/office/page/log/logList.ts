import type { LogEntry } from '../../../log.ts';
import { element, make, setText } from '../dom.ts';
import { isLogFilter, logFilters } from './logFilter.ts';
import { logLine } from './logLine.ts';
import { sinceStart } from './logTime.ts';
import { arrowKeyNavigation } from '../arrowKeyNavigation.ts';

/** Maximum number of lines in the page; the sandbox keeps all entries. */
const maxLines = 400;
/**
 * Lines are collected for this many milliseconds and then added together. The pane runs in the same process: layout for
 * each single line would slow its start down by a tenth.
 */
const batchMs = 100;

/**
 * The traffic list: newest last, scrolls automatically unless the user has scrolled up. A line expands to the whole
 * entry. A separator marks the start of each scenario.
 */
export class LogList {
  readonly #list = element('log', HTMLOListElement);
  readonly #filter = element('log-filter', HTMLSelectElement);
  readonly #entries = new WeakMap<Element, LogEntry>();
  #startedAt: number | undefined;
  readonly #pending = document.createDocumentFragment();

  constructor() {
    this.#filter.append(
      ...Object.entries(logFilters).map(([id, { name }]) => make('option', { value: id }, name)),
    );
    this.#filter.addEventListener('change', () => this.#show());
    element('log-clear', HTMLButtonElement).addEventListener('click', () => this.clear());
    arrowKeyNavigation(this.#list, 'summary');
    this.#show();
  }

  /** Marks the start of a scenario. Keeps the earlier lines for comparison. */
  begin(title: string): void {
    this.#startedAt = undefined;
    // Removes the separator of a scenario without traffic.
    const last = this.#pending.lastElementChild ?? this.#list.lastElementChild;
    if (last?.classList.contains('run')) last.remove();
    this.#append(make('li', { class: 'run', 'data-testid': 'log-run' }, title));
  }

  add(entry: LogEntry): void {
    this.#append(this.#view(entry));
  }

  /** Replaces all lines with the entries of the current scenario. */
  replace(title: string, entries: readonly LogEntry[]): void {
    this.clear();
    this.begin(title);
    for (const entry of entries.slice(-maxLines)) this.#append(this.#view(entry));
  }

  clear(): void {
    this.#pending.replaceChildren();
    this.#list.replaceChildren();
    this.#show();
  }

  #append(line: HTMLElement): void {
    if (this.#pending.childElementCount === 0) setTimeout(() => this.#write(), batchMs);
    this.#pending.append(line);
  }

  #write(): void {
    const list = this.#list;
    const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 40;
    list.append(this.#pending);
    while (list.childElementCount > maxLines) list.firstElementChild?.remove();
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
    setText('log-empty', all.length === 0 ? 'No traffic yet.' : 'No traffic matches this filter.');
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
    // Rendered on demand: entries can be long, and most are never expanded.
    const showEntry = () => details.append(make('pre', {}, JSON.stringify(entry, null, 2)));
    details.addEventListener('toggle', showEntry, { once: true });
    const line = make(
      'li',
      { class: 'entry', 'data-testid': 'log-entry', 'data-kind': entry.kind, 'data-outcome': outcome },
      details,
    );
    this.#entries.set(line, entry);
    return line;
  }
}
