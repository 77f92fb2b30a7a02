/** Views that the first files do not need: in a chunk that is loaded while the server answers. */
export { Breadcrumb } from './Breadcrumb.tsx';
export { EmptyState } from './EmptyState.tsx';
export { ListEnd } from './ListEnd.tsx';
export { SortNotice } from './SortNotice.tsx';
