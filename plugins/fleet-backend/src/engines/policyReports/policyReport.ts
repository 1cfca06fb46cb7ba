import type {
  EngineKind,
  PolicyResultFacts,
  PolicyTally,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { countOf, fieldsOf, itemsOf, type Fields } from '../fields';
import { noVerdicts, reportRecord } from '../policy/reportRecord';
import { resultsOf } from './resultsOf';
import { verdictOf } from './verdictOf';

const words = Object.keys(noVerdicts) as (keyof PolicyTally)[];

/** A kind of report of the Kubernetes policy working group, or of OpenReports, which continues it. */
export function policyReport(options: {
  group: string;
  kind: string;
  plural: string;
  versions: readonly string[];
}): EngineKind {
  return {
    ...options,
    pace: 'relaxed',
    longList: {
      path: 'results',
      countAs(entry) {
        const { counts, kept } = verdictOf(fieldsOf(entry));
        return kept ? undefined : counts;
      },
    },
    project(object, context) {
      const tally = { ...noVerdicts };
      for (const word of words) {
        tally[word] += countOf(context.counted?.[word]);
      }
      const results: PolicyResultFacts[] = [];
      for (const item of itemsOf(object.results)) {
        const entry = fieldsOf(item);
        const verdict = verdictOf(entry);
        tally[verdict.counts] += 1;
        results.push(...resultsOf(entry, verdict, object));
      }
      return [
        reportRecord('policy-reports', object, context, {
          tally,
          stated: statedOf(fieldsOf(object.summary), tally),
          results,
        }),
      ];
    },
  };
}

/** What the summary says, where it differs from what was counted. */
function statedOf(
  summary: Fields,
  counted: PolicyTally,
): Partial<PolicyTally> | undefined {
  const told = words.filter(word => summary[word] !== undefined);
  const differs = told.some(word => summary[word] !== counted[word]);
  return differs
    ? Object.fromEntries(told.map(word => [word, countOf(summary[word])]))
    : undefined;
}
