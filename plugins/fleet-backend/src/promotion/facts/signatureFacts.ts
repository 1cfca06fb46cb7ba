import type { Move } from '@fleetcommander/backstage-plugin-fleet-common';
import type {
  GateStage,
  Known,
} from '@fleetcommander/backstage-plugin-fleet-node';
import type { FleetPolicyStore } from '../../store/FleetPolicyStore';
import type { FleetPromotionStore } from '../../store/FleetPromotionStore';
import { signedKey, signedMoves, type SignedMove } from '../gates/signedMoves';
import { coversImage } from './coversImage';
import { everything } from './everything';
import { sourceSignature } from './sourceSignature';
import { staleWords } from './staleWords';

export interface SignatureFactStore
  extends Pick<FleetPolicyStore, 'listPolicyResults'> {
  promotions: Pick<FleetPromotionStore, 'listImageVerifiers' | 'listSources'>;
}

/**
 * What engines say of the signatures of what comes. Of an image: each cluster of the stage before enforces a policy whose patterns cover it,
 * and the application breaks none of these there. Of a chart, an artifact or a commit: Flux has verified it there, and it comes from the same
 * place.
 */
export async function signatureFacts(
  store: SignatureFactStore,
  stages: { source?: GateStage; target: GateStage },
  moves: readonly Move[],
): Promise<Record<string, Known<boolean>>> {
  const signed = signedMoves(moves);
  const verdicts = await verdictsOf(store, stages, signed);
  const facts: Record<string, Known<boolean>> = {};
  signed.forEach((move, index) => {
    const key = signedKey(move);
    facts[key] = worse(facts[key], verdicts[index]);
  });
  return facts;
}

async function verdictsOf(
  store: SignatureFactStore,
  { source, target }: { source?: GateStage; target: GateStage },
  signed: readonly SignedMove[],
): Promise<Known<boolean>[]> {
  const clusters = source?.clusters ?? [];
  const applications = applicationsOf(clusters);
  if (signed.length === 0) {
    return [];
  }
  if (applications.length === 0 || applications.length < clusters.length) {
    return signed.map(() => ({
      unknown: 'it runs nowhere before, where it would be verified',
    }));
  }
  const stale = staleWords(clusters);
  if (stale) {
    return signed.map(() => ({ unknown: stale }));
  }
  const [verifiers, before, after] = await Promise.all([
    store.promotions.listImageVerifiers(clusters.map(({ cluster }) => cluster)),
    store.promotions.listSources(applications),
    store.promotions.listSources(applicationsOf(target.clusters)),
  ]);
  return Promise.all(
    signed.map(async move => {
      if (move.kind !== 'image') {
        return sourceSignature(move, { before, target: after });
      }
      const covering = verifiers.filter(({ images }) =>
        coversImage(images, referenceOf(move)),
      );
      const bare = clusters.flatMap(({ cluster }) =>
        covering.some(verifier => verifier.cluster === cluster)
          ? []
          : [cluster],
      );
      if (bare.length > 0) {
        return {
          unknown: `no policy that is enforced on ${bare.join(
            ', ',
          )} verifies it. Let the patterns of one cover it, such as of an ImageValidatingPolicy of Kyverno`,
        };
      }
      const { totalItems } = await store.listPolicyResults({
        access: everything,
        filter: [
          {
            application: applications,
            policy: [...new Set(covering.map(({ policy }) => policy))],
          },
        ],
        limit: 1,
      });
      return { known: totalItems === 0 };
    }),
  );
}

function applicationsOf(clusters: GateStage['clusters']): string[] {
  return clusters.flatMap(({ applicationId }) => applicationId ?? []);
}

/** As Kyverno has it: with a digest, a tag says nothing. */
function referenceOf({ name, to }: SignedMove): string {
  const digest = /sha256:[0-9a-f]+$/.exec(to)?.[0];
  return digest ? `${name}@${digest}` : `${name}:${to}`;
}

/** Of one image at several versions. */
function worse(
  one: Known<boolean> | undefined,
  other: Known<boolean>,
): Known<boolean> {
  const isBad = (fact: Known<boolean>) => 'known' in fact && !fact.known;
  return !one || isBad(other) || (!isBad(one) && 'unknown' in other)
    ? other
    : one;
}
