import { settlePolicies } from '../policy/settlePolicies';
import { recently, Site } from './Site';

/** What the policy engine of a cluster has made of its policies, and found. */
export function populatePolicies(site: Site): void {
  const { cluster, plan } = site;
  settlePolicies(cluster, plan, () => recently(site, 20 * 24));
}
