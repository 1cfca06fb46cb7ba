import type {
  Claim,
  ClaimKind,
  ClusterUpgrade,
} from '@fleetcommander/backstage-plugin-fleet-common';
import { claim, claimDetail, failingClaim, failingTree } from './claims';

type Answer = (
  search: URLSearchParams,
  body: object,
  name: string,
) => object | undefined;

/** The side of a fleet backend that answers for claims: one of them fails. */
export class FakeClaims {
  claims: Claim[] = [failingClaim, claim('prod-us-east-1')];
  kinds: ClaimKind[] = [];
  upgrades: ClusterUpgrade[] = [];

  readonly answers: Record<string, Answer> = {
    claims: search => {
      const filter = search.get('filter') ?? '';
      return this.#page(
        this.claims.filter(
          ({ state, makesCluster }) =>
            filter === '' ||
            filter
              .split(',')
              .some(term =>
                [`state=${state}`, `makesCluster=${makesCluster}`].includes(
                  term,
                ),
              ),
        ),
      );
    },
    'claims/*': (_, __, id) => {
      const found = this.claims.find(item => item.id === id);
      return found && claimDetail(found);
    },
    'claims/tree': () => this.#page(failingTree),
    'claims/events': () => ({
      items: [
        {
          at: '2026-11-20T09:00:00Z',
          warning: true,
          reason: 'CannotCreateExternalResource',
          message: 'cannot create NodeGroup',
          kind: 'NodeGroup',
          name: 'gpu-x7k2p',
          count: 4,
        },
      ],
    }),
    'claim-kinds': () => ({ items: this.kinds }),
    'cluster-upgrades': () => ({ items: this.upgrades }),
    'cluster-upgrades/stop': (_, __, id) => {
      this.upgrades = this.upgrades.map(item =>
        item.id === id ? { ...item, state: 'stopped' } : item,
      );
      return this.upgrades.find(item => item.id === id);
    },
    'clusters/upgrade-readiness': (_, __, cluster) => ({
      cluster,
      version: '1.34',
      next: '1.35',
      state: 'failing',
      summary: 'One thing stands in the way of 1.35',
      checks: [
        {
          id: 'removed-apis',
          title: 'Removed APIs',
          state: 'failing',
          summary: 'Somebody still asks for APIs that 1.35 does not serve.',
          items: [
            {
              title: 'flowschemas v1beta3',
              summary: 'asked for by a client',
              state: 'failing',
            },
          ],
        },
      ],
    }),
  };

  #page(items: readonly object[]) {
    return { items, totalItems: items.length, facets: {}, pageInfo: {} };
  }
}
