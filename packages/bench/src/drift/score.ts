import type { DriftKind } from '@fleetcommander/backstage-plugin-fleet-common';
import type { Label, Labelled } from './Labelled';

/** How well one kind of drift is found. */
export interface Score {
  kind: DriftKind;
  drifts: number;
  found: number;
  lookAlikes: number;
  /** Findings, in drifts and look-alikes, that are not true. */
  false: number;
  /** Scenarios of which something was missed or said that is not true, and how often. */
  misses: Map<string, number>;
}

export function score(changes: readonly Labelled[]): Score[] {
  const scores = new Map<DriftKind, Score>();
  for (const { kind, scenario, expected, found } of changes) {
    const entry = scores.get(kind) ?? {
      kind,
      drifts: 0,
      found: 0,
      lookAlikes: 0,
      false: 0,
      misses: new Map(),
    };
    scores.set(kind, entry);
    const missed = expected.filter(
      label => !found.some(finding => isSame(label, finding)),
    );
    const untrue = found.filter(
      finding => !expected.some(label => isSame(label, finding)),
    );
    entry.drifts += expected.length;
    entry.found += expected.length - missed.length;
    entry.lookAlikes += Number(expected.length === 0);
    entry.false += untrue.length;
    if (missed.length > 0 || untrue.length > 0) {
      entry.misses.set(scenario, (entry.misses.get(scenario) ?? 0) + 1);
    }
  }
  return [...scores.values()];
}

export function precision({ found, false: untrue }: Score): number {
  return found + untrue === 0 ? 1 : found / (found + untrue);
}

export function recall({ drifts, found }: Score): number {
  return drifts === 0 ? 1 : found / drifts;
}

function isSame(label: Label, finding: Label): boolean {
  return (
    label.kind === finding.kind &&
    label.path === finding.path &&
    label.manager === finding.manager
  );
}
