import type { ClusterPolling } from '../polling/ClusterPolling';
import type { FleetQueryStore } from '../store/FleetQueryStore';
import type { CallerOf } from './createCallerOf';

/** What nearly every route needs. */
export interface RouteContext {
  callerOf: CallerOf;
  store: FleetQueryStore;
  polling: ClusterPolling;
}
