import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import {
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  parseEntityRef,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  ANNOTATION_PIPELINE,
  KUBERNETES_ID,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { EntityDirectory, EntitySummary } from './EntityDirectory';
import { entityDirectoryOf } from './entityDirectoryOf';

const kinds = ['Component', 'System', 'Resource', 'API'];

export interface CatalogEntityDirectoryOptions {
  catalog: CatalogService;
  auth: AuthService;
  logger: LoggerService;
}

/** Keeps a snapshot of what the catalog says of entities and their owners. */
export class CatalogEntityDirectory {
  static create(
    options: CatalogEntityDirectoryOptions,
  ): CatalogEntityDirectory {
    return new CatalogEntityDirectory(options);
  }

  #snapshot?: EntityDirectory;

  private constructor(
    private readonly options: CatalogEntityDirectoryOptions,
  ) {}

  /** Reads the catalog. Undefined when it could not be read and never was; an old snapshot stays when reading fails. */
  async refresh(): Promise<EntityDirectory | undefined> {
    const { catalog, auth, logger } = this.options;
    try {
      const credentials = await auth.getOwnServiceCredentials();
      const entities: EntitySummary[] = [];
      for await (const page of catalog.streamEntities(
        {
          filter: { kind: kinds },
          fields: [
            'kind',
            'metadata.name',
            'metadata.namespace',
            'metadata.annotations',
            'relations',
          ],
        },
        { credentials },
      )) {
        entities.push(...page.map(summaryOf));
      }
      this.#snapshot = entityDirectoryOf(entities);
    } catch (error) {
      logger.warn(
        'The catalog could not be read; links to entities stay as they are',
        error instanceof Error ? error : undefined,
      );
    }
    return this.#snapshot;
  }
}

function summaryOf(entity: Entity): EntitySummary {
  return {
    entityRef: stringifyEntityRef(entity),
    kubernetesId: entity.metadata.annotations?.[KUBERNETES_ID],
    pipeline: entity.metadata.annotations?.[ANNOTATION_PIPELINE],
    ownerRefs: targetsOf(entity, RELATION_OWNED_BY),
    systemRef: targetsOf(entity, RELATION_PART_OF).find(
      ref => parseEntityRef(ref).kind === 'system',
    ),
  };
}

function targetsOf(entity: Entity, relation: string): string[] {
  return (entity.relations ?? [])
    .filter(({ type }) => type === relation)
    .map(({ targetRef }) => targetRef.toLocaleLowerCase('en-US'))
    .sort();
}
