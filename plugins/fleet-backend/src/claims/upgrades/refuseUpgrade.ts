import { InputError } from '@backstage/errors';
import type { Claim } from '@fleetcommander/backstage-plugin-fleet-common';
import { minorOf } from '../minorOf';

/** Throws InputError naming what cannot be upgraded so, and why: a downgrade, a skipped minor version, one that is not offered. */
export function refuseUpgrade(
  claims: readonly Claim[],
  version: string,
  offered: readonly string[],
): void {
  const wanted = minorOf(version);
  if (wanted === undefined) {
    throw new InputError(
      `${JSON.stringify(
        version,
      )} is not a minor version of Kubernetes: write one such as 1.35`,
    );
  }
  if (offered.length > 0 && !offered.some(offer => minorOf(offer) === wanted)) {
    throw new InputError(
      `The platform does not offer ${version}. It offers ${offered.join(
        ', ',
      )}: see fleet.claims.offers.versions.`,
    );
  }
  const problems = claims.flatMap(
    claim => problemOf(claim, version, wanted) ?? [],
  );
  if (problems.length > 0) {
    throw new InputError(
      `These cannot be upgraded to ${version}: ${problems.join('; ')}`,
    );
  }
}

function problemOf(
  { name, kind, makesCluster, version: asked, source, deleting }: Claim,
  version: string,
  wanted: number,
): string | undefined {
  if (!makesCluster) {
    return `${kind} ${name} makes no cluster`;
  }
  if (deleting) {
    return `${name} is being deleted`;
  }
  if (!source) {
    return `${name} is in no repository of fleet.git.repositories`;
  }
  const from = minorOf(asked);
  if (from === undefined) {
    return `of ${name} it is not known which version it asks for now`;
  }
  if (wanted < from) {
    return `${name} asks for ${asked} already, and Kubernetes cannot be downgraded`;
  }
  return wanted > from + 1
    ? `${name} asks for ${asked}, and no minor version may be skipped: ${version} comes after 1.${
        wanted - 1
      }`
    : undefined;
}
