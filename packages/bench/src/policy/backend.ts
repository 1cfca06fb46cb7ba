/* eslint-disable @backstage/no-forbidden-package-imports */
/** What is measured here is inside the backend, which offers none of it to others. */
export { driftRules } from '@fleetcommander/backstage-plugin-fleet-backend/src/drift/driftRules';
export { DatabaseFleetStore } from '@fleetcommander/backstage-plugin-fleet-backend/src/store/DatabaseFleetStore';
export type { CollectionChange } from '@fleetcommander/backstage-plugin-fleet-backend/src/store/FleetPollStore';
