import type {
  Certificate,
  CertificateList,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { CertificateRecord } from '@fleetcommander/backstage-plugin-fleet-node';
import type { ListQuery } from '../../FleetQueryStore';
import type { QueryContext } from '../QueryContext';
import { listSubjects, shownOfSubject, type Subject } from './listSubjects';

/** Certificates, and until when they are good. */
export async function listCertificates(
  context: QueryContext,
  query: ListQuery,
): Promise<CertificateList> {
  const { items, ...rest } = await listSubjects<CertificateRecord>(
    context,
    'certificate',
    query,
  );
  return { items: items.map(toCertificate), ...rest };
}

function toCertificate(item: Subject<CertificateRecord>): Certificate {
  const { record } = item;
  return {
    ...shownOfSubject(item),
    ...judgedByClock(item),
    names: record.names,
    issuer: record.issuer,
    target: record.target,
    notAfter: record.notAfter,
    renewalAt: record.renewalAt,
    failedAttempts: record.failedAttempts,
    lastFailureAt: record.lastFailureAt,
    revision: record.revision,
  };
}

/** What cert-manager says of why stays beside it. */
function judgedByClock({
  record,
  state,
  freshness,
}: Subject<CertificateRecord>): Partial<Certificate> {
  const { notAfter, renewalAt } = record;
  if (
    notAfter &&
    Date.parse(notAfter) < Date.parse(freshness.observedAt ?? '')
  ) {
    return { summary: 'has expired', since: notAfter };
  }
  return state === record.state
    ? {}
    : { summary: 'ends soon, and should have been renewed', since: renewalAt };
}
