import { narrowest, widest } from './address.ts';
import { element } from './dom.ts';
import { resizable } from './resizable.ts';

/** Connects the controls for the width of the pane: separator and presets. */
export function paneWidth(width: number, changed: (width: number) => void): void {
  const presets = element('pane-width', HTMLSelectElement);
  const show = resizable({
    border: element('pane-border', HTMLElement),
    part: element('pane', HTMLElement),
    side: 'right',
    narrowest,
    widest,
    shown: (now) => {
      const preset = [...presets.options].find(({ value }) => value === String(now));
      presets.value = preset ? preset.value : '';
    },
    changed,
  });
  show(width);
  presets.addEventListener('change', () => {
    if (!presets.value) return;
    show(Number(presets.value));
    changed(Number(presets.value));
  });
}
