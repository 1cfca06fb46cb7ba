import type { Engine } from '@fleetcommander/backstage-plugin-fleet-node';
import { certificate } from './certificate';
import { certificateRequest } from './certificateRequest';
import { issuers } from './issuers';

/** cert-manager. */
export const certManagerEngine: Engine = {
  name: 'cert-manager',
  title: 'cert-manager',
  projectionVersion: 1,
  kinds: [certificate, certificateRequest, ...issuers],
};
