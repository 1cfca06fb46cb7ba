import type { Engine } from '@fleetcommander/backstage-plugin-fleet-node';
import { complianceReport } from './complianceReport';
import { configAudits } from './configAudits';
import { exposedSecrets } from './exposedSecrets';
import { vulnerabilities } from './vulnerabilities';

/** The Trivy operator. */
export const trivyEngine: Engine = {
  name: 'trivy',
  title: 'Trivy',
  projectionVersion: 1,
  kinds: [
    ...vulnerabilities,
    ...configAudits,
    exposedSecrets,
    complianceReport,
  ],
};
