import type { Finding } from '../../finding.ts';
import { finding, type Check, type Manifest } from '../check.ts';
import { ancestorOf, childOf, childrenOf, descendantsOf, type XmlElement } from '../element.ts';
import { ADD_EVENTS, handlerProblem, pageProblem, scriptProblem, type EventFacts } from '../eventFacts.ts';

/** Checks that the project has the page, the script and the handlers of the events that the manifest raises. */
export const checkLaunchEvents: Check = (manifest) => {
  const { root, facts } = manifest;
  const points = descendantsOf(root, 'LaunchEvents').flatMap(({ parent }) => parent ?? []);
  const [first] = points;
  if (!first) return [];
  const { events } = facts;
  if (!events) return [finding(first, ...ADD_EVENTS)];
  return points.flatMap((point) => [
    ...descendantsOf(point, 'LaunchEvent').flatMap((event) => {
      const problem = handlerProblem(event.attributes.get('FunctionName') ?? '', events);
      return problem ? [finding(event, ...problem)] : [];
    }),
    ...checkRuntime(point, manifest, events),
  ]);
};

/** The runtime of an extension point is the one with the same page. */
function checkRuntime(point: XmlElement, { facts }: Manifest, events: EventFacts): Finding[] {
  const location = childOf(point, 'SourceLocation');
  const overrides = ancestorOf(point, 'VersionOverrides');
  const host = ancestorOf(point, 'Host');
  if (!location || !overrides || !host) return [];
  const resid = location.attributes.get('resid');
  const urlOf = (element: XmlElement) =>
    descendantsOf(overrides, 'Url')
      .find(({ attributes }) => attributes.get('id') === element.attributes.get('resid'))
      ?.attributes.get('DefaultValue') ?? '';
  const page = pageProblem(urlOf(location), facts.addinOrigin, events);
  const findings = page ? [finding(location, ...page)] : [];
  const runtime = childrenOf(childOf(host, 'Runtimes'), 'Runtime').find(
    ({ attributes }) => attributes.get('resid') === resid,
  );
  const script = childrenOf(runtime, 'Override').find(
    ({ attributes }) => attributes.get('type') === 'javascript',
  );
  // Outlook on mobile devices runs only the page.
  if (!script && ancestorOf(point, 'MobileFormFactor')) return findings;
  if (!script) {
    const fix = `Add <Runtime resid="${resid ?? ''}"> with <Override type="javascript" resid="…" /> to Runtimes.`;
    return [
      ...findings,
      finding(location, 'No runtime names the script of these events for classic Outlook on Windows.', fix),
    ];
  }
  const problem = scriptProblem(urlOf(script), facts.addinOrigin, events);
  return problem ? [...findings, finding(script, ...problem)] : findings;
}
