import type { FleetActionsOptions } from './FleetActionsOptions';
import { registerGetFleetEntity } from './getFleetEntity';
import { registerGetFleetSummary } from './getFleetSummary';
import { registerGetFleetPipeline } from './getFleetPipeline';
import { registerListFleetApplications } from './listFleetApplications';
import { registerListFleetClusters } from './listFleetClusters';
import { registerListFleetPromotions } from './listFleetPromotions';
import { registerReconcileFleetApplication } from './reconcileFleetApplication';

/** Actions for MCP clients and templates, over the same queries as the routes and with the caller's credentials. */
export function registerFleetActions(options: FleetActionsOptions): void {
  registerGetFleetSummary(options);
  registerListFleetClusters(options);
  registerListFleetApplications(options);
  registerGetFleetEntity(options);
  registerGetFleetPipeline(options);
  registerListFleetPromotions(options);
  registerReconcileFleetApplication(options);
}
