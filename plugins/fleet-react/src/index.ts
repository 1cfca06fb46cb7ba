/**
 * Hooks and shared components of Fleet Commander: the one package that knows how things look.
 *
 * @packageDocumentation
 */
export * from './api/fleetApiRef';
export * from './hooks/useFleet';
export * from './hooks/useInfiniteFleet';
export * from './hooks/useHeldItems';
export * from './hooks/useFilters';
export * from './hooks/useUrlState';
export * from './hooks/useFleetPermission';
export * from './state/StateBadge';
export * from './state/StateCounts';
export { stateWord } from './state/stateLooks';
export * from './time/Age';
export * from './time/Since';
export * from './time/Freshness';
export * from './time/Stale';
export * from './time/TimedText';
export * from './table/FleetTable';
export type { FleetTableColumn } from './table/columns';
export * from './table/PendingChanges';
export * from './filters/FilterBar';
export * from './filters/ChoiceSelect';
export * from './layout/FleetContent';
export * from './layout/Section';
export * from './layout/Stack';
export * from './layout/Columns';
export * from './layout/Text';
export * from './layout/Muted';
export * from './layout/Mono';
export * from './layout/PathText';
export * from './layout/KeyValues';
export * from './layout/Tabs';
export * from './layout/Drawer';
export * from './layout/SummaryTiles';
export * from './notices/EmptyState';
export * from './notices/ErrorNotice';
export * from './notices/Notice';
export * from './notices/Skeleton';
export * from './actions/ActionButton';
export * from './actions/ConfirmDialog';
export * from './overview/CodeView';
export * from './overview/Timeline';
export * from './overview/EnvironmentGrid';
export * from './overview/StageRow';
export * from './overview/StageRest';
export * from './overview/foldClusters';
export type { Stage } from './overview/StageColumn';
export type { StageCluster } from './overview/StageClusterCard';
export * from './links/VersionTag';
export * from './links/ExternalLink';
export * from './links/InternalLink';
export * from './links/filterLink';
export * from './links/EntityLink';
export * from './links/ClusterLink';
export * from './matrix/MatrixGrid';
