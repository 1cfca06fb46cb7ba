/* eslint-disable @backstage/no-forbidden-package-imports */
/** What is measured here is inside the backend, which offers none of it to others. */
export { builtInDetectors } from '@fleetcommander/backstage-plugin-fleet-backend/src/drift/application/builtInDetectors';
export { detectApplication } from '@fleetcommander/backstage-plugin-fleet-backend/src/drift/application/detectApplication';
export { rememberApplication } from '@fleetcommander/backstage-plugin-fleet-backend/src/drift/application/rememberApplication';
export type { DeliveryInput } from '@fleetcommander/backstage-plugin-fleet-backend/src/drift/delivery/Delivery';
export { detectMissing } from '@fleetcommander/backstage-plugin-fleet-backend/src/drift/delivery/detectMissing';
export { detectSkew } from '@fleetcommander/backstage-plugin-fleet-backend/src/drift/delivery/detectSkew';
export { detectOverrides } from '@fleetcommander/backstage-plugin-fleet-backend/src/drift/override/detectOverrides';
export { forgetDropped } from '@fleetcommander/backstage-plugin-fleet-backend/src/drift/override/forgetDropped';
export { gitManagers } from '@fleetcommander/backstage-plugin-fleet-backend/src/drift/override/gitManagers';
export type { GitOwned } from '@fleetcommander/backstage-plugin-fleet-backend/src/drift/override/GitOwned';
export { observeObject } from '@fleetcommander/backstage-plugin-fleet-backend/src/drift/override/observeObject';
export { readLiveFields } from '@fleetcommander/backstage-plugin-fleet-backend/src/drift/override/readLiveFields';
export { builtInEngines } from '@fleetcommander/backstage-plugin-fleet-backend/src/engines/builtInEngines';
export { findEngineKind } from '@fleetcommander/backstage-plugin-fleet-backend/src/engines/findEngineKind';
export { driftRules } from '@fleetcommander/backstage-plugin-fleet-backend/src/drift/driftRules';
export { DatabaseFleetStore } from '@fleetcommander/backstage-plugin-fleet-backend/src/store/DatabaseFleetStore';
export { detectApplications } from '@fleetcommander/backstage-plugin-fleet-backend/src/store/drift/detectApplications';
export { detectObjects } from '@fleetcommander/backstage-plugin-fleet-backend/src/store/drift/detectObjects';
export type { DriftRules } from '@fleetcommander/backstage-plugin-fleet-backend/src/store/drift/DriftRules';
export { markDeliveries } from '@fleetcommander/backstage-plugin-fleet-backend/src/store/drift/markDeliveries';
export { sweepDrifts } from '@fleetcommander/backstage-plugin-fleet-backend/src/store/drift/sweepDrifts';
export type { CollectionChange } from '@fleetcommander/backstage-plugin-fleet-backend/src/store/FleetPollStore';
export { recordId } from '@fleetcommander/backstage-plugin-fleet-backend/src/store/poll/recordId';
export { seenObjects } from '@fleetcommander/backstage-plugin-fleet-backend/src/store/poll/seenObjects';
