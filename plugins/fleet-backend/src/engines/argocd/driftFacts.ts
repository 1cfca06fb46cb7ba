import { isDeepStrictEqual } from 'node:util';
import type {
  ApplicationDriftFacts,
  DriftIgnoreRule,
  DriftOperation,
  KubernetesObject,
} from '@fleetcommander/backstage-plugin-fleet-node';
import {
  fieldsOf,
  itemsOf,
  numberOf,
  textOf,
  textsOf,
  timeOf,
  type Fields,
} from '../fields';
import { mostIgnoreRules, mostPaths } from '../mostIgnoreRules';

/**
 * What detectors of drift need of an Application. Its generation rises with each write of its status, and tells nothing.
 */
export function applicationDriftFacts(
  object: KubernetesObject,
): ApplicationDriftFacts {
  const spec = fieldsOf(object.spec);
  const status = fieldsOf(object.status);
  const sync = fieldsOf(status.sync);
  const automated = fieldsOf(fieldsOf(spec.syncPolicy).automated);
  const rules = itemsOf(spec.ignoreDifferences);
  const toPrune = itemsOf(status.resources).filter(
    item => fieldsOf(item).requiresPruning === true,
  ).length;
  return {
    tellsReconciliation: timeOf(status.reconciledAt) !== undefined,
    prune: automated.prune === true,
    selfHeal: automated.selfHeal === true,
    syncRevision:
      textOf(sync.revision) ?? (textsOf(sync.revisions).join(',') || undefined),
    comparedToSpec: isComparedToSpec(spec, sync),
    toPrune: toPrune || undefined,
    operation: operationOf(status.operationState),
    ...(rules.length > 0 && {
      ignoreRules: rules.slice(0, mostIgnoreRules).map(ruleOf),
      ignoreRulesCut: rules.length > mostIgnoreRules || undefined,
    }),
  };
}

/** What it syncs when it hydrates is not in the spec. */
function isComparedToSpec(spec: Fields, sync: Fields): boolean | undefined {
  if (sync.comparedTo === undefined || spec.sourceHydrator !== undefined) {
    return undefined;
  }
  const { source, sources, destination } = fieldsOf(sync.comparedTo);
  return (
    isDeepStrictEqual(destination, spec.destination) &&
    (spec.sources === undefined
      ? isDeepStrictEqual(source, spec.source)
      : isDeepStrictEqual(sources, spec.sources))
  );
}

function operationOf(value: unknown): DriftOperation | undefined {
  const { phase, finishedAt, operation } = fieldsOf(value);
  if (textOf(phase) === undefined) {
    return undefined;
  }
  const { initiatedBy, sync } = fieldsOf(operation);
  const { username, automated } = fieldsOf(initiatedBy);
  return {
    phase: textOf(phase),
    finishedAt: timeOf(finishedAt),
    automated: automated === true,
    by: textOf(username),
    healAttempts: numberOf(fieldsOf(sync).autoHealAttemptsCount),
  };
}

function ruleOf(item: unknown): DriftIgnoreRule {
  const rule = fieldsOf(item);
  return {
    group: exact(rule.group),
    kind: exact(rule.kind),
    namespace: textOf(rule.namespace),
    name: textOf(rule.name),
    jsonPointers: someOf(rule.jsonPointers),
    jqPathExpressions: someOf(rule.jqPathExpressions),
    managedFieldsManagers: someOf(rule.managedFieldsManagers),
  };
}

/** Globs are taken to match everything. The core group is written as an empty string, or left out. */
function exact(value: unknown): string | undefined {
  const text = typeof value === 'string' ? value : '';
  return text.includes('*') ? undefined : text;
}

function someOf(value: unknown): string[] | undefined {
  const texts = textsOf(value).slice(0, mostPaths);
  return texts.length > 0 ? texts : undefined;
}
