import type { FreezeFile } from '../../store/FleetPromotionStore';
import type { NewEvent } from '../../store/promotion/events';
import type { KeptPromotion } from '../follow/KeptPromotion';
import { concerns } from './concerns';
import { freezesOf } from './freezesOf';

/**
 * Which freezes an open promotion has met since its pull request was opened, by what the file says now: that one was taken out of it is
 * told by who changed it. Told again, it is the same.
 */
export function freezeEvents(
  files: readonly FreezeFile[],
  promotion: KeptPromotion,
  now: Date,
): NewEvent[] {
  const { id, repository, environment, application, pullRequest } = promotion;
  const since = pullRequest?.createdAt ?? promotion.createdAt;
  return files
    .filter(file => file.repository === repository)
    .flatMap(
      file =>
        freezesOf(file, { from: new Date(since), until: now }, now).freezes,
    )
    .filter(freeze => concerns(freeze, { environment, application }))
    .flatMap(({ id: freezeId, title, reason, from, until, url }) => {
      const event = (
        type: 'frozen' | 'freeze-ended',
        at: string,
        summary: string,
      ): NewEvent => ({
        id: `${type} ${id} ${freezeId}`,
        at,
        type,
        summary,
        promotionId: id,
        pipelineId: promotion.pipelineId,
        application,
        stage: promotion.to,
        environment,
        from: promotion.fromVersion,
        to: promotion.version,
        url,
      });
      return [
        event(
          'frozen',
          [from, since].sort().at(-1)!,
          `${environment} is frozen: ${title}, ${reason}`,
        ),
        ...(until && new Date(until) <= now
          ? [event('freeze-ended', until, `the freeze ended: ${title}`)]
          : []),
      ];
    });
}
