import { KubernetesObject } from '../../types';
import { podSpecOf } from './checkedResources';
import { Exception } from './exceptionsOf';
import { CelCheck, PolicyCheck } from './PolicyCheck';

/** Where the spec of the pods lies in an object of that kind, and what Kyverno calls the rule that it derives for it. */
const derived: Record<
  string,
  { path: string; rule: (name: string) => string }
> = {
  Pod: { path: '/spec', rule: name => name },
  CronJob: {
    path: '/spec/jobTemplate/spec/template/spec',
    rule: name => `autogen-cronjob-${name}`,
  },
};
const ofController = {
  path: '/spec/template/spec',
  rule: (name: string) => `autogen-${name}`,
};

/** The PolicyReport that Kyverno's background scan writes for one resource: named as its uid, and owned by it. */
export function kyvernoReport(
  resource: KubernetesObject,
  checks: readonly (PolicyCheck | CelCheck)[],
  exceptions: readonly Exception[],
  moment: Date,
): KubernetesObject {
  const { apiVersion, kind, metadata } = resource;
  const { name, namespace, uid } = metadata;
  const pod = podSpecOf(resource);
  const { path, rule } = derived[kind] ?? ofController;
  const timestamp = { seconds: Math.floor(moment.getTime() / 1000), nanos: 0 };
  const results = checks.map(check => {
    const breach = pod && check.breach(pod);
    const ruleName = 'rule' in check ? rule(check.rule) : undefined;
    const exception = exceptions.find(({ covers }) =>
      covers(resource, check.name, ruleName),
    )?.name;
    return {
      category: check.category,
      message: messageOf(),
      policy: check.name,
      properties: {
        ...(exception && { exceptions: exception }),
        process: 'background scan',
      },
      result: resultOf(),
      ...(ruleName && { rule: ruleName }),
      scored: true,
      severity: check.severity,
      source: ruleName ? 'kyverno' : 'KyvernoValidatingPolicy',
      timestamp,
    };

    function resultOf(): 'skip' | 'fail' | 'pass' {
      if (exception) {
        return 'skip';
      }
      return breach ? 'fail' : 'pass';
    }

    function messageOf(): string {
      if (exception) {
        return ruleName
          ? `rule is skipped due to policy exceptions ${namespace}/${exception}`
          : `policy is skipped due to policy exception: ${exception}`;
      }
      if (!ruleName) {
        return breach ? check.message : 'success';
      }
      return breach
        ? `validation error: ${check.message} rule ${ruleName} failed at path ${path}/${breach}/`
        : `validation rule '${ruleName}' passed.`;
    }
  });
  const count = (word: string) =>
    results.filter(({ result }) => result === word).length;
  return {
    apiVersion: 'wgpolicyk8s.io/v1alpha2',
    kind: 'PolicyReport',
    metadata: {
      name: uid ?? name,
      namespace,
      labels: { 'app.kubernetes.io/managed-by': 'kyverno' },
      ownerReferences: [{ apiVersion, kind, name, uid }],
    },
    results,
    scope: { apiVersion, kind, name, namespace, uid },
    summary: {
      error: 0,
      fail: count('fail'),
      pass: count('pass'),
      skip: count('skip'),
      warn: 0,
    },
  };
}
