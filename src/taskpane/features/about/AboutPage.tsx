import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { routes, type Me } from '../../../contract/api.ts';
import { Button, Facts } from '../../ui/controls.tsx';
import { useTexts } from '../../ui/hooks.ts';
import type { FeatureContext } from '../feature.ts';
import { aboutTexts } from './index.ts';

/** Shows the profile that the server reads from Microsoft Graph. */
export function Page({ context }: { readonly context: FeatureContext }) {
  const { t } = useTexts(aboutTexts);
  const { run, frame } = context;
  const { busy, error } = useSyncExternalStore(frame.subscribe, frame.get);
  const [profile, setProfile] = useState<Me | null>(null);
  const hasLoaded = useRef(false);
  const idle = busy === null && error === null;
  const load = useCallback(
    () =>
      run({
        label: (strings) => strings.with(aboutTexts).t('loadingProfile'),
        async work({ call }) {
          setProfile(await call((api) => api.get<Me>(routes.me, ({ id }) => typeof id === 'string')));
        },
      }),
    [run],
  );

  useEffect(() => {
    // As soon as no other task is running.
    if (hasLoaded.current || !idle) return;
    hasLoaded.current = true;
    void load();
  }, [idle, load]);

  if (!profile) {
    // After the user has canceled the task or dismissed its message.
    return idle ? <Button onClick={() => void load()}>{t('refresh')}</Button> : null;
  }
  return (
    <Facts
      of={[
        [t('displayName'), profile.displayName],
        [t('mail'), profile.mail ?? t('notSet')],
        [t('jobTitle'), profile.jobTitle ?? t('notSet')],
      ]}
    />
  );
}
