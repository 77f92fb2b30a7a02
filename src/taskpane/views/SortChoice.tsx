import { sortKeys, type SortKey } from '../../contract/preferences.ts';
import { Choice } from './Choice.tsx';
import { useSurroundings } from './context.ts';

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
  /** Of the label that stands beside it; else it has one of its own. */
  readonly id?: string;
}

export function SortChoice({ by, descending, id }: Props) {
  const { session, strings } = useSurroundings();
  return (
    <Choice<Order>
      {...(id === undefined ? { label: strings.t('sortBy') } : { id })}
      testId="sort"
      value={descending ? `${by}_down` : by}
      options={orders.map((order) => [order, strings.t(`sort_${order}`)])}
      onChange={(order) => {
        const sortBy = sortKeys.find((key) => order.startsWith(key)) ?? 'name';
        void session.changePreferences({ sortBy, sortDescending: order.endsWith('_down') });
      }}
    />
  );
}
