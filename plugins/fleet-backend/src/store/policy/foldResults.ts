import {
  policyVerdicts,
  type PolicyVerdict,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { PolicyResultFacts } from '@fleetcommander/backstage-plugin-fleet-node';
import type {
  PolicyResultRow,
  StoredResultFacts,
} from '../rows/PolicyResultRow';
import type { BrokenPolicies } from './BrokenPolicies';
import { resourceId } from './resultId';
import { shortName } from './shortName';
import { isMade } from './workloadsOf';

/** Of the names of exceptions: an index takes no more. */
const mostExcepted = 800;

/** A result that reports of a change told or no longer tell. */
export interface TouchedResult {
  id: string;
  /** Absent: none of the reports tells more of it than before. */
  facts?: PolicyResultFacts;
  /** That read it. */
  engine?: string;
  /** What reports say that list it now. */
  listedBy: Map<string, Pick<PolicyResultFacts, 'source' | 'verdict'>>;
  /** Those that list it no more. */
  droppedBy: Set<string>;
  /** Whether owners may be told, should it begin now. */
  news?: boolean;
}

/** Of one report, as the ledger keeps it. */
type ListedBy = [verdict: PolicyVerdict, source: string];

/** What a fold needs to know besides. */
export interface FoldOptions {
  cluster: string;
  policies: BrokenPolicies;
  /** In UTC. */
  now: string;
}

/**
 * What the ledger says of results once reports changed: rows to write, none that stay as they are. A result goes on as long as any
 * report lists it, and has the same row for ever.
 */
export function foldResults(
  touched: Iterable<TouchedResult>,
  ledger: ReadonlyMap<string, PolicyResultRow>,
  options: FoldOptions,
): PolicyResultRow[] {
  const rows: PolicyResultRow[] = [];
  for (const result of touched) {
    const before = ledger.get(result.id);
    const row = rowOf(result, before, options);
    if (row && !isSame(before, row)) {
      rows.push(row);
    }
  }
  return rows;
}

function rowOf(
  { id, facts, engine, listedBy, droppedBy, news }: TouchedResult,
  before: PolicyResultRow | undefined,
  { cluster, policies, now }: FoldOptions,
): PolicyResultRow | undefined {
  const reports = new Map<string, ListedBy>(
    before && before.ended_at === undefined
      ? Object.entries(JSON.parse(before.reports))
      : [],
  );
  droppedBy.forEach(report => reports.delete(report));
  listedBy.forEach((said, report) =>
    reports.set(report, [said.verdict, said.source]),
  );
  if (reports.size === 0) {
    return before && before.ended_at === undefined
      ? { ...before, reports: '{}', ended_at: now }
      : undefined;
  }
  const said = [...reports.values()];
  // What is excepted in one report may fail in another, as a pod that was there before the exception.
  const worst = policyVerdicts.find(word => said.some(([is]) => is === word))!;
  const listed = {
    reports: JSON.stringify(Object.fromEntries(reports)),
    source: [...new Set(said.map(([, source]) => source))].sort().join(', '),
    verdict: worst,
  };
  const goesOn = before && before.ended_at === undefined;
  // Pods come and go; the workload that they are of says more.
  const saysLess =
    goesOn &&
    facts &&
    before.verdict === worst &&
    (facts.verdict !== worst ||
      (isMade(facts.subject.kind) && !isMade(before.kind)));
  if (!facts || !engine || saysLess) {
    return before && { ...before, ...listed };
  }
  const untold = news ? undefined : 'no news';
  const since = goesOn
    ? before.since
    : onsetOf(facts.at, { now, after: before?.ended_at });
  const { policyKind, rule, subject } = facts;
  const policy = policyNameOf(facts);
  const { severity, category, message, field, remedy } = facts;
  const { apiVersion, kind, namespace, name } = subject;
  return {
    id,
    cluster,
    engine,
    policy,
    policy_kind: policyKind,
    ...policies.columnsOf(
      { engine, source: facts.source, policy, policyKind, namespace },
      facts,
    ),
    rule,
    kind,
    namespace,
    name,
    resource: resourceId(cluster, facts),
    record_id: before?.record_id ?? '',
    application_id: before?.application_id,
    exception: facts.exceptions
      ?.map(shortName)
      .join(',')
      .slice(0, mostExcepted),
    since,
    first_since: before?.first_since ?? since,
    ended_at: undefined,
    times: goesOn ? before.times : (before?.times ?? 0) + 1,
    facts: JSON.stringify({
      apiVersion,
      severity,
      category,
      message,
      field,
      remedy,
    } satisfies StoredResultFacts),
    told: goesOn ? before.told : untold,
    ...listed,
  };
}

/** Reports name a constraint with its kind before its name. */
export function policyNameOf({
  policy,
  policyKind,
}: PolicyResultFacts): string {
  return shortName(
    policyKind && policy.startsWith(`${policyKind}/`)
      ? policy.slice(policyKind.length + 1)
      : policy,
  );
}

/** Not before it last ended, and not after now: reporters write when they looked last, on a clock of their own. */
function onsetOf(
  at: string | undefined,
  { now, after }: { now: string; after?: string },
): string {
  const told = at === undefined ? NaN : Date.parse(at);
  if (Number.isNaN(told)) {
    return now;
  }
  const onset = new Date(told).toISOString();
  const earliest = after !== undefined && after > onset ? after : onset;
  return earliest > now ? now : earliest;
}

const told = [
  'ended_at',
  'verdict',
  'severity',
  'category',
  'policy_key',
  'source',
  'exception',
  'facts',
  'reports',
] as const satisfies readonly (keyof PolicyResultRow)[];

function isSame(
  before: PolicyResultRow | undefined,
  row: PolicyResultRow,
): boolean {
  return (
    before !== undefined && told.every(column => before[column] === row[column])
  );
}
