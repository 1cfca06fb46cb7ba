// @ts-check

const policyRecords = [
  ['records_policy', 'policy'],
  ['records_policy_binding', 'policy-binding'],
  ['records_policy_exception', 'policy-exception'],
];

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  const isPostgres = knex.client.config.client === 'pg';

  await knex.schema.createTable('policies', table => {
    table.comment('Policies as they stand on clusters: what coverage asks of');
    table.text('id').primary().comment('Of the record');
    table.text('cluster').notNullable();
    table.text('engine').notNullable();
    table.text('kind').notNullable();
    table.text('namespace');
    table.text('name').notNullable();
    table.text('key').notNullable().comment('The same across clusters');
    table.text('type').notNullable();
    table.text('mode').notNullable();
    table.integer('strength').notNullable().comment('Of the mode, 0 enforces');
    table.boolean('ready').notNullable();
    table.text('not_ready').comment('Why');
    table.text('bindings').notNullable().comment('JSON');
    table.text('content_hash').notNullable();
    table.text('severity');
    table.integer('rank').notNullable().comment('Of the severity, worst first');
    table.text('category');
    table.text('title').notNullable();
    table.text('controls').notNullable().comment('JSON');
    table.index(
      ['key', 'cluster', 'content_hash', 'strength', 'ready'],
      'policies_key',
    );
    table.index(
      ['name', 'cluster', 'strength', 'ready', 'namespace'],
      'policies_name',
    );
    table.index(
      ['cluster', 'name', 'type', 'strength', 'ready'],
      'policies_cluster',
    );
  });

  await knex.schema.createTable('policy_controls', table => {
    table.comment('Which policies are which well-known control');
    table.text('control').notNullable();
    table.text('cluster').notNullable();
    table.text('policy_id').notNullable();
    table.primary(['control', 'cluster', 'policy_id']);
    table.index(['policy_id'], 'policy_controls_policy');
  });

  // One row a report, whether anything fails in it or not: most rows of all, and only asked for by key.
  await knex.raw(`
    create table policy_tallies (
      cluster text not null,
      collection text not null,
      object_key text not null,
      hash text not null,
      listing text,
      pass integer not null,
      fail integer not null,
      warn integer not null,
      error integer not null,
      skip integer not null,
      capped_of integer,
      stated text,
      stale_at text,
      results text not null,
      primary key (cluster, collection, object_key)
    ) ${isPostgres ? '' : 'without rowid'}
  `);
  await knex.raw(
    `create index policy_tallies_stale on policy_tallies (cluster, stale_at) where stale_at is not null`,
  );
  await knex.raw(
    `create index policy_tallies_noted on policy_tallies (cluster) where capped_of is not null or stated is not null`,
  );

  await knex.schema.createTable('policy_results', table => {
    table.comment('The ledger of what does not pass');
    table
      .text('id')
      .primary()
      .comment('Of policy, rule and resource, so that none is open twice');
    table.text('cluster').notNullable();
    table.text('engine').notNullable().comment('That read it');
    table.text('policy').notNullable().comment('As the report names it');
    table.text('policy_kind');
    table.text('policy_key').notNullable().comment('Of the policy it breaks');
    table.text('rule');
    table.text('verdict').notNullable();
    table.text('severity').notNullable();
    table.integer('rank').notNullable().comment('Of the severity, worst first');
    table.text('category');
    table.text('source').notNullable();
    table.text('kind').notNullable();
    table.text('namespace');
    table.text('name').notNullable();
    table.text('resource').notNullable().comment('The same for one resource');
    table
      .text('record_id')
      .notNullable()
      .comment('Whose links it has; empty where nothing is proven to have any');
    table.text('application_id').comment('That delivers the resource');
    table.text('exception').comment('That lets it through');
    table.text('since').notNullable().comment('Of this occurrence');
    table.text('first_since').notNullable();
    table.text('ended_at');
    table.integer('times').notNullable().comment('How often it has occurred');
    table.text('facts').notNullable().comment('JSON');
    table.text('reports').notNullable().comment('JSON: what lists it');
    table.text('told').comment('What owners were told of this occurrence');
    table.index(['cluster', 'policy'], 'policy_results_cluster');
  });
  for (const [name, columns, which] of [
    ['open', `(cast(rank as text) || ' ' || since), id`, 'ended_at is null'],
    // With what they are narrowed by among their columns, counts are read from these alone.
    [
      'policy',
      'policy_key, cluster, since, verdict, ended_at',
      'ended_at is null',
    ],
    [
      'posture',
      'record_id, cluster, resource, rank, since, verdict, ended_at',
      `ended_at is null and verdict <> 'skip'`,
    ],
    ['ended', 'ended_at', 'ended_at is not null'],
    ['excepted', 'cluster, exception', 'exception is not null'],
    ['news', 'rank, since', 'told is null and ended_at is null'],
  ]) {
    await knex.raw(
      `create index policy_results_${name} on policy_results (${columns}) where ${which}`,
    );
  }

  await knex.schema.createTable('policy_relinks', table => {
    table.comment('Clusters whose results are to be placed anew');
    table.text('cluster').primary();
    table.text('marked_at').notNullable();
  });

  await knex.schema.createTable('policy_days', table => {
    table.comment(
      'Open results at the end of days; a row holds for as many days as nothing changes',
    );
    table.text('cluster').notNullable();
    table.text('namespace').notNullable();
    table.text('record_id').notNullable();
    table.text('from_day').notNullable();
    table.text('until_day').notNullable();
    for (const severity of ['critical', 'high', 'medium', 'low', 'info']) {
      table.integer(severity).notNullable();
    }
    table.integer('resources').notNullable();
    table.primary(['until_day', 'cluster', 'namespace', 'record_id']);
  });

  await knex.schema.createTable('policy_swept_days', table => {
    table.comment('Days on which results were swept');
    table.text('day').primary();
    table
      .boolean('summed')
      .notNullable()
      .comment('Whether policy_days tells of it');
  });

  for (const [name, type] of policyRecords) {
    await knex.raw(
      `create index ${name} on records (cluster) where type = '${type}'`,
    );
  }
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const [name] of policyRecords) {
    await knex.raw(`drop index ${name}`);
  }
  for (const table of [
    'policy_swept_days',
    'policy_days',
    'policy_relinks',
    'policy_results',
    'policy_tallies',
    'policy_controls',
    'policies',
  ]) {
    await knex.schema.dropTable(table);
  }
};
