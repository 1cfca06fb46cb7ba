import { ClusterObjects, ClusterPlan } from '../../types';
import { enginesOn } from '../delivery/enginesOn';
import { Fleet } from '../Fleet';
import { nodeCount } from '../nodes/nodeObjects';
import { runsModernFlux } from '../plans';
import { Random } from '../Random';
import { resourcesOf } from '../resources/resourcesOf';
import { scanWorkloads } from '../scanner/scanWorkloads';
import { crossplaneResources } from '../resources/crossplaneResources';
import { populateArgocd } from './populateArgocd';
import { populateCanaries } from './populateCanaries';
import { populateCertificates } from './populateCertificates';
import { populateClaims } from './populateClaims';
import { populateCredentials } from './populateCredentials';
import { populateCrossplane } from './populateCrossplane';
import { populateFluxOperator, populateFluxStatus } from './populateFlux';
import { populateManifests } from './populateManifests';
import { populatePolicies } from './populatePolicies';
import { populateRepository } from './populateRepository';
import { populateSecrets } from './populateSecrets';
import { populateSystem } from './populateSystem';
import { recently, Site } from './Site';

/** Fills a cluster with what has come to be in it over the months. */
export function populateCluster(
  fleet: Fleet,
  cluster: ClusterObjects,
  plan: ClusterPlan,
): void {
  const random = Random.create(fleet.seed, 'populate', plan.name);
  const engines = enginesOn(fleet.deliveries, plan.name);
  const nodes = fleet.size?.nodes ?? nodeCount(plan);
  const site: Site = { fleet, cluster, plan, engines, nodes, random };
  cluster.define(resourcesOf(plan.name, engines));
  populateSystem(site);
  populateCredentials(site);
  for (const delivery of fleet.deliveries.deployingTo(plan.name)) {
    populateManifests(site, delivery);
  }
  const living = fleet.deliveries.livingOn(plan.name);
  for (const delivery of living) {
    if (delivery.kind !== 'Application') {
      populateFluxStatus(site, delivery);
    }
  }
  const applications = living.filter(({ kind }) => kind === 'Application');
  if (applications.length > 0) {
    populateArgocd(site, applications);
  }
  if (plan.hub && !fleet.size) {
    cluster.define(crossplaneResources);
    populateCrossplane(site);
    populateClaims(site);
  }
  if (fleet.repository) {
    populateRepository(site, fleet.repository);
  }
  if (engines.has('external-secrets')) {
    populateSecrets(site);
  }
  if (engines.has('cert-manager')) {
    populateCertificates(site);
  }
  if (engines.has('flagger')) {
    populateCanaries(site);
  }
  if (engines.has('kyverno') || engines.has('gatekeeper')) {
    populatePolicies(site);
  }
  if (engines.has('trivy-operator')) {
    scanWorkloads(cluster, recently(site, 20));
  }
  if (engines.has('flux') && runsModernFlux(plan.name)) {
    populateFluxOperator(site);
  }
}
