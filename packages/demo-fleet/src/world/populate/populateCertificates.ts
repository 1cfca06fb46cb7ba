import {
  certificateManifest,
  issuerManifest,
} from '../certificates/certificateManifests';
import {
  Certificate,
  issuedStatus,
  issuerStatus,
  unrenewedStatus,
} from '../certificates/certificateStatus';
import { certificateTrouble } from '../certificates/certificateTroubles';
import { platformComponent } from '../components';
import { servicesOn } from '../delivery/servicesOn';
import { before } from '../status/conditions';
import { isThere, putOld, recently, Site, writeStatus } from './Site';

/** The longest that a certificate here was issued ago: it is renewed after two months. */
const longestDays = 58;

/** What a cluster's cert-manager has issued. */
export function populateCertificates(site: Site): void {
  const { cluster, plan, random } = site;
  const manager = 'kustomize-controller';
  const issuer = putOld(site, issuerManifest, manager);
  writeStatus(
    site,
    issuer,
    issuerStatus(recently(site, 20 * 24)),
    'cert-manager',
  );
  const reached = [
    ...servicesOn(plan).filter(({ ingressHost }) => ingressHost),
    platformComponent('ingress-gateway'),
  ].filter(component => isThere(site, component));
  for (const component of reached) {
    const live = putOld(
      site,
      certificateManifest(component, plan),
      manager,
    ) as Certificate;
    const trouble = certificateTrouble(plan.name, live);
    const issued = before(
      cluster.now(),
      random.between(3600, longestDays * 86_400),
    );
    const status = trouble
      ? unrenewedStatus(live, trouble, cluster.now())
      : issuedStatus(live, issued);
    writeStatus(site, live, status, 'cert-manager');
  }
}
