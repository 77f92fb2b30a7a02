import { fault, type Check, type Fault } from '../check.ts';
import { descendantsOf, type XmlElement } from '../element.ts';
import { orderOf } from '../elementOrder.ts';

/** Office rejects a manifest whose elements are out of order, in the wrong place, missing or doubled. */
export const checkOrder: Check = ({ root, kind }) =>
  [root, ...descendantsOf(root)].flatMap((element) => {
    const order = orderOf(element, kind);
    return order ? checkChildren(element, order) : [];
  });

function checkChildren(element: XmlElement, order: readonly string[]): Fault[] {
  const names = order.map((entry) => entry.replace(/[!+*]$/u, ''));
  const faults: Fault[] = [];
  let furthest = -1;
  for (const child of element.children) {
    const position = names.indexOf(child.name);
    if (position < 0) {
      faults.push(
        fault(
          child,
          `${child.name} is not a valid child of ${element.name}.`,
          `Allowed there, in this order: ${names.join(', ')}.`,
        ),
      );
    } else if (position < furthest) {
      faults.push(
        fault(
          child,
          `${child.name} stands too late: it comes before ${names[furthest] ?? ''}.`,
          `Order the children of ${element.name} as: ${names.join(', ')}.`,
        ),
      );
    }
    furthest = Math.max(furthest, position);
  }
  return [...faults, ...checkCounts(element, order)];
}

function checkCounts(element: XmlElement, order: readonly string[]): Fault[] {
  return order.flatMap((entry) => {
    const mark = /[!+*]$/u.exec(entry)?.[0] ?? '';
    const name = entry.slice(0, entry.length - mark.length);
    const [, second] = element.children.filter((child) => child.name === name);
    const count = element.children.filter((child) => child.name === name).length;
    if (count === 0 && (mark === '!' || mark === '+')) {
      return [fault(element, `${element.name} has no ${name}.`, `Add a ${name}; it is required.`)];
    }
    if (second && (mark === '!' || mark === '')) {
      return [fault(second, `${element.name} has more than one ${name}.`, `Keep one ${name}.`)];
    }
    return [];
  });
}
