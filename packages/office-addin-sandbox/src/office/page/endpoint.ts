/** The add-in's end of a conversation: a page in a frame, or a script in a worker. */
export interface Endpoint {
  post(data: unknown): void;
  /** Calls the listener for each message of the add-in. Returns a function that unsubscribes. */
  listen(listener: (data: unknown) => void): () => void;
}

/** Where an add-in runs. */
export interface AddinHost {
  /** @param origin of the add-in: messages of other pages are ignored */
  endpoint(origin: string): Endpoint;
  /** Loads the add-in. @param name name of its window, which office.js reads; `url` has the host info in its query */
  open(name: string, url: string): void;
  focus(): void;
  /** Called when office.js has started. */
  started(): void;
}

/** Runs the add-in's page in a frame. */
export function frameHost(frame: HTMLIFrameElement): AddinHost {
  return {
    endpoint: (origin) => frameEndpoint(frame, origin),
    open(name, url) {
      // Set the name before the page loads, because office.js reads it immediately.
      frame.name = name;
      frame.src = url;
    },
    focus: () => frame.focus(),
    // Tests wait for it.
    started: () => void (frame.dataset['office'] = 'started'),
  };
}

export function frameEndpoint(frame: HTMLIFrameElement, origin: string): Endpoint {
  return {
    post: (data) => frame.contentWindow?.postMessage(data, origin),
    listen(listener) {
      const receive = ({ source, origin: sender, data }: MessageEvent<unknown>): void => {
        if (source === frame.contentWindow && sender === origin) listener(data);
      };
      addEventListener('message', receive);
      return () => removeEventListener('message', receive);
    },
  };
}
