import { element } from '../dom.ts';
import { loadSetting, saveSetting } from '../localSettings.ts';
import { resizable } from '../resizable.ts';

const defaultWidth = 312;

/** Connects the separator of the panel. The browser remembers the width; links don't contain it. */
export function panelWidth(): void {
  const show = resizable({
    border: element('panel-border', HTMLElement),
    part: element('panel', HTMLElement),
    side: 'left',
    narrowest: 240,
    widest: 560,
    changed: (width) => saveSetting('panelWidth', String(width)),
  });
  show(Number(loadSetting('panelWidth')) || defaultWidth);
}
