import {
  policyVerdicts,
  type PolicyVerdict,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { PolicyResultFacts } from '@fleetcommander/backstage-plugin-fleet-node';

const longestMessage = 2_000;

/**
 * One result for each policy, rule and resource: a report may say the same of several containers, or the same several times. The
 * worst verdict holds, and every message that differs is told.
 */
export function mergeResults(
  results: readonly PolicyResultFacts[],
): PolicyResultFacts[] {
  const merged = new Map<string, PolicyResultFacts>();
  const messages = new Map<string, Set<string>>();
  for (const result of results) {
    const key = keyOf(result);
    const before = merged.get(key);
    const isWorse = !before || rank(result.verdict) < rank(before.verdict);
    merged.set(key, isWorse ? result : before);
    messages.set(key, (messages.get(key) ?? new Set()).add(result.message));
  }
  return [...merged].map(([key, result]) => ({
    ...result,
    message: [...messages.get(key)!].join('\n').slice(0, longestMessage),
  }));
}

function keyOf({ policy, policyKind, rule, subject }: PolicyResultFacts) {
  const { apiVersion, kind, namespace, name } = subject;
  return JSON.stringify([
    policy,
    policyKind,
    rule,
    apiVersion,
    kind,
    namespace,
    name,
  ]);
}

/** A breach hides what is only a warning, and a warning what was let through. */
const worstFirst: readonly PolicyVerdict[] = policyVerdicts;

function rank(verdict: PolicyVerdict): number {
  return worstFirst.indexOf(verdict);
}
