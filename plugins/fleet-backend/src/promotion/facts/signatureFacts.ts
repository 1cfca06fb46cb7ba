import type {
  Move,
  PolicyDetail,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type {
  GateStage,
  Known,
} from '@fleetcommander/backstage-plugin-fleet-node';
import type { FleetPolicyStore } from '../../store/FleetPolicyStore';
import { imagesThatCome } from '../gates/imagesThatCome';
import { everything } from './everything';
import { staleWords } from './staleWords';

export type SignatureFactStore = Pick<
  FleetPolicyStore,
  'listPolicies' | 'getPolicy' | 'listPolicyResults'
>;

/**
 * What engines say of the signatures of images that come: each cluster of the stage before enforces a policy that verifies images,
 * and none of what the application runs there breaks one. Which images a policy covers its own patterns say.
 */
export async function signatureFacts(
  store: SignatureFactStore,
  source: GateStage | undefined,
  moves: readonly Move[],
): Promise<Record<string, Known<boolean>>> {
  const images = imagesThatCome(moves);
  if (images.length === 0) {
    return {};
  }
  const verdict = await verdictOf(store, source);
  return Object.fromEntries(images.map(({ name }) => [name, verdict]));
}

async function verdictOf(
  store: SignatureFactStore,
  source: GateStage | undefined,
): Promise<Known<boolean>> {
  const clusters = source?.clusters ?? [];
  if (!source || clusters.length === 0) {
    return { unknown: 'it runs nowhere before, where it would be verified' };
  }
  const stale = staleWords(clusters);
  if (stale) {
    return { unknown: stale };
  }
  const names = clusters.map(({ cluster }) => cluster);
  const { items } = await store.listPolicies({
    access: everything,
    filter: [{ type: ['verify-images'], cluster: names }],
    limit: 100,
  });
  const policies = await Promise.all(
    items.map(({ id }) => store.getPolicy(id, everything)),
  );
  const bare = names.filter(
    cluster => !policies.some(policy => policy && enforces(policy, cluster)),
  );
  if (bare.length > 0) {
    return {
      unknown: `no policy that verifies images is enforced on ${bare.join(
        ', ',
      )}. Install one, such as an ImageValidatingPolicy of Kyverno`,
    };
  }
  const { totalItems } = await store.listPolicyResults({
    access: everything,
    filter: [
      {
        application: clusters.flatMap(
          ({ applicationId }) => applicationId ?? [],
        ),
        policy: items.map(({ id }) => id),
      },
    ],
    limit: 1,
  });
  return { known: totalItems === 0 };
}

function enforces({ standings }: PolicyDetail, name: string): boolean {
  return standings.some(
    ({ cluster, state }) => cluster === name && state === 'enforce',
  );
}
