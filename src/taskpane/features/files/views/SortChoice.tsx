import type { FieldControlProps } from '@fluentui/react-components';
import { sortKeys, type SortKey } from '../../../../contract/api.ts';
import { Choice } from '../../../ui/Choice.tsx';
import { useFiles } from './context.tsx';
import { SortIcon } from '../../../ui/icons.tsx';
import styles from './SortChoice.module.css';

type Order = SortKey | `${SortKey}_down`;

const orders: readonly Order[] = [
  'name',
  'name_down',
  'lastModified_down',
  'lastModified',
  'size_down',
  'size',
];

interface Props {
  readonly by: SortKey;
  readonly descending: boolean;
}

/** For the settings, labeled by the Field around it. */
export function SortChoice({ by, descending, ...field }: Props & FieldControlProps) {
  return <Choice<Order> {...field} testId="sort" {...useOrders({ by, descending })} />;
}

/** For the search row, which has room only for an icon. */
export function SortButton(order: Props) {
  const { strings } = useFiles();
  const choice = useOrders(order);
  const name = `${strings.t('sortBy')}: ${strings.t(`sort_${choice.value}`)}`;
  return (
    <span className={styles.sort} title={name}>
      <SortIcon />
      <Choice<Order> className={styles.select} aria-label={strings.t('sortBy')} testId="sort" {...choice} />
    </span>
  );
}

function useOrders({ by, descending }: Props) {
  const { context, strings } = useFiles();
  const value: Order = descending ? `${by}_down` : by;
  return {
    value,
    options: orders.map((order) => [order, strings.t(`sort_${order}`)] as const),
    onChange(order: Order): void {
      const sortBy = sortKeys.find((key) => order.startsWith(key)) ?? 'name';
      context.preferences.change({ sortBy, sortDescending: order.endsWith('_down') });
    },
  };
}
