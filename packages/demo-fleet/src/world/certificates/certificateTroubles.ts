import { KubernetesObject } from '../../types';

/** A certificate that could not be renewed. */
export interface CertificateTrouble {
  /** Until it ends; negative: for so long it has been over. */
  daysLeft: number;
  attempts: number;
}

/** By cluster and name. */
const troubles: Readonly<Record<string, CertificateTrouble>> = {
  'prod-ap-south-1/storefront': { daysLeft: 9, attempts: 6 },
  'staging-eu-west-1/storefront': { daysLeft: -2, attempts: 11 },
};

export function certificateTrouble(
  cluster: string,
  { metadata }: KubernetesObject,
): CertificateTrouble | undefined {
  return troubles[`${cluster}/${metadata.name}`];
}
