import { narrowest, widest } from './address.ts';
import { element } from './dom.ts';

const step = 16;

/** The border between document and pane: dragged, moved by arrow keys, or set by a preset. */
export function paneWidth(width: number, changed: (width: number) => void): void {
  const pane = element('pane', HTMLElement);
  const border = element('pane-border', HTMLElement);
  const presets = element('pane-width', HTMLSelectElement);

  const show = (wanted: number): number => {
    const next = Math.min(Math.max(Math.round(wanted), narrowest), widest);
    pane.style.width = `${next}px`;
    border.setAttribute('aria-valuenow', String(next));
    const preset = [...presets.options].find(({ value }) => value === String(next));
    presets.value = preset ? preset.value : '';
    return next;
  };
  let now = show(width);
  const set = (wanted: number) => {
    now = show(wanted);
    changed(now);
  };

  presets.addEventListener('change', () => presets.value && set(Number(presets.value)));
  border.addEventListener('keydown', ({ key }) => {
    if (key === 'ArrowLeft') set(now + step);
    if (key === 'ArrowRight') set(now - step);
  });
  border.addEventListener('pointerdown', (event) => {
    // The frame would swallow the pointer as soon as it is over it.
    border.setPointerCapture(event.pointerId);
    const right = pane.getBoundingClientRect().right;
    const drag = ({ clientX }: PointerEvent) => {
      now = show(right - clientX);
    };
    const end = () => {
      border.removeEventListener('pointermove', drag);
      changed(now);
    };
    border.addEventListener('pointermove', drag);
    border.addEventListener('lostpointercapture', end, { once: true });
  });
}
