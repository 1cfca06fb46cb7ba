import { KubernetesObject } from '../../types';
import { before, Condition, conditions, timestamp } from '../status/conditions';
import { CertificateTrouble } from './certificateTroubles';

const day = 86_400;
const goodDays = 90;
const renewedBeforeDays = 30;

/** A Certificate as cert-manager reads it back. */
export interface Certificate extends KubernetesObject {
  status?: {
    notBefore?: string;
    notAfter?: string;
    renewalTime?: string;
    revision?: number;
    conditions?: Condition[];
  };
}

/** What cert-manager says of a certificate that was issued at a moment. */
export function issuedStatus(
  { metadata, status }: Certificate,
  issued: Date,
): NonNullable<Certificate['status']> {
  return {
    notBefore: timestamp(issued),
    notAfter: timestamp(before(issued, -goodDays * day)),
    renewalTime: timestamp(
      before(issued, -(goodDays - renewedBeforeDays) * day),
    ),
    revision: (status?.revision ?? 0) + 1,
    conditions: conditions(status?.conditions, issued, [
      {
        type: 'Ready',
        status: 'True',
        reason: 'Ready',
        message: 'Certificate is up to date and has not expired',
        observedGeneration: metadata.generation,
      },
    ]),
  };
}

/** What it says of one that it fails to renew. */
export function unrenewedStatus(
  live: Certificate,
  { daysLeft, attempts }: CertificateTrouble,
  moment: Date,
): object {
  const issued = before(moment, (goodDays - daysLeft) * day);
  const failed = timestamp(before(moment, 3 * 3600));
  const issuedBefore = issuedStatus(live, issued);
  const isOver = daysLeft < 0;
  return {
    ...issuedBefore,
    revision: 4,
    failedIssuanceAttempts: attempts,
    lastFailureTime: failed,
    conditions: [
      isOver
        ? {
            type: 'Ready',
            status: 'False',
            reason: 'Expired',
            message: `Certificate expired on ${issuedBefore.notAfter}`,
            lastTransitionTime: issuedBefore.notAfter,
            observedGeneration: live.metadata.generation,
          }
        : issuedBefore.conditions![0],
      {
        type: 'Issuing',
        status: 'False',
        reason: 'Failed',
        message:
          'The certificate request has failed to complete and will be retried: Failed to wait for order resource to become ready: ' +
          'order is in "invalid" state: DNS problem: NXDOMAIN looking up A',
        lastTransitionTime: failed,
        observedGeneration: live.metadata.generation,
      },
    ],
  };
}

export function issuerStatus(moment: Date): object {
  return {
    acme: {
      uri: 'https://acme.example.org/acct/1',
      lastRegisteredEmail: 'team-sre@example.org',
    },
    conditions: conditions(undefined, moment, [
      {
        type: 'Ready',
        status: 'True',
        reason: 'ACMEAccountRegistered',
        message: 'The ACME account was registered with the ACME server',
      },
    ]),
  };
}
