import type {
  EngineKind,
  KubernetesObject,
  LongList,
  PolicyResultFacts,
  PolicyReportRecord,
  PolicyTally,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { countOf, fieldsOf, timeOf, type Fields } from '../fields';
import { noVerdicts, reportRecord } from '../policy/reportRecord';
import { staleAfter } from '../policy/staleAfter';

/** The operator scans again after a day, unless told otherwise. */
const scanHours = 3 * 24;

/** What a scanner found, before the record of it is made. */
export interface Findings {
  tally: Partial<PolicyTally>;
  results: Omit<PolicyResultFacts, 'source' | 'at'>[];
  /** How many its summary says there are, where it says so. */
  stated?: number;
}

/** A kind of report of the Trivy operator, whose `findings` read what lies under `report`. */
export function trivyReport(options: {
  kind: string;
  plural: string;
  longList?: LongList;
  findings(
    report: Fields,
    object: KubernetesObject,
    counted: Readonly<Record<string, number>>,
  ): Findings;
}): EngineKind {
  const { findings, ...kind } = options;
  return {
    ...kind,
    group: 'aquasecurity.github.io',
    versions: ['v1alpha1'],
    pace: 'relaxed',
    project(object, context) {
      // Reports of compliance have theirs in the status.
      const report = fieldsOf(object.report ?? object.status);
      return [
        reportRecord(
          'trivy',
          object,
          context,
          reportOf(
            findings(report, object, context.counted ?? {}),
            timeOf(report.updateTimestamp),
          ),
        ),
      ];
    },
  };
}

function reportOf(
  { tally, results, stated }: Findings,
  at: string | undefined,
): Pick<PolicyReportRecord, 'tally' | 'stated' | 'results' | 'staleAt'> {
  const counted = { ...noVerdicts, ...tally };
  return {
    tally: counted,
    stated:
      stated === undefined || stated === counted.fail
        ? undefined
        : { fail: stated },
    results: results.map(result => ({ ...result, source: 'Trivy', at })),
    staleAt: staleAfter(at, scanHours),
  };
}

/** How many the summary of a report counts in all; undefined where there is none. */
export function statedIn({ summary }: Fields): number | undefined {
  const counts = Object.entries(fieldsOf(summary)).filter(
    ([key]) => key.endsWith('Count') && key !== 'noneCount',
  );
  return counts.length > 0
    ? counts.reduce((sum, [, count]) => sum + countOf(count), 0)
    : undefined;
}
