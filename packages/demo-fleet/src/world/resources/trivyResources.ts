import { ResourceDefinition } from '../../types';
import { resource } from './resource';

const report = (kind: string, shortNames: string[]) =>
  resource('aquasecurity.github.io', ['v1alpha1'], kind, { shortNames });

/** The Trivy operator 0.30, as far as it is set to scan. */
export const trivyResources: ResourceDefinition[] = [
  report('VulnerabilityReport', ['vuln', 'vulns']),
  report('ConfigAuditReport', ['configaudit', 'configaudits']),
];
