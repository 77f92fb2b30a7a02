import { Button } from '@fluentui/react-components';
import { useSurroundings } from './context.ts';
import { CloseIcon } from './icons.tsx';

/** Takes a message off the screen. */
export function DismissButton() {
  const { session, strings } = useSurroundings();
  return (
    <Button
      data-testid="dismiss"
      size="small"
      appearance="subtle"
      icon={<CloseIcon />}
      title={strings.t('dismiss')}
      aria-label={strings.t('dismiss')}
      onClick={session.dismiss}
    />
  );
}
