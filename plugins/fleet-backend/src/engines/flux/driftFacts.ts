import type {
  ApplicationDriftFacts,
  KubernetesObject,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { conditionOf, conditionsOf } from '../conditionOf';
import { explain } from '../explain';
import {
  fieldsOf,
  itemsOf,
  numberOf,
  textOf,
  timeOf,
  type Fields,
} from '../fields';
import { ignoreRules } from './ignoreRules';

const exactVersion = /^v?\d+\.\d+\.\d+([-+][0-9A-Za-z.+-]+)?$/;
/** Of the outcomes that come after Flux began to apply, the one in which not all was applied. */
const applyFailed = 'ReconciliationFailed';
const modes = ['enabled', 'warn', 'disabled'] as const;

/** What detectors of drift need of a Kustomization. */
export function kustomizationDriftFacts(
  object: KubernetesObject,
): ApplicationDriftFacts {
  const spec = fieldsOf(object.spec);
  const latest = fieldsOf(itemsOf(fieldsOf(object.status).history)[0]);
  return {
    ...generations(object),
    tellsReconciliation: timeOf(latest.lastReconciled) !== undefined,
    prune: spec.prune === true,
    force: spec.force === true || undefined,
    ...digests(itemsOf(fieldsOf(object.status).history).map(fieldsOf)),
    ...ignoreRules(spec.ignore),
  };
}

/**
 * An entry of the history is what was applied with one outcome, and Flux ≥ 2.7 keeps five. Manifests that Git went back to have the
 * same entry as before: how long others were applied meanwhile has to be told beside it.
 */
function digests(
  history: readonly Fields[],
): Pick<ApplicationDriftFacts, 'digest' | 'digestSince' | 'otherDigestUntil'> {
  const digest = textOf(history[0]?.digest);
  const same = history.filter(entry => entry.digest === digest);
  const others = history.filter(entry => entry.digest !== digest);
  return {
    digest,
    digestSince: same
      .filter(entry => entry.lastReconciledStatus !== applyFailed)
      .flatMap(entry => timeOf(entry.firstReconciled) ?? [])
      .sort()[0],
    otherDigestUntil: others
      .flatMap(entry => timeOf(entry.lastReconciled) ?? [])
      .sort()
      .at(-1),
  };
}

/** What detectors of drift need of a HelmRelease. */
export function helmReleaseDriftFacts(
  object: KubernetesObject,
): ApplicationDriftFacts {
  const spec = fieldsOf(object.spec);
  const { mode, ignore } = fieldsOf(spec.driftDetection);
  const drifted = conditionOf(conditionsOf(object.status), 'Drifted');
  const version = textOf(fieldsOf(fieldsOf(spec.chart).spec).version);
  return {
    ...generations(object),
    driftDetection: modes.find(known => known === mode) ?? 'disabled',
    drifted:
      drifted?.status === 'True'
        ? {
            since: drifted.since,
            message: explain('differs from its chart', drifted.message),
          }
        : undefined,
    wantedVersion: version && exactVersion.test(version) ? version : undefined,
    ...ignoreRules(ignore),
  };
}

/** Flux raises `status.observedGeneration` only when it succeeds; that of the Ready condition tells of failures too. */
function generations({
  metadata,
  status,
}: KubernetesObject): Pick<
  ApplicationDriftFacts,
  'generation' | 'observedGeneration'
> {
  const observed = [
    numberOf(fieldsOf(status).observedGeneration),
    conditionOf(conditionsOf(status), 'Ready')?.observedGeneration,
  ].filter(generation => generation !== undefined);
  return {
    generation: numberOf(metadata.generation),
    observedGeneration: observed.length > 0 ? Math.max(...observed) : undefined,
  };
}
