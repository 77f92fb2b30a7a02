const step = 16;

export interface ResizableOptions {
  /** The separator next to the part. */
  readonly border: HTMLElement;
  readonly part: HTMLElement;
  /** The side of the separator that the part is on. */
  readonly side: 'left' | 'right';
  /** In pixels. */
  readonly narrowest: number;
  readonly widest: number;
  /** Called for every width, including while dragging. */
  readonly shown?: (width: number) => void;
  /** Called when the user has finished. */
  readonly changed: (width: number) => void;
}

/** Makes a part resizable by dragging its separator or with arrow keys. Returns a function that sets the width in pixels. */
export function resizable(options: ResizableOptions): (width: number) => void {
  const { border, part, side, narrowest, widest, shown, changed } = options;
  let now = narrowest;
  const show = (wanted: number) => {
    now = Math.min(Math.max(Math.round(wanted), narrowest), widest);
    part.style.setProperty('--width', `${now}px`);
    border.setAttribute('aria-valuenow', String(now));
    shown?.(now);
  };
  border.setAttribute('aria-valuemin', String(narrowest));
  border.setAttribute('aria-valuemax', String(widest));
  border.addEventListener('keydown', (event) => {
    const towardsLeft = { ArrowLeft: 1, ArrowRight: -1 }[event.key];
    if (towardsLeft === undefined) return;
    event.preventDefault();
    show(now + (side === 'right' ? step : -step) * towardsLeft);
    changed(now);
  });
  border.addEventListener('pointerdown', (event) => {
    // Otherwise the frame receives the pointer events while the pointer is over it.
    border.setPointerCapture(event.pointerId);
    const { left, right } = part.getBoundingClientRect();
    const drag = ({ clientX }: PointerEvent) => show(side === 'right' ? right - clientX : clientX - left);
    border.addEventListener('pointermove', drag);
    border.addEventListener(
      'lostpointercapture',
      () => {
        border.removeEventListener('pointermove', drag);
        changed(now);
      },
      { once: true },
    );
  });
  return show;
}
