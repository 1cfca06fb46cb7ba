import {
  policyVerdicts,
  type PolicyVerdict,
} from '@fleetcommander/backstage-plugin-fleet-common';
import { textOf, type Fields } from '../fields';

/** What a report says of one check: the word that counts, and the verdict that is kept of it, if any is. */
export interface ReportedVerdict {
  counts: PolicyVerdict | 'pass';
  kept?: PolicyVerdict;
  /** What is wrong with the word, if anything is. */
  problem?: string;
}

/**
 * The verdict of an entry of a report. What passes is only counted, and so is what was left out of the evaluation, unless an exception
 * did that: Kyverno names exceptions among the properties, and lets their author choose whether the report says `skip` or `pass`.
 */
export function verdictOf(entry: Fields): ReportedVerdict {
  // Reports before v1alpha2 say `status`.
  const word = textOf(entry.result) ?? textOf(entry.status);
  const known = word?.toLowerCase();
  if (known === 'pass' || known === 'skip') {
    const excepted = exceptionsOf(entry).length > 0;
    return { counts: known, kept: excepted ? 'skip' : undefined };
  }
  const verdict = policyVerdicts.find(candidate => candidate === known);
  return verdict
    ? { counts: verdict, kept: verdict }
    : {
        counts: 'error',
        kept: 'error',
        problem: word
          ? `the report says ‘${word.slice(
              0,
              40,
            )}’, which is none of pass, fail, warn, error and skip`
          : 'the report does not say whether it passes',
      };
}

/** Names of the exceptions that let the resource of an entry through. */
export function exceptionsOf({ properties }: Fields): string[] {
  const named =
    typeof properties === 'object' && properties !== null
      ? textOf((properties as Fields).exceptions)
      : undefined;
  return (named ?? '')
    .split(',')
    .map(name => name.trim())
    .filter(Boolean);
}
