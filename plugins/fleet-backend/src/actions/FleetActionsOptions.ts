import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { ApplicationCommands } from '../commands/ApplicationCommands';
import type { FleetPermissions } from '../permissions/FleetPermissions';
import type { EntityViews } from '../routes/entities/EntityViews';
import type { FleetQueryStore } from '../store/FleetQueryStore';
import type { FleetStore } from '../store/FleetStore';

/** What the actions are made of. */
export interface FleetActionsContext {
  permissions: FleetPermissions;
  catalog: CatalogService;
  store: FleetQueryStore & Pick<FleetStore, 'claims' | 'promotions'>;
  entityViews: EntityViews;
  commands: ApplicationCommands;
}

export interface FleetActionsOptions {
  actionsRegistry: ActionsRegistryService;
  /** Throws while the store is not there. */
  context: () => FleetActionsContext;
}
