/** An event of an object model, as office.js dispatches it: by type and target. */
export interface RichEvent {
  /** Number of the event in office.js. */
  readonly type: number;
  /** Id of the object; `Workbook` for collections of a workbook. */
  readonly target: string;
  readonly message: Readonly<Record<string, unknown>>;
}

/** Category of events among the messages of the object models. */
const EVENT_CATEGORY = 65_536;

/** Returns the data of the host's event `richApiMessage`. */
export function richApiMessage(events: readonly RichEvent[]): { ArrayData: unknown[] } {
  return {
    ArrayData: events.map(({ type, target, message }) => [
      EVENT_CATEGORY,
      type,
      target,
      JSON.stringify(message),
    ]),
  };
}

/**
 * Events of a document, collected until the add-in has the response to its batch. Nothing is collected before an add-in
 * registers a handler.
 */
export class EventQueue {
  isWanted = false;
  #events: RichEvent[] = [];
  #listeners = new Set<(events: readonly RichEvent[]) => void>();

  /** @param targets the event is sent once to each */
  emit(type: number, targets: readonly string[], message: Readonly<Record<string, unknown>>): void {
    if (!this.isWanted) return;
    for (const target of new Set(targets)) this.#events.push({ type, target, message });
  }

  /** Returns a function that unsubscribes. The listener is called with each flush, also without events. */
  subscribe(listener: (events: readonly RichEvent[]) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  flush(): void {
    const events = this.#events;
    this.#events = [];
    for (const listener of this.#listeners) listener(events);
  }
}
