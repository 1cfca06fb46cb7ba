// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('git_questions', table => {
    table.comment('What Git is asked for applications, and what it answered');
    table
      .text('question')
      .primary()
      .comment('JSON: repository, path, applied revision, target ref');
    table.text('target').comment('The hash of the ref that was answered for');
    table.text('answer').comment('JSON');
    table.text('problem').comment('Why there is none, or no newer one');
    table.integer('failures').notNullable().comment('In a row');
    table.text('ask_at').comment('Not before; where it failed');
  });
  await knex.schema.alterTable('drift_memory', table => {
    table.text('git_question').comment('What Git is asked for it');
    table.index(['git_question'], 'drift_memory_git_question');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('drift_memory', table => {
    table.dropIndex(['git_question'], 'drift_memory_git_question');
    table.dropColumn('git_question');
  });
  await knex.schema.dropTable('git_questions');
};
