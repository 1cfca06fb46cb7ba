import type { Knex } from 'knex';
import { ClusterDirectory } from '../../ownership/ClusterDirectory';
import type {
  EntityDirectory,
  EntitySummary,
} from '../../ownership/EntityDirectory';
import { entityDirectoryOf } from '../../ownership/entityDirectoryOf';
import { upsert } from '../sql/bulk';
import { contentVersion } from './contentVersion';
import type { ResolutionSettings } from './ResolutionSettings';

/** What targets and links are resolved with. */
export interface Resolution {
  settings: ResolutionSettings;
  entities: EntityDirectory;
  clusters: ClusterDirectory;
}

interface SnapshotRow {
  name: 'entities' | 'clusters' | 'resolved';
  version: string;
  value: string;
}

/**
 * The snapshots of catalog and inventory. They are kept in the database, so that every replica resolves with the same ones, and a
 * restart with the last ones; here they are cached.
 */
export class ResolutionInputs {
  #entities = { version: '', value: entityDirectoryOf([]) };
  #clusters = { version: '', value: new ClusterDirectory([]) };

  constructor(private readonly settings: ResolutionSettings) {}

  async read(trx: Knex): Promise<Resolution> {
    const versions: Pick<SnapshotRow, 'name' | 'version'>[] = await trx(
      'snapshots',
    ).select('name', 'version');
    for (const { name, version } of versions) {
      if (name === 'entities' && version !== this.#entities.version) {
        const entities = await this.#load<EntitySummary[]>(trx, name);
        this.#entities = { version, value: entityDirectoryOf(entities) };
      }
      if (name === 'clusters' && version !== this.#clusters.version) {
        const clusters = await this.#load<{ name: string; url: string }[]>(
          trx,
          name,
        );
        this.#clusters = { version, value: new ClusterDirectory(clusters) };
      }
    }
    return {
      settings: this.settings,
      entities: this.#entities.value,
      clusters: this.#clusters.value,
    };
  }

  /** Answers the version of what is now in force: it changes with the entities and with the config. */
  async saveEntities(
    trx: Knex.Transaction,
    directory: EntityDirectory,
  ): Promise<string> {
    const entities = [...directory.byRef.values()].sort((a, b) =>
      a.entityRef < b.entityRef ? -1 : 1,
    );
    const { version, changed } = await this.#save(trx, 'entities', entities);
    if (changed) {
      await trx('entity_owners').delete();
      await upsert(
        trx,
        'entity_owners',
        entities.flatMap(({ entityRef, ownerRefs }) =>
          ownerRefs.map(owner => ({ owner, ref: entityRef })),
        ),
        { columns: ['owner', 'ref'], key: ['owner', 'ref'] },
      );
      await trx('entity_systems').delete();
      await upsert(
        trx,
        'entity_systems',
        entities.flatMap(({ entityRef, systemRef }) =>
          systemRef ? [{ ref: entityRef, system: systemRef }] : [],
        ),
        { columns: ['ref', 'system'], key: ['ref'] },
      );
    }
    return contentVersion([version, this.settings]);
  }

  async saveClusters(
    trx: Knex,
    clusters: { name: string; url: string }[],
  ): Promise<void> {
    await this.#save(trx, 'clusters', clusters);
  }

  /** The version that all records were last brought up to date with. */
  async resolvedVersion(trx: Knex): Promise<string | undefined> {
    const row: SnapshotRow | undefined = await trx('snapshots')
      .where({ name: 'resolved' })
      .first();
    return row?.version;
  }

  async saveResolvedVersion(trx: Knex, version: string): Promise<void> {
    await this.#write(trx, { name: 'resolved', version, value: '[]' });
  }

  async #load<T>(trx: Knex, name: SnapshotRow['name']): Promise<T> {
    const { value }: SnapshotRow = await trx('snapshots')
      .where({ name })
      .first();
    return JSON.parse(value);
  }

  async #save(
    trx: Knex,
    name: SnapshotRow['name'],
    value: unknown,
  ): Promise<{ version: string; changed: boolean }> {
    const version = contentVersion(value);
    const same = await trx('snapshots').where({ name, version }).first('name');
    if (!same) {
      await this.#write(trx, { name, version, value: JSON.stringify(value) });
    }
    return { version, changed: !same };
  }

  async #write(trx: Knex, row: SnapshotRow): Promise<void> {
    await upsert(trx, 'snapshots', [row], {
      columns: ['name', 'version', 'value'],
      key: ['name'],
    });
  }
}
