// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('claims', table => {
    table.comment('Claims on hubs, and those that only Git has yet');
    table.text('id').primary().comment('Of the record, there or not');
    table.text('cluster').notNullable().comment('The hub');
    table.boolean('on_hub').notNullable();
    table.text('type').notNullable();
    table.text('api_version').notNullable();
    table.text('kind').notNullable();
    table.text('namespace');
    table.text('name').notNullable();
    table.text('state').notNullable();
    table.integer('urgency').notNullable().comment('Of the state');
    table.text('summary').notNullable();
    table.text('since');
    table.text('step').notNullable();
    table.text('step_state').notNullable();
    table.text('makes_cluster');
    table.text('environment');
    table.text('region');
    table.text('provider');
    table.text('version').comment('Of Kubernetes');
    table.text('created_at');
    table.text('ready_at');
    table.text('search').notNullable();
    table.text('tree').comment('JSON; what its tree comes down to');
    table.text('steps').notNullable().comment('JSON');
    table.text('told').comment('What owners were told of it last');
    table.index(['urgency', 'id'], 'claims_urgency');
    table.index(['cluster', 'kind', 'namespace', 'name'], 'claims_object');
    table.index(['makes_cluster'], 'claims_makes_cluster');
  });

  await knex.schema.createTable('claim_members', table => {
    table.comment('Which trees an object is part of, or is to be part of');
    table.text('node_id').notNullable();
    table.text('claim_id').notNullable();
    table.text('cluster').notNullable();
    table.primary(['node_id', 'claim_id']);
    table.index(['claim_id'], 'claim_members_claim');
  });

  await knex.schema.createTable('claim_marks', table => {
    table.comment('Objects of trees that came, changed or went');
    table.text('node_id').primary();
    table.text('cluster').notNullable();
  });

  await knex.schema.createTable('claim_durations', table => {
    table.comment('How long the steps of earlier claims took');
    table.text('claim_id').notNullable();
    table.text('step').notNullable();
    table.text('cluster').notNullable();
    table.text('subject').notNullable().comment('Group and kind');
    table.integer('seconds').notNullable();
    table.text('ended_at').notNullable();
    table.primary(['claim_id', 'step']);
    table.index(['subject', 'step', 'ended_at'], 'claim_durations_subject');
  });

  await knex.schema.createTable('git_repositories', table => {
    table.comment('How far each repository of the fleet has been followed');
    table.text('url').primary();
    table.text('head').comment('The hash that its files were read at');
    table.text('read_at').comment('When it last answered');
    table
      .text('complete_at')
      .comment('When last none of its pull requests was left for later');
    table.text('problem').comment('Why it gives no newer answer');
    table.text('problem_kind');
    table.text('problem_since');
    table
      .text('file_problems')
      .comment('JSON; what of the branch is not looked at');
  });

  await knex.schema.createTable('pull_requests', table => {
    table.comment('Of the repositories, whether they concern claims or not');
    table.text('repository').notNullable();
    table.integer('number').notNullable();
    table.text('state').notNullable();
    table.text('branch').notNullable();
    table.text('head').notNullable();
    table.text('updated_at').notNullable();
    table.text('ended_at');
    table.text('facts').notNullable().comment('JSON');
    table.text('file_problems').comment('JSON; what of it is not looked at');
    table.text('promotion').comment('JSON; what it promotes');
    table.primary(['repository', 'number']);
  });

  await knex.schema.createTable('claim_files', table => {
    table.comment(
      'Claims as Git has them: on the branch, and in pull requests',
    );
    table.text('repository').notNullable();
    table.integer('number').notNullable().comment('0: on the branch');
    table.text('path').notNullable();
    table.text('claim_id').notNullable();
    table.text('cluster').notNullable().comment('The hub that applies it');
    table.text('change').notNullable();
    table.text('manifest').notNullable().comment('JSON, secrets masked');
    table.primary(['repository', 'number', 'path', 'claim_id']);
    table.index(['claim_id'], 'claim_files_claim');
  });

  await knex.schema.createTable('cluster_upgrades', table => {
    table.comment('Upgrades of clusters in waves');
    table.text('id').primary();
    table.text('version').notNullable();
    table.text('state').notNullable();
    table.text('summary').notNullable();
    table.text('requester').notNullable();
    table.text('created_at').notNullable();
    table.text('ended_at');
    table.text('waves').notNullable().comment('JSON');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of [
    'cluster_upgrades',
    'claim_files',
    'pull_requests',
    'git_repositories',
    'claim_durations',
    'claim_marks',
    'claim_members',
    'claims',
  ]) {
    await knex.schema.dropTable(table);
  }
};
