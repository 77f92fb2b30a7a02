const step = 16;

export interface ResizableParts {
  /** A separator beside the part. */
  readonly border: HTMLElement;
  readonly part: HTMLElement;
  /** Where the part stands, seen from its border. */
  readonly side: 'left' | 'right';
  /** In pixels. */
  readonly narrowest: number;
  readonly widest: number;
  /** Told of every width, also while it is dragged. */
  readonly shown?: (width: number) => void;
  /** Told once the user let go. */
  readonly changed: (width: number) => void;
}

/** A part whose width is dragged at its border, or moved by arrow keys. @returns sets the width, in pixels. */
export function resizable(parts: ResizableParts): (width: number) => void {
  const { border, part, side, narrowest, widest, shown, changed } = parts;
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
    // The frame would swallow the pointer as soon as it is over it.
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
