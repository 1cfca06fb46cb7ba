// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('promotion_branches', table => {
    table.comment('How far each branch with overlays has been read');
    table.text('repository').notNullable();
    table.text('branch').notNullable();
    table.text('head').comment('The hash that was looked at last');
    table.text('read_at').comment('When it last answered');
    table
      .boolean('complete')
      .notNullable()
      .comment('Whether no overlay was left for the next turn');
    table.text('problem').comment('Why it gives no newer answer');
    table.text('problem_since');
    table.text('freezes').comment('The text of the file of freezes');
    table.text('freezes_sha');
    table.text('freezes_revision').comment('The commit that changed it last');
    table.text('freezes_author');
    table.text('freezes_at');
    table.primary(['repository', 'branch']);
  });

  await knex.schema.createTable('promotion_heads', table => {
    table.comment('What each branch was seen to stand for, lately');
    table.text('repository').notNullable();
    table.text('branch').notNullable();
    table.text('head').notNullable();
    table.text('seen_at').notNullable().comment('Last, when it was new');
    table.primary(['repository', 'branch', 'head']);
  });

  await knex.schema.createTable('promotion_applications', table => {
    table.comment('Applications that have overlays in Git');
    table.text('id').primary().comment('Of repository and application');
    table.text('repository').notNullable();
    table.text('application').notNullable();
    table.text('pipeline').comment('By name; none fits');
    table.text('entity_refs').comment('JSON');
    table.text('owner_refs').comment('JSON');
    table.text('unproven').comment('Why what Git says proves nothing');
    table.text('search').notNullable();
    table.index(['application', 'id'], 'promotion_applications_name');
  });

  await knex.schema.createTable('promotion_overlays', table => {
    table.comment('What Git says that applications run in environments');
    table.text('id').primary().comment('Of repository, branch and path');
    table.text('application_id').notNullable();
    table.text('environment').notNullable();
    table.text('region').comment('Or a cluster; none: of the environment');
    table.text('repository').notNullable();
    table.text('branch').notNullable();
    table.text('path').notNullable();
    table
      .text('source_key')
      .notNullable()
      .comment('As applications have that are delivered from there');
    table.text('overlay').comment('JSON; none where it cannot be read');
    table.text('content').notNullable().comment('Hash of what it settles');
    table.text('content_since').comment('When that came into the branch');
    table
      .text('inputs')
      .notNullable()
      .comment('JSON; hashes by path of the files that it was read from');
    table.text('proofs').notNullable().comment('JSON; whose it says it is');
    table.text('problem');
    table.text('revision').comment('The commit that changed it last');
    table.text('changed_at');
    table.text('changed_by');
    table.index(['application_id'], 'promotion_overlays_application');
    table.index(['source_key'], 'promotion_overlays_source');
  });

  await knex.schema.createTable('promotion_versions', table => {
    table.comment('What stages ran, and when all their clusters were well');
    table.text('application_id').notNullable();
    table.text('stage').notNullable();
    table.text('content').notNullable().comment('Hash of what it settles');
    table.text('revision').notNullable().comment('At which Git says so');
    table.text('version').comment('To show');
    table.text('overlays').notNullable().comment('JSON; by region');
    table.text('well_at').notNullable().comment('When it was so last');
    table.primary(['application_id', 'stage', 'content']);
  });

  await knex.schema.createTable('promotion_arrivals', table => {
    table.comment('Since when clusters were seen to run what overlays say');
    table.text('overlay_id').notNullable();
    table.text('application_id').notNullable().comment('That delivers it');
    table.text('content').notNullable().comment('Hash of what it settles');
    table.text('since').notNullable();
    table.primary(['overlay_id', 'application_id']);
  });

  await knex.schema.createTable('promotion_stages', table => {
    table.comment('How the gates stand of stages without a promotion');
    table.text('application_id').notNullable();
    table.text('stage').notNullable();
    table.text('gates').notNullable().comment('JSON');
    table.text('enforcement').notNullable();
    table.text('judged_at').notNullable();
    table.primary(['application_id', 'stage']);
  });

  await knex.schema.createTable('promotions', table => {
    table.comment('Pull requests that move what stages run, and what came');
    table.text('id').primary().comment('Of repository and first number');
    table.text('application_id').notNullable();
    table.text('repository').notNullable();
    table.text('application').notNullable();
    table.text('action').notNullable();
    table.text('from_stage');
    table.text('to_stage').notNullable();
    table.text('environment').notNullable();
    table.text('state').notNullable();
    table.integer('urgency').notNullable().comment('Of the state');
    table.text('summary').notNullable();
    table.text('waits_for').notNullable().comment('JSON');
    table.text('stuck').comment('Why nothing moves');
    table.text('version').comment('To show');
    table.text('from_version').comment('To show');
    table.text('moves').notNullable().comment('JSON');
    table.text('requester');
    table.text('gates').notNullable().comment('JSON');
    table.text('enforcement').notNullable();
    table
      .text('branch_lacks')
      .comment(
        'JSON; what the branch requires besides open gates, and has not got',
      );
    table.text('judged').comment('What the gates were judged by last');
    table.text('waves').notNullable().comment('JSON');
    table
      .text('overlays')
      .notNullable()
      .comment('JSON; what Git is to say, by region');
    table.text('base_revision').comment('Of Git, before it was changed');
    table.text('merge_revision').comment('Of the wave that is under way');
    table.text('rollback_id').comment('The promotion that takes it back');
    table.text('created_at').notNullable();
    table.text('merged_at');
    table.text('ended_at');
    table.text('progress_at').notNullable().comment('When it last moved on');
    table.integer('lead_seconds');
    table.text('opening_until').comment('Who opens the next wave has until');
    table.text('told').comment('What owners were told of it last');
    table.text('search').notNullable();
    table.index(['application_id', 'created_at'], 'promotions_application');
    table.index(['urgency', 'created_at', 'id'], 'promotions_urgency');
    table.index(['ended_at'], 'promotions_ended');
  });

  await knex.schema.createTable('promotion_changes', table => {
    table.comment('What pull requests of promotions change');
    table.text('repository').notNullable();
    table.integer('number').notNullable();
    table.text('head').notNullable().comment('The hash that was read');
    table.text('application_id').notNullable();
    table.text('stage').notNullable();
    table.text('from_stage');
    table.text('action').notNullable();
    table.integer('wave').comment('From 0 on; none: all at once');
    table.text('requester').comment('Where that can be told');
    table.text('base_revision').comment('Of Git, before it is changed');
    table.text('moves').notNullable().comment('JSON');
    table.text('overlays').notNullable().comment('JSON; as it has them');
    table.text('before').notNullable().comment('JSON; as Git had them');
    table.text('reviews').notNullable().comment('JSON');
    table.text('read_for').notNullable().comment('When it had changed last');
    table.text('problem').comment('Why it is not known what it changes');
    table.boolean('folded').notNullable().comment('Into a promotion');
    table.primary(['repository', 'number']);
    table.index(['application_id'], 'promotion_changes_application');
  });

  await knex.schema.createTable('promotion_events', table => {
    table.comment('Who did what with promotions and freezes, and when');
    table.text('id').primary().comment('A function of what happened');
    table.text('at').notNullable();
    table.text('type').notNullable();
    table.text('summary').notNullable();
    table.text('actor');
    table.text('promotion_id');
    table.text('application_id').comment('None: of a whole repository');
    table.text('repository').comment('Of what is of a whole repository');
    table.text('application');
    table.text('stage');
    table.text('environment');
    table.text('from_version');
    table.text('to_version');
    table.text('url');
    table.index(['at', 'id'], 'promotion_events_at');
    table.index(['promotion_id', 'at'], 'promotion_events_promotion');
    table.index(['application_id', 'at'], 'promotion_events_application');
    table.index(['repository', 'at'], 'promotion_events_repository');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of [
    'promotion_events',
    'promotion_changes',
    'promotions',
    'promotion_stages',
    'promotion_arrivals',
    'promotion_versions',
    'promotion_overlays',
    'promotion_applications',
    'promotion_heads',
    'promotion_branches',
  ]) {
    await knex.schema.dropTable(table);
  }
};
