import {
  policySeverities,
  type PolicySeverity,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { PolicyResultFacts } from '@fleetcommander/backstage-plugin-fleet-node';
import type { Knex } from 'knex';
import type {
  PolicyResultRow,
  StoredResultFacts,
} from '../rows/PolicyResultRow';
import type { PolicyRow } from '../rows/PolicyRow';
import { chunks } from '../sql/bulk';
import { groupBy } from '../sql/groupBy';
import { withoutNulls } from '../sql/withoutNulls';
import { policyKey } from './policyKey';

/** How a report names what is broken. */
type Named = Pick<PolicyResultFacts, 'policy' | 'policyKind'> & {
  namespace?: string;
};

type KnownPolicy = Pick<
  PolicyRow,
  'kind' | 'namespace' | 'name' | 'key' | 'severity' | 'category'
>;

/** Of a breach of which neither the report nor the policy says how bad it is. */
export const usualSeverity: PolicySeverity = 'medium';

/** The policies of one cluster that reports name. */
export class BrokenPolicies {
  static async read(
    trx: Knex,
    cluster: string,
    names: Iterable<string>,
  ): Promise<BrokenPolicies> {
    const rows: object[] = [];
    const wanted = [...names].flatMap(name => [name, nameIn(name)]);
    for (const some of chunks([...new Set(wanted)])) {
      rows.push(
        ...(await trx('policies')
          .where({ cluster })
          .whereIn('name', some)
          .orderBy('key')
          .select('kind', 'namespace', 'name', 'key', 'severity', 'category')),
      );
    }
    return new BrokenPolicies(rows.map(row => withoutNulls<KnownPolicy>(row)));
  }

  readonly #byName: Map<string, KnownPolicy[]>;

  private constructor(policies: readonly KnownPolicy[]) {
    this.#byName = groupBy(policies, ({ name }) => name);
  }

  /** What a result takes from the policy that it breaks, where the report does not tell it. */
  columnsOf(
    named: Named & { engine: string; source: string },
    told: Pick<StoredResultFacts, 'severity' | 'category'>,
  ): Pick<PolicyResultRow, 'policy_key' | 'severity' | 'rank' | 'category'> {
    const policy = this.#find(named);
    const severity = told.severity ?? policy?.severity ?? usualSeverity;
    return {
      policy_key:
        policy?.key ??
        policyKey({
          engine: named.engine,
          kind: named.policyKind ?? named.source,
          name: named.policy,
        }),
      severity,
      rank: policySeverities.indexOf(severity),
      category: told.category ?? policy?.category,
    };
  }

  /** Reports name a policy by its name, and one of a namespace also with that before it. */
  #find({ policy, policyKind, namespace }: Named): KnownPolicy | undefined {
    const name = nameIn(policy);
    const within =
      name === policy ? namespace : policy.slice(0, policy.indexOf('/'));
    return this.#byName
      .get(name)
      ?.find(
        known =>
          (!policyKind || known.kind === policyKind) &&
          (name === policy
            ? !known.namespace || known.namespace === within
            : known.namespace === within),
      );
  }
}

function nameIn(policy: string): string {
  return policy.slice(policy.indexOf('/') + 1);
}
