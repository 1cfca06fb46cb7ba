import type { DatabaseService } from '@backstage/backend-plugin-api';
import { DatabaseFleetStore } from '../../store/DatabaseFleetStore';
import { pipelineSchema } from '../../clusters/config/pipelineSchema';
import { claimRules } from '../../store/__fixtures__/claims';
import { driftRules } from '../../drift/driftRules';

const repository = 'https://git.example.org/platform/fleet';

/** The real store, with a pipeline and nothing else of the config set. */
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
    promotion: {
      pipelines: [
        pipelineSchema.parse({
          name: 'standard',
          stages: [{ environment: 'staging' }, { environment: 'production' }],
        }),
      ],
      environments: ['staging', 'production'].map(name => ({
        name,
        directory: name,
        words: [name],
      })),
      repositories: [
        {
          url: repository,
          layout: {
            claims: 'claims/{cluster}.yaml',
            overlay: 'apps/{app}/overlays/{environment}',
          },
        },
      ],
      freezesPath: 'freezes.yaml',
      stuckAfterMs: 24 * 60 * 60_000,
    },
    drift: driftRules({ environments: ['staging', 'production'] }),
    staleAfterSeconds: 60,
  });
}
