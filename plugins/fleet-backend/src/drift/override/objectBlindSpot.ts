import type {
  DriftFinding,
  DriftObject,
} from '@fleetcommander/backstage-plugin-fleet-node';

/** An object of which no override is told, though its application is judged. */
export function objectBlindSpot(
  object: DriftObject,
  spot: { why: string; correction: string; remedy: string },
): DriftFinding {
  const { group, kind, namespace = '', name } = object;
  return {
    kind: 'frozen',
    key: `object ${group}/${kind} ${namespace}/${name}`,
    summary: `What others change in ${kind} ${name} is not told: ${spot.why}.`,
    object,
    correction: { expected: false, reason: spot.correction },
    remedy: spot.remedy,
  };
}
