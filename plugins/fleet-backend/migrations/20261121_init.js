// Times are ISO strings: both databases order them, and the API answers them as they are.

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('clusters', table => {
    table.comment('The inventory, how each cluster is, and who polls it');
    table.text('name').primary();
    table.text('title');
    table.text('url').notNullable();
    table.boolean('hub').notNullable();
    table.text('owner_ref');
    table.text('source').notNullable();
    table.text('sign_in').notNullable();
    table.text('labels').notNullable().comment('JSON');
    table.text('links').notNullable().comment('JSON');
    table.text('environment');
    table.text('configured_region');
    table.text('configured_provider');
    table.text('region').comment('Configured, else what the nodes say');
    table.text('provider').comment('Configured, else what the nodes say');
    table.text('uid');
    table.text('version');
    table.text('resource_version');
    table.text('outcome').notNullable();
    table.text('message');
    table.text('outcome_since');
    table.text('last_contact_at');
    table.text('state').notNullable();
    table.text('summary').notNullable();
    table.text('since');
    table.text('found_engines').comment('JSON');
    table.text('engines').comment('JSON');
    table.text('nodes').comment('JSON');
    table.text('capacity').comment('JSON');
    table.integer('namespaces').notNullable().defaultTo(0);
    table.text('replica');
    table.text('lease_until');
    table.integer('epoch').notNullable().defaultTo(0);
  });

  await knex.schema.createTable('cluster_labels', table => {
    table.comment('What conditions on labels are asked of');
    table.text('cluster').notNullable();
    table.text('key').notNullable();
    table.text('value').notNullable();
    table.primary(['cluster', 'key']);
    table.index(['key', 'value'], 'cluster_labels_value');
  });

  await knex.schema.createTable('collections', table => {
    table.comment('How far each kind of each cluster has been read');
    table.text('cluster').notNullable();
    table.text('collection').notNullable();
    table.text('engine').notNullable();
    table.text('group').notNullable();
    table.text('version').notNullable();
    table.text('kind').notNullable();
    table.text('plural').notNullable();
    table.text('projection').notNullable();
    table.text('outcome').notNullable();
    table.text('message');
    table.text('resource_version');
    table.text('since').notNullable();
    table.text('proven_at');
    table.text('read_how');
    table
      .boolean('held')
      .notNullable()
      .comment('Each contact with the cluster proves it as well');
    table
      .boolean('populated')
      .notNullable()
      .comment('Whether there were objects of it when it was last read');
    table.integer('every_seconds').notNullable();
    table.primary(['cluster', 'collection']);
  });

  await knex.schema.createTable('records', table => {
    table.comment('What objects were projected to');
    table.text('id').primary();
    table.text('cluster').notNullable();
    table.text('collection').notNullable();
    table.text('object_key').notNullable();
    table.text('type').notNullable();
    table.text('kind').notNullable();
    table.text('namespace');
    table.text('name').notNullable();
    table.text('state').notNullable();
    table.text('version').comment('Of a workload');
    table.text('owner_key');
    table
      .text('parent_id')
      .comment(
        'The record of what made it: of what is made for a claim, and of the primary of a canary',
      );
    table.text('proofs').comment('JSON');
    table.text('entity_refs').comment('JSON; of workloads: by their own proof');
    table.text('owner_refs').comment('JSON; of workloads: by their own proof');
    table.text('link_basis').comment('Of workloads');
    table
      .text('due_at')
      .comment(
        'By when a secret is to be brought again, a certificate renewed',
      );
    table.text('ends_at').comment('Until when a certificate is good');
    table.text('hash').notNullable().comment('Of everything');
    table.text('gist').notNullable().comment('Of all but times of contact');
    table.text('listing').comment('The last listing that named it');
    table.text('data').notNullable().comment('JSON');
    table.text('detail').comment('JSON; what only the page of one shows');
    table.index(['cluster', 'collection', 'object_key'], 'records_object');
  });
  await knex.raw(
    `create index records_workload on records (cluster, owner_key, state, link_basis) where type = 'workload'`,
  );
  await knex.raw(
    `create index records_primary on records (cluster, owner_key) where type = 'workload' and parent_id is not null`,
  );
  await knex.raw(
    `create index records_source on records (cluster) where type = 'source'`,
  );
  await knex.raw(
    `create index records_image_policy on records (cluster) where type = 'image-policy'`,
  );
  await knex.raw(
    `create index records_pipeline_run on records (cluster, namespace) where type = 'pipeline-run'`,
  );
  await knex.raw(
    `create index records_canary on records (cluster, owner_key) where type = 'canary'`,
  );

  await knex.raw(
    `create index records_platform on records (type, cluster) where type in ('secret-sync', 'certificate')`,
  );

  await knex.raw(
    `create index records_parent on records (parent_id) where parent_id is not null`,
  );
  await knex.raw(
    `create index records_claim on records (cluster, type) where type in ('claim-node', 'claim-kind', 'composition', 'usage')`,
  );

  await knex.schema.createTable('applications', table => {
    table.comment('Applications with what is resolved across records');
    table.text('id').primary();
    table.text('cluster').notNullable();
    table.text('collection').notNullable();
    table.text('at_cluster').notNullable().comment('The target, else its own');
    table.text('target_cluster');
    table.text('target_unknown');
    table.text('engine').notNullable();
    table.text('kind').notNullable();
    table.text('namespace');
    table.text('name').notNullable();
    table.text('target_namespace');
    table.text('project');
    table.text('state').notNullable();
    table.integer('urgency').notNullable().comment('Of the state');
    table.text('summary').notNullable();
    table.text('since');
    table.boolean('suspended').notNullable();
    table.text('version');
    table.text('revision');
    table.text('images').notNullable().comment('JSON');
    table.text('owner_key');
    table.text('source_ref');
    table.text('source_url');
    table.text('source_key').comment('Repository and folder, in one spelling');
    table.text('managed_by').comment('What applies it, on its cluster');
    table.text('delivery_key').notNullable();
    table.text('delivery_basis').notNullable();
    table.text('title').notNullable();
    table.text('entity_refs').comment('JSON');
    table.text('owner_refs').comment('JSON');
    table.text('link_basis');
    table.text('unproven').comment('Why no proof was found good');
    table.text('settled_state');
    table.text('settled_since');
    table.text('settled_version');
    table.text('settled_revision');
    table
      .text('settled_revision_since')
      .comment('None: it was there at the first look');
    table.text('search').notNullable();
    table.index(
      ['at_cluster', 'state', 'target_cluster', 'engine', 'owner_refs'],
      'applications_facets',
    );
    table.index(
      ['delivery_key', 'title', 'target_cluster', 'at_cluster'],
      'applications_delivery',
    );
    table.index(['name', 'id'], 'applications_name');
    table.index(['target_cluster', 'owner_key'], 'applications_owner_key');
    table.index(['cluster', 'source_ref'], 'applications_source');
  });

  await knex.raw(
    `create index applications_troubled on applications (delivery_key) where state in ('failing', 'degraded')`,
  );

  await knex.raw(
    `create index applications_source_key on applications (source_key) where source_key is not null`,
  );

  await knex.raw(
    `create index applications_managed on applications (cluster, managed_by) where managed_by is not null`,
  );

  await knex.raw(
    `create index applications_unowned on applications (name, id) where link_basis is null`,
  );

  // Which entities, or owners by mapping, a record is proven to belong to. Most rows of all, and only asked for by ref: the key is
  // the table.
  const isPostgres = knex.client.config.client === 'pg';
  await knex.raw(`
    create table links (
      ref text not null,
      record_id text not null,
      proof text not null,
      primary key (ref, record_id)
    ) ${isPostgres ? '' : 'without rowid'}
  `);

  await knex.schema.createTable('entity_owners', table => {
    table.comment('Who owns the entities that links lead to');
    table.text('owner').notNullable();
    table.text('ref').notNullable();
    table.primary(['owner', 'ref']);
  });

  await knex.schema.createTable('entity_systems', table => {
    table.comment('Which system an entity is part of, as the catalog says');
    table.text('ref').primary();
    table.text('system').notNullable();
  });

  await knex.schema.createTable('transitions', table => {
    table.comment('Changes between settled states');
    table.text('id').primary();
    table.text('record_id').notNullable();
    table.text('engine').notNullable();
    table.text('kind').notNullable();
    table.text('cluster').notNullable();
    table.text('at_cluster').notNullable();
    table.text('target_cluster');
    table.text('namespace');
    table.text('target_namespace');
    table.text('name').notNullable();
    table.text('from_state');
    table.text('to_state').notNullable();
    table.text('at').notNullable();
    table.text('summary').notNullable();
    table.text('from_version');
    table.text('to_version');
    table.index(['at', 'id'], 'transitions_at');
    table.index(['record_id', 'at'], 'transitions_record');
  });

  await knex.schema.createTable('replicas', table => {
    table.comment('Who lives');
    table.text('name').primary();
    table.text('seen_until').notNullable();
  });

  await knex.schema.createTable('snapshots', table => {
    table.comment('What links and targets were last resolved with');
    table.text('name').primary();
    table.text('version').notNullable();
    table.text('value').notNullable().comment('JSON');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of [
    'snapshots',
    'replicas',
    'transitions',
    'entity_systems',
    'entity_owners',
    'links',
    'applications',
    'records',
    'collections',
    'cluster_labels',
    'clusters',
  ]) {
    await knex.schema.dropTable(table);
  }
};
