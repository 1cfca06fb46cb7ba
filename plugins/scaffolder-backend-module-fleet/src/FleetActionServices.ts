import type {
  AuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type { FleetClient } from '@fleetcommander/backstage-plugin-fleet-common';
import type { ClaimSettings } from './claims/ClaimSettings';
import type { FleetRepositories } from './repository/FleetRepositories';

/** What the actions are made of. */
export interface FleetActionServices {
  auth: AuthService;
  permissions: PermissionsService;
  client: FleetClient;
  repositories: FleetRepositories;
  settings: ClaimSettings;
  /** Of each repository, the file that says when nothing is promoted. */
  freezesPath: string;
  /** `app.baseUrl`, without a slash at its end. */
  portalUrl: string;
}
