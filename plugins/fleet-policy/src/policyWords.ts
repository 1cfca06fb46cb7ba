import type {
  PolicyType,
  PolicyVerdict,
} from '@fleetcommander/backstage-plugin-fleet-common';

const typeWords: Record<PolicyType, string> = {
  validate: 'says what is allowed',
  'verify-images': 'verifies images',
  mutate: 'changes what comes in',
  generate: 'creates what should be beside it',
  cleanup: 'removes what is left over',
  'pod-security': 'Pod Security level',
};

/** What a policy is for, in a few plain words, also one of a newer backend. */
export function policyTypeWord(type: string): string {
  return (typeWords as Record<string, string>)[type] ?? type;
}

const verdictWords: Record<PolicyVerdict, string> = {
  fail: 'breaks it',
  warn: 'a warning',
  error: 'could not be judged',
  skip: 'let through',
};

/** What became of a resource, in plain words. */
export function verdictWord(verdict: PolicyVerdict): string {
  return verdictWords[verdict];
}

/** A policy of the filter: its id says engine, kind, namespace and name. */
export function policyIdWord(id: string): string {
  return id.split(':').at(-1) || id;
}
