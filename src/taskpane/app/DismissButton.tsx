import { Button } from '@fluentui/react-components';
import { useAppContext } from './context.ts';
import { useStrings } from '../ui/strings.ts';
import { CloseIcon } from '../ui/icons.tsx';

/** Closes the message. */
export function DismissButton() {
  const { frame } = useAppContext();
  const strings = useStrings();
  return (
    <Button
      data-testid="dismiss"
      size="small"
      appearance="subtle"
      icon={<CloseIcon />}
      title={strings.t('dismiss')}
      aria-label={strings.t('dismiss')}
      onClick={frame.dismiss}
    />
  );
}
