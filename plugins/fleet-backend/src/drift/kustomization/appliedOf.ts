import type {
  ApplicationDriftMemory,
  ApplicationRecord,
} from '@fleetcommander/backstage-plugin-fleet-node';

export type Applied = Pick<ApplicationDriftMemory, 'applied' | 'appliedSince'>;

type Kustomization = Pick<
  ApplicationRecord,
  'kind' | 'state' | 'revision' | 'lastReconciledAt' | 'drift'
>;

/**
 * What is to be remembered of what a Kustomization applies: nothing where its status tells since when. It does not where Git went back
 * to what had been applied before, nor in Flux < 2.7, which keeps no digests.
 */
export function appliedOf(
  application: Kustomization,
  memory: Applied | undefined,
): Applied {
  const { kind, state, lastReconciledAt } = application;
  if (kind !== 'Kustomization' || sinceByStatus(application)) {
    return {};
  }
  if (state !== 'healthy' || !lastReconciledAt) {
    // What it is about to apply, or has failed to, is not applied.
    return { applied: memory?.applied, appliedSince: memory?.appliedSince };
  }
  return {
    applied: identityOf(application),
    appliedSince: remembered(application, memory) ?? lastReconciledAt,
  };
}

/** Since when it is known to have applied what it applies now. */
export function appliedSince(
  application: Kustomization,
  memory: Applied | undefined,
): string | undefined {
  return sinceByStatus(application) ?? remembered(application, memory);
}

function sinceByStatus({ drift }: Kustomization): string | undefined {
  const { digestSince, otherDigestUntil = '' } = drift ?? {};
  return digestSince && otherDigestUntil <= digestSince
    ? digestSince
    : undefined;
}

/** Undefined where it applied something else meanwhile, seen or not. */
function remembered(
  application: Kustomization,
  memory: Applied | undefined,
): string | undefined {
  const { otherDigestUntil = '' } = application.drift ?? {};
  const since = memory?.appliedSince;
  return since &&
    since > otherDigestUntil &&
    memory.applied === identityOf(application)
    ? since
    : undefined;
}

/** Another spec makes other manifests of the same revision. */
function identityOf({ drift, revision }: Kustomization): string {
  return drift?.digest ?? `${revision} of generation ${drift?.generation}`;
}
