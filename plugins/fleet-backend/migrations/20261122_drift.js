// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('drifts', table => {
    table.comment('The ledger of drift: open ones, and ended ones for a while');
    table
      .text('id')
      .primary()
      .comment('Of what it is, so that none is open twice');
    table.text('subject').notNullable().comment('What it was found on');
    table.text('scope').notNullable().comment('Whose findings it is among');
    table.text('kind').notNullable();
    table.text('severity').notNullable();
    table.integer('rank').notNullable().comment('Of the severity, worst first');
    table
      .text('record_id')
      .notNullable()
      .comment('Of the application; empty where there is none');
    table.text('engine');
    table.text('application_kind');
    table.text('cluster').notNullable();
    table.text('at_cluster').notNullable();
    table.text('target_cluster');
    table.text('namespace');
    table.text('target_namespace');
    table.text('name').notNullable();
    table.text('delivery_key');
    table.text('summary').notNullable();
    table.text('manager').comment('The client that changed it');
    table.text('finding').notNullable().comment('JSON');
    table.text('since').notNullable().comment('Of this occurrence');
    table.text('first_since').notNullable();
    table.text('seen_at').notNullable().comment('When it was written last');
    table.text('ended_at');
    table.integer('times').notNullable().comment('How often it has occurred');
    table
      .text('episodes')
      .notNullable()
      .comment('JSON; the ended ones, newest first');
    table.text('acknowledged').comment('JSON: by, at, reason');
    table.text('muted').comment('JSON: by, at, reason, until');
    table.text('muted_until');
    table.text('search').notNullable();
    table.text('told').comment('What owners were told of this occurrence');
    table.index(['subject', 'scope'], 'drifts_subject');
    table.index(['record_id'], 'drifts_record');
    table.index(['ended_at'], 'drifts_ended');
    table.index(['at_cluster'], 'drifts_cluster');
    table.index(['delivery_key', 'scope'], 'drifts_delivery');
  });
  await knex.raw(
    'create index drifts_open on drifts (rank, since, id) where ended_at is null',
  );
  await knex.raw(
    "create index drifts_of_clusters on drifts (at_cluster) where scope = 'cluster' and ended_at is null",
  );

  await knex.schema.createTable('drift_memory', table => {
    table.comment('What detectors remember of an application');
    table.text('id').primary();
    table.text('cluster').notNullable();
    table.text('memory').comment('JSON');
    table
      .text('ask_at')
      .comment('When to ask the detectors again without a change');
    table.index(['ask_at'], 'drift_memory_ask_at');
  });

  await knex.schema.createTable('git_owned', table => {
    table.comment('What Git’s managers had set of an object');
    table.text('id').primary();
    table.text('cluster').notNullable();
    table.text('collection').notNullable();
    table.text('api_group').notNullable();
    table.text('version');
    table.text('kind').notNullable();
    table.text('namespace');
    table.text('name').notNullable();
    table
      .text('owner_key')
      .comment('Of the application that it said last it was deployed by');
    table.text('listing').comment('The one that named it last');
    table
      .boolean('differs')
      .notNullable()
      .comment('Whether anything is not as Git had set it');
    table.text('ask_at').comment('When to judge it again without a change');
    table.text('value').notNullable().comment('JSON');
    table.index(['cluster', 'collection'], 'git_owned_collection');
    table.index(['cluster', 'owner_key'], 'git_owned_owner');
    table.index(['ask_at'], 'git_owned_ask_at');
  });

  await knex.schema.createTable('applies', table => {
    table.comment('What engines told of having changed by applying');
    table.text('id').primary().comment('The same however it was told');
    table.text('cluster').notNullable();
    table.text('record_id').notNullable().comment('Of the application');
    table.text('at').notNullable().comment('By the clock of the engine');
    table.text('revision');
    table.text('objects').notNullable().comment('JSON');
    table.boolean('judged').notNullable();
    table.index(['cluster'], 'applies_cluster');
    table.index(['record_id'], 'applies_record');
    table.index(['at'], 'applies_at');
  });
  await knex.raw(
    `create index applies_pending on applies (at) where judged = ${
      knex.client.config.client === 'pg' ? 'false' : '0'
    }`,
  );

  await knex.schema.createTable('webhook_digests', table => {
    table.comment('Webhooks that came lately, so that none is taken twice');
    table.text('cluster').notNullable();
    table.text('digest').notNullable();
    table.text('at').notNullable().comment('When it came');
    table.primary(['cluster', 'digest']);
    table.index(['at'], 'webhook_digests_at');
  });

  await knex.schema.createTable('webhook_counts', table => {
    table.comment('What became of webhooks');
    table.text('cluster').notNullable().comment('Empty: one that nobody knows');
    table.text('outcome').notNullable();
    table.integer('count').notNullable();
    table.text('last_at').notNullable();
    table.primary(['cluster', 'outcome']);
  });

  await knex.schema.createTable('drift_deliveries', table => {
    table.comment('Delivery keys whose clusters are to be compared again');
    table.text('delivery_key').primary();
    table
      .boolean('changed')
      .notNullable()
      .comment('Since they were compared last');
    table.text('ask_at').comment('When to compare them again');
    table.index(['ask_at'], 'drift_deliveries_ask_at');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of [
    'drift_deliveries',
    'webhook_counts',
    'webhook_digests',
    'applies',
    'git_owned',
    'drift_memory',
    'drifts',
  ]) {
    await knex.schema.dropTable(table);
  }
};
