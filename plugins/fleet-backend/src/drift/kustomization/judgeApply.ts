import type {
  ApplicationRecord,
  DriftFinding,
} from '@fleetcommander/backstage-plugin-fleet-node';
import type { AppliedObject } from './parseApplyMessage';

/** An event of Flux: it applied a Kustomization, and that changed something. */
export interface Apply {
  at: string;
  /** That it applied, where the event tells. */
  revision?: string;
  objects: readonly AppliedObject[];
}

type Kustomization = Pick<
  ApplicationRecord,
  'state' | 'revision' | 'lastReconciledAt' | 'drift' | 'resources'
>;

/** What an apply was. */
export type ApplyVerdict =
  /** The Kustomization does not tell of it so far: ask again with a later record. */
  | { type: 'too early' }
  /** Git's change arrived, or it cannot be told from that. */
  | { type: 'from Git' }
  /** It undid what others had changed: each finding began before the apply, and ended with it. */
  | { type: 'corrected'; findings: DriftFinding[] };

/**
 * Whether an apply brought what is new in Git, or undid what others had changed on the cluster. It undid if the manifests were the
 * same before: their digest had been applied before the event. Flux without digests: revision and spec were the same.
 *
 * @param options - `before`: the Kustomization before the event. What it applies again after a failure is its own unfinished work.
 */
export function judgeApply(options: {
  apply: Apply;
  before?: Kustomization;
  after: Kustomization;
}): ApplyVerdict {
  const { apply, before, after } = options;
  const at = Date.parse(apply.at);
  if (
    !before ||
    !(before.state === 'healthy' || before.state === 'suspended')
  ) {
    return { type: 'from Git' };
  }
  const { digest, digestSince } = after.drift ?? {};
  if (digest && !(Date.parse(after.lastReconciledAt ?? '') >= at)) {
    return { type: 'too early' };
  }
  const isSame = digest
    ? Date.parse(digestSince ?? '') < at
    : apply.revision !== undefined &&
      apply.revision === before.revision &&
      before.drift?.generation === after.drift?.generation;
  return isSame
    ? {
        type: 'corrected',
        findings: apply.objects.flatMap(applied => correctedOf(applied, after)),
      }
    : { type: 'from Git' };
}

function correctedOf(
  { object, action }: AppliedObject,
  { resources }: Kustomization,
): DriftFinding[] {
  if (action === 'deleted') {
    return [];
  }
  const { kind, namespace, name } = object;
  const listed = resources.find(
    resource =>
      resource.kind === kind &&
      resource.namespace === namespace &&
      resource.name === name,
  );
  const words = [kind, namespace, name].filter(Boolean).join('/');
  return [
    {
      kind: 'out-of-sync',
      key: words,
      summary:
        action === 'created'
          ? `${words} was gone though Git has it, and Flux brought it back.`
          : `${words} differed from Git though Git had not changed, and Flux put it right.`,
      object: {
        ...object,
        group: listed?.group ?? '',
        version: listed?.version,
      },
      correction: { expected: true, by: 'Flux', reason: 'Flux undid it.' },
      remedy:
        'Find out who changes it: what comes back again and again needs a change in Git, or fewer rights on the cluster.',
    },
  ];
}
