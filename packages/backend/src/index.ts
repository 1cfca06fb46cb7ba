import { createBackend } from '@backstage/backend-defaults';

const backend = createBackend();

backend.add(import('@backstage/plugin-app-backend'));
backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-auth-backend-module-guest-provider'));
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(
  import('@backstage/plugin-catalog-backend-module-scaffolder-entity-model'),
);
backend.add(import('@backstage/plugin-events-backend'));
backend.add(import('@backstage/plugin-mcp-actions-backend'));
backend.add(import('@backstage/plugin-notifications-backend'));
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(import('./permissionPolicy'));
backend.add(import('@backstage/plugin-scaffolder-backend'));
backend.add(import('@backstage/plugin-search-backend'));
backend.add(import('@backstage/plugin-search-backend-module-catalog'));
backend.add(import('@backstage/plugin-signals-backend'));
backend.add(import('@backstage/plugin-user-settings-backend'));

backend.add(import('@fleetcommander/backstage-plugin-fleet-backend'));
backend.add(
  import('@fleetcommander/backstage-plugin-catalog-backend-module-fleet'),
);
backend.add(
  import('@fleetcommander/backstage-plugin-scaffolder-backend-module-fleet'),
);

backend.start().catch(() => {
  // The reason has been logged. What could not start, for want of its database for one, does not start any more in this process, which
  // would live on and answer nobody: end, so that whoever supervises it starts it again.
  process.exit(1);
});
