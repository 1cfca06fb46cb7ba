import type {
  AppliedObject,
  ApplicationRecord,
  Apply,
  DriftFinding,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { appliedSince, type Applied } from './appliedOf';

/** What an apply was. */
export type ApplyVerdict =
  /** The Kustomization does not tell of it so far: ask again with a later record. */
  | { type: 'too early' }
  /** Git's change arrived, or it cannot be told from that. */
  | { type: 'from Git' }
  /** It undid what others had changed: each finding ended with it. */
  | { type: 'corrected'; findings: DriftFinding[] };

/**
 * Whether an apply brought what is new in Git, or undid what others had changed on the cluster. It undid if what it applied had been
 * applied in full before: the same manifests, or in Flux < 2.7 the same revision by the same spec.
 *
 * @param options - `memory`: of what the Kustomization applied, up to `application`.
 */
export function judgeApply(options: {
  apply: Pick<Apply, 'at' | 'revision' | 'objects'>;
  application: ApplicationRecord;
  memory?: Applied;
}): ApplyVerdict {
  const { apply, application, memory } = options;
  const { drift, revision, state, lastReconciledAt = '' } = application;
  const at = Date.parse(apply.at);
  // Without a history, only success tells what was applied.
  const isTold = drift?.digest !== undefined || state === 'healthy';
  if (!isTold || !(Date.parse(lastReconciledAt) >= at)) {
    return { type: 'too early' };
  }
  const since = appliedSince(application, memory);
  const isSame =
    since !== undefined &&
    Date.parse(since) < at &&
    (drift?.digest !== undefined || apply.revision === revision);
  return isSame
    ? {
        type: 'corrected',
        findings: apply.objects
          // Flux deletes what Git no longer has: that undoes nothing.
          .filter(({ action }) => action !== 'deleted')
          .map(object => findingOf(object, application)),
      }
    : { type: 'from Git' };
}

function findingOf(
  { action, kind, namespace, name }: AppliedObject,
  { resources }: ApplicationRecord,
): DriftFinding {
  const listed = resources.find(
    resource =>
      resource.kind === kind &&
      resource.namespace === namespace &&
      resource.name === name,
  );
  const words = [kind, namespace, name].filter(Boolean).join('/');
  return {
    kind: 'out-of-sync',
    key: words,
    summary:
      action === 'created'
        ? `${words} was gone though Git has it, and Flux brought it back.`
        : `${words} differed from Git though Git had not changed, and Flux put it right.`,
    object: {
      group: listed?.group ?? '',
      version: listed?.version,
      kind,
      namespace,
      name,
    },
    correction: { expected: true, by: 'Flux', reason: 'Flux undid it.' },
    remedy:
      'Find out who changes it: what comes back again and again needs a change in Git, or fewer rights on the cluster.',
  };
}
