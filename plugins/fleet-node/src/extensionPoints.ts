import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { ClusterSource } from './clusters/ClusterSource';
import type { SignIn } from './clusters/SignIn';
import type { DriftDetector } from './drift/DriftDetector';
import type { Engine } from './engines/Engine';
import type { Gate } from './promotion/Gate';

/** Adds sources of clusters. @public */
export interface FleetClusterSourcesExtensionPoint {
  addClusterSource(source: ClusterSource): void;
}

/** Adds sources of clusters. @public */
export const fleetClusterSourcesExtensionPoint =
  createExtensionPoint<FleetClusterSourcesExtensionPoint>({
    id: 'fleet.cluster-sources',
  });

/** Adds ways to sign in to clusters. @public */
export interface FleetSignInExtensionPoint {
  addSignIn(signIn: SignIn): void;
}

/** Adds ways to sign in to clusters. @public */
export const fleetSignInExtensionPoint =
  createExtensionPoint<FleetSignInExtensionPoint>({ id: 'fleet.sign-in' });

/** Adds engines. @public */
export interface FleetEnginesExtensionPoint {
  addEngine(engine: Engine): void;
}

/** Adds engines. @public */
export const fleetEnginesExtensionPoint =
  createExtensionPoint<FleetEnginesExtensionPoint>({ id: 'fleet.engines' });

/** Adds detectors of drift. @public */
export interface FleetDriftDetectorsExtensionPoint {
  addDriftDetector(detector: DriftDetector): void;
}

/** Adds detectors of drift. @public */
export const fleetDriftDetectorsExtensionPoint =
  createExtensionPoint<FleetDriftDetectorsExtensionPoint>({
    id: 'fleet.drift-detectors',
  });

/** Adds gates, which pipelines name in their config. @public */
export interface FleetGatesExtensionPoint {
  addGate(gate: Gate): void;
}

/** Adds gates, which pipelines name in their config. @public */
export const fleetGatesExtensionPoint =
  createExtensionPoint<FleetGatesExtensionPoint>({ id: 'fleet.gates' });
