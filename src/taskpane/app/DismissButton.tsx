import { Button } from '@fluentui/react-components';
import { useAppContext } from './context.ts';
import { CloseIcon } from '../ui/icons.tsx';

/** Takes a message off the screen. */
export function DismissButton() {
  const { session, strings } = useAppContext();
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
