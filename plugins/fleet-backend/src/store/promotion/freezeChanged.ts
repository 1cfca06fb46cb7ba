import type { Knex } from 'knex';
import type { BranchNews } from '../../promotion/git/BranchReading';
import { addEvents } from './events';

/** Says in the record of events that somebody changed when nothing is promoted. */
export async function freezeChanged(
  trx: Knex,
  repository: string,
  { change, text }: NonNullable<BranchNews['freezes']>,
): Promise<void> {
  if (!change) {
    return;
  }
  await addEvents(trx, [
    {
      id: `freeze ${repository} ${change.revision}`,
      at: change.at,
      type: 'freeze-changed',
      summary: text
        ? change.title
        : `the file of freezes was taken away: ${change.title}`,
      actor: change.by,
      repository,
      url: change.url,
    },
  ]);
}
