import { servicesOn } from '../delivery/servicesOn';
import {
  pushManifest,
  secretManifest,
  storeManifest,
} from '../secrets/secretManifests';
import { secretStatus, storeStatus, Synced } from '../secrets/secretStatus';
import { secretTrouble } from '../secrets/secretTroubles';
import { before } from '../status/conditions';
import { isThere, putOld, recently, Site, writeStatus } from './Site';

const forgottenHours = 5;
const intervalSeconds = 15 * 60;

/** What a cluster has from the platform's store of secrets. */
export function populateSecrets(site: Site): void {
  const { cluster, plan, random } = site;
  const manager = 'kustomize-controller';
  const store = putOld(site, storeManifest(plan), manager);
  writeStatus(
    site,
    store,
    storeStatus(recently(site, 20 * 24)),
    'external-secrets',
  );
  const local = servicesOn(plan).filter(service => isThere(site, service));
  const manifests = [
    ...local.map(service => secretManifest(service, plan)),
    ...local.filter(({ name }) => name === 'checkout').map(pushManifest),
  ];
  for (const manifest of manifests) {
    const live = putOld(site, manifest, manager) as Synced;
    const trouble = secretTrouble(plan.name, live);
    const age =
      trouble === 'forgotten'
        ? forgottenHours * 3600
        : random.between(10, intervalSeconds);
    const moment = before(cluster.now(), age);
    const status = secretStatus(live, trouble, moment);
    writeStatus(site, live, status, 'external-secrets');
  }
}
