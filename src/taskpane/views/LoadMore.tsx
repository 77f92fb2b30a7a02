import { Button, makeStyles } from '@fluentui/react-components';
import { useSurroundings } from './context.ts';

const useStyles = makeStyles({ more: { margin: '8px 16px 16px' } });

export function LoadMore({ busy }: { readonly busy: boolean }) {
  const { session, strings } = useSurroundings();
  return (
    <Button
      className={useStyles().more}
      data-testid="load-more"
      disabledFocusable={busy}
      onClick={() => void session.loadMore()}
    >
      {strings.t('loadMore')}
    </Button>
  );
}
