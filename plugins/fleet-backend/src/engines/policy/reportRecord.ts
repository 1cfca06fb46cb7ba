import type {
  KubernetesObject,
  PolicyReportRecord,
  PolicyTally,
  ProjectionContext,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { recordOf, type Health } from '../recordOf';
import { mergeResults } from './mergeResults';

/** No verdict of any sort. */
export const noVerdicts: PolicyTally = {
  pass: 0,
  fail: 0,
  warn: 0,
  error: 0,
  skip: 0,
};

/** The record of what one object reports; how the object is, is told by what it counts. */
export function reportRecord(
  engine: string,
  object: KubernetesObject,
  context: ProjectionContext,
  report: Pick<
    PolicyReportRecord,
    'tally' | 'stated' | 'results' | 'cappedOf' | 'staleAt'
  >,
): PolicyReportRecord {
  return {
    type: 'policy-report',
    ...recordOf(engine, object, context, healthOf(report.tally)),
    ...report,
    results: mergeResults(report.results),
  };
}

function healthOf(tally: PolicyTally): Health {
  const { pass, fail, warn, error, skip } = tally;
  const all = pass + fail + warn + error + skip;
  if (all === 0) {
    return { state: 'healthy', summary: 'reports nothing' };
  }
  const broken = fail + error;
  if (broken > 0) {
    return { state: 'failing', summary: `${broken} of ${all} do not pass` };
  }
  return warn > 0
    ? { state: 'degraded', summary: `${warn} of ${all} are warnings` }
    : { state: 'healthy', summary: 'no breach' };
}
