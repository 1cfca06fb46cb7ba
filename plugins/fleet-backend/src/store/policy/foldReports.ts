import { policyVerdicts } from '@fleetcommander/backstage-plugin-fleet-common';
import type {
  PolicyReportRecord,
  PolicyResultFacts,
} from '@fleetcommander/backstage-plugin-fleet-node';
import type { PolicyTallyRow } from '../rows/PolicyTallyRow';
import { groupBy } from '../sql/groupBy';
import type { TouchedResult } from './foldResults';
import { reportHash } from './reportHash';
import { resultId } from './resultId';
import type { ReportsChange } from './splitReports';
import { isMade } from './workloadsOf';

/** Reports of one collection, by their keys. */
interface ReportKeys {
  collection: string;
  keys: string[];
}

/** What a change of reports comes down to. */
export interface FoldedReports {
  /** New, or saying something else. */
  written: PolicyTallyRow[];
  gone: ReportKeys[];
  /** As they were, but named by a listing that goes on. */
  named: (ReportKeys & { listing: string })[];
  /** By id. */
  touched: Map<string, TouchedResult>;
}

/** Folds what reports say now against what was counted of them. */
export function foldReports(
  cluster: string,
  changes: readonly ReportsChange[],
  tallies: readonly PolicyTallyRow[],
  forgotten: readonly string[],
): FoldedReports {
  const folded: FoldedReports = {
    written: [],
    gone: [],
    named: [],
    touched: new Map(),
  };
  const byCollection = groupBy(tallies, ({ collection }) => collection);
  for (const change of changes) {
    const stored = byCollection.get(change.collection) ?? [];
    foldCollection(cluster, change, stored, folded);
  }
  for (const collection of forgotten) {
    drop(collection, byCollection.get(collection) ?? [], folded);
  }
  return folded;
}

function foldCollection(
  cluster: string,
  { collection, reports, listing, clear, news }: ReportsChange,
  stored: readonly PolicyTallyRow[],
  folded: FoldedReports,
): void {
  const before = new Map(stored.map(row => [row.object_key, row]));
  const unchanged: string[] = [];
  for (const [key, record] of reports) {
    const known = before.get(key);
    const hash = record ? reportHash(record) : '';
    if (record && hash !== known?.hash) {
      const place = { collection, key, known, listing: listing?.id, news };
      foldReport(cluster, { ...place, record, hash }, folded);
    } else if (record) {
      unchanged.push(key);
    }
  }
  if (listing && !listing.complete && unchanged.length > 0) {
    folded.named.push({ collection, keys: unchanged, listing: listing.id });
  }
  const isGone = ({ object_key: key, listing: named }: PolicyTallyRow) =>
    reports.has(key)
      ? reports.get(key) === undefined
      : clear || (listing?.complete && named !== listing.id);
  drop(collection, stored.filter(isGone), folded);
}

function foldReport(
  cluster: string,
  report: {
    collection: string;
    key: string;
    record: PolicyReportRecord;
    hash: string;
    known?: PolicyTallyRow;
    listing?: string;
    news: boolean;
  },
  { written, touched }: FoldedReports,
): void {
  const { collection, key, record, hash, known, listing, news } = report;
  const name = reportName(collection, key);
  const listed = new Set<string>();
  for (const facts of record.results) {
    const id = resultId(cluster, facts);
    const result = touch(touched, id);
    if (!result.facts || saysMore(facts, result.facts)) {
      result.facts = facts;
    }
    result.engine = record.engine;
    result.news = news;
    result.listedBy.set(name, facts);
    listed.add(id);
  }
  for (const id of known ? resultsOf(known) : []) {
    if (record.cappedOf !== undefined) {
      // What an engine cut off its list has not ended.
      listed.add(id);
    } else if (!listed.has(id)) {
      touch(touched, id).droppedBy.add(name);
    }
  }
  written.push({
    cluster,
    collection,
    object_key: key,
    hash,
    listing: listing ?? known?.listing,
    ...record.tally,
    capped_of: record.cappedOf,
    stated: record.stated && JSON.stringify(record.stated),
    stale_at: record.staleAt,
    results: JSON.stringify([...listed]),
  });
}

/** The worse verdict counts, and of one verdict the workload says more than what is made of it. */
function saysMore(facts: PolicyResultFacts, than: PolicyResultFacts): boolean {
  return (
    policyVerdicts.indexOf(facts.verdict) <
      policyVerdicts.indexOf(than.verdict) ||
    (facts.verdict === than.verdict && !isMade(facts.subject.kind))
  );
}

function drop(
  collection: string,
  tallies: readonly PolicyTallyRow[],
  { gone, touched }: FoldedReports,
): void {
  if (tallies.length === 0) {
    return;
  }
  gone.push({ collection, keys: tallies.map(({ object_key: key }) => key) });
  for (const tally of tallies) {
    for (const id of resultsOf(tally)) {
      touch(touched, id).droppedBy.add(
        reportName(collection, tally.object_key),
      );
    }
  }
}

function touch(touched: Map<string, TouchedResult>, id: string): TouchedResult {
  const result = touched.get(id) ?? {
    id,
    listedBy: new Map(),
    droppedBy: new Set(),
  };
  touched.set(id, result);
  return result;
}

/** Within its cluster. */
function reportName(collection: string, key: string): string {
  return `${collection} ${key}`;
}

function resultsOf({ results }: PolicyTallyRow): string[] {
  return JSON.parse(results);
}
