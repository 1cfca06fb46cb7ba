import type { DatabaseService } from '@backstage/backend-plugin-api';
import { DatabaseFleetStore } from '../../store/DatabaseFleetStore';
import { claimRules } from '../../store/__fixtures__/claims';
import { driftRules } from '../../drift/driftRules';

/** The real store, with nothing of the config set. */
export async function createTestStore(
  database: DatabaseService,
): Promise<DatabaseFleetStore> {
  return DatabaseFleetStore.create({
    database: await database.getClient(),
    ownership: { labels: [], annotations: [], namespaces: [], projects: [] },
    environments: ['staging', 'production'].map(name => ({
      name,
      words: [name],
    })),
    links: {},
    claims: claimRules,
    drift: driftRules({ environments: ['staging', 'production'] }),
    staleAfterSeconds: 60,
  });
}
