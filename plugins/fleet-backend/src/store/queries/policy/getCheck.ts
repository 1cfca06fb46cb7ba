import type { PolicyDetail } from '@fleetcommander/backstage-plugin-fleet-common';
import type { Access } from '../../FleetQueryStore';
import type { QueryContext } from '../QueryContext';
import { nameOfPolicy } from './nameOfPolicy';
import { openByPolicy } from './openByPolicy';
import { findResults } from './listPolicyResults';
import { readPolicyResults } from './readPolicyResults';

/** What breaks something and is no object of a cluster: a check of a scanner, known by what it finds. Undefined where it finds nothing. */
export async function getCheck(
  context: QueryContext,
  key: string,
  access: Access,
): Promise<PolicyDetail | undefined> {
  const { database } = context;
  const { ids } = await findResults(database, {
    access,
    filter: [{ policy: [key] }],
    limit: 1,
  });
  const [worst] = await readPolicyResults(context, ids);
  if (!worst) {
    return undefined;
  }
  const [open]: { failing: number | string; oldest_since: string }[] =
    await openByPolicy(database, access).where(
      'policy_results.policy_key',
      key,
    );
  return {
    policy: {
      ...nameOfPolicy(key, undefined),
      type: 'validate',
      severity: worst.severity,
      category: worst.category,
      controls: [],
      clusters: {},
      versions: 0,
      failing: Number(open.failing),
      oldestSince: open.oldest_since,
      exceptions: 0,
    },
    rules: [],
    sources: [],
    standings: [],
  };
}
