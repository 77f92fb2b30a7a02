import { element } from '../dom.ts';
import { remember, remembered } from '../remembered.ts';
import { resizable } from '../resizable.ts';

const usual = 312;

/** The panel is as wide as this person left it; a link says nothing of it. */
export function panelWidth(): void {
  const show = resizable({
    border: element('panel-border', HTMLElement),
    part: element('panel', HTMLElement),
    side: 'left',
    narrowest: 240,
    widest: 560,
    changed: (width) => remember('panelWidth', String(width)),
  });
  show(Number(remembered('panelWidth')) || usual);
}
