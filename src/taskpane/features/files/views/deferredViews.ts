/** Views that the first page doesn't need. Their chunk loads while the server responds. */
export { Breadcrumb } from './Breadcrumb.tsx';
export { EmptyState } from './EmptyState.tsx';
export { ListEnd } from './ListEnd.tsx';
export { SortNotice } from './SortNotice.tsx';
