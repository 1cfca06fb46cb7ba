import { conditions, timestamp } from '../status/conditions';
import { Canary, CanaryPhase } from './Canary';

type Verdict = 'True' | 'False' | 'Unknown';

function verdictOf(
  phase: CanaryPhase,
  kind: string,
): [status: Verdict, message: string] {
  switch (phase) {
    case 'Initializing':
      return ['Unknown', `New ${kind} detected, starting initialization.`];
    case 'Initialized':
      return ['True', `${kind} initialization completed.`];
    case 'Progressing':
      return ['Unknown', 'New revision detected, progressing canary analysis.'];
    case 'Promoting':
      return [
        'Unknown',
        'Canary analysis completed, starting primary rolling update.',
      ];
    case 'Finalising':
      return [
        'Unknown',
        'Canary analysis completed, routing all traffic to primary.',
      ];
    case 'Succeeded':
      return [
        'True',
        'Canary analysis completed successfully, promotion finished.',
      ];
    case 'Failed':
      return ['False', `Canary analysis failed, ${kind} scaled to zero.`];
    default:
      throw new Error(`Flagger has no phase ${phase}.`);
  }
}

/** The status with which a canary enters a phase. What a phase leaves of its predecessor's counts differs, as with Flagger. */
export function statusInPhase(
  { spec, status }: Canary,
  phase: CanaryPhase,
  moment: Date,
): NonNullable<Canary['status']> {
  const [verdict, message] = verdictOf(phase, spec.targetRef.kind);
  const begins = /^(Initializ|Progressing|Failed)/.test(phase);
  return {
    phase,
    canaryWeight: 0,
    iterations: 0,
    // A canary that failed no longer says how many checks did.
    failedChecks: begins ? 0 : status?.failedChecks ?? 0,
    lastTransitionTime: timestamp(moment),
    conditions: conditions(status?.conditions, moment, [
      { type: 'Promoted', status: verdict, reason: phase, message },
    ]).map(condition => ({ ...condition, lastUpdateTime: timestamp(moment) })),
  };
}
